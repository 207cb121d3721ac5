/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure-mar FOLDER: how long it takes to open a cycle of the MAR chart among 2.6 million
 * doses (the stress column of domain.md, section 8): 12 people with 10 medicines each, four
 * times a day, for 15 years.  They are made in FOLDER where they are not there yet, by SQL:
 * what is measured is reading.  Prints lines as measure-work does.
 */

#include "measure.h"

#include "tend-kinds.h"
#include "tend-mar.h"
#include "tend-recovery.h"
#include "tend-statement.h"

#include <stdio.h>

#define CLIENTS 12
#define MEDICINES 10
#define TIMES 4
#define DAYS (15 * 365)
#define FIRST tend_date_new (2011, 1, 3)
#define CYCLES 120
#define LIMIT 50

static const char * const clocks[TIMES] = { "08:00", "12:30", "17:00", "22:00" };

static gboolean
add_record (TendVault       *vault,
            const TendKind  *kind,
            const char      *id,
            const char      *field,
            const char      *value,
            const char      *parent,
            GError         **error)
{
  g_autoptr(TendRecord) record = tend_record_new (kind);

  tend_record_set_id (record, id);
  tend_record_parse (record, tend_kind_field (kind, field), value, NULL);
  if (kind == &tend_medication_kind)
    {
      tend_record_set_text (record, "client", parent);
      tend_record_set_text (record, "dose", "1 tablet");
      tend_record_set_int (record, "starts_on", FIRST);
    }
  else if (kind == &tend_medication_time_kind)
    {
      tend_record_set_text (record, "medication", parent);
      tend_record_set_int (record, "position", value[0] - '0');
    }

  return tend_record_save (vault, record, NULL, error);
}

static gboolean
add_medicine (TendVault   *vault,
              const char  *id,
              const char  *client,
              GError     **error)
{
  if (!add_record (vault, &tend_medication_kind, id, "name", id, client, error))
    return FALSE;

  for (guint i = 0; i < TIMES; i++)
    {
      g_autofree char *time = g_strdup_printf ("%s-%u", id, i);

      if (!add_record (vault, &tend_medication_time_kind, time, "at", clocks[i], id, error))
        return FALSE;
    }

  return TRUE;
}

#define INSERT \
  "INSERT INTO mar_entries (id, medication, due_at, given_at, outcome, quantity, support, \"by\"," \
  " initials, written_at) VALUES (:id, :medication, :due, :due, 'taken', 1000, 'assist', 'me'," \
  " 'CM', :due)"

static gboolean
add_doses (TendVault   *vault,
           const char  *medication,
           GError     **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, INSERT, error);
  guint number = 0;

  if (statement == NULL)
    return FALSE;

  for (int day = 0; day < DAYS; day++)
    for (guint i = 0; i < TIMES; i++)
      {
        g_autofree char *id = g_strdup_printf ("%s-%07u", medication, number++);

        tend_statement_bind_text (statement, ":id", id);
        tend_statement_bind_text (statement, ":medication", medication);
        tend_statement_bind_int (statement, ":due",
                                 tend_time_resolve (FIRST + day, tend_clock_parse_iso (clocks[i])));
        if (!tend_statement_run (statement, error))
          return FALSE;
        tend_statement_reset (statement);
      }

  return TRUE;
}

static gboolean
fill_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  for (int i = 0; i < CLIENTS; i++)
    {
      g_autofree char *client = g_strdup_printf ("c%d", i);

      if (!add_record (vault, &tend_client_kind, client, "given_name", client, NULL, error))
        return FALSE;
      for (int j = 0; j < MEDICINES; j++)
        {
          g_autofree char *medicine = g_strdup_printf ("m%d-%d", i, j);

          if (!add_medicine (vault, medicine, client, error) ||
              !add_doses (vault, medicine, error))
            return FALSE;
        }
    }

  return TRUE;
}

static TendVault *
make_or_open (const char *folder)
{
  g_autofree char *dir = g_build_filename (folder, "vault", NULL);
  g_autofree char *key_path = g_build_filename (folder, "key", NULL);
  g_autoptr(GError) error = NULL;
  TendVault *vault = NULL;
  char *recovery_key = NULL;

  if (g_file_test (key_path, G_FILE_TEST_EXISTS))
    return measure_open (folder, TEND_VAULT_READ_ONLY, FALSE);

  g_mkdir_with_parents (folder, 0700);
  vault = tend_vault_create (dir, NULL, &recovery_key, NULL, &error);
  if (vault == NULL || !tend_vault_transact (vault, fill_cb, NULL, &error) ||
      !g_file_set_contents (key_path, recovery_key, -1, &error))
    measure_fail (error);
  tend_recovery_free (recovery_key);

  return vault;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GRand) chance = g_rand_new_with_seed (1948);
  g_autoptr(GArray) times = measure_times_new ();

  if (argc != 2)
    {
      fprintf (stderr, "measure-mar FOLDER\n");
      return 2;
    }

  vault = make_or_open (argv[1]);
  for (guint i = 0; i < CYCLES; i++)
    {
      g_autofree char *client = g_strdup_printf ("c%d", g_rand_int_range (chance, 0, CLIENTS));
      TendDate from = FIRST + g_rand_int_range (chance, 0, DAYS - TEND_MAR_CYCLE_DAYS);
      g_autoptr(GError) error = NULL;
      double begun = measure_now ();
      g_autoptr(TendMarChart) chart =
        tend_mar_chart_load (vault, client, from, TEND_MAR_CYCLE_DAYS,
                             tend_time_resolve (FIRST + DAYS, 0), &error);

      if (chart == NULL)
        measure_fail (error);
      measure_note (times, begun);
      if (chart->n_recorded != TEND_MAR_CYCLE_DAYS * TIMES * MEDICINES)
        measure_fail (g_error_new (TEND_ERROR, TEND_ERROR_FAILED, "%u doses in a cycle.",
                                   chart->n_recorded));
    }

  measure_report ("A cycle among 2.6 million doses, 95th percentile",
                  measure_percentile (times, 95), LIMIT, "ms");
  measure_report ("  the same, median", measure_percentile (times, 50), 0, "ms");

  return 0;
}
