/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "measure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void
measure_fail (GError *error)
{
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

double
measure_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

GArray *
measure_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

void
measure_note (GArray *times,
              double  begun)
{
  double taken = measure_now () - begun;

  g_array_append_val (times, taken);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
measure_percentile (GArray *times,
                    double  percent)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, (guint) ceil (times->len * percent / 100) - 1);
}

void
measure_report (const char *what,
                double      measured,
                double      limit,
                const char *unit)
{
  if (limit > 0)
    printf ("%s\t%.1f\t%.0f\t%s\n", what, measured, limit, unit);
  else
    printf ("%s\t%.1f\t-\t%s\n", what, measured, unit);
  fflush (stdout);
}

TendVault *
measure_open (const char     *folder,
              TendVaultFlags  flags,
              gboolean        tell)
{
  g_autofree char *dir = g_build_filename (folder, "vault", NULL);
  g_autofree char *key_path = g_build_filename (folder, "key", NULL);
  g_autofree char *typed = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) key = NULL;
  TendVault *vault;
  double begun = measure_now ();

  if (!g_file_get_contents (key_path, &typed, NULL, &error))
    measure_fail (error);

  key = tend_vault_key_from_recovery (dir, typed, &error);
  if (key == NULL)
    measure_fail (error);
  if (tell)
    measure_report ("Key from the recovery key", measure_now () - begun, 0, "ms");

  begun = measure_now ();
  vault = tend_vault_open (dir, key, flags, &error);
  if (vault == NULL)
    measure_fail (error);
  if (tell)
    measure_report ("Vault opened with the key", measure_now () - begun, 0, "ms");

  return vault;
}
