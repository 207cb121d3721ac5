/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-document-dialog.h"

#include <glib/gi18n-lib.h>

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              TendDocument      *document)
{
  tend_document_draw_page (document, gtk_print_context_get_cairo_context (context), page);
}

/* The paper is that of the document, drawn to its edges: margins are the sheets' own. */
static GtkPageSetup *
page_setup (TendDocument *document)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  tend_document_get_page_size (document, &width, &height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);

  return setup;
}

/* It has left, as far as the desktop says. */
static void
done_cb (GtkWidget               *parent,
         GtkPrintOperationResult  result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    gtk_widget_activate_action (parent, "document.taken", NULL);
}

static void
say (GtkWidget  *parent,
     const char *message)
{
  gtk_widget_activate_action (parent, "win.toast", "s", message);
}

void
tend_document_print (GtkWidget    *parent,
                     TendDocument *document,
                     const char   *name)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = page_setup (document);
  g_autoptr(GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, tend_document_get_n_pages (document));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         tend_document_ref (document),
                         (GClosureNotify) (GCallback) tend_document_unref, 0);

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, G_CONNECT_SWAPPED);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (parent, error->message);
}
