/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window to correct a figure of a scheme: its value is typed as what it is, £22.50 or
 * 8 h, and kept as the profile keeps it. */

/* A new value from a day on.  @value: the one to begin with, or -1 for none */
void tend_figure_correct (GtkWidget   *parent,
                          TendSession *session,
                          const char  *scheme,
                          const char  *figure,
                          gint64       value);
/* @record: a scheme_figure that is stored */
void tend_figure_change  (GtkWidget   *parent,
                          TendSession *session,
                          TendRecord  *record);

G_END_DECLS
