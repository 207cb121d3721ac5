/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @hazard: an unsaved risk, with words alone */
typedef void (*TendHazardFunc) (TendRecord *hazard,
                                gpointer    data);

/* A window with common hazards at home, to choose one from.  @data, an object, is kept
 * until the window goes. */
void tend_hazards_present (GtkWidget      *parent,
                           TendHazardFunc  chosen,
                           gpointer        data);

G_END_DECLS
