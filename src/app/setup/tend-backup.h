/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where, then writes a backup while the work goes on, and notes the day. */
void tend_backup_present (GtkWidget   *parent,
                          TendSession *session);

G_END_DECLS
