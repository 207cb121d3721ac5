/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-history.h"

#include "tend-field-text.h"
#include "tend-history.h"
#include "tend-past.h"
#include "tend-rows.h"
#include "tend-secrets.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 25

struct _TendClientHistory
{
  TendClientTab        parent_instance;

  gint64               before;   /* entries older than this; 0: the newest */
  gint64               oldest;   /* the last on view */

  AdwPreferencesGroup *entries;
  GtkWidget           *earlier;
  GtkWidget           *newest;
};

G_DEFINE_FINAL_TYPE (TendClientHistory, tend_client_history, TEND_TYPE_CLIENT_TAB)

/* One more than is shown: whether there are earlier ones. */
static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *ask = data;

  return tend_history_list_about (vault, ask->client, ask->before, PAGE_SIZE + 1, error);
}

/* "Tue 2 Jun 2026 10:05 · Tend" */
static char *
describe_when (const TendHistoryEntry *entry)
{
  g_autofree char *day = tend_date_format (tend_time_date (entry->at), TEND_DATE_SHORT);
  g_autofree char *clock = tend_clock_format (tend_time_clock (entry->at));
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s · %s", day, clock, entry->who);
  if (entry->reason != NULL)
    g_string_append_printf (text, " · %s", entry->reason);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
change_row (const TendField *field,
            const char      *before,
            const char      *after)
{
  g_autofree char *text = NULL;

  if ((field->flags & TEND_FIELD_SENSITIVE) != 0 || field->type == TEND_FIELD_REFERENCE)
    return tend_row_value (_(field->label), _("Changed"));
  if (*before == '\0')
    return tend_row_value (_(field->label), after);
  if (*after == '\0')
    text = g_strdup_printf (_("Taken out; it was: %s"), before);
  else
    text = g_strdup_printf (_("%s; before: %s"), after, before);

  return tend_row_value (_(field->label), text);
}

/* Adds a row for each field that differs; returns their labels. */
static char *
add_changes (AdwExpanderRow *row,
             TendRecord     *before,
             TendRecord     *after)
{
  g_autoptr(GString) labels = g_string_new (NULL);

  for (const TendField *field = tend_record_get_kind (after)->fields; field->name != NULL; field++)
    {
      g_autofree char *old = before != NULL ? tend_field_text_format (before, field)
                                            : g_strdup ("");
      g_autofree char *new = tend_field_text_format (after, field);

      /* The person is the one on view; the place in a list says nothing alone. */
      if (g_str_equal (old, new) || g_str_equal (field->name, "client") ||
          (field->flags & TEND_FIELD_INTERNAL) != 0)
        continue;
      adw_expander_row_add_row (row, change_row (field, old, new));
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", _(field->label));
    }

  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static const char *
action_name (const char *action)
{
  if (g_str_equal (action, "add"))
    return _("Added");
  if (g_str_equal (action, "import"))
    return _("Imported");
  if (g_str_equal (action, "remove"))
    return _("Removed");
  if (g_str_equal (action, TEND_ACTION_SHOW))
    return _("Looked at");

  return _("Changed");
}

/* "Visit, 24 Nov 2026 08:50": which record it is, by the first of these it has. */
static char *
record_name (const TendHistoryEntry *entry,
             TendRecord             *record)
{
  static const char *const telling[] = {
    "name", "number", "title", "planned_start", "date", "starts_on", "received_on", "given_on",
    "hazard", "decision", "equipment", "written_on", "updated_on", "happened_at", "seen_at",
    "offered_on", "asked_on", "outcome", "version", "kind",
  };
  const TendKind *kind = tend_kind_by_name (entry->kind);
  const char *label = kind != NULL ? _(kind->label) : entry->kind;

  for (gsize i = 0; record != NULL && i < G_N_ELEMENTS (telling); i++)
    if (tend_kind_field (kind, telling[i]) != NULL && tend_record_is_set (record, telling[i]))
      {
        g_autofree char *value = tend_field_text_show (record, telling[i]);

        return g_strdup_printf (_("%s, %s"), label, value);
      }

  return g_strdup (label);
}

static GtkWidget *
entry_row (const TendHistoryEntry *entry)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_autoptr(TendRecord) after = tend_past_record (entry->kind, entry->values);
  g_autoptr(TendRecord) was = tend_past_record (entry->kind, entry->before);
  gboolean looked_at = g_str_equal (entry->action, TEND_ACTION_SHOW);
  g_autofree char *name = record_name (entry, after != NULL ? after : was);
  g_autofree char *when = describe_when (entry);
  g_autofree char *labels = after != NULL ? add_changes (row, was, after) : NULL;
  g_autofree char *title = NULL;

  title = was != NULL && labels != NULL && *labels != '\0'
            ? g_strdup_printf (_("%s: %s: %s"), name, action_name (entry->action), labels)
            : g_strdup_printf (_("%s: %s"), name, action_name (entry->action));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, when);
  adw_expander_row_set_enable_expansion (row, !looked_at);
  if (labels == NULL && !looked_at)
    adw_expander_row_add_row (row, tend_row_nothing (_("The details were erased.")));

  return GTK_WIDGET (row);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendClientHistory *self = TEND_CLIENT_HISTORY (page);
  g_autoptr(GPtrArray) entries = answer;

  if (entries == NULL)
    return;

  tend_rows_begin (self->entries);
  for (guint i = 0; i < entries->len && i < PAGE_SIZE; i++)
    {
      const TendHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);

      tend_rows_add (self->entries, entry_row (entry), key);
      self->oldest = entry->sequence;
    }
  tend_rows_end (self->entries);

  gtk_widget_set_sensitive (self->earlier, entries->len > PAGE_SIZE);
  gtk_widget_set_sensitive (self->newest, self->before != 0);
}

