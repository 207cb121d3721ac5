/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-week.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendRotaView:
 *
 * Days across and hours down, with every visit a focusable child widget.  It
 * shows a week that it is handed, moves focus and ghosts about, and says what
 * the carer wants; it changes nothing itself.
 *
 * Arrows go from visit to visit and through the free half hours between them.
 * Ctrl with an arrow moves the visit that has the focus, Shift with Up or Down
 * its end; the change is asked for once the key is let go, so that ten steps are
 * one change.  Escape puts it back.  The whole view is one stop for Tab.
 *
 * Signals, all with the id of a visit, "PATTERN\@DATE" included:
 *   "open" (id)
 *   "place" (id, date, clock, copy): it, or a copy of it, should start then
 *   "retime" (id, start, end): these very instants
 *   "remove" (id)
 *   "repeat" (id): its repeating visit should be looked at
 * and
 *   "new-visit" (date, clock)
 *   "beyond" (date, clock): the focus should go to a day that is not on view
 *   "resized" (width), while it is being allocated
 *   "status" (text): where a move stands; what cannot be done, and why
 */
#define TEND_TYPE_ROTA_VIEW (tend_rota_view_get_type ())
G_DECLARE_FINAL_TYPE (TendRotaView, tend_rota_view, TEND, ROTA_VIEW, GtkWidget)

GtkWidget *tend_rota_view_new           (void);

/**
 * tend_rota_view_set_week:
 * @week: borrowed until the next call
 * @today: marked, or TEND_DATE_NONE
 * @now: a line across today, or TEND_INSTANT_NONE
 *
 * Shows another week, or the same as it is now.  Blocks are kept for what has
 * not changed, and with them the focus.
 */
void       tend_rota_view_set_week      (TendRotaView *self,
                                         TendWeek     *week,
                                         TendDate      today,
                                         TendInstant   now);
/* The time has gone on. */
void       tend_rota_view_set_now       (TendRotaView *self,
                                         TendDate      today,
                                         TendInstant   now);
/* Which of the week's days are shown: 7, or 1 in a narrow window. */
void       tend_rota_view_set_days      (TendRotaView *self,
                                         TendDate      first_day,
                                         int           n_days);
/* Puts back what was on its way: the change was not made. */
void       tend_rota_view_put_back      (TendRotaView *self);

/* Moves the focus to a visit, or FALSE when it is not on view. */
gboolean   tend_rota_view_focus_visit   (TendRotaView *self,
                                         const char   *id);
void       tend_rota_view_focus_time    (TendRotaView *self,
                                         TendDate      date,
                                         TendClock     clock);
/* The day on which the keyboard stands; when nowhere, today, or the first one shown. */
TendDate   tend_rota_view_get_day       (TendRotaView *self);
/* How wide the column of hours is. */
int        tend_rota_view_get_gutter    (TendRotaView *self);
/* Where a time of day lies, to scroll to. */
double     tend_rota_view_get_y         (TendRotaView *self,
                                         TendClock     clock);

/* What stays the same of a visit when its occurrence becomes a stored visit. */
char      *tend_rota_view_key           (const TendVisit *visit);

G_END_DECLS
