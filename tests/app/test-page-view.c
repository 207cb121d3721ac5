/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-page-view.h"

#include "tend-text-sheet.h"

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */
#define LEAST_PAGES  20

static TendDocument *
make_long (void)
{
  g_autoptr(GString) markdown = g_string_new ("# Long\n\n");
  TendTextSheet sheet = { .title = "Long", .author = "Siân Prŷs" };

  for (int i = 0; i < 900; i++)
    g_string_append_printf (markdown, "Paragraph %d goes over the line, for it is a long one and "
                            "says what was said before it once again.\n\n", i);
  sheet.markdown = markdown->str;
  return tend_document_new_text (&sheet);
}

static int
count_drawn (GtkWidget *pages)
{
  int n = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (pages); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    n += tend_page_view_is_drawn (TEND_PAGE_VIEW (page));

  return n;
}

static void
wait_until_drawn (GtkWidget *page)
{
  while (!tend_page_view_is_drawn (TEND_PAGE_VIEW (page)))
    g_main_context_iteration (NULL, TRUE);
}

/* Of many pages those near what is on view are drawn, and others when it comes to them. */
static void
test_near (void)
{
  g_autoptr(TendDocument) document = make_long ();
  int n_pages = tend_document_get_n_pages (document);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkAdjustment *scrolled;

  g_assert_cmpint (n_pages, >, LEAST_PAGES);
  for (int i = 0; i < n_pages; i++)
    gtk_box_append (GTK_BOX (pages), tend_page_view_new (document, i));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), pages);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 900);
  gtk_window_present (GTK_WINDOW (window));

  wait_until_drawn (gtk_widget_get_first_child (pages));
  g_assert_cmpint (count_drawn (pages), <, 6);
  g_assert_false (tend_page_view_is_drawn (TEND_PAGE_VIEW (gtk_widget_get_last_child (pages))));

  scrolled = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (scrolled, gtk_adjustment_get_upper (scrolled));
  wait_until_drawn (gtk_widget_get_last_child (pages));
  g_assert_cmpint (count_drawn (pages), <, 12);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  g_test_add_func ("/app/page-view/near", test_near);

  return g_test_run ();
}
