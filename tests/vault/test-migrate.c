/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-vault-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* The program's migrations with @n more behind them. */
static GArray *
migrations_and (const char *const *more,
                guint              n)
{
  GArray *migrations = tend_migrations_load ();
  int latest = g_array_index (migrations, TendMigration, migrations->len - 1).version;

  for (guint i = 0; i < n; i++)
    {
      TendMigration next = { .version = latest + 1 + i, .sql = more[i] };

      g_array_append_val (migrations, next);
    }

  return migrations;
}

static char *
list_snapshots (VaultFixture *fixture)
{
  g_autofree char *path = vault_path (fixture, "snapshots");
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  GString *text = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_string_append_printf (text, "%s\n", strrchr (name, '-') + 1);

  return g_string_free (text, FALSE);
}

static gint64
version_of (TendVault *vault)
{
  g_autofree char *text = vault_dump (vault, "PRAGMA user_version");

  return g_ascii_strtoll (text, NULL, 10);
}

static char *
schema_of (TendVault *vault)
{
  return vault_dump (vault, "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL"
                            " ORDER BY name");
}

static void
test_loaded (void)
{
  g_autoptr(GArray) migrations = tend_migrations_load ();

  g_assert_cmpuint (migrations->len, >=, 1);
  for (guint i = 0; i < migrations->len; i++)
    {
      const TendMigration *migration = &g_array_index (migrations, TendMigration, i);

      g_assert_cmpint (migration->version, ==, i + 1);
      g_assert_true (strstr (migration->sql, "CREATE") != NULL ||
                     strstr (migration->sql, "ALTER TABLE") != NULL);
    }
}

static void
test_applied (VaultFixture  *fixture,
              gconstpointer  data)
{
  static const char *const more[] = {
    "CREATE TABLE one (a TEXT); INSERT INTO one VALUES ('x');",
    "ALTER TABLE one ADD COLUMN b TEXT; UPDATE one SET b = a;",
  };
  g_autoptr(GArray) migrations = migrations_and (more, 2);
  g_autoptr(GError) error = NULL;
  g_autofree char *rows = NULL, *snapshots = NULL;
  gint64 before = version_of (fixture->vault);

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_true (tend_migrate_vault (fixture->vault, migrations, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version_of (fixture->vault), ==, before + 2);
  rows = vault_dump (fixture->vault, "SELECT a, b FROM one");
  g_assert_cmpstr (rows, ==, "x|x\n");
  snapshots = list_snapshots (fixture);
  g_assert_cmpstr (snapshots, ==, "migration\n");

  /* The vault goes on working, with its foreign keys on again. */
  g_assert_true (vault_write (fixture->vault, "n2", "{}", &error));
  g_assert_no_error (error);
  g_free (rows);
  rows = vault_dump (fixture->vault, "PRAGMA foreign_keys");
  g_assert_cmpstr (rows, ==, "1\n");

  /* A second time there is nothing to do, and nothing is done. */
  g_assert_true (tend_migrate_vault (fixture->vault, migrations, &error));
  g_free (snapshots);
  snapshots = list_snapshots (fixture);
  g_assert_cmpstr (snapshots, ==, "migration\n");
}

/* What a released version kept elsewhere is where it is looked for now. */
static void
test_safeguarding (VaultFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr(GArray) migrations = tend_migrations_load ();
  g_autoptr(GError) error = NULL;
  g_autofree char *teams = NULL, *settings = NULL;

  vault_raw_exec (fixture, "DROP TABLE safeguarding_teams; PRAGMA user_version = 7;"
                  "INSERT INTO settings (key, value) VALUES"
                  " ('safeguarding/', '01632 960123' || char (10) || char (10) || '2026-11-24'),"
                  " ('safeguarding/flintshire', '01632 960124' || char (10) || '01632 960125'"
                  "  || char (10) || '2026-11-25'), ('safeguards', 'none')");
  g_array_set_size (migrations, 8);
  g_assert_true (tend_migrate_vault (fixture->vault, migrations, &error));
  g_assert_no_error (error);

  teams = vault_dump (fixture->vault,
                      "SELECT ifnull (scheme, ''), phone, ifnull (out_of_hours, ''), checked_on"
                      " FROM safeguarding_teams ORDER BY phone");
  g_assert_cmpstr (teams, ==, "|01632 960123||2026-11-24\n"
                              "flintshire|01632 960124|01632 960125|2026-11-25\n");
  settings = vault_dump (fixture->vault, "SELECT key FROM settings");
  g_assert_cmpstr (settings, ==, "safeguards\n");
}

/* The snapshot before a migration is the vault as it was. */
static void
test_way_back (VaultFixture  *fixture,
               gconstpointer  data)
{
  static const char *const more[] = { "CREATE TABLE one (a TEXT)" };
  g_autoptr(GArray) migrations = migrations_and (more, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *snapshots = vault_path (fixture, "snapshots");
  g_autofree char *path = NULL, *schema = schema_of (fixture->vault), *old = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autoptr(TendVault) vault = NULL;

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_true (tend_migrate_vault (fixture->vault, migrations, &error));
  g_assert_no_error (error);

  dir = g_dir_open (snapshots, 0, NULL);
  path = g_build_filename (snapshots, g_dir_read_name (dir), NULL);
  vault = tend_vault_open (path, fixture->key, TEND_VAULT_READ_WRITE, &error);
  g_assert_no_error (error);
  old = schema_of (vault);
  g_assert_cmpstr (old, ==, schema);
  g_assert_cmpuint (vault_count (vault), ==, 1);
}

typedef struct
{
  const char *name;
  const char *sql[2];
} Failing;

static const Failing failing[] = {
  { "/vault/migrate/fails/sql",
    { "CREATE TABLE one (a TEXT)", "CREATE TABLE two (a TEXT); NONSENSE" } },
  { "/vault/migrate/fails/reference",
    { "CREATE TABLE one (a TEXT)",
      "CREATE TABLE two (a INTEGER REFERENCES history (sequence)); INSERT INTO two VALUES (99)" } },
  { "/vault/migrate/fails/trigger", { "CREATE TABLE one (a TEXT)", "DELETE FROM history" } },
  { "/vault/migrate/fails/full",
    { "CREATE TABLE one (a TEXT)",
      "PRAGMA max_page_count = 10; INSERT INTO one VALUES (hex (randomblob (4000000)))" } },
};

/* All of it is taken back, the first step too, and the program says so. */
static void
test_fails (VaultFixture  *fixture,
            gconstpointer  data)
{
  const Failing *failure = data;
  g_autoptr(GArray) migrations = migrations_and (failure->sql, 2);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gint64 version = version_of (fixture->vault);

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  before = schema_of (fixture->vault);
  g_assert_false (tend_migrate_vault (fixture->vault, migrations, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "as they were"));
  g_clear_error (&error);

  after = schema_of (fixture->vault);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (version_of (fixture->vault), ==, version);
  vault_close (fixture);
  vault_open (fixture);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 1);
  g_assert_true (vault_write (fixture->vault, "n2", "{}", &error));
  g_assert_no_error (error);
}

/* Without its snapshot there is no migration. */
static void
test_no_snapshot (VaultFixture  *fixture,
                  gconstpointer  data)
{
  static const char *const more[] = { "CREATE TABLE one (a TEXT)" };
  g_autoptr(GArray) migrations = migrations_and (more, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = vault_path (fixture, "snapshots");
  gint64 version = version_of (fixture->vault);

  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));

  g_assert_false (tend_migrate_vault (fixture->vault, migrations, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "snapshot"));
  g_assert_cmpint (version_of (fixture->vault), ==, version);
}

