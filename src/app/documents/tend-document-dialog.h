/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tend_document_dialog_present:
 * @document: shown exactly as it prints
 * @name: what the window, its file and the print job are called; names nobody, since the
 *   desktop shows and keeps it
 * @action: (nullable): "_Issue Invoice", an extra button; %NULL for none
 *
 * The one way every document is looked at, printed (the desktop's dialogue) and
 * saved as PDF; before saving it says what it contains and that the copy is not locked.
 * The window's signal "taken" says that it was printed or saved.
 */
typedef void (*TendDocumentActionFunc) (GtkWindow *dialog, gpointer user_data);
GtkWindow *tend_document_dialog_present (GtkWidget              *parent,
                                         TendDocument           *document,
                                         const char             *name,
                                         const char             *contains,
                                         const char             *action,
                                         TendDocumentActionFunc  on_action,
                                         gpointer                user_data);

/* A switch was turned: @chosen is what it says now. */
typedef void (*TendDocumentSwitchFunc) (GtkWindow *dialog, gboolean chosen, gpointer user_data);
/**
 * tend_document_dialog_add_switch:
 * @label: "_Leave out names"
 * @chosen: what it says at first
 * @func: makes the other document and hands it to tend_document_dialog_show(); until then
 *   nothing can be printed or saved, since what is on view is not what was asked for
 * @user_data: (transfer full): freed with the window
 *
 * Offers another way to make the same paper, below the pages.
 */
void       tend_document_dialog_add_switch (GtkWindow              *dialog,
                                            const char             *label,
                                            gboolean                chosen,
                                            TendDocumentSwitchFunc  func,
                                            gpointer                user_data,
                                            GDestroyNotify          free_user_data);
/* Puts @document in the place of the one on view; @name and @contains as above.  With %NULL
 * for a document that could not be made the switch that was turned goes back. */
void       tend_document_dialog_show    (GtkWindow              *dialog,
                                         TendDocument           *document,
                                         const char             *name,
                                         const char             *contains);
/* Straight to the desktop's print dialogue. */
void       tend_document_print          (GtkWidget              *parent,
                                         TendDocument           *document,
                                         const char             *name);

G_END_DECLS
