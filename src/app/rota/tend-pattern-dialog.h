/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @id: the visit that was planned, or the first of those that repeat */
typedef void (*TendPlannedFunc) (const char *id,
                                 gpointer    user_data);

/**
 * tend_visit_new_present:
 * @client: (nullable): chosen already
 * @date: the day, or TEND_DATE_NONE for today
 * @clock: the time, or TEND_CLOCK_NONE
 * @on_planned: (nullable)
 *
 * Plans a visit, once or repeating.
 */
void tend_visit_new_present      (GtkWidget       *parent,
                                  TendSession     *session,
                                  const char      *client,
                                  TendDate         date,
                                  TendClock        clock,
                                  TendPlannedFunc  on_planned,
                                  gpointer         user_data);

/**
 * tend_pattern_dialog_present:
 * @id: a visit of a repeating visit, stored or "PATTERN\@DATE"
 *
 * Changes the repeating visit, from that day on unless another is said.
 */
void tend_pattern_dialog_present (GtkWidget       *parent,
                                  TendSession     *session,
                                  const char      *id);

G_END_DECLS
