/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-schema.h"
#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define SCHEMA_PATH "/org/tendcare/Tend/schema/"

static int
compare_migrations (gconstpointer a,
                    gconstpointer b)
{
  return ((const TendMigration *) a)->version - ((const TendMigration *) b)->version;
}

/* The files are named NNNN-what.sql; NNNN is the user_version after them. */
GArray *
tend_migrations_load (void)
{
  GResource *resource = tend_schema_get_resource ();
  GArray *migrations = g_array_new (FALSE, FALSE, sizeof (TendMigration));
  g_auto(GStrv) names = NULL;

  names = g_resource_enumerate_children (resource, SCHEMA_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                         NULL);
  g_assert (names != NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SCHEMA_PATH, names[i], NULL);
      g_autoptr(GBytes) sql = g_resource_lookup_data (resource, path,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      TendMigration migration = {
        .version = atoi (names[i]),
        /* The program's own memory, ended by a zero byte. */
        .sql = g_bytes_get_data (sql, NULL),
      };

      g_assert (migration.version > 0);
      g_array_append_val (migrations, migration);
    }
  g_array_sort (migrations, compare_migrations);

  return migrations;
}

static int
latest_version (GArray *migrations)
{
  return migrations->len == 0
         ? 0 : g_array_index (migrations, TendMigration, migrations->len - 1).version;
}

static gboolean
apply (sqlite3              *db,
       const TendMigration  *migration,
       GError              **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", migration->version);

  return tend_connection_exec (db, migration->sql, error) &&
         tend_connection_exec (db, stamp, error);
}

/* What must hold before the migrated tables are kept.  The pages in the file
 * are not looked at here: the new ones are not in it yet.
 */
static gboolean
check_tables (sqlite3  *db,
              GError  **error)
{
  static const char *const checks[] = {
    "PRAGMA integrity_check",
    "SELECT \"table\" || ' ' || coalesce (rowid, '') FROM pragma_foreign_key_check",
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_auto(GStrv) faults = tend_connection_query_texts (db, checks[i], error);

      if (faults == NULL)
        return FALSE;

      if (faults[0] != NULL && strcmp (faults[0], "ok") != 0)
        {
          g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                       _("the check afterwards found a fault in %s"), faults[0]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
apply_pending (sqlite3  *db,
               GArray   *migrations,
               GError  **error)
{
  /* Asked again inside the transaction: another process may have been first. */
  gint64 version = tend_connection_query_int (db, "PRAGMA user_version", error);

  if (version < 0)
    return FALSE;

  for (guint i = 0; i < migrations->len; i++)
    {
      const TendMigration *migration = &g_array_index (migrations, TendMigration, i);

      if (migration->version > version && !apply (db, migration, error))
        return FALSE;
    }

  return check_tables (db, error);
}

/* Foreign keys are off while tables are taken down and put up again, and are
 * checked as a whole before the commit; the setting cannot change inside.
 */
gboolean
tend_migrate_connection (sqlite3  *db,
                         GArray   *migrations,
                         GError  **error)
{
  gboolean ok;

  if (!tend_connection_exec (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    {
      tend_connection_exec (db, "PRAGMA foreign_keys = ON", NULL);
      return FALSE;
    }

  ok = apply_pending (db, migrations, error) &&
       tend_connection_exec (db, "COMMIT", error);

  if (!sqlite3_get_autocommit (db))
    tend_connection_exec (db, "ROLLBACK", NULL);
  tend_connection_exec (db, "PRAGMA foreign_keys = ON", NULL);

  return ok;
}

static gboolean
migrate_with_snapshot (TendVault  *vault,
                       GArray     *migrations,
                       GError    **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!tend_snapshot_take (vault, "migration", &local_error))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("Your records were not brought up to this version of Tend, because no "
                     "snapshot could be taken first. They are as they were. %s"),
                   local_error->message);
      return FALSE;
    }

  if (!tend_migrate_connection (vault->db, migrations, &local_error))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("Your records could not be brought up to this version of Tend. They are as "
                     "they were, and the version before still opens them. (%s)"),
                   local_error->message);
      return FALSE;
    }

  return TRUE;
}

gboolean
tend_migrate_vault (TendVault  *vault,
                    GArray     *migrations,
                    GError    **error)
{
  gint64 version = tend_connection_query_int (vault->db, "PRAGMA user_version", error);
  int latest = latest_version (migrations);

  if (version < 0)
    return FALSE;

  if (version > latest)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("These records were last used with a newer Tend, which this one "
                             "cannot read. Nothing was changed. Please install the newer Tend."));
      return FALSE;
    }

  if (version < latest && !(vault->flags & TEND_VAULT_READ_ONLY))
    {
      if (!migrate_with_snapshot (vault, migrations, error))
        return FALSE;
      version = latest;
    }

  vault->version = version;

  return TRUE;
}
