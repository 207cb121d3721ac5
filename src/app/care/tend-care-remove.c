/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-remove.h"

#include "tend-care-removal.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

/* The button's own, kept until the worker has answered. */
typedef struct
{
  GtkWidget   *parent;  /* weak */
  GtkWindow   *dialog;  /* weak */
  TendSession *session;
  TendRecord  *record;
} Removal;

static void
removal_clear (gpointer data)
{
  Removal *removal = data;

  g_clear_weak_pointer (&removal->parent);
  g_clear_weak_pointer (&removal->dialog);
  g_object_unref (removal->session);
  g_object_unref (removal->record);
}

static void
removal_unref (gpointer data)
{
  g_rc_box_release_full (data, removal_clear);
}

/* What the worker needs of it, which has no widgets. */
typedef struct
{
  TendRecord  *record;
  TendInstant  now;
} Request;

static void
request_free (gpointer data)
{
  g_object_unref (((Request *) data)->record);
  g_free (data);
}

static gpointer
remove_record (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  Request *request = data;
  g_autoptr(TendUndo) undo = tend_undo_new ();
  const TendKind *kind = tend_record_get_kind (request->record);
  g_autoptr(TendRecord) record =
    tend_record_load (vault, kind, tend_record_get_id (request->record), error);

  if (record == NULL ||
      !tend_undo_note (undo, vault, kind, tend_record_get_id (record), error) ||
      !tend_care_remove (vault, record, request->now, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Removal *removal = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendUndo) undo = tend_session_finish (TEND_SESSION (source), result, &error);
  const char *said = undo != NULL ? _("Removed.") : error->message;

  if (removal->parent != NULL)
    tend_undo_toast (removal->parent, removal->session, said, g_steal_pointer (&undo));
  removal_unref (removal);
}

static void
clicked_cb (Removal *removal)
{
  Request *request = g_new0 (Request, 1);

  request->record = tend_record_copy (removal->record);
  /* The history's clock, which goes on where the sample's stands still. */
  request->now = tend_time_now (TEND_DATE_NONE);
  tend_session_change (removal->session, remove_record, request, request_free,
                       (GDestroyNotify) tend_undo_free, removed_cb, g_rc_box_acquire (removal));
  if (removal->dialog != NULL)
    gtk_window_close (removal->dialog);
}

GtkWidget *
tend_care_remove_button_new (GtkWidget   *parent,
                             GtkWindow   *dialog,
                             TendSession *session,
                             TendRecord  *record)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Remove, Made by Mistake"));
  Removal *removal = g_rc_box_new0 (Removal);

  g_set_weak_pointer (&removal->parent, parent);
  g_set_weak_pointer (&removal->dialog, dialog);
  removal->session = g_object_ref (session);
  removal->record = tend_record_copy (record);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 6);
  g_object_set_data_full (G_OBJECT (button), "removal", removal, removal_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), removal);
  return button;
}
