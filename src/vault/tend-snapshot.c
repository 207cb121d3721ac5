/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-snapshot.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-snapshot-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* snapshots/2026-11-21T081500Z-daily/ is a vault of its own: vault.db,
 * vault.keys, vault.head and blobs/, in which each attachment is a second name
 * of the same file (a hard link), so that it stays however the vault goes on.
 * It is built under a name that begins with a dot, and gets its own when whole.
 */

#define NAME_FORMAT "%Y-%m-%dT%H%M%SZ"
#define N_DAYS      7
#define N_WEEKS     8

static char *
snapshots_dir (const char *dir)
{
  return g_build_filename (dir, TEND_DIR_SNAPSHOTS, NULL);
}

/* (nullable): when the snapshot of that name was taken, in local time. */
static GDateTime *
time_of_name (const char *name)
{
  int year, month, day, hour, minute, second;
  g_autoptr(GDateTime) utc = NULL;

  if (sscanf (name, "%4d-%2d-%2dT%2d%2d%2dZ-", &year, &month, &day, &hour, &minute, &second) != 6)
    return NULL;

  utc = g_date_time_new_utc (year, month, day, hour, minute, second);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

static int
day_number (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);

  return year * 10000 + month * 100 + day;
}

gboolean
tend_snapshot_due (TendVault *vault)
{
  g_autofree char *dir = NULL;
  g_auto(GStrv) names = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);

  if (tend_vault_is_new (vault))
    return FALSE;

  dir = snapshots_dir (vault->dir);
  names = tend_files_list (dir);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GDateTime) taken = time_of_name (names[i]);

      if (taken != NULL && day_number (taken) == day_number (now))
        return FALSE;
    }

  return TRUE;
}

static int
week_number (GDateTime *time)
{
  return g_date_time_get_week_numbering_year (time) * 100 + g_date_time_get_week_of_year (time);
}

/* The newest of each of the last seven days and eight weeks that have one; days
 * and weeks are counted by the snapshots themselves, so that a wrong clock or a
 * long holiday clears nothing away.  Within the seven days a snapshot before a
 * migration is kept as well: it is the way back; so is the first one after an erasure, which
 * may be of the same second as another.
 */
void
tend_snapshot_rotate (const char *dir)
{
  g_autofree char *snapshots = snapshots_dir (dir);
  g_auto(GStrv) names = tend_files_list (snapshots);
  int n_days = 0, n_weeks = 0, last_day = 0, last_week = 0;

  for (guint i = g_strv_length (names); i > 0; i--)
    {
      const char *name = names[i - 1];
      g_autoptr(GDateTime) taken = time_of_name (name);
      g_autofree char *path = g_build_filename (snapshots, name, NULL);
      gboolean kept = FALSE;

      if (taken == NULL)
        continue;

      if (day_number (taken) != last_day)
        {
          last_day = day_number (taken);
          kept = ++n_days <= N_DAYS;
        }
      if (week_number (taken) != last_week)
        {
          last_week = week_number (taken);
          kept = ++n_weeks <= N_WEEKS || kept;
        }
      if (n_days <= N_DAYS && (g_str_has_suffix (name, "-migration") ||
                               g_str_has_suffix (name, "-erasure")))
        kept = TRUE;

      if (!kept)
        tend_files_remove_tree (path);
    }
}

/* What a crash left: a folder under construction that nobody holds locked. */
static void
clear_unfinished (const char *snapshots)
{
  g_auto(GStrv) names = tend_files_list (snapshots);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (snapshots, names[i], NULL);
      int lock;

      if (!g_str_has_prefix (names[i], TEND_STAGING_PREFIX))
        continue;

      lock = tend_files_try_lock_dir (path);
      if (lock >= 0)
        tend_files_remove_tree (path);
      tend_files_unlock (&lock);
    }
}

char *
tend_snapshot_stage (TendVault  *vault,
                     int        *lock,
                     GError    **error)
{
  g_autofree char *snapshots = snapshots_dir (vault->dir);
  g_autofree char *path = g_build_filename (snapshots, TEND_STAGING_PREFIX "XXXXXX", NULL);

  int outer;

  *lock = -1;

  /* Locked, so that nobody clears the new folder away before it is locked. */
  if (!tend_files_make_dir (snapshots, error) ||
      (outer = tend_files_lock_dir (snapshots, error)) < 0)
    return NULL;

  clear_unfinished (snapshots);
  if (g_mkdtemp_full (path, 0700) != NULL)
    *lock = tend_files_lock_dir (path, error);
  else
    tend_files_set_error (snapshots, errno, error);
  tend_files_unlock (&outer);

  return *lock >= 0 ? g_steal_pointer (&path) : NULL;
}

static char *
final_path (const char *snapshots,
            const char *reason)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, NAME_FORMAT);
  g_autofree char *word = g_strdup (reason);
  char *path;

  g_strcanon (word, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS, '-');
  path = g_strconcat (snapshots, "/", stamp, "-", word, NULL);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s-%d-%s", snapshots, stamp, i, word);
    }

  return path;
}

/* The keys are copied and the name given under the folder's lock, so that a
 * change of keys sees this snapshot or is seen by it.
 */
static gboolean
finish (TendVault   *vault,
        const char  *staging,
        const char  *reason,
        GError     **error)
{
  g_autofree char *snapshots = snapshots_dir (vault->dir);
  g_autofree char *from = g_build_filename (vault->dir, TEND_FILE_KEYS, NULL);
  g_autofree char *to = g_build_filename (staging, TEND_FILE_KEYS, NULL);
  int lock = tend_files_lock_dir (vault->dir, error);
  gboolean ok;

  if (lock < 0)
    return FALSE;

  ok = tend_files_copy (from, to, error) && tend_files_sync_dir (staging, error);
  if (ok)
    {
      g_autofree char *path = final_path (snapshots, reason);

      ok = g_rename (staging, path) == 0;
      if (!ok)
        tend_files_set_error (path, errno, error);
    }
  tend_files_unlock (&lock);

  return ok && tend_files_sync_dir (snapshots, error);
}

gboolean
tend_snapshot_take (TendVault   *vault,
                    const char  *reason,
                    GError     **error)
{
  g_autofree char *staging = NULL;
  gboolean ok;
  int lock;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (vault);

  /* What has a snapshot is there to stay. */
  if (vault->mark_fd >= 0 && !tend_vault_claim (vault, error))
    return FALSE;

  staging = tend_snapshot_stage (vault, &lock, error);
  if (staging == NULL)
    return FALSE;

  ok = tend_snapshot_build (vault, staging, NULL, NULL, NULL, error) &&
       finish (vault, staging, reason, error);
  if (!ok)
    tend_files_remove_tree (staging);
  tend_files_unlock (&lock);

  if (ok)
    tend_snapshot_rotate (vault->dir);

  return ok;
}

gboolean
tend_snapshot_renew (TendVault  *vault,
                     GError    **error)
{
  g_autofree char *snapshots = NULL;
  g_auto(GStrv) before = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);

  snapshots = snapshots_dir (vault->dir);
  before = tend_files_list (snapshots);
  if (!tend_snapshot_take (vault, "erasure", error))
    return FALSE;

  for (guint i = 0; before[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (snapshots, before[i], NULL);
      g_autoptr(GDateTime) taken = time_of_name (before[i]);

      if (taken != NULL)
        tend_files_remove_tree (path);
    }

  return TRUE;
}
