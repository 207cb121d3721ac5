/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks, where @count (stock, just saved) is not what there should be, whether to record that
 * as an incident, and opens one. */
void tend_medicine_discrepancy_look (GtkWidget   *parent,
                                     TendSession *session,
                                     TendRecord  *count);

G_END_DECLS
