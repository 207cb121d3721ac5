/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-undo-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LAST "tend-last-undo"

/* The toast that can be undone, and with what; owned by the overlay. */
typedef struct
{
  TendSession *session;
  TendUndo    *undo; /* NULL once it is on its way */
  AdwToast    *toast;
} Last;

static void
last_free (gpointer data)
{
  Last *last = data;

  g_object_unref (last->session);
  g_clear_pointer (&last->undo, tend_undo_free);
  g_clear_weak_pointer (&last->toast);
  g_free (last);
}

/* The outermost one in @widget. */
static GtkWidget *
overlay_inside (GtkWidget *widget)
{
  GtkWidget *overlay = ADW_IS_TOAST_OVERLAY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       overlay == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    overlay = overlay_inside (child);

  return overlay;
}

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  /* A window's own, and from a dialogue that has none, that of its window. */
  for (; overlay == NULL && GTK_IS_WINDOW (widget);
       widget = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget))))
    overlay = overlay_inside (widget);

  return overlay != NULL ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/* A toast's title is markup, and a name may hold an ampersand. */
static AdwToast *
make_toast (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

static void
show_text (AdwToastOverlay *overlay,
           const char      *text)
{
  AdwToast *toast = make_toast (text);

  adw_toast_set_timeout (toast, 8);
  adw_toast_overlay_add_toast (overlay, toast);
}

static gpointer
run_undo (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  tend_undo_run (data, vault, error);
  return NULL;
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(AdwToastOverlay) overlay = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  show_text (overlay, error != NULL ? error->message : _("Undone."));
}

static gboolean
undo_last (AdwToastOverlay *overlay)
{
  Last *last = g_object_get_data (G_OBJECT (overlay), LAST);

  if (last == NULL || last->undo == NULL)
    return FALSE;

  if (last->toast != NULL)
    adw_toast_dismiss (last->toast);
  tend_session_change (last->session, run_undo, g_steal_pointer (&last->undo),
                       (GDestroyNotify) tend_undo_free, NULL, undone_cb, g_object_ref (overlay));
  return TRUE;
}

static void
clicked_cb (AdwToastOverlay *overlay,
            AdwToast        *toast)
{
  undo_last (overlay);
}

void
tend_undo_toast (GtkWidget   *widget,
                 TendSession *session,
                 const char  *text,
                 TendUndo    *undo)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;
  Last *last;

  if (overlay == NULL)
    {
      g_clear_pointer (&undo, tend_undo_free);
      return;
    }

  last = g_object_get_data (G_OBJECT (overlay), LAST);
  if (last != NULL && last->toast != NULL)
    adw_toast_dismiss (last->toast);

  if (undo == NULL)
    {
      show_text (overlay, text);
      return;
    }

  toast = make_toast (text);
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (clicked_cb), overlay,
                           G_CONNECT_SWAPPED);

  last = g_new0 (Last, 1);
  last->session = g_object_ref (session);
  last->undo = undo;
  g_set_weak_pointer (&last->toast, toast);
  g_object_set_data_full (G_OBJECT (overlay), LAST, last, last_free);
  adw_toast_overlay_add_toast (overlay, toast);
}

gboolean
tend_undo_toast_last (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  return overlay != NULL && undo_last (overlay);
}
