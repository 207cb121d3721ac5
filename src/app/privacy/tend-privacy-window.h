/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The log of requests and breaches, and how long the records of people are kept. */
void tend_privacy_window_present (GtkWidget   *parent,
                                  TendSession *session);

G_END_DECLS
