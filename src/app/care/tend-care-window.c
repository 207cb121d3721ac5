/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-window.h"

#include "tend-dialog.h"

GtkWindow *
tend_care_window_new (GtkWidget           *parent,
                      const char          *title,
                      AdwPreferencesPage **page)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = adw_preferences_page_new ();

  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  tend_dialog_close_on_escape (box);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  adw_window_set_content (ADW_WINDOW (window), box);
  tend_dialog_fit (GTK_WINDOW (window), root);

  *page = ADW_PREFERENCES_PAGE (content);
  return GTK_WINDOW (window);
}
