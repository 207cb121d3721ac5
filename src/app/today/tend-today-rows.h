/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-today.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of Today.  Each is a widget that activates actions of the page:
 *   "today.open" (s)   the record of a visit
 *   "today.start" (s)  it starts now
 *   "today.finish" (s) it is finished: now, or as planned if it was never started
 */

/* What one press on a visit does at @now. */
typedef enum
{
  TEND_VISIT_PRESS_NONE,     /* recorded, or too early to say */
  TEND_VISIT_PRESS_START,    /* "Start now" */
  TEND_VISIT_PRESS_FINISH,   /* "Finished" */
  TEND_VISIT_PRESS_AS_PLANNED, /* its time has passed: "As planned" */
} TendVisitPress;

TendVisitPress tend_visit_press     (const TendVisit    *visit,
                                     TendInstant         now);

/* @with_day: names the day, for visits of other days
 * @next: it is what comes next, and its button stands out */
GtkWidget     *tend_today_visit_row (const TendVisit    *visit,
                                     TendInstant         now,
                                     gboolean            with_day,
                                     gboolean            next);
GtkWidget     *tend_today_step_row  (const TendNextStep *step);
GtkWidget     *tend_today_owed_row  (const TendInvoiceRow *invoice);

G_END_DECLS
