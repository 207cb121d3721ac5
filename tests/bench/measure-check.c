/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure-check FOLDER: how long a look at what each council asks for takes on the heavy load
 * that make-load left in FOLDER, by turns with a plain read of what it is looked for in: all that
 * is kept of people and papers, and what was done in a quarter.  The one divided by the other does
 * not hang on the machine.  Prints lines as measure-work does.
 */

#include "measure.h"

#include "tend-check.h"
#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-visits.h"

#include <stdio.h>

#define ROUNDS 12
#define DAYS 92
/* So many times as long as the plain read, for the council that asks for most. */
#define LIMIT 4

static void
read_plainly (TendVault *vault,
              TendDate   today)
{
  static const TendKind *const kinds[] = {
    &tend_client_kind, &tend_service_kind, &tend_rate_kind, &tend_agreement_kind,
    &tend_care_plan_kind, &tend_risk_kind, &tend_contingency_plan_kind, &tend_about_me_kind,
    &tend_credential_kind, &tend_policy_kind, &tend_medication_kind, &tend_payment_kind,
    &tend_feedback_kind, &tend_incident_kind,
  };
  GError *error = NULL;
  g_autoptr(GPtrArray) visits = tend_visits_recorded (vault, today - DAYS, today, TEND_DATE_NONE,
                                                      NULL, &error);
  g_autoptr(GPtrArray) trips =
    visits != NULL ? tend_trips_between (vault, today - DAYS, today, &error) : NULL;

  if (trips == NULL)
    measure_fail (error);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GPtrArray) records = tend_record_load_all (vault, kinds[i], &error);

      if (records == NULL)
        measure_fail (error);
    }
}

static void
look (TendVault  *vault,
      const char *scheme,
      TendDate    today)
{
  GError *error = NULL;
  g_autoptr(GPtrArray) findings = tend_check (vault, scheme, today, &error);

  if (findings == NULL)
    measure_fail (error);
}

/* The time that a look takes, the median; @reads is given the plain ones between. */
static double
measure_scheme (TendVault  *vault,
                const char *scheme,
                TendDate    today,
                GArray     *reads)
{
  g_autoptr(GArray) looks = measure_times_new ();

  for (int i = 0; i < ROUNDS; i++)
    {
      double begun = measure_now ();

      look (vault, scheme, today);
      measure_note (looks, begun);

      begun = measure_now ();
      read_plainly (vault, today);
      measure_note (reads, begun);
    }

  return measure_percentile (looks, 50);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GPtrArray) schemes = NULL;
  g_autoptr(GArray) reads = measure_times_new ();
  TendDate today = tend_date_today (TEND_DATE_NONE);
  GError *error = NULL;
  double most = 0;

  if (argc != 2)
    {
      fprintf (stderr, "measure-check FOLDER\n");
      return 2;
    }

  vault = measure_open (argv[1], TEND_VAULT_READ_ONLY, FALSE);
  schemes = tend_schemes_load (vault, &error);
  if (schemes == NULL)
    measure_fail (error);

  for (guint i = 0; i < schemes->len; i++)
    most = MAX (most, measure_scheme (vault, tend_scheme_get_id (schemes->pdata[i]), today, reads));

  measure_report ("What a council asks for, times a plain read",
                  most / measure_percentile (reads, 50), LIMIT, "×");
  measure_report ("  in milliseconds: the council that asks for most", most, 0, "ms");
  measure_report ("  the plain read", measure_percentile (reads, 50), 0, "ms");

  return 0;
}