static void
tend_client_history_reload (TendPage *page)
{
  TendClientHistory *self = TEND_CLIENT_HISTORY (page);

  tend_client_tab_ask (TEND_CLIENT_TAB (self), load, (GDestroyNotify) g_ptr_array_unref, loaded_cb,
                       0, 0, self->before);
}

static void
earlier_cb (TendClientHistory *self)
{
  self->before = self->oldest;
  tend_page_reload (TEND_PAGE (self));
}

static void
newest_cb (TendClientHistory *self)
{
  self->before = 0;
  tend_page_reload (TEND_PAGE (self));
}

static void
tend_client_history_reset (TendClientTab *tab)
{
  TEND_CLIENT_HISTORY (tab)->before = 0;
}

static void
tend_client_history_class_init (TendClientHistoryClass *klass)
{
  TEND_PAGE_CLASS (klass)->reload = tend_client_history_reload;
  TEND_CLIENT_TAB_CLASS (klass)->reset = tend_client_history_reset;
}

static void
tend_client_history_init (TendClientHistory *self)
{
  GtkWidget *turn = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->earlier = tend_head_button (_("_Earlier"), _("Earlier changes"));
  self->newest = tend_head_button (_("_Newest"), _("Newest changes"));
  gtk_box_append (GTK_BOX (turn), self->earlier);
  gtk_box_append (GTK_BOX (turn), self->newest);
  gtk_widget_set_valign (turn, GTK_ALIGN_CENTER);
  self->entries =
    tend_client_tab_add_group (TEND_CLIENT_TAB (self), _("Changes"), turn);
  adw_preferences_group_set_description (self->entries,
                                         _("Of all that is kept about this person. Nothing is "
                                           "overwritten: every earlier version is kept."));

  g_signal_connect_object (self->earlier, "clicked", G_CALLBACK (earlier_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->newest, "clicked", G_CALLBACK (newest_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tend_client_history_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENT_HISTORY, "session", session, NULL);
}
