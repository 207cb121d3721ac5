/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-stock.h"

#include "tend-field-text.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-medicine-discrepancy.h"
#include "tend-medicine-view.h"
#include "tend-quantity.h"
#include "tend-record-words.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The parts of the window. */
typedef struct
{
  AdwPreferencesGroup *sum;
  AdwPreferencesGroup *moves;
} Parts;

/* The sum */

static void
add_sum (AdwPreferencesGroup *group,
         const char          *title,
         const char          *sign,
         gint64               quantity)
{
  g_autofree char *number = tend_quantity_format (ABS (quantity));
  g_autofree char *text = g_strdup_printf ("%s%s", sign, number);

  tend_rows_add (group, tend_row_value (title, text), NULL);
}

/* What has not happened is left out, so that the sum can be followed. */
static void
add_part (AdwPreferencesGroup *group,
          const char          *title,
          const char          *sign,
          gint64               quantity)
{
  if (quantity != 0)
    add_sum (group, title, sign, quantity);
}

static void
add_count (AdwPreferencesGroup *group,
           const TendStock     *stock)
{
  g_autofree char *day = tend_date_format (stock->counted_on, TEND_DATE_SHORT);
  g_autofree char *counted = tend_quantity_format (stock->counted);
  g_autofree char *off = tend_quantity_format (ABS (stock->discrepancy));
  g_autofree char *title = g_strdup_printf (_("Counted on %s"), day);
  /* Translators: of a count: "7, 1 fewer than there should be" */
  const char *format = stock->discrepancy < 0 ? _("%s, %s fewer than there should be")
                                              : _("%s, %s more than there should be");
  g_autofree char *text =
    stock->discrepancy == 0 ? g_strdup_printf (_("%s, as it should be"), counted)
                            : g_strdup_printf (format, counted, off);
  GtkWidget *row = tend_row_value (title, text);

  if (stock->discrepancy != 0)
    tend_row_add_note (row, _("Does not add up"), "warning");
  tend_rows_add (group, row, NULL);
}

static void
add_left (AdwPreferencesGroup *group,
          TendMedicineFile    *file)
{
  TendRecord *record = file->medicine->record;
  g_autofree char *left = tend_quantity_format (file->stock.left);
  g_autofree char *days = tend_medicine_file_stock (file);
  g_autofree char *text = file->stock.days_left >= 0 ? g_strdup_printf ("%s, %s", left, days)
                                                     : g_strdup (left);
  GtkWidget *row = tend_row_value (_("There Should Be Now"), text);

  if (file->stock.days_left >= 0 &&
      file->stock.days_left < tend_record_get_int (record, "low_stock_days"))
    tend_row_add_note (row, _("Running low"), "warning");
  tend_rows_add (group, row, NULL);
}

static void
show_sum (TendMedicineFile    *file,
          AdwPreferencesGroup *group)
{
  const TendStockSum *sum = &file->sum;

  tend_rows_begin (group);
  if (file->stock.known)
    {
      add_sum (group, _("Brought Forward"), "", sum->brought_forward);
      add_part (group, _("Received"), "+ ", sum->received);
      add_part (group, _("Given"), "− ", sum->given);
      add_part (group, _("Returned to the Pharmacy"), "− ", sum->returned);
      add_part (group, _("Destroyed"), "− ", sum->destroyed);
      add_part (group, _("Put Right by Counting"), sum->put_right < 0 ? "− " : "+ ",
                sum->put_right);
      /* Where it is not the same as what there should be now. */
      if (file->stock.expected != file->stock.left)
        add_sum (group, _("By the Records"), "= ", file->stock.expected);
      if (file->stock.has_count)
        add_count (group, &file->stock);
      add_left (group, file);
    }
  else
    tend_rows_add (group, tend_row_nothing (_("Nothing is written of what there is. Count it, and "
                                              "Tend keeps the sum from then on.")), NULL);
  tend_rows_end (group);
}

/* What came and went */

static TendRecord *
new_move (TendMedicineView *self,
          const char       *kind)
{
  TendRecord *move = tend_record_new (&tend_stock_kind);

  tend_record_set_text (move, "medication", self->id);
  tend_record_set_int (move, "date", tend_session_get_today (self->session));
  tend_record_set_text (move, "kind", kind);
  return move;
}

typedef struct
{
  GtkWidget   *parent;   /* weak */
  TendSession *session;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  g_clear_weak_pointer (&counting->parent);
  g_object_unref (counting->session);
  g_free (counting);
}

