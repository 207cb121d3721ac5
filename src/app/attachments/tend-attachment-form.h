/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_attachment_form_add:
 * @kind: with @subject, its id: what the document is kept with
 *
 * Asks what @file is while it is being taken in, keeps it, and then offers to delete the
 * original.  What is wrong with the file is said beside it, and another can be chosen.
 */
void tend_attachment_form_add    (GtkWidget      *parent,
                                  TendSession    *session,
                                  const TendKind *kind,
                                  const char     *subject,
                                  GFile          *file);
/* Changes what is written of a document that is there. */
void tend_attachment_form_change (GtkWidget      *parent,
                                  TendSession    *session,
                                  TendRecord     *attachment);

G_END_DECLS
