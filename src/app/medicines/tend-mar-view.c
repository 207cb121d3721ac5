/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-view.h"

#include "tend-mar-days.h"
#include "tend-mar-draft.h"
#include "tend-mar-drafts.h"
#include "tend-mar-grid.h"
#include "tend-mar-head.h"
#include "tend-mar-panel.h"
#include "tend-mar-signing.h"
#include "tend-mar-words.h"
#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>

/* From this width on the panel stands beside the grid; of the font's size, as its own. */
#define ROOM_FOR_BOTH 61.0
#define PANEL_WIDTH   24.5

struct _TendMarView
{
  AdwBin         parent_instance;

  TendSession   *session;
  TendMarSheet  *sheet;    /* NULL until one is set */
  GtkWidget     *head;
  TendMarGrid   *grid;
  TendMarDrafts *drafts;   /* what becomes of the grid's when the window closes */
  GtkLabel      *status;
  GtkWidget     *side;     /* what holds the panel */
  TendMarPanel  *panel;
  TendMarPanel  *window;   /* weak: the panel of the window that is open */
  gboolean       signing;
};

G_DEFINE_FINAL_TYPE (TendMarView, tend_mar_view, ADW_TYPE_BIN)

enum
{
  SHOW_DAY,
  SHOW_DOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say (TendMarView *self,
     const char  *text)
{
  gtk_label_set_label (self->status, text);
}

/* The line and the dose of the square in focus; FALSE for a day of doses as needed. */
static gboolean
get_dose (TendMarView  *self,
          TendMarLine **line,
          TendMarSlot **slot)
{
  TendMarSquare *square = tend_mar_grid_get_last (self->grid);

  if (square == NULL)
    return FALSE;

  *line = tend_mar_square_get_line (square);
  *slot = tend_mar_square_get_slot (square);
  return *slot != NULL;
}

static void
set_draft (TendMarView *self,
           TendMarLine *line,
           TendMarSlot *slot,
           TendRecord  *draft)
{
  tend_mar_grid_set_draft (self->grid, line, slot, draft);
  tend_mar_drafts_changed (self->drafts);
}

/* Drafts of another day have come back. */
static void
restored_cb (guint    n,
             gpointer self)
{
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dose is drafted and not signed yet.",
                                  "%u doses are drafted and not signed yet.", n), n);

  say (self, text);
}

/* The panel */

static void
hide_panel (TendMarView *self)
{
  gtk_widget_set_visible (self->side, FALSE);
}

static void
panel_changed_cb (TendMarView *self,
                  TendRecord  *draft)
{
  TendMarLine *line;
  TendMarSlot *slot;

  if (tend_record_is_set (draft, "supersedes") || !tend_record_is_set (draft, "due_at"))
    return;

  line = tend_mar_sheet_line (self->sheet, tend_record_get_text (draft, "medication"));
  slot = line != NULL ? tend_mar_line_slot (line, draft) : NULL;
  if (slot != NULL)
    set_draft (self, line, slot, draft);
}

static void
drop (TendMarView *self)
{
  TendMarLine *line;
  TendMarSlot *slot;

  if (get_dose (self, &line, &slot))
    set_draft (self, line, slot, NULL);
  hide_panel (self);
  say (self, _("Nothing is written."));
}

static void
focus_grid (TendMarView *self)
{
  TendMarSquare *square = tend_mar_grid_get_last (self->grid);

  if (square != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (square));
}

static void
panel_dropped_cb (TendMarView *self)
{
  drop (self);
  focus_grid (self);
}

static void
panel_closed_cb (TendMarView *self)
{
  hide_panel (self);
  focus_grid (self);
}

static void
say_signed (TendMarView *self,
            TendRecord  *entry)
{
  TendMarLine *line = tend_mar_sheet_line (self->sheet,
                                           tend_record_get_text (entry, "medication"));
  g_autofree char *title = line != NULL ? tend_medicine_title (line->medicine->record) : NULL;
  g_autofree char *words = line != NULL ? tend_mar_entry_words (line->medicine, entry) : NULL;
  g_autofree char *text = NULL;

  if (line == NULL)
    return;

  /* Translators: medicine and what was written: "Paracetamol 500 mg tablets: given" */
  text = tend_record_get_int (entry, "copied")
         ? g_strdup_printf (_("Signed. %s: %s. Open the dose to add the scan of the paper."), title,
                            words)
         : g_strdup_printf (_("Signed. %s: %s"), title, words);
  say (self, text);
}

/* The dose is written; on to the next, which is on the sheet that is still on view. */
static void
go_on (TendMarView *self,
       TendRecord  *entry)
{
  say_signed (self, entry);
  hide_panel (self);
  if (!tend_mar_grid_focus_next (self->grid, 1))
    focus_grid (self);
}

static void
panel_signed_cb (TendMarView *self,
                 TendRecord  *entry)
{
  go_on (self, entry);
}

