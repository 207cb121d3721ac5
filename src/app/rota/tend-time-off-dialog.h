/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_time_off_dialog_present:
 * @date: the day that new time off begins with
 *
 * Time off from @date on: what there is, to change or remove, and more to add.
 */
void tend_time_off_dialog_present (GtkWidget   *parent,
                                   TendSession *session,
                                   TendDate     date);

G_END_DECLS
