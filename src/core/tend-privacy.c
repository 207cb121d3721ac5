/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy.h"

#include "tend-rates.h"

#include <glib/gi18n-lib.h>

#define MONTHS          1
#define MONTHS_EXTENDED 3
#define HOUR            3600

TendDate
tend_working_day (TendDate        date,
                  const TendDate *holidays,
                  gsize           n_holidays)
{
  while (tend_date_weekday (date) >= TEND_SATURDAY ||
         tend_holidays_contain (holidays, n_holidays, date))
    date++;

  return date;
}

static gboolean
is_paused (TendDate         date,
           const TendPause *pauses,
           gsize            n_pauses)
{
  for (gsize i = 0; i < n_pauses; i++)
    if (pauses[i].from != TEND_DATE_NONE && date >= pauses[i].from && date < pauses[i].to)
      return TRUE;

  return FALSE;
}

TendDate
tend_answer_due (TendDate         received,
                 gboolean         extended,
                 const TendPause *pauses,
                 gsize            n_pauses,
                 const TendDate  *holidays,
                 gsize            n_holidays)
{
  TendDate due = tend_date_add_months (received, extended ? MONTHS_EXTENDED : MONTHS);
  TendDate last = received;

  for (gsize i = 0; i < n_pauses; i++)
    {
      if (pauses[i].from != TEND_DATE_NONE && pauses[i].to == TEND_DATE_NONE)
        return TEND_DATE_NONE;
      last = MAX (last, pauses[i].to);
    }

  for (TendDate day = received; day < last; day++)
    if (is_paused (day, pauses, n_pauses))
      due++;

  return tend_working_day (due, holidays, n_holidays);
}

TendInstant
tend_breach_due (TendInstant aware)
{
  return aware + TEND_BREACH_HOURS * HOUR;
}

char *
tend_breach_left (TendInstant aware,
                  TendInstant now)
{
  TendInstant due = tend_breach_due (aware);
  TendDate date = tend_time_date (due);
  g_autofree char *clock = tend_clock_format (tend_time_clock (due));
  g_autofree char *day = NULL;
  int hours;

  if (now <= due)
    {
      hours = (due - now + HOUR - 1) / HOUR;
      /* Translators: "72 hours left until Tuesday 14:00". */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour left until %s %s",
                                           "%d hours left until %s %s", hours),
                              hours, tend_weekday_name (tend_date_weekday (date)), clock);
    }

  day = tend_date_format (date, TEND_DATE_FULL);
  hours = (now - due) / HOUR;
  if (hours == 0)
    /* Translators: "It was due by Tuesday 9 June 2026 14:00". */
    return g_strdup_printf (_("It was due by %s %s"), day, clock);

  /* Translators: "3 hours over: it was due by Tuesday 9 June 2026 14:00". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour over: it was due by %s %s",
                                       "%d hours over: it was due by %s %s", hours),
                          hours, day, clock);
}

/* The 31 January after the tax year that @date lies in. */
static TendDate
tax_due (TendDate date)
{
  int year;

  tend_date_get (tend_tax_year_end (tend_tax_year_start (date)), &year, NULL, NULL);
  return tend_date_new (year + 1, 1, 31);
}

TendDate
tend_keeping_until (const TendKeeping      *keeping,
                    const TendKeepingFacts *facts)
{
  TendDate from = TEND_DATE_NONE;

  if (facts->enquiry)
    from = keeping->after == TEND_KEPT_AFTER_ENQUIRY ? facts->last_word : TEND_DATE_NONE;
  else if (facts->ended == TEND_DATE_NONE)
    return TEND_DATE_NONE;
  else if (keeping->after == TEND_KEPT_AFTER_CARE)
    from = MAX (facts->ended, facts->last_seen);
  else if (keeping->after == TEND_KEPT_AFTER_TAX && facts->last_money != TEND_DATE_NONE)
    from = tax_due (facts->last_money);

  return from != TEND_DATE_NONE ? tend_date_add_years (from, keeping->years) : TEND_DATE_NONE;
}

const TendKeeping *
tend_keeping_longest (const TendKeeping      *keepings,
                      gsize                   n_keepings,
                      const TendKeepingFacts *facts)
{
  const TendKeeping *longest = NULL;
  TendDate latest = TEND_DATE_NONE;

  for (gsize i = 0; i < n_keepings; i++)
    {
      TendDate until = tend_keeping_until (&keepings[i], facts);

      if (until > latest)
        {
          latest = until;
          longest = &keepings[i];
        }
    }

  return longest;
}
