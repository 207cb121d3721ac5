/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The services offered and what they cost everyone, in a window over @parent. */
void tend_rate_card_present (GtkWidget   *parent,
                             TendSession *session);

G_END_DECLS
