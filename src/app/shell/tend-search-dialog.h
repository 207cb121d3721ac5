/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Finds people, what is kept of their care, visits, invoices and the rest by the
 * beginnings of words, as one types; Enter opens the first, the arrow keys choose.  What
 * is chosen is opened through the window's action "win.open". */
void tend_search_dialog_present (GtkWidget   *parent,
                                 TendSession *session);

G_END_DECLS
