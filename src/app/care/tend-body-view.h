/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-form.h"

G_BEGIN_DECLS

/**
 * TendBodyView:
 *
 * The body from four sides with the mark that a form is about: put where the pointer
 * presses, moved by the arrow keys.  Its accessible description says where it is.
 */
#define TEND_TYPE_BODY_VIEW (tend_body_view_get_type ())
G_DECLARE_FINAL_TYPE (TendBodyView, tend_body_view, TEND, BODY_VIEW, GtkWidget)

GtkWidget *tend_body_view_new     (TendForm   *form);

/* For the lines of a body map: the drawing above the rows, and that it is the body that
 * is marked. */
void       tend_body_view_prepare (TendForm   *form,
                                   GtkWindow  *dialog,
                                   gpointer    list);
void       tend_body_view_check   (TendRecord *mark,
                                   TendFaults *faults,
                                   gpointer    list);

G_END_DECLS