static void
connect_panel (TendMarView  *self,
               TendMarPanel *panel)
{
  g_signal_connect_object (panel, "changed", G_CALLBACK (panel_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "dropped", G_CALLBACK (panel_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "closed", G_CALLBACK (panel_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "signed", G_CALLBACK (panel_signed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Beside the grid where there is room, else in a window of its own. */
static TendMarPanel *
open_panel (TendMarView *self)
{
  TendDrawStyle style;

  tend_widget_draw_style (GTK_WIDGET (self), &style);
  if (gtk_widget_get_width (GTK_WIDGET (self)) >= style.font_size * ROOM_FOR_BOTH)
    {
      gtk_widget_set_size_request (GTK_WIDGET (self->panel), style.font_size * PANEL_WIDTH, -1);
      gtk_widget_set_visible (self->side, TRUE);
      return self->panel;
    }

  g_clear_weak_pointer (&self->window);
  g_set_weak_pointer (&self->window, tend_mar_window_present (GTK_WIDGET (self), self->session));
  connect_panel (self, self->window);
  return self->window;
}

static TendMarPanel *
show_square (TendMarView *self)
{
  TendMarSquare *square = tend_mar_grid_get_last (self->grid);
  TendMarPanel *panel;
  TendMarLine *line;
  TendMarSlot *slot;

  if (square == NULL)
    return NULL;

  panel = open_panel (self);
  line = tend_mar_square_get_line (square);
  slot = tend_mar_square_get_slot (square);
  if (slot != NULL)
    tend_mar_panel_show_dose (panel, self->sheet, line, slot,
                              tend_mar_grid_get_draft (self->grid, line, slot));
  else
    tend_mar_panel_show_day (panel, self->sheet, line, tend_mar_square_get_date (square),
                             tend_mar_square_get_others (square));

  return panel;
}

/* Drafting and signing by key */

static void
say_early (TendMarView *self,
           TendMarLine *line,
           TendMarSlot *slot)
{
  g_autofree char *clock =
    tend_clock_format (tend_time_clock (tend_mar_opens_at (line->medicine->record,
                                                           slot->due_at)));
  g_autofree char *text =
    g_strdup_printf (_("This dose is not due yet: it can be signed from %s."), clock);

  say (self, text);
}

static void
letter_cb (TendMarView *self,
           guint        letter)
{
  TendMarSquare *square = tend_mar_grid_get_focus_square (self->grid);
  TendMarLine *line = tend_mar_square_get_line (square);
  TendMarSlot *slot = tend_mar_square_get_slot (square);
  TendInstant now = tend_session_get_now (self->session);
  TendRecord *before = slot != NULL ? tend_mar_grid_get_draft (self->grid, line, slot) : NULL;
  const char *code = tend_mar_draft_key_code (letter, before, slot == NULL);
  g_autoptr(TendRecord) draft = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (code == NULL)
    {
      say (self, _("That letter is no code of the chart. The letters stand below it."));
      return;
    }
  if (slot == NULL)
    {
      tend_mar_view_give (self, tend_record_get_id (line->medicine->record),
                          *code != '\0' ? code : NULL);
      return;
    }
  if (slot->entry != NULL)
    {
      say (self, _("This dose is written down already. To correct it, press Enter."));
      return;
    }
  if (!tend_mar_slot_is_open (line, slot, now))
    {
      say_early (self, line, slot);
      return;
    }

  draft = tend_mar_draft_new (line, slot, *code != '\0' ? code : NULL, now);
  set_draft (self, line, slot, draft);
  hide_panel (self);
  words = tend_mar_entry_words (line->medicine, draft);
  text = g_strdup_printf (_("Draft: %s. Enter signs it, Escape drops it."), words);
  say (self, text);
}

static void
signed_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendMarView) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) entry = tend_session_finish (TEND_SESSION (session), result, &error);

  self->signing = FALSE;
  if (self->sheet == NULL)
    return;

  if (entry != NULL)
    go_on (self, entry);
  else
    say (self, error->message);
}

static void
sign_draft (TendMarView *self,
            TendMarLine *line,
            TendRecord  *draft)
{
  TendInstant now = tend_session_get_now (self->session);
  g_autoptr(TendFaults) faults = tend_mar_draft_faults (line->medicine, draft, now);

  if (tend_faults_count (faults) > 0)
    {
      TendMarPanel *panel = show_square (self);

      say (self, tend_faults_get (faults, 0)->message);
      tend_mar_panel_sign (panel);
      return;
    }

  self->signing = TRUE;
  tend_mar_sign_async (self->session, draft, FALSE, signed_cb, g_object_ref (self));
}

static void
enter_cb (TendMarView *self)
{
  TendMarLine *line;
  TendMarSlot *slot;
  TendRecord *draft = get_dose (self, &line, &slot)
                      ? tend_mar_grid_get_draft (self->grid, line, slot) : NULL;

  if (self->signing)
    return;

  if (draft != NULL)
    sign_draft (self, line, draft);
  else
    tend_mar_panel_begin (show_square (self));
}

static void
pressed_cb (TendMarView *self)
{
  show_square (self);
}

static void
beyond_cb (TendMarView *self,
           int          date)
{
  g_signal_emit (self, signals[SHOW_DAY], 0, date);
}

/* A gap may lie in an earlier cycle than the one on view. */
static void
go_cb (TendMarView *self,
       const char  *key)
{
  if (!tend_mar_grid_focus_dose (self->grid, key))
    g_signal_emit (self, signals[SHOW_DOSE], 0, key);
}

/* Class */

static void
tend_mar_view_dispose (GObject *object)
{
  TendMarView *self = TEND_MAR_VIEW (object);

  g_clear_pointer (&self->drafts, tend_mar_drafts_close);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);

  G_OBJECT_CLASS (tend_mar_view_parent_class)->dispose (object);
}

static void
tend_mar_view_class_init (TendMarViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_mar_view_dispose;
  signals[SHOW_DAY] = g_signal_new ("show-day", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SHOW_DOSE] = g_signal_new ("show-dose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tend_mar_view_init (TendMarView *self)
{
}

static GtkWidget *
make_scroller (TendMarView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), tend_mar_key_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_chart (TendMarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->head = tend_mar_head_new (self->session);
  g_signal_connect_object (self->head, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  /* Spoken when it changes: what a key did is seen nowhere near the dose. */
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                               "label", _("G or space for given, a code for anything else; "
                                          "Enter signs."), NULL);
  gtk_label_set_wrap (self->status, TRUE);
  gtk_label_set_xalign (self->status, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "mar-status");
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), tend_mar_days_new (self->grid));
  gtk_box_append (GTK_BOX (box), make_scroller (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "mar-chart");
  return box;
}

static GtkWidget *
make_side (TendMarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->panel = TEND_MAR_PANEL (tend_mar_panel_new (self->session));
  connect_panel (self, self->panel);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->panel));
  gtk_widget_set_hexpand (box, FALSE); /* whatever is in it */
  gtk_widget_set_visible (box, FALSE);
  return box;
}

GtkWidget *
tend_mar_view_new (TendSession *session)
{
  TendMarView *self = g_object_new (TEND_TYPE_MAR_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->session = g_object_ref (session);
  self->grid = TEND_MAR_GRID (tend_mar_grid_new ());
  self->drafts = tend_mar_drafts_new (session, self->grid, restored_cb, self);
  g_signal_connect_object (self->grid, "letter", G_CALLBACK (letter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "pressed", G_CALLBACK (pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "drop", G_CALLBACK (drop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "beyond", G_CALLBACK (beyond_cb), self, G_CONNECT_SWAPPED);

  self->side = make_side (self);
  gtk_box_append (GTK_BOX (box), make_chart (self));
  gtk_box_append (GTK_BOX (box), self->side);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
tend_mar_view_set_sheet (TendMarView  *self,
                         TendMarSheet *sheet)
{
  TendMarSheet *before;
  gboolean other;

  g_return_if_fail (TEND_IS_MAR_VIEW (self));

  before = self->sheet;
  tend_mar_drafts_leave (self->drafts);
  other = before == NULL || g_strcmp0 (before->chart->client, sheet->chart->client) != 0 ||
          before->chart->from != sheet->chart->from;
  self->sheet = tend_mar_sheet_ref (sheet);
  if (other)
    hide_panel (self);
  tend_mar_head_show (TEND_MAR_HEAD (self->head), sheet);
  tend_mar_grid_set_sheet (self->grid, sheet);
  tend_mar_drafts_show (self->drafts, sheet);
  g_clear_pointer (&before, tend_mar_sheet_unref);
}

void
tend_mar_view_focus (TendMarView *self,
                     const char  *key)
{
  g_return_if_fail (TEND_IS_MAR_VIEW (self));

  if (key == NULL || !tend_mar_grid_focus_dose (self->grid, key))
    tend_mar_grid_focus_first (self->grid);
}

void
tend_mar_view_turn (TendMarView *self,
                    int          step)
{
  g_return_if_fail (TEND_IS_MAR_VIEW (self));

  if (self->sheet != NULL && !tend_mar_grid_turn (self->grid, step))
    beyond_cb (self, step < 0 ? self->sheet->chart->from - 1 : self->sheet->chart->to + 1);
}

void
tend_mar_view_give (TendMarView *self,
                    const char  *medication,
                    const char  *code)
{
  TendMarLine *line;
  TendMarPanel *panel;

  g_return_if_fail (TEND_IS_MAR_VIEW (self));

  line = self->sheet != NULL ? tend_mar_sheet_line (self->sheet, medication) : NULL;
  if (line == NULL)
    return;

  panel = open_panel (self);
  tend_mar_panel_show_prn (panel, self->sheet, line, code);
  tend_mar_panel_begin (panel);
}
