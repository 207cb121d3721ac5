/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-complete.h"

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

typedef struct
{
  GtkWidget *window;
  GtkText   *text;
} Shown;

static void
set_up (Shown         *shown,
        gconstpointer  data)
{
  GtkWidget *row = tend_entry_row_new ("From");
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (char *) "Weaver Close");
  g_ptr_array_add (words, (char *) "Leek");
  tend_complete_attach (TEND_ENTRY_ROW (row), words, "Places");

  shown->window = gtk_window_new ();
  shown->text = tend_entry_row_get_text (TEND_ENTRY_ROW (row));
  gtk_window_set_child (GTK_WINDOW (shown->window), row);
  gtk_window_present (GTK_WINDOW (shown->window));
  gtk_widget_grab_focus (row);
}

static void
tear_down (Shown         *shown,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
}

/* What the display server still has to say is heard too. */
static void
settle (void)
{
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* One letter after the other, over what is selected, each completed before the next. */
static void
type_text (Shown      *shown,
           const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gtk_editable_delete_selection (GTK_EDITABLE (shown->text));
      g_signal_emit_by_name (shown->text, "insert-at-cursor", (const char[]) { *p, '\0' });
      settle ();
    }
}

static void
move (Shown *shown,
      int    characters)
{
  g_signal_emit_by_name (shown->text, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS,
                         characters, FALSE);
  settle ();
}

/* GTK gives up the selection when X11 says so. */
static void
lose_selection (Shown *shown)
{
  gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (shown->text)), "else");
  settle ();
}

#define assert_text(shown, expected) \
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE ((shown)->text)), ==, expected)

static void
test_typing (Shown         *shown,
             gconstpointer  data)
{
  int start, end;

  type_text (shown, "weav");
  assert_text (shown, "Weaver Close");
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (shown->text), &start, &end));
  g_assert_cmpint (start, ==, 4);
  g_assert_cmpint (end, ==, 12);

  /* What no word goes on with stands as it is typed. */
  type_text (shown, "ing");
  assert_text (shown, "Weaving");
}

static void
test_selection_lost (Shown         *shown,
                     gconstpointer  data)
{
  type_text (shown, "we");
  lose_selection (shown);
  type_text (shown, "av");
  assert_text (shown, "Weaver Close");

  lose_selection (shown);
  type_text (shown, "i");
  assert_text (shown, "Weavi");
}

/* Who moves into the word has taken it, and changes it there. */
static void
test_moved (Shown         *shown,
            gconstpointer  data)
{
  type_text (shown, "we");
  move (shown, -1);
  type_text (shown, "st W");
  assert_text (shown, "West Waver Close");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;
  adw_init ();

#define add_test(path, func) g_test_add (path, Shown, NULL, set_up, func, tear_down)
  add_test ("/app/complete/typing", test_typing);
  add_test ("/app/complete/selection-lost", test_selection_lost);
  add_test ("/app/complete/moved", test_moved);

  return g_test_run ();
}