static void
check (TendRecord *move,
       TendFaults *faults,
       gpointer    data)
{
  Counting *counting = data;

  if (tend_record_get_int (move, "date") > tend_session_get_today (counting->session))
    tend_faults_add (faults, "date", _("That is still to come: check the date."));
}

static TendRecord *
save (TendVault   *vault,
      TendRecord  *move,
      gpointer     data,
      GError     **error)
{
  return tend_stock_write (vault, move, error) ? g_object_ref (move) : NULL;
}

static void
saved_cb (TendRecord *move,
          gpointer    data)
{
  Counting *counting = data;

  if (counting->parent != NULL && strcmp (tend_record_get_text (move, "kind"), "counted") == 0)
    tend_medicine_discrepancy_look (counting->parent, counting->session, move);
}

static void
present_move (TendMedicineView *self,
              TendRecord       *move,
              const char       *title)
{
  static const char *const fields[] = { "kind", "quantity", "date", "at", "note", "initials",
                                        NULL };
  Counting *counting = g_new0 (Counting, 1);
  TendRecordDialogOptions options = {
    .title = title,
    .fields = fields,
    .check = check,
    .save = save,
    .keeps_drafts = TRUE,
    .on_saved = saved_cb,
    .user_data = counting,
    .free_user_data = counting_free,
  };

  g_set_weak_pointer (&counting->parent, GTK_WIDGET (self->page));
  counting->session = g_object_ref (self->session);
  tend_record_dialog_present_full (GTK_WIDGET (self->page), self->session, move, &options);
}

static void
count_cb (GtkWidget        *button,
          TendMedicineView *self)
{
  g_autoptr(TendRecord) move = new_move (self, "counted");

  present_move (self, move, _("Count It"));
}

static void
add_cb (GtkWidget        *button,
        TendMedicineView *self)
{
  g_autoptr(TendRecord) move = new_move (self, "received");

  present_move (self, move, _("Add to the Stock"));
}

static void
move_cb (GtkWidget        *row,
         TendMedicineView *self)
{
  present_move (self, g_object_get_data (G_OBJECT (row), "record"), _("Stock"));
}

static void
show_moves (TendMedicineView    *self,
            AdwPreferencesGroup *group)
{
  static const char *const detail[] = { "date", "at", "note", "initials", NULL };

  tend_rows_begin (group);
  for (guint i = 0; i < self->moves->len; i++)
    {
      TendRecord *move = self->moves->pdata[i];
      g_autofree char *kind = tend_field_text_show (move, "kind");
      g_autofree char *quantity = tend_field_text_show (move, "quantity");
      g_autofree char *title = g_strdup_printf ("%s: %s", kind, quantity);
      g_autofree char *words = tend_record_words (move, detail, " · ", NULL);
      GtkWidget *row = tend_row_link (title, words);

      if (tend_record_is_set (move, "incident"))
        tend_row_add_note (row, _("Incident written"), "dim-label");
      g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (move), g_object_unref);
      g_signal_connect (row, "activated", G_CALLBACK (move_cb), self);
      tend_rows_add (group, row, tend_record_get_id (move));
    }
  if (self->moves->len == 0)
    tend_rows_add (group, tend_row_nothing (_("Nothing yet: what came from the pharmacy, what went "
                                              "back, and what you count.")), NULL);
  tend_rows_end (group);
}

static void
show (TendMedicineView *self,
      TendMedicineFile *file,
      gpointer          data)
{
  Parts *parts = data;
  g_autofree char *name = tend_medicine_title (file->medicine->record);
  /* Translators: of a medicine */
  g_autofree char *title = g_strdup_printf (_("Stock: %s"), name);

  gtk_window_set_title (GTK_WINDOW (self->window), title);
  show_sum (file, parts->sum);
  show_moves (self, parts->moves);
}

void
tend_medicine_stock_present (GtkWidget   *parent,
                             TendSession *session,
                             const char  *id)
{
  Parts *parts = g_new0 (Parts, 1);
  TendMedicineView *self =
    tend_medicine_view_new (parent, session, id, _("Stock"), show, parts, g_free);
  GtkWidget *count = tend_head_button (_("_Count…"), _("Count It"));
  GtkWidget *add = tend_head_button (_("_Add…"), _("Add to the Stock"));

  parts->sum = tend_medicine_view_add_group (self, _("What There Should Be"), NULL);
  parts->moves = tend_medicine_view_add_group (self, _("What Came and Went"), NULL);
  adw_preferences_group_set_header_suffix (parts->sum, count);
  adw_preferences_group_set_header_suffix (parts->moves, add);
  g_signal_connect (count, "clicked", G_CALLBACK (count_cb), self);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  tend_medicine_view_present (self);
}
