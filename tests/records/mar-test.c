/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mar-test.h"

#include <string.h>

TendInstant
mar_moment (const char *text)
{
  TendInstant instant = TEND_INSTANT_NONE;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

void
mar_add_time (Fixture    *fixture,
              const char *medication,
              const char *at,
              const char *by)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", medication, at);

  add_record (fixture, &tend_medication_time_kind, id, "medication", medication, "at", at,
              "by", by, "position", strcmp (at, "12:00") < 0 ? "0" : "1", NULL);
}

void
mar_set_up (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_provider_kind, "provider", "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_medication_kind, "ramipril", "client", "ann", "name", "Ramipril",
              "strength", "5 mg", "dose", "1 tablet", "starts_on", "2026-06-01", NULL);
  mar_add_time (fixture, "ramipril", "08:00", "me");
  add_record (fixture, &tend_medication_kind, "codeine", "client", "ann", "name", "Codeine",
              "dose", "1-2 tablets", "starts_on", "2026-06-01", "as_needed", "true",
              "max_in_24h", "8", "min_interval_minutes", "240", NULL);
}

TendRecord *
mar_dose (const char *id,
          const char *due_at)
{
  return make_record (&tend_mar_entry_kind, id, "medication", "ramipril", "due_at", due_at,
                      "given_at", due_at, "outcome", "taken", "support", "assist", NULL);
}

void
mar_sign (Fixture    *fixture,
          TendRecord *entry,
          const char *now)
{
  g_autoptr(GError) error = NULL;

  tend_mar_sign (fixture->vault, entry, FALSE, mar_moment (now), &error);
  g_assert_no_error (error);
}

char *
mar_refused (Fixture    *fixture,
             TendRecord *entry,
             const char *now,
             int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) stored = NULL;

  g_assert_false (tend_mar_sign (fixture->vault, entry, FALSE, mar_moment (now), &error));
  g_assert_error (error, TEND_ERROR, code);
  stored = tend_record_load (fixture->vault, &tend_mar_entry_kind, tend_record_get_id (entry),
                             NULL);
  g_assert_null (stored);

  return g_strdup (error->message);
}

TendMarChart *
mar_load (Fixture    *fixture,
          const char *from,
          int         days,
          const char *now)
{
  g_autoptr(GError) error = NULL;
  TendMarChart *chart = tend_mar_chart_load (fixture->vault, "ann", day (from), days,
                                             mar_moment (now), &error);

  g_assert_no_error (error);
  return chart;
}

const TendMarLine *
mar_line (const TendMarChart *chart,
          const char         *medication)
{
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const TendMarLine *found = chart->lines->pdata[i];

      if (strcmp (tend_record_get_id (found->medicine->record), medication) == 0)
        return found;
    }

  return NULL;
}

const char *
mar_state (const TendMarChart *chart,
           const char         *medication,
           guint               index)
{
  const TendMarSlot *slot = mar_line (chart, medication)->slots->pdata[index];

  return tend_slot_state_name (slot->state);
}
