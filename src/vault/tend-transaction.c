/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"

#include <glib/gi18n-lib.h>

gboolean
tend_vault_in_transaction (TendVault *self)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), FALSE);
  tend_vault_assert_thread (self);

  return self->depth > 0 && !sqlite3_get_autocommit (self->db);
}

/* A newer Tend may have migrated the file while this program stayed open: what
 * it would write does not fit the tables any more.
 */
static gboolean
check_version (TendVault  *self,
               GError    **error)
{
  gint64 version = tend_connection_query_int (self->db, "PRAGMA user_version", error);

  if (version == self->version)
    return TRUE;

  if (version >= 0)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("A newer Tend has used these records since this one was opened. "
                           "Please close Tend and start it again."));
  return FALSE;
}

static gboolean
begin (TendVault  *self,
       GError    **error)
{
  if (self->flags & TEND_VAULT_READ_ONLY)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("These records can only be read here, not changed."));
      return FALSE;
    }

  if (!tend_connection_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (check_version (self, error))
    return TRUE;

  tend_connection_exec (self->db, "ROLLBACK", NULL);
  return FALSE;
}

/* SQLite rolls back by itself when the disk is full; a @func that overlooked
 * the error must not be told that its work is kept.
 */
static gboolean
commit (TendVault  *self,
        GError    **error)
{
  if (sqlite3_get_autocommit (self->db))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("Nothing was saved: the change was no longer inside a transaction."));
      return FALSE;
    }

  return tend_connection_exec (self->db, "COMMIT", error);
}

/* What comes after a commit may fail without the commit being less kept. */
static void
after_commit (TendVault *self)
{
  g_autoptr(GError) error = NULL;

  /* Before anybody is told that something was recorded. */
  if (self->mark_fd >= 0 && !tend_vault_claim (self, &error))
    {
      g_message ("vault.new is to be removed: %s", error->message);
      g_clear_error (&error);
    }

  if (self->head_is_old && !tend_head_update (self, &error))
    g_message ("vault.head is to be written again: %s", error->message);

  if (self->blobs_are_old)
    tend_blob_sweep (self);
}

static gboolean
transact_outer (TendVault      *self,
                TendVaultFunc   func,
                gpointer        data,
                GError        **error)
{
  gboolean kept;

  if (!begin (self, error))
    return FALSE;

  self->depth = 1;
  kept = func (self, data, error) && commit (self, error);
  self->depth = 0;

  if (kept)
    {
      after_commit (self);
      return TRUE;
    }

  if (!sqlite3_get_autocommit (self->db))
    tend_connection_exec (self->db, "ROLLBACK", NULL);

  return FALSE;
}

/* A part that fails takes back what it wrote itself, so that the outer work may
 * go on without it and still be whole.
 */
static gboolean
transact_inner (TendVault      *self,
                TendVaultFunc   func,
                gpointer        data,
                GError        **error)
{
  gboolean kept;

  if (!tend_connection_exec (self->db, "SAVEPOINT part", error))
    return FALSE;

  self->depth++;
  kept = func (self, data, error);
  self->depth--;

  if (kept)
    return tend_connection_exec (self->db, "RELEASE part", error);

  if (!sqlite3_get_autocommit (self->db))
    tend_connection_exec (self->db, "ROLLBACK TO part; RELEASE part", NULL);

  return FALSE;
}

gboolean
tend_vault_transact (TendVault      *self,
                     TendVaultFunc   func,
                     gpointer        data,
                     GError        **error)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (self);

  return self->depth > 0
         ? transact_inner (self, func, data, error)
         : transact_outer (self, func, data, error);
}

gboolean
tend_vault_read (TendVault      *self,
                 TendVaultFunc   func,
                 gpointer        data,
                 GError        **error)
{
  gboolean ok;

  g_return_val_if_fail (TEND_IS_VAULT (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (self);

  if (!sqlite3_get_autocommit (self->db))
    return func (self, data, error);

  if (!tend_connection_exec (self->db, "BEGIN", error))
    return FALSE;

  ok = func (self, data, error);
  if (!sqlite3_get_autocommit (self->db))
    tend_connection_exec (self->db, "ROLLBACK", NULL);

  return ok;
}

gint64
tend_vault_data_version (TendVault *self)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), 0);
  tend_vault_assert_thread (self);

  return tend_connection_query_int (self->db, "PRAGMA data_version", NULL);
}

void
tend_vault_checkpoint (TendVault *self)
{
  g_return_if_fail (TEND_IS_VAULT (self));
  tend_vault_assert_thread (self);

  if (self->depth > 0 || (self->flags & TEND_VAULT_READ_ONLY))
    return;

  /* Not worth waiting for: when a reader holds it back, the next one does it. */
  sqlite3_busy_timeout (self->db, 0);
  sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (self->db, TEND_BUSY_TIMEOUT_MS);
}
