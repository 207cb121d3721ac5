/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-request-clock.h"

#include <glib/gi18n-lib.h>

#define MINUTE         60 /* seconds */
#define ANSWER_MINUTES (8 * 60)
#define URGENT_MINUTES (3 * 60)

TendInstant
tend_service_request_due (GPtrArray  *schemes,
                          TendRecord *request)
{
  gboolean urgent = tend_record_get_int (request, "urgent");
  TendInstant received = tend_record_get_int (request, "received_at");
  const char *id = tend_record_get_text (request, "scheme");
  const TendScheme *scheme = id != NULL ? tend_schemes_find (schemes, id) : NULL;
  const TendSchemeFigure *figure =
    scheme != NULL ? tend_scheme_figure (scheme, urgent ? "urgent_response_minutes"
                                                        : "response_minutes",
                                         tend_time_date (received)) : NULL;
  gint64 minutes = figure != NULL ? figure->value : urgent ? URGENT_MINUTES : ANSWER_MINUTES;

  return received + minutes * MINUTE;
}

/* A minute that has begun is not counted: nobody is to think that there is more time. */
char *
tend_service_request_left (TendInstant due,
                           TendInstant now)
{
  /* By the minutes of the clock, whatever the second it came in: they change together. */
  gint64 minutes = due > now ? MAX (due / MINUTE - (now + MINUTE - 1) / MINUTE, 0)
                             : now / MINUTE - due / MINUTE;
  g_autofree char *length = tend_minutes_format (minutes);
  g_autofree char *clock = tend_clock_format (tend_time_clock (due));
  g_autofree char *day = tend_date_format (tend_time_date (due), TEND_DATE_DAY);
  /* Translators: a day and a time, "Tue 2 Jun, 16:30" */
  g_autofree char *when = tend_time_date (due) == tend_time_date (now)
                          ? g_steal_pointer (&clock) : g_strdup_printf (_("%s, %s"), day, clock);

  if (due <= now)
    return g_strdup_printf (_("Was to be answered by %s, %s ago"), when, length);
  if (minutes == 0)
    return g_strdup_printf (_("Answer by %s, less than a minute left"), when);

  return g_strdup_printf (_("Answer by %s, %s left"), when, length);
}
