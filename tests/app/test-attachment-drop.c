/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-test.h"

#include "tend-attachment-list.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

static GtkDropTarget *
target_of (GtkWidget *list)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (list);
  GtkDropTarget *target = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        target = GTK_DROP_TARGET (controller);
    }

  g_assert_nonnull (target);
  return target;
}

/* As the desktop hands them over. */
static gboolean
drop (GtkWidget  *list,
      const char *first,
      const char *second)
{
  g_autoptr(GFile) one = g_file_new_for_path (first);
  g_autoptr(GFile) two = second != NULL ? g_file_new_for_path (second) : NULL;
  GFile *files[] = { one, two };
  GdkFileList *dropped = gdk_file_list_new_from_array (files, two != NULL ? 2 : 1);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, dropped);
  g_signal_emit_by_name (target_of (list), "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

static gboolean
form_is_open (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1;
}

/* One file opens the window that takes it in; two at once are refused, and nothing opens. */
static void
test_drop (AppFixture    *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRecord) client =
    app_add (fixture, tend_kind_by_name ("client"), "given_name", "Rose", NULL);
  g_autofree char *path = g_strconcat (fixture->dir, "-letter.pdf", NULL);
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *list = tend_attachment_list_new ();
  g_autoptr(GtkWindow) form = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), list);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), fixture->session,
                             tend_kind_by_name ("client"), NULL);
  g_assert_false (drop (list, path, NULL));

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), fixture->session,
                             tend_kind_by_name ("client"), tend_record_get_id (client));
  g_assert_false (drop (list, path, "/nowhere.pdf"));
  g_assert_false (form_is_open (NULL));

  g_assert_true (drop (list, path, NULL));
  app_wait (form_is_open, NULL, "the form");
  app_settle (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GtkWindow) shown = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (shown != GTK_WINDOW (window))
        g_set_object (&form, shown);
    }
  g_assert_cmpstr (gtk_window_get_title (form), ==, "Add a Document");
  gtk_window_close (form);
  app_settle (fixture);
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle (fixture);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  adw_init ();
  app_add_test ("/app/attachment-drop/files", test_drop);

  return g_test_run ();
}
