/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What came and went of one medicine, and what there should be by that.  @id: of the
 * medication. */
void tend_medicine_stock_present (GtkWidget   *parent,
                                  TendSession *session,
                                  const char  *id);

G_END_DECLS