/* Brings a database in memory up to the migration before @end. */
static void
migrate_to (sqlite3 *db,
            guint    end)
{
  g_autoptr(GArray) migrations = tend_migrations_load ();
  g_autoptr(GError) error = NULL;

  g_array_set_size (migrations, MIN (end, migrations->len));
  g_assert_true (tend_migrate_connection (db, migrations, &error));
  g_assert_no_error (error);
}

/* What was written under the schema of 2 is there under the newest, and may be added to. */
static void
test_from_records (void)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) kept = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (tend_fold_register (db), ==, SQLITE_OK);
  migrate_to (db, 2);
  tend_connection_exec (db,
                        "INSERT INTO clients (id, given_name) VALUES ('rose', 'Rose');"
                        "INSERT INTO visits (id, client, planned_start, planned_end, status, mood)"
                        " VALUES ('v', 'rose', 60, 120, 'done', 'bright');"
                        "INSERT INTO visit_tasks (id, visit, title) VALUES ('t', 'v', 'Wash');"
                        "INSERT INTO attachments (id, subject_kind, subject, name, blob)"
                        " VALUES ('a', 'client', 'rose', 'scan.pdf', 'b');", &error);
  g_assert_no_error (error);

  migrate_to (db, G_MAXUINT);
  tend_connection_exec (db,
                        "INSERT INTO care_plans (id, client, status) VALUES ('p', 'rose', 'draft');"
                        "INSERT INTO plan_tasks (id, care_plan, title) VALUES ('pt', 'p', 'Wash');"
                        "UPDATE visit_tasks SET plan_task = 'pt';", &error);
  g_assert_no_error (error);

  kept = tend_connection_query_texts (db,
                                      "SELECT v.mood || ' ' || t.title || ' ' || t.plan_task || ' '"
                                      " || a.name || ' ' || coalesce (v.skin, '-')"
                                      " FROM visits AS v, visit_tasks AS t, attachments AS a",
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept[0], ==, "bright Wash pt scan.pdf -");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/migrate/loaded", test_loaded);
  g_test_add_func ("/vault/migrate/from-records", test_from_records);
  add_vault_test ("/vault/migrate/applied", test_applied);
  add_vault_test ("/vault/migrate/safeguarding", test_safeguarding);
  add_vault_test ("/vault/migrate/way-back", test_way_back);
  add_vault_test ("/vault/migrate/no-snapshot", test_no_snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (failing); i++)
    g_test_add (failing[i].name, VaultFixture, &failing[i], vault_fixture_set_up, test_fails,
                vault_fixture_tear_down);

  return g_test_run ();
}
