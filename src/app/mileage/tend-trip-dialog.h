/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_trip_dialog_present:
 * @id: (nullable): %NULL to log a new journey
 *
 * One journey: places are completed from those named before, the miles of the
 * last time are filled in, and "and back again" logs the way back with it.
 */
void tend_trip_dialog_present (GtkWidget   *parent,
                               TendSession *session,
                               const char  *id);

G_END_DECLS
