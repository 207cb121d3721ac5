/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window with the vehicles that journeys are made in: add, change, remove. */
void tend_vehicles_present (GtkWidget   *parent,
                            TendSession *session);

G_END_DECLS
