/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was set of a dose that changes from day to day, on whose word, and the next one.
 * @id: of the medication. */
void tend_medicine_by_day_present (GtkWidget   *parent,
                                   TendSession *session,
                                   const char  *id);

G_END_DECLS
