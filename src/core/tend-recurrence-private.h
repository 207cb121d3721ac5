/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* A rule as libical holds it, but for its end, which is ours: libical's own
 * `until` and `count` are empty. */
typedef struct
{
  struct icalrecurrencetype rule;
  TendDate                  until; /* inclusive, or TEND_DATE_NONE */
  int                       count; /* 0: no limit */
} TendRule;

gboolean    tend_rule_parse   (const char                       *rrule,
                               TendRule                         *rule,
                               GError                          **error);
/* The day of week in an entry of `by_day`. */
TendWeekday tend_rule_weekday (short                             by_day);
/* The days of a rule that is weekly by weeks from Monday, as bits of 1 << TEND_MONDAY
 * and so on, with no regard to its end; FALSE when it is of another kind. */
gboolean    tend_rule_weekly  (const struct icalrecurrencetype  *rule,
                               TendDate                          starts_on,
                               int                              *interval,
                               guint                            *days);

G_END_DECLS
