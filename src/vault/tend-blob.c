/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-blob.h"

#include "tend-blob-private.h"
#include "tend-error.h"
#include "tend-files.h"
#include "tend-vault-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The table "blob" says which files there should be.  A file gets its name
 * inside the transaction that adds its row, and files without a row are swept
 * away later with the database locked against writers: so no crash and no two
 * processes leave a row without its file.
 */

gboolean
tend_blob_is_name (const char *name)
{
  return strlen (name) == TEND_BLOB_NAME_LENGTH &&
         strspn (name, "0123456789abcdef") == TEND_BLOB_NAME_LENGTH;
}

void
tend_blob_hash_init (crypto_generichash_state *state,
                     TendKey                  *key)
{
  g_autoptr(TendKey) subkey = tend_key_derive (key, TEND_SUBKEY_BLOB_NAME);

  crypto_generichash_init (state, tend_key_peek (subkey), TEND_KEY_BYTES,
                           crypto_generichash_BYTES);
}

char *
tend_blob_hash_name (crypto_generichash_state *state)
{
  guint8 hash[crypto_generichash_BYTES];
  char *name = g_malloc (TEND_BLOB_NAME_LENGTH + 1);

  crypto_generichash_final (state, hash, sizeof hash);
  sodium_bin2hex (name, TEND_BLOB_NAME_LENGTH + 1, hash, sizeof hash);

  return name;
}

char *
tend_blob_path (TendVault  *vault,
                const char *name)
{
  return g_build_filename (vault->dir, TEND_DIR_BLOBS, name, NULL);
}

GInputStream *
tend_blob_open (TendVault   *vault,
                const char  *name,
                GError     **error)
{
  g_autofree char *path = NULL;
  int file;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = tend_blob_path (vault, name);
  file = tend_blob_is_name (name) ? open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
  if (file < 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                           _("The attachment is not there."));
      return NULL;
    }

  return tend_blob_stream_new (file, vault->key, name);
}

static gboolean
remove_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  g_autoptr(TendStatement) statement = NULL;

  statement = tend_statement_new (vault, "DELETE FROM blob WHERE name = :name", error);
  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":name", data);
  vault->blobs_are_old = TRUE;

  return tend_statement_run (statement, error);
}

gboolean
tend_blob_remove (TendVault   *vault,
                  const char  *name,
                  GError     **error)
{
  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (name != NULL && tend_blob_is_name (name), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return tend_vault_transact (vault, remove_cb, (gpointer) name, error);
}

/* -1 when that cannot be known, and then the file stays. */
static int
has_row (TendVault  *vault,
         const char *name)
{
  g_autoptr(TendStatement) statement = NULL;
  TendStep step;

  statement = tend_statement_new (vault, "SELECT 1 FROM blob WHERE name = :name", NULL);
  if (statement == NULL)
    return -1;

  tend_statement_bind_text (statement, ":name", name);
  step = tend_statement_step (statement, NULL);

  return step == TEND_STEP_ERROR ? -1 : step == TEND_STEP_ROW;
}

void
tend_blob_sweep (TendVault *self)
{
  g_autofree char *dir = tend_blob_path (self, NULL);
  g_auto(GStrv) names = tend_files_list (dir);

  g_assert (self->depth == 0);

  /* When others are too busy writing, the next removal sweeps. */
  if (!tend_connection_exec (self->db, "BEGIN IMMEDIATE", NULL))
    return;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = tend_blob_path (self, names[i]);

      if (tend_blob_is_name (names[i]) && has_row (self, names[i]) == 0)
        g_unlink (path);
    }

  tend_connection_exec (self->db, "ROLLBACK", NULL);
  self->blobs_are_old = FALSE;
}
