/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-date.h"

static gboolean
make_table_cb (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  return tend_vault_exec (vault,
                          "CREATE TABLE thing (a INTEGER, b TEXT, c TEXT) STRICT;\n"
                          "-- a comment at the end is no statement\n", error);
}

static void
make_table (TendVault *vault)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_vault_transact (vault, make_table_cb, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
insert_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  g_autoptr(TendStatement) statement = NULL;

  statement = tend_statement_new (vault, "INSERT INTO thing VALUES (:a, :b, :c)", error);
  g_assert_nonnull (statement);

  tend_statement_bind_int (statement, ":a", G_MAXINT64);
  tend_statement_bind_text (statement, ":b", "Siân’s ŵ");
  tend_statement_bind_date (statement, ":c", tend_date_new (2024, 2, 29));
  g_assert_true (tend_statement_run (statement, error));
  g_assert_cmpint (tend_statement_n_changed (statement), ==, 1);

  /* What is not bound again is NULL. */
  tend_statement_reset (statement);
  tend_statement_bind_date (statement, ":c", TEND_DATE_NONE);
  g_assert_true (tend_statement_run (statement, error));

  tend_statement_reset (statement);
  tend_statement_bind_int (statement, ":a", -1);
  tend_statement_bind_null (statement, ":b");
  tend_statement_bind_text (statement, ":c", NULL);

  return tend_statement_run (statement, error);
}

static void
test_values (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendStatement) row = NULL;

  make_table (fixture->vault);
  g_assert_true (tend_vault_transact (fixture->vault, insert_cb, NULL, &error));
  g_assert_no_error (error);

  row = tend_statement_new (fixture->vault, "SELECT a, b, c FROM thing ORDER BY rowid", &error);
  g_assert_no_error (error);

  g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_ROW);
  g_assert_true (tend_statement_get_int (row, 0) == G_MAXINT64);
  g_assert_cmpstr (tend_statement_get_text (row, 1), ==, "Siân’s ŵ");
  g_assert_cmpint (tend_statement_get_date (row, 2), ==, tend_date_new (2024, 2, 29));
  g_assert_false (tend_statement_is_null (row, 0));

  g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_ROW);
  g_assert_true (tend_statement_is_null (row, 0));
  g_assert_cmpint (tend_statement_get_int (row, 0), ==, 0);
  g_assert_null (tend_statement_get_text (row, 1));
  g_assert_cmpint (tend_statement_get_date (row, 2), ==, TEND_DATE_NONE);

  g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_ROW);
  g_assert_cmpint (tend_statement_get_int (row, 0), ==, -1);

  /* Past the end it stays at the end. */
  g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_DONE);
  g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_DONE);
  tend_statement_reset (row);
  g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_ROW);
}

/* Two users of the same text at once do not move each other's place. */
static void
test_same_text_twice (VaultFixture  *fixture,
                      gconstpointer  data)
{
  static const char sql[] = "SELECT value FROM json_each ('[1,2,3]')";
  g_autoptr(GError) error = NULL;

  for (int round = 0; round < 3; round++)
    {
      g_autoptr(TendStatement) one = tend_statement_new (fixture->vault, sql, &error);
      g_autoptr(TendStatement) two = tend_statement_new (fixture->vault, sql, &error);

      g_assert_cmpint (tend_statement_step (one, &error), ==, TEND_STEP_ROW);
      g_assert_cmpint (tend_statement_step (one, &error), ==, TEND_STEP_ROW);
      g_assert_cmpint (tend_statement_step (two, &error), ==, TEND_STEP_ROW);
      g_assert_cmpint (tend_statement_get_int (one, 0), ==, 2);
      g_assert_cmpint (tend_statement_get_int (two, 0), ==, 1);
    }
  g_assert_no_error (error);
}

static void
test_write_outside (VaultFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  make_table (fixture->vault);
  g_assert_false (tend_vault_exec (fixture->vault, "INSERT INTO thing VALUES (1, '', '')", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_true (tend_vault_exec (fixture->vault, "SELECT * FROM thing; PRAGMA user_version",
                                  &error));
  g_assert_no_error (error);
}

static void
test_bad_sql (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_statement_new (fixture->vault, "SELECT * FROM nothing", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_false (tend_vault_exec (fixture->vault, "SELECT 1; NONSENSE", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
}

/* What is typed folds to what is found; the expected words are written by hand. */
static void
test_fold (VaultFixture  *fixture,
           gconstpointer  data)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Siân", "sian" },
    { "SIAN", "sian" },
    { "Llŷr Ŵyn", "llyr wyn" },
    { "O’Neill", "o'neill" },
    { "ʼtis", "'tis" },
    { "Straße", "strasse" },
    { "e\xcc\x81", "e" },      /* a letter and a combining accent */
    { "", "" },
    { "מרים", "מרים" },
    { "🙂 Jo", "🙂 jo" },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendStatement) row = tend_statement_new (fixture->vault,
                                                         "SELECT tend_fold (:text)", &error);

      tend_statement_bind_text (row, ":text", cases[i].text);
      g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_ROW);
      g_assert_cmpstr (tend_statement_get_text (row, 0), ==, cases[i].folded);

      tend_statement_reset (row);
      g_assert_cmpint (tend_statement_step (row, &error), ==, TEND_STEP_ROW);
      g_assert_true (tend_statement_is_null (row, 0));
    }
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/statement/values", test_values);
  add_vault_test ("/vault/statement/same-text-twice", test_same_text_twice);
  add_vault_test ("/vault/statement/write-outside", test_write_outside);
  add_vault_test ("/vault/statement/bad-sql", test_bad_sql);
  add_vault_test ("/vault/statement/fold", test_fold);

  return g_test_run ();
}
