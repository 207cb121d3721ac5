/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the tests of billing share: rate cards written briefly, and charges as text. */

#include "tend-billing.h"

#define CLOCK(hour, minute) ((hour) * 60 + (minute))
#define MINUTE 60

/* A rate by the hour, for all days, until a field says otherwise. */
#define BAND(name, from, to, pence, ...) \
  { .id = name, .starts_at = from, .ends_at = to, .amount_pence = pence, __VA_ARGS__ }
#define RATE(name, pence, ...) BAND (name, TEND_CLOCK_NONE, TEND_CLOCK_NONE, pence, __VA_ARGS__)

/* One line for each charge, so that a failure shows the whole answer. */
static inline char *
dump (GArray *charges)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < charges->len; i++)
    {
      TendCharge *charge = &g_array_index (charges, TendCharge, i);
      g_autofree char *date = tend_date_format_iso (charge->date);
      g_autofree char *span = tend_time_format_span (charge->start, charge->end);

      g_assert_cmpint (charge->date, ==, tend_time_date (charge->start));
      g_string_append_printf (text, "%s %s %dmin %d/%s", date, span, (int) charge->minutes,
                              (int) charge->rate_pence,
                              charge->unit == TEND_UNIT_HOUR ? "h" :
                              charge->unit == TEND_UNIT_VISIT ? "visit" : "night");
      if (charge->shared_by != 1)
        g_string_append_printf (text, " by %d", charge->shared_by);
      if (charge->percent != 100)
        g_string_append_printf (text, " %d%%", charge->percent);
      g_string_append_printf (text, " = %d\n", (int) charge->amount_pence);
    }

  return g_string_free (text, FALSE);
}
