/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All that is known of one line of the chart, and what can be done with it.  @id: of the
 * medication. */
void tend_medicine_window_present (GtkWidget   *parent,
                                   TendSession *session,
                                   const char  *id);

G_END_DECLS
