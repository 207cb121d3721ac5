/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-death.h"
#include "tend-statement.h"

#include <glib/gstdio.h>
#include <string.h>

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = NULL;

  fixture->dir = g_dir_make_tmp ("tend-records-XXXXXX", &error);
  g_assert_no_error (error);
  place = g_build_filename (fixture->dir, "vault", NULL);
  fixture->vault = tend_vault_create (place, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->vault);
  remove_folder (fixture->dir);
  g_free (fixture->dir);
}

static TendRecord *
make_va (const TendKind *kind,
         const char     *id,
         va_list         arguments)
{
  TendRecord *record = tend_record_new (kind);
  const char *name;

  if (id != NULL)
    tend_record_set_id (record, id);

  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      const TendField *field = tend_kind_field (kind, name);
      g_autoptr(GError) error = NULL;

      g_assert_nonnull (field);
      tend_record_parse (record, field, va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }

  return record;
}

TendRecord *
make_record (const TendKind *kind,
             const char     *id,
             ...)
{
  TendRecord *record;
  va_list arguments;

  va_start (arguments, id);
  record = make_va (kind, id, arguments);
  va_end (arguments);

  return record;
}

void
add_record (Fixture        *fixture,
            const TendKind *kind,
            const char     *id,
            ...)
{
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  va_list arguments;

  va_start (arguments, id);
  record = make_va (kind, id, arguments);
  va_end (arguments);

  tend_record_save (fixture->vault, record, NULL, &error);
  g_assert_no_error (error);
}

void
record_death (Fixture    *fixture,
              const char *client,
              const char *date,
              const char *clock)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDeath) death =
    tend_death_load (fixture->vault, client, day (date),
                     clock != NULL ? tend_clock_parse_iso (clock) : TEND_CLOCK_NONE, &error);

  g_assert_no_error (error);
  tend_death_record (fixture->vault, death, &error);
  g_assert_no_error (error);
}

TendDate
day (const char *iso)
{
  TendDate date = tend_date_parse_iso (iso);

  g_assert_cmpint (date, !=, TEND_DATE_NONE);
  return date;
}

static gboolean
run_sql_cb (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  return tend_vault_exec (vault, data, error);
}

gboolean
run_sql (Fixture     *fixture,
         const char  *sql,
         GError     **error)
{
  return tend_vault_transact (fixture->vault, run_sql_cb, (gpointer) sql, error);
}

void
assert_sql_refused (Fixture    *fixture,
                    const char *sql,
                    const char *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (run_sql (fixture, sql, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: %s", sql, error->message);
}
