/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-statement.h"

#include "tend-vault-private.h"

#include "tend-date.h"
#include "tend-error.h"

#include <glib/gi18n-lib.h>

/* SQL texts are constants of the program; more than this many are not, and are
 * not worth keeping.
 */
#define MAX_IDLE 300

struct _TendStatement
{
  TendVault    *vault;
  sqlite3_stmt *stmt;
  gboolean      has_row;
  gboolean      is_done;
  int           bind_result; /* the first failure of a bind, told by the next step */
};

TendStatement *
tend_statement_new (TendVault   *vault,
                    const char  *sql,
                    GError     **error)
{
  TendStatement *self;
  sqlite3_stmt *stmt = NULL;
  g_autofree char *idle_sql = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (sql != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  tend_vault_assert_thread (vault);

  /* An idle one is taken out, so that two users of one text never share it. */
  if (!g_hash_table_steal_extended (vault->statements, sql,
                                    (gpointer *) &idle_sql, (gpointer *) &stmt) &&
      sqlite3_prepare_v3 (vault->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    {
      tend_connection_set_error (vault->db, error);
      return NULL;
    }

  self = g_new0 (TendStatement, 1);
  self->vault = g_object_ref (vault);
  self->stmt = stmt;

  return self;
}

void
tend_statement_free (TendStatement *self)
{
  const char *sql;

  if (self == NULL)
    return;

  tend_vault_assert_thread (self->vault);

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);

  sql = sqlite3_sql (self->stmt);
  if (g_hash_table_size (self->vault->statements) < MAX_IDLE &&
      !g_hash_table_contains (self->vault->statements, sql))
    g_hash_table_insert (self->vault->statements, g_strdup (sql), self->stmt);
  else
    sqlite3_finalize (self->stmt);

  g_object_unref (self->vault);
  g_free (self);
}

static int
parameter_index (TendStatement *self,
                 const char    *name)
{
  int index = sqlite3_bind_parameter_index (self->stmt, name);

  if (index == 0)
    g_critical ("no parameter %s in: %s", name, sqlite3_sql (self->stmt));

  return index;
}

static void
note_bind (TendStatement *self,
           int            result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
tend_statement_bind_text (TendStatement *self,
                          const char    *name,
                          const char    *text)
{
  g_return_if_fail (self != NULL && name != NULL);

  note_bind (self, sqlite3_bind_text (self->stmt, parameter_index (self, name), text, -1,
                                      SQLITE_TRANSIENT));
}

void
tend_statement_bind_int (TendStatement *self,
                         const char    *name,
                         gint64         value)
{
  g_return_if_fail (self != NULL && name != NULL);

  note_bind (self, sqlite3_bind_int64 (self->stmt, parameter_index (self, name), value));
}

void
tend_statement_bind_null (TendStatement *self,
                          const char    *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  note_bind (self, sqlite3_bind_null (self->stmt, parameter_index (self, name)));
}

void
tend_statement_bind_date (TendStatement *self,
                          const char    *name,
                          int            date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL && name != NULL);

  if (date != TEND_DATE_NONE)
    text = tend_date_format_iso (date);
  tend_statement_bind_text (self, name, text);
}

void
tend_statement_bind_blob (TendStatement *self,
                          const char    *name,
                          const void    *bytes,
                          gsize          length)
{
  note_bind (self, sqlite3_bind_blob64 (self->stmt, parameter_index (self, name), bytes, length,
                                        SQLITE_TRANSIENT));
}

/* After SQLite has rolled back by itself (a full disk), or by a slip in the
 * program, a write would stand alone, without its history.
 */
static gboolean
may_step (TendStatement  *self,
          GError        **error)
{
  if (self->bind_result != SQLITE_OK)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("A value could not be stored (code %d)."), self->bind_result);
      return FALSE;
    }

  if (!sqlite3_stmt_readonly (self->stmt) && sqlite3_get_autocommit (self->vault->db))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("Nothing was saved: the change was no longer inside a transaction."));
      return FALSE;
    }

  return TRUE;
}

TendStep
tend_statement_step (TendStatement  *self,
                     GError        **error)
{
  g_return_val_if_fail (self != NULL, TEND_STEP_ERROR);
  g_return_val_if_fail (error == NULL || *error == NULL, TEND_STEP_ERROR);
  tend_vault_assert_thread (self->vault);

  self->has_row = FALSE;
  if (self->is_done)
    return TEND_STEP_DONE;
  if (!may_step (self, error))
    return TEND_STEP_ERROR;

  switch (sqlite3_step (self->stmt))
    {
    case SQLITE_ROW:
      self->has_row = TRUE;
      return TEND_STEP_ROW;

    case SQLITE_DONE:
      self->is_done = TRUE;
      return TEND_STEP_DONE;

    default:
      tend_connection_set_error (self->vault->db, error);
      sqlite3_reset (self->stmt);
      self->is_done = TRUE;
      return TEND_STEP_ERROR;
    }
}

gboolean
tend_statement_run (TendStatement  *self,
                    GError        **error)
{
  TendStep step;

  do
    step = tend_statement_step (self, error);
  while (step == TEND_STEP_ROW);

  return step == TEND_STEP_DONE;
}

void
tend_statement_reset (TendStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->has_row = FALSE;
  self->is_done = FALSE;
  self->bind_result = SQLITE_OK;
}

int
tend_statement_n_changed (TendStatement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_changes (self->vault->db);
}

gint64
tend_statement_get_int (TendStatement *self,
                        int            column)
{
  g_return_val_if_fail (self != NULL && self->has_row, 0);

  return sqlite3_column_int64 (self->stmt, column);
}

const char *
tend_statement_get_text (TendStatement *self,
                         int            column)
{
  g_return_val_if_fail (self != NULL && self->has_row, NULL);

  return (const char *) sqlite3_column_text (self->stmt, column);
}

int
tend_statement_get_date (TendStatement *self,
                         int            column)
{
  const char *text = tend_statement_get_text (self, column);

  return text != NULL ? tend_date_parse_iso (text) : TEND_DATE_NONE;
}

gboolean
tend_statement_is_null (TendStatement *self,
                        int            column)
{
  g_return_val_if_fail (self != NULL && self->has_row, TRUE);

  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

const guint8 *
tend_statement_get_blob (TendStatement *self,
                         int            column,
                         gsize          length)
{
  const guint8 *bytes;

  g_return_val_if_fail (self != NULL && self->has_row, NULL);

  bytes = sqlite3_column_blob (self->stmt, column);

  return (gsize) sqlite3_column_bytes (self->stmt, column) == length ? bytes : NULL;
}

gboolean
tend_vault_exec (TendVault   *vault,
                 const char  *sql,
                 GError     **error)
{
  const char *rest = sql;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (vault);

  while (rest[0] != '\0')
    {
      TendStatement one = { .vault = vault };
      gboolean ok;

      if (sqlite3_prepare_v2 (vault->db, rest, -1, &one.stmt, &rest) != SQLITE_OK)
        {
          tend_connection_set_error (vault->db, error);
          return FALSE;
        }
      if (one.stmt == NULL) /* blanks or a comment */
        continue;

      ok = tend_statement_run (&one, error);
      sqlite3_finalize (one.stmt);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}
