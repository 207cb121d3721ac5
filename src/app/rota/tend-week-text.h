/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-visits.h"

G_BEGIN_DECLS

/* Words for days, weeks and visits that more than one page needs. (transfer full) */

/* "23–29 November 2026", "30 November – 6 December 2026" */
char *tend_week_title     (TendDate         monday);
/* "Tuesday 3 June, 09:00–09:30": a day of this year or next goes without its year. */
char *tend_moment_text    (TendInstant      start,
                           TendInstant      end);
/* "4 visits"; NULL for none */
char *tend_visits_count   (guint            n);

G_END_DECLS
