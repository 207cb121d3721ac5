/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-history.h"

#include "tend-attachment-list.h"
#include "tend-kinds.h"
#include "tend-mar-looks.h"
#include "tend-mar-signing.h"
#include "tend-mar-words.h"
#include "tend-page.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendMarHistory
{
  AdwBin               parent_instance;

  TendSession         *session;
  TendMarSheet        *sheet;
  TendMarLine         *line;
  TendMarSlot         *slot;
  AdwPreferencesGroup *notes;
  GtkWidget           *correct;
  GtkWidget           *looks;    /* NULL: none was put on */
  GtkWidget           *still_on;
  GtkWidget           *come_off;
  gboolean             is_patch; /* that was put on: its notes are looks, too */
  gboolean             replaced; /* by another since: nobody looks for it any more */
};

G_DEFINE_FINAL_TYPE (TendMarHistory, tend_mar_history, ADW_TYPE_BIN)

static guint correct_signal;

/* Looks at a patch */

/* One look a day is enough. */
static void
set_looked (TendMarHistory *self,
            gboolean        looked)
{
  gboolean focused = gtk_widget_has_focus (self->still_on);

  gtk_widget_set_sensitive (self->still_on, !looked);
  if (looked && focused)
    gtk_widget_grab_focus (self->come_off);
}

/* Notes */

typedef struct
{
  GPtrArray *notes;
  gboolean   replaced;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_ptr_array_unref (loaded->notes);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_notes (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  g_autoptr(GPtrArray) notes = tend_record_load_nested (vault, data, &tend_mar_note_kind, error);
  gboolean replaced;
  Loaded *loaded;

  if (notes == NULL || !tend_mar_is_replaced (vault, data, &replaced, error))
    return NULL;

  loaded = g_new (Loaded, 1);
  *loaded = (Loaded) { g_steal_pointer (&notes), replaced };
  return loaded;
}

static void
add_note (TendMarHistory *self,
          TendRecord     *note)
{
  TendInstant at = tend_record_get_int (note, "written_at");
  g_autofree char *day = tend_date_format (tend_time_date (at), TEND_DATE_DAY);
  g_autofree char *clock = tend_clock_format (tend_time_clock (at));
  const char *initials = tend_record_get_text (note, "initials");
  g_autofree char *title = g_strdup_printf ("%s, %s%s%s", day, clock, initials != NULL ? ", " : "",
                                            initials != NULL ? initials : "");

  tend_rows_add (self->notes, tend_row_value (title, tend_record_get_text (note, "text")),
                 tend_record_get_id (note));
}

static const char *
words_for_none (TendMarHistory *self)
{
  if (self->is_patch)
    return self->replaced ? _("No look was written down while it was worn.")
                          : _("Nobody has looked yet. Look each day until it is changed.");

  return tend_record_get_int (self->line->medicine->record, "as_needed")
         ? _("Nothing yet. Say later whether it helped.") : _("Nothing added.");
}

static const char *
title_for_notes (TendMarHistory *self)
{
  if (self->is_patch)
    return self->replaced ? _("Was it still on?") : _("Is it still on?");

  return tend_record_get_int (self->line->medicine->record, "as_needed") ? _("What it did")
                                                                        : _("Added later");
}

static void
show_looks (TendMarHistory *self,
            GPtrArray      *notes)
{
  gtk_widget_set_visible (self->looks, !self->replaced);
  adw_preferences_group_set_title (self->notes, title_for_notes (self));
  set_looked (self, tend_mar_is_found_on (notes, tend_session_get_today (self->session)));
}

static void
notes_cb (GObject      *session,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendMarHistory) self = data;
  g_autoptr(Loaded) loaded = tend_session_finish (TEND_SESSION (session), result, NULL);

  if (loaded == NULL || self->session == NULL)
    return;

  self->replaced = loaded->replaced;
  tend_rows_begin (self->notes);
  for (guint i = 0; i < loaded->notes->len; i++)
    add_note (self, loaded->notes->pdata[i]);
  if (loaded->notes->len == 0)
    tend_rows_add (self->notes, tend_row_nothing (words_for_none (self)), NULL);
  tend_rows_end (self->notes);
  if (self->is_patch)
    show_looks (self, loaded->notes);
}

static void
reload_notes (TendMarHistory *self)
{
  tend_session_query (self->session, load_notes, g_object_ref (self->slot->entry), g_object_unref,
                      (GDestroyNotify) loaded_free, NULL, notes_cb, g_object_ref (self));
}

static void
note_saved_cb (TendRecord *note,
               gpointer    data)
{
  TendMarHistory *self = data;

  if (self->session != NULL)
    reload_notes (self);
}

static void
add_note_cb (TendMarHistory *self)
{
  gboolean as_needed = tend_record_get_int (self->line->medicine->record, "as_needed");

  tend_mar_note_present (GTK_WIDGET (self), self->session, self->slot->entry, _("Add to a Dose"),
                         _("What is written stays as it is; this stands beside it, with the time "
                           "it is written."),
                         as_needed ? NULL : "note", note_saved_cb, g_object_ref (self));
}

/* What was seen of a patch */

static void
looked_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendMarHistory) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) entry = tend_session_finish (TEND_SESSION (session), result, &error);

  if (self->session == NULL)
    return;
  if (entry == NULL)
    {
      set_looked (self, FALSE);
      tend_toast (GTK_WIDGET (self), error->message);
      return;
    }
  reload_notes (self);
}

static void
still_on_cb (TendMarHistory *self)
{
  set_looked (self, TRUE);
  tend_mar_look_async (self->session, self->slot->entry, looked_cb, g_object_ref (self));
}

