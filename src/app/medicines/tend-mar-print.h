/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the chart of the cycle that begins on @from as it prints.
 * @name: the person's, for what the window says that it contains
 * @blank: with empty squares, to be filled in by hand */
void tend_mar_print (GtkWidget   *parent,
                     TendSession *session,
                     const char  *client,
                     const char  *name,
                     TendDate     from,
                     gboolean     blank);

G_END_DECLS
