/* SPDX-License-Identifier: GPL-3.0-or-later */

/* make-load FOLDER [PERCENT]       the heavy load in FOLDER/vault, its key in FOLDER/key
 * make-load --remember FOLDER      lets this session's keyring open it, and takes the
 *                                  day's snapshot, so that no start has it to do
 */

#include "load.h"

#include "tend-keyring.h"
#include "tend-recovery.h"
#include "tend-time.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

static gboolean
make (const char  *folder,
      int          percent,
      GError     **error)
{
  g_autofree char *dir = g_build_filename (folder, "vault", NULL);
  g_autofree char *key_path = g_build_filename (folder, "key", NULL);
  g_autoptr(TendVault) vault = NULL;
  gint64 begun = g_get_monotonic_time ();
  char *recovery_key = NULL;
  LoadCounts counts;
  gboolean ok;

  g_mkdir_with_parents (folder, 0700);
  vault = tend_vault_create (dir, NULL, &recovery_key, NULL, error);
  if (vault == NULL)
    return FALSE;

  ok = g_file_set_contents (key_path, recovery_key, -1, error) &&
       load_fill (vault, tend_date_today (TEND_DATE_NONE), percent, &counts, error);
  tend_recovery_free (recovery_key);

  if (ok)
    printf ("%u clients, %u visits, %u journeys, %u invoices with %u lines: %u records in %.1f s\n",
            counts.n_clients, counts.n_visits, counts.n_trips, counts.n_invoices, counts.n_lines,
            counts.n_records, (g_get_monotonic_time () - begun) / 1e6);

  return ok;
}

static gboolean
remember (const char  *folder,
          GError     **error)
{
  g_autofree char *dir = g_build_filename (folder, "vault", NULL);
  g_autofree char *key_path = g_build_filename (folder, "key", NULL);
  g_autofree char *typed = NULL;
  g_autofree char *id = tend_vault_read_id (dir, error);
  g_autoptr(TendKey) key = NULL;
  g_autoptr(TendVault) vault = NULL;

  if (id == NULL || !g_file_get_contents (key_path, &typed, NULL, error))
    return FALSE;

  key = tend_vault_key_from_recovery (dir, typed, error);
  vault = key != NULL ? tend_vault_open (dir, key, TEND_VAULT_READ_WRITE, error) : NULL;

  return vault != NULL && tend_keyring_store (id, key, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  gboolean ok;

  if (argc == 3 && g_str_equal (argv[1], "--remember"))
    ok = remember (argv[2], &error);
  else if (argc == 2 || (argc == 3 && atoi (argv[2]) > 0))
    ok = make (argv[1], argc == 3 ? atoi (argv[2]) : 100, &error);
  else
    {
      fprintf (stderr, "make-load FOLDER [PERCENT], make-load --remember FOLDER\n");
      return 2;
    }

  if (!ok)
    fprintf (stderr, "%s\n", error->message);
  return ok ? 0 : 1;
}
