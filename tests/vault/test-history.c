/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

/* "sequence who kind/id action reason values" for each entry. */
static char *
dump (TendVault  *vault,
      const char *kind,
      const char *id,
      gint64      before,
      int         limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tend_history_list (vault, kind, id, before, limit, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const TendHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpint (ABS (entry->at - g_get_real_time () / G_USEC_PER_SEC), <, 60);
      g_string_append_printf (text, "%d %s %s/%s %s %s %s\n", (int) entry->sequence, entry->who,
                              entry->kind, entry->id, entry->action,
                              entry->reason != NULL ? entry->reason : "-",
                              entry->values != NULL ? entry->values : "-");
    }

  return g_string_free (text, FALSE);
}

static gboolean
write_some_cb (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  return tend_history_append (vault, "client", "c1", "add", NULL, "{\"name\":\"Ann\"}", error) &&
         tend_history_append (vault, "visit", "v1", "add", NULL, "{\"client\":\"c1\"}", error) &&
         tend_history_append (vault, "client", "c1", "change", "typed wrong", "{\"name\":\"Anne\"}",
                              error) &&
         tend_history_append (vault, "visit", "v1", "remove", NULL, NULL, error);
}

static void
write_some (TendVault *vault)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_vault_transact (vault, write_some_cb, NULL, &error));
  g_assert_no_error (error);
}

static void
test_list (VaultFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *all = NULL, *one = NULL, *page = NULL, *next = NULL, *none = NULL;

  tend_vault_set_actor (fixture->vault, "tend-cli");
  write_some (fixture->vault);

  all = dump (fixture->vault, NULL, NULL, 0, 100);
  g_assert_cmpstr (all, ==,
                   "4 tend-cli visit/v1 remove - -\n"
                   "3 tend-cli client/c1 change typed wrong {\"name\":\"Anne\"}\n"
                   "2 tend-cli visit/v1 add - {\"client\":\"c1\"}\n"
                   "1 tend-cli client/c1 add - {\"name\":\"Ann\"}\n");

  one = dump (fixture->vault, "client", "c1", 0, 100);
  g_assert_cmpstr (one, ==,
                   "3 tend-cli client/c1 change typed wrong {\"name\":\"Anne\"}\n"
                   "1 tend-cli client/c1 add - {\"name\":\"Ann\"}\n");

  page = dump (fixture->vault, NULL, NULL, 0, 1);
  g_assert_cmpstr (page, ==, "4 tend-cli visit/v1 remove - -\n");
  next = dump (fixture->vault, NULL, NULL, 4, 1);
  g_assert_cmpstr (next, ==,
                   "3 tend-cli client/c1 change typed wrong {\"name\":\"Anne\"}\n");
  none = dump (fixture->vault, "client", "c2", 0, 100);
  g_assert_cmpstr (none, ==, "");
}

