/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One issued invoice: what is owed, payments for it, the paper, and putting it
 * right.  @number: a number or an id */
void tend_invoice_dialog_present (GtkWidget   *parent,
                                  TendSession *session,
                                  const char  *number);

G_END_DECLS