static void
come_off_cb (TendMarHistory *self)
{
  tend_mar_off_present (GTK_WIDGET (self), self->session, self->slot->entry, note_saved_cb,
                        g_object_ref (self));
}

static GtkWidget *
make_look_buttons (TendMarHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->still_on = gtk_button_new_with_mnemonic (_("Still _On"));
  self->come_off = gtk_button_new_with_mnemonic (_("Has Come O_ff…"));
  g_signal_connect_object (self->still_on, "clicked", G_CALLBACK (still_on_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->come_off, "clicked", G_CALLBACK (come_off_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->still_on);
  gtk_box_append (GTK_BOX (box), self->come_off);
  return box;
}

/* Entries */

static const char *
value_of (TendRecord      *entry,
          const TendField *field)
{
  const char *text = tend_record_get_text (entry, field->name);

  return field->choices != NULL ? tend_field_choice_label (field, text) : text;
}

static void
add_value (AdwPreferencesGroup *group,
           TendRecord          *entry,
           const char          *field)
{
  const TendField *found = tend_kind_field (&tend_mar_entry_kind, field);

  if (tend_record_is_set (entry, field))
    adw_preferences_group_add (group, tend_row_value (_(found->label), value_of (entry, found)));
}

static void
add_times (TendMarHistory      *self,
           AdwPreferencesGroup *group,
           TendRecord          *entry)
{
  TendInstant at = tend_record_get_int (entry, "written_at");
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  if (at == TEND_INSTANT_NONE)
    return;

  day = tend_date_format (tend_time_date (at), TEND_DATE_DAY);
  clock = tend_clock_format (tend_time_clock (at));
  text = g_strdup_printf ("%s, %s%s", day, clock,
                          tend_record_get_int (entry, "copied") ? _(", copied from the paper chart")
                          : self->slot->state == TEND_SLOT_LATE && entry == self->slot->entry
                          ? _(", late") : "");
  adw_preferences_group_add (group, tend_row_value (_("Written down"), text));
}

static void
add_entry (TendMarHistory *self,
           GtkWidget      *box,
           TendRecord     *entry,
           const char     *why_struck)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *words = tend_mar_entry_words (self->line->medicine, entry);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped (why_struck != NULL ? "<s>%s</s>" : "<b>%s</b>",
                                                     words);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (why_struck != NULL)
    {
      g_autofree char *spoken = g_strdup_printf (_("Struck through: %s"), words);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      adw_preferences_group_add (group, tend_row_value (_("Why it is struck through"),
                                                        why_struck));
    }
  add_value (group, entry, "purpose");
  add_value (group, entry, "old_patch");
  add_value (group, entry, "note");
  add_value (group, entry, "advised_by");
  add_value (group, entry, "advice");
  add_times (self, group, entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
}

static void
correct_cb (TendMarHistory *self)
{
  g_signal_emit (self, correct_signal, 0, self->slot->entry);
}

/* Each was struck through for the reason that the next one gives. */
static void
add_struck (TendMarHistory *self,
            GtkWidget      *box)
{
  GPtrArray *struck = self->slot->struck;

  for (guint i = struck != NULL ? struck->len : 0; i > 0; i--)
    {
      TendRecord *next = i < struck->len ? struck->pdata[i] : self->slot->entry;
      const char *why = tend_record_get_text (next, "correction_reason");

      add_entry (self, box, struck->pdata[i - 1], why != NULL ? why : "");
    }
}

static void
build (TendMarHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = tend_head_button (_("_Add…"), _("Add to this dose"));
  GtkWidget *scans = tend_attachment_list_new ();

  self->correct = gtk_button_new_with_mnemonic (_("_Correct…"));
  add_entry (self, box, self->slot->entry, NULL);
  gtk_widget_add_css_class (self->correct, "pill");
  g_signal_connect_object (self->correct, "clicked", G_CALLBACK (correct_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->correct);

  if (self->is_patch)
    {
      self->looks = make_look_buttons (self);
      gtk_box_append (GTK_BOX (box), self->looks);
    }
  self->notes = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->notes, title_for_notes (self));
  adw_preferences_group_set_header_suffix (self->notes, add);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_note_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));

  add_struck (self, box);
  tend_attachment_list_show (TEND_ATTACHMENT_LIST (scans), self->session, &tend_mar_entry_kind,
                             tend_record_get_id (self->slot->entry));
  gtk_box_append (GTK_BOX (box), scans);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tend_mar_history_dispose (GObject *object)
{
  TendMarHistory *self = TEND_MAR_HISTORY (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);

  G_OBJECT_CLASS (tend_mar_history_parent_class)->dispose (object);
}

static void
tend_mar_history_class_init (TendMarHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_mar_history_dispose;
  correct_signal = g_signal_new ("correct", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, TEND_TYPE_RECORD);
}

static void
tend_mar_history_init (TendMarHistory *self)
{
}

GtkWidget *
tend_mar_history_new (TendSession  *session,
                      TendMarSheet *sheet,
                      TendMarLine  *line,
                      TendMarSlot  *slot)
{
  TendMarHistory *self = g_object_new (TEND_TYPE_MAR_HISTORY, NULL);

  g_return_val_if_fail (slot->entry != NULL, NULL);

  self->session = g_object_ref (session);
  self->sheet = tend_mar_sheet_ref (sheet);
  self->line = line;
  self->slot = slot;
  self->is_patch = tend_mar_is_patch (line->medicine->record) &&
                  (tend_outcome_parse (tend_record_get_text (slot->entry, "outcome")) &
                   (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
  build (self);
  reload_notes (self);
  return GTK_WIDGET (self);
}

void
tend_mar_history_begin (TendMarHistory *self)
{
  g_return_if_fail (TEND_IS_MAR_HISTORY (self));

  gtk_widget_grab_focus (self->correct);
}