/* With what was before, and with the entries that name nobody. */
static void
test_about (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL, page = NULL, nobody = NULL;
  static const struct { gint64 sequence; const char *action, *before; } expected[] = {
    { 4, "remove", "{\"client\":\"c1\"}" },
    { 3, "change", "{\"name\":\"Ann\"}" },
    { 2, "add", NULL },
    { 1, "add", NULL },
  };

  write_some (fixture->vault);
  entries = tend_history_list_about (fixture->vault, "c1", 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    {
      const TendHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpint (entry->sequence, ==, expected[i].sequence);
      g_assert_cmpstr (entry->action, ==, expected[i].action);
      g_assert_cmpstr (entry->before, ==, expected[i].before);
    }

  page = tend_history_list_about (fixture->vault, "c1", 3, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpint (((TendHistoryEntry *) page->pdata[0])->sequence, ==, 2);

  nobody = tend_history_list_about (fixture->vault, "v1", 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nobody->len, ==, 0);
}

static void
test_outside (VaultFixture  *fixture,
              gconstpointer  data)
{
  if (g_test_subprocess ())
    {
      remove_tree (fixture->top);
      tend_history_append (fixture->vault, "client", "c1", "add", NULL, NULL, NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static gboolean
exec_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  return tend_vault_exec (vault, data, error);
}

static void
assert_refused (TendVault  *vault,
                const char *sql)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (tend_vault_transact (vault, exec_cb, (gpointer) sql, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
}

/* Nobody changes or removes what has been said, whichever way they ask. */
static void
test_append_only (VaultFixture  *fixture,
                  gconstpointer  data)
{
  static const char *const attempts[] = {
    "UPDATE history SET reason = 'x' WHERE sequence = 1",
    "DELETE FROM history WHERE sequence = 4",
    "INSERT OR REPLACE INTO history SELECT * FROM history WHERE sequence = 4",
    "INSERT INTO history SELECT 9, at, who, kind, id, action, reason, payload_hash, hash"
    " FROM history WHERE sequence = 1",
    "UPDATE history_payload SET \"values\" = '{}'",
    "DELETE FROM history_payload WHERE sequence = 1",
    "INSERT OR REPLACE INTO history_payload SELECT * FROM history_payload WHERE sequence = 1",
    "INSERT INTO erased_payload VALUES (1, 1)",
    "INSERT INTO erasure (client, at, note, open) VALUES ('c1', 0, 'note', NULL)",
  };
  g_autofree char *before = NULL, *after = NULL;

  write_some (fixture->vault);
  before = dump (fixture->vault, NULL, NULL, 0, 100);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    assert_refused (fixture->vault, attempts[i]);

  after = dump (fixture->vault, NULL, NULL, 0, 100);
  g_assert_cmpstr (before, ==, after);
}

/* An erasure lets through that client's values alone, and not beyond its
 * transaction.
 */
static void
test_erasure (VaultFixture  *fixture,
              gconstpointer  data)
{
  static const char open_sql[] =
    "INSERT INTO erasure (client, at, note) VALUES ('c1', 1, 'kept eight years');";
  g_autofree char *whole = g_strconcat (open_sql,
                                        "DELETE FROM history_payload WHERE client = 'c1';"
                                        "UPDATE erasure SET open = NULL", NULL);
  g_autofree char *other = g_strconcat (open_sql,
                                        "DELETE FROM history_payload WHERE client = 'c2';", NULL);
  g_autofree char *chain = g_strconcat (open_sql, "DELETE FROM history WHERE sequence = 1", NULL);
  g_autofree char *left = NULL, *entries = NULL, *erased = NULL;
  g_autoptr(GError) error = NULL;

  write_some (fixture->vault);
  g_assert_true (tend_vault_transact (fixture->vault, exec_cb, (gpointer)
                                      "SELECT 1", &error));
  g_assert_true (vault_write (fixture->vault, "n1", "{\"client\":\"c2\",\"text\":\"x\"}", &error));
  g_assert_no_error (error);

  assert_refused (fixture->vault, other);
  assert_refused (fixture->vault, chain);

  /* Left open, nothing of it is kept. */
  g_assert_false (tend_vault_transact (fixture->vault, exec_cb, (gpointer) open_sql, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);
  assert_refused (fixture->vault, "DELETE FROM history_payload WHERE client = 'c1'");

  g_assert_true (tend_vault_transact (fixture->vault, exec_cb, whole, &error));
  g_assert_no_error (error);
  left = vault_dump (fixture->vault, "SELECT sequence, client FROM history_payload");
  g_assert_cmpstr (left, ==, "5|c2\n");
  erased = vault_dump (fixture->vault, "SELECT sequence, erasure FROM erased_payload");
  g_assert_cmpstr (erased, ==, "1|1\n2|1\n3|1\n");
  entries = dump (fixture->vault, "client", "c1", 0, 100);
  g_assert_cmpstr (entries, ==, "3 Tend client/c1 change typed wrong -\n"
                                "1 Tend client/c1 add - -\n");

  /* The note itself stays as it is. */
  assert_refused (fixture->vault, "DELETE FROM erasure");
  assert_refused (fixture->vault, "UPDATE erasure SET note = 'x'");
  assert_refused (fixture->vault, "UPDATE erasure SET open = 1");
  assert_refused (fixture->vault, "DELETE FROM history_payload WHERE client = 'c1' OR 1");
}

static gboolean
append_about_cb (TendVault  *vault,
                 gpointer    data,
                 GError    **error)
{
  return tend_history_append_about (vault, "c7", "dose", "d1", "add", NULL,
                                    "{\"medication\":\"m1\"}", error) &&
         tend_history_append (vault, "client", "c8", "add", NULL, "{}", error) &&
         tend_history_append (vault, "visit", "v9", "add", NULL, "{\"client\":\"c9\"}", error) &&
         tend_history_append (vault, "vehicle", "car", "add", NULL, "{\"name\":\"Car\"}", error);
}

static void
test_client_of_entry (VaultFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *clients = NULL;

  g_assert_true (tend_vault_transact (fixture->vault, append_about_cb, NULL, &error));
  g_assert_no_error (error);
  clients = vault_dump (fixture->vault,
                        "SELECT sequence, coalesce (client, 'nobody') FROM history_payload");
  g_assert_cmpstr (clients, ==, "1|c7\n2|c8\n3|c9\n4|nobody\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/history/list", test_list);
  add_vault_test ("/vault/history/about", test_about);
  add_vault_test ("/vault/history/outside", test_outside);
  add_vault_test ("/vault/history/append-only", test_append_only);
  add_vault_test ("/vault/history/erasure", test_erasure);
  add_vault_test ("/vault/history/client-of-entry", test_client_of_entry);

  return g_test_run ();
}
