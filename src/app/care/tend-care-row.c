/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-row.h"

#include "tend-record-words.h"
#include "tend-rows.h"
#include "tend-secrets.h"

#include <glib/gi18n-lib.h>

GtkWidget *
tend_care_row_new (const TendCareSection *section,
                   TendCareFile          *file,
                   TendRecord            *record)
{
  g_autofree char *heading = tend_record_words (record, section->heading, ", ", file->names);
  g_autofree char *detail = tend_record_words (record, section->detail, " · ", file->names);
  GtkWidget *row = tend_row_link (*heading != '\0' ? heading : _(section->change),
                                  *detail != '\0' ? detail : NULL);

  if (section->state != NULL)
    {
      TendCareState state = section->state (record, file);
      g_autofree char *text = state.text;

      if (text != NULL)
        tend_row_add_note (row, text, state.css_class);
    }

  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  return row;
}

/* A secret that is asked for: the button belongs to one row and goes with it. */
typedef struct
{
  TendSession *session;
  TendRecord  *record;
  const char  *field;
  GHashTable  *shown;
  GtkWidget   *page;   /* weak */
} Asking;

static void
asking_clear (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_object_unref (asking->record);
  g_hash_table_unref (asking->shown);
  g_clear_weak_pointer (&asking->page);
}

static void
asking_unref (gpointer asking)
{
  g_rc_box_release_full (asking, asking_clear);
}

/* In the worker: what is asked for, alone. */
typedef struct
{
  TendRecord *record;
  const char *field;
} Showing;

static void
showing_free (gpointer data)
{
  g_object_unref (((Showing *) data)->record);
  g_free (data);
}

static gpointer
show_secret (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  Showing *showing = data;

  return tend_record_show (vault, showing->record, showing->field, error);
}

static void
secret_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Asking *asking = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = tend_session_finish (TEND_SESSION (source), result, &error);

  if (asking->page != NULL && secret == NULL)
    tend_toast (asking->page, error->message);
  else if (asking->page != NULL)
    {
      g_hash_table_insert (asking->shown, g_strdup (tend_record_get_id (asking->record)),
                           g_steal_pointer (&secret));
      tend_page_reload (TEND_PAGE (asking->page));
    }
  asking_unref (asking);
}

static void
clicked_cb (Asking *asking)
{
  Showing *showing;

  if (g_hash_table_remove (asking->shown, tend_record_get_id (asking->record)))
    {
      tend_page_reload (TEND_PAGE (asking->page));
      return;
    }

  showing = g_new0 (Showing, 1);
  showing->record = tend_record_copy (asking->record);
  showing->field = asking->field;
  tend_session_change (asking->session, show_secret, showing, showing_free, g_free, secret_cb,
                       g_rc_box_acquire (asking));
}

void
tend_care_row_add_secret (GtkWidget             *row,
                          TendPage              *page,
                          const TendCareSection *section,
                          TendRecord            *record,
                          GHashTable            *shown)
{
  const char *secret = g_hash_table_lookup (shown, tend_record_get_id (record));
  const char *label = secret != NULL ? _("Hide") : _("Show");
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *name = g_strdup_printf ("%s: %s", label, title);
  GtkWidget *button = gtk_button_new_with_label (label);
  Asking *asking = g_rc_box_new0 (Asking);

  asking->session = g_object_ref (tend_page_get_session (page));
  asking->record = g_object_ref (record);
  asking->field = section->secret;
  asking->shown = g_hash_table_ref (shown);
  g_set_weak_pointer (&asking->page, GTK_WIDGET (page));
  g_object_set_data_full (G_OBJECT (button), "asking", asking, asking_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), asking);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  if (secret != NULL)
    tend_row_add_note (row, secret, "secret");
  tend_row_add_suffix (row, button);
}
