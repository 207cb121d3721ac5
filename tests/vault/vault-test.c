/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-recovery.h"
#include "tend-verify.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opening with the data key costs no Argon2, so most tests never pay for it;
 * making a vault does, once each.
 */
void
vault_fixture_set_up (VaultFixture  *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->top = g_dir_make_tmp ("tend-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->dir = g_build_filename (self->top, "vault", NULL);
  self->vault = tend_vault_create (self->dir, NULL, &self->recovery, &self->key, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->vault);
}

void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
vault_fixture_tear_down (VaultFixture  *self,
                         gconstpointer  data)
{
  if (self->vault != NULL)
    vault_close (self);

  remove_tree (self->top);
  g_clear_pointer (&self->key, tend_key_unref);
  tend_recovery_free (self->recovery);
  g_free (self->dir);
  g_free (self->top);
}

void
vault_close (VaultFixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->vault));
}

void
vault_open (VaultFixture *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (self->vault);
  self->vault = tend_vault_open (self->dir, self->key, TEND_VAULT_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->vault);
}

char *
vault_path (VaultFixture *self,
            const char   *name)
{
  return g_build_filename (self->dir, name, NULL);
}

typedef struct
{
  const char *id;
  const char *values;
} Note;

static gboolean
write_note_cb (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  Note *note = data;

  return tend_history_append (vault, "note", note->id, "add", NULL, note->values, error);
}

gboolean
vault_write (TendVault   *vault,
             const char  *id,
             const char  *values,
             GError     **error)
{
  return tend_vault_transact (vault, write_note_cb, &(Note) { id, values }, error);
}

guint
vault_count (TendVault *vault)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = tend_history_list (vault, NULL, NULL, 0, G_MAXINT, &error);

  g_assert_no_error (error);

  return entries->len;
}

char *
vault_dump (TendVault  *vault,
            const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, &error);
  GString *text = g_string_new (NULL);
  TendStep step;

  g_assert_no_error (error);
  while ((step = tend_statement_step (statement, &error)) == TEND_STEP_ROW)
    {
      const char *value;

      /* One column more than there are reads as NULL. */
      for (int i = 0; (value = tend_statement_get_text (statement, i)) != NULL; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value);
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  g_assert_cmpint (step, ==, TEND_STEP_DONE);

  return g_string_free (text, FALSE);
}

sqlite3 *
vault_raw (VaultFixture *self)
{
  g_autofree char *path = vault_path (self, "vault.db");
  GString *key = g_string_new ("x'");
  sqlite3 *db = NULL;

  for (guint i = 0; i < TEND_KEY_BYTES; i++)
    g_string_append_printf (key, "%02x", tend_key_peek (self->key)[i]);
  g_string_append_c (key, '\'');

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_key (db, key->str, key->len), ==, SQLITE_OK);
  g_string_free (key, TRUE);

  return db;
}

void
vault_raw_exec (VaultFixture *self,
                const char   *sql)
{
  sqlite3 *db = vault_raw (self);

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

void
flip_byte (const char *path,
           gsize       at)
{
  int fd = open (path, O_RDWR | O_CLOEXEC);
  guint8 byte;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pread (fd, &byte, 1, at), ==, 1);
  byte ^= 0x10;
  g_assert_cmpint (pwrite (fd, &byte, 1, at), ==, 1);
  close (fd);
}

goffset
file_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_size;
}

void
copy_over (const char *from,
           const char *to)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &text, &length, NULL));
  g_assert_true (g_file_set_contents (to, text, length, NULL));
}

char *
vault_faults (VaultFixture *self,
              const char   *dir)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) vault = tend_vault_open (dir, self->key, TEND_VAULT_READ_ONLY, &error);
  g_autoptr(GPtrArray) faults = NULL;
  GString *text = g_string_new (NULL);

  if (vault == NULL)
    {
      g_assert_error (error, TEND_ERROR, TEND_ERROR_DAMAGED);
      return g_string_free (g_string_append (text, "does not open\n"), FALSE);
    }

  faults = tend_vault_verify (vault, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    {
      const TendFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *line = g_strdup_printf ("%s %s\n", fault->kind, fault->place);

      g_assert_cmpstr (fault->message, !=, "");
      if (strstr (text->str, line) == NULL)
        g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}

static void
copy_tree (const char *from,
           const char *to)
{
  g_autoptr(GDir) dir = g_dir_open (from, 0, NULL);
  g_autofree char *text = NULL;
  const char *name;
  gsize length;

  if (dir == NULL)
    {
      g_assert_true (g_file_get_contents (from, &text, &length, NULL));
      g_assert_true (g_file_set_contents (to, text, length, NULL));
      return;
    }

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child_from = g_build_filename (from, name, NULL);
      g_autofree char *child_to = g_build_filename (to, name, NULL);

      copy_tree (child_from, child_to);
    }
}

char *
copy_vault (VaultFixture *self,
            const char   *name)
{
  char *to = g_build_filename (self->top, name, NULL);

  g_assert_null (self->vault); /* copying would drop SQLite's locks */
  copy_tree (self->dir, to);

  return to;
}
