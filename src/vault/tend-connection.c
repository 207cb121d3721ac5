/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-guarded.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#define MAX_TEXTS 100

/* Every connection has these.  recursive_triggers, so that INSERT OR REPLACE
 * does not slip past a DELETE trigger; temp_store, so that a sort of names does
 * not land on the disk in plain.
 */
static const char settings[] =
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA foreign_keys = ON;"
  "PRAGMA recursive_triggers = ON;"
  "PRAGMA secure_delete = ON;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA cache_size = -8000;";

typedef struct
{
  int         code;
  TendError   error;
  const char *message;
} ErrorWords;

static const ErrorWords error_words[] = {
  { SQLITE_BUSY, TEND_ERROR_BUSY,
    N_("Another program is using these records. Please try again in a moment.") },
  { SQLITE_LOCKED, TEND_ERROR_BUSY,
    N_("Another program is using these records. Please try again in a moment.") },
  { SQLITE_FULL, TEND_ERROR_FAILED,
    N_("The disk is full, so nothing was saved. Please free some space and try again.") },
  { SQLITE_READONLY, TEND_ERROR_FAILED,
    N_("These records can only be read here, not changed.") },
  { SQLITE_CANTOPEN, TEND_ERROR_FAILED,
    N_("The records could not be opened. Please check the folder they are in.") },
  { SQLITE_NOTADB, TEND_ERROR_DAMAGED,
    N_("The records are damaged: a part of vault.db cannot be read. "
       "Please restore a snapshot or a backup.") },
  { SQLITE_CORRUPT, TEND_ERROR_DAMAGED,
    N_("The records are damaged: a part of vault.db cannot be read. "
       "Please restore a snapshot or a backup.") },
};

void
tend_connection_set_code (sqlite3  *db,
                          int       extended,
                          GError  **error)
{
  /* The write-ahead log's index is a file, too, and needs its room. */
  int code = extended == SQLITE_IOERR_SHMSIZE ? SQLITE_FULL : extended & 0xff;

  for (guint i = 0; i < G_N_ELEMENTS (error_words); i++)
    {
      if (error_words[i].code == code)
        {
          g_set_error_literal (error, TEND_ERROR, error_words[i].error,
                               _(error_words[i].message));
          return;
        }
    }

  /* A trigger's own sentence says which rule holds the change back. */
  if (extended == SQLITE_CONSTRAINT_TRIGGER)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED, sqlite3_errmsg (db));
  else if (code == SQLITE_IOERR)
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                 _("The disk did not take or give the records, so nothing was saved (code %d)."),
                 extended);
  else
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                 _("The records could not be used: %s (code %d)."),
                 sqlite3_extended_errcode (db) == extended ? sqlite3_errmsg (db)
                                                           : sqlite3_errstr (extended),
                 extended);
}

void
tend_connection_set_error (sqlite3  *db,
                           GError  **error)
{
  tend_connection_set_code (db, sqlite3_extended_errcode (db), error);
}

gboolean
tend_connection_exec (sqlite3     *db,
                      const char  *sql,
                      GError     **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  tend_connection_set_error (db, error);
  return FALSE;
}

gint64
tend_connection_query_int (sqlite3     *db,
                           const char  *sql,
                           GError     **error)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value = -1;
  int result = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);

  if (result == SQLITE_ROW)
    value = sqlite3_column_int64 (stmt, 0);
  else if (result != SQLITE_DONE)
    tend_connection_set_error (db, error);

  sqlite3_finalize (stmt);

  return value;
}

GStrv
tend_connection_query_texts (sqlite3     *db,
                             const char  *sql,
                             GError     **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (stmt);
      if (result != SQLITE_ROW)
        break;

      g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
      if (texts->len == MAX_TEXTS)
        result = SQLITE_DONE;
    }

  if (result != SQLITE_DONE)
    {
      tend_connection_set_error (db, error);
      sqlite3_finalize (stmt);
      return NULL;
    }

  sqlite3_finalize (stmt);
  g_ptr_array_add (texts, NULL);

  return (GStrv) g_ptr_array_steal (texts, NULL);
}

gboolean
tend_connection_check (sqlite3  *db,
                       GError  **error)
{
  static const char *const checks[] = {
    "PRAGMA cipher_integrity_check",
    "PRAGMA integrity_check",
    "SELECT \"table\" || ' ' || rowid FROM pragma_foreign_key_check",
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_auto(GStrv) faults = tend_connection_query_texts (db, checks[i], error);

      if (faults == NULL)
        return FALSE;

      if (faults[0] != NULL && strcmp (faults[0], "ok") != 0)
        {
          g_set_error (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                       _("The records are not sound: %s."), faults[0]);
          return FALSE;
        }
    }

  return TRUE;
}

/* The raw key as x'…', which makes SQLCipher skip its own slow derivation. */
static int
set_key (sqlite3 *db,
         TendKey *key)
{
  const gsize size = 2 + TEND_KEY_BYTES * 2 + 1;
  char *text = tend_guarded_alloc (size + 1);
  int result;

  text[0] = 'x';
  text[1] = '\'';
  sodium_bin2hex (text + 2, TEND_KEY_BYTES * 2 + 1, tend_key_peek (key), TEND_KEY_BYTES);
  text[size - 1] = '\'';
  text[size] = '\0';

  result = sqlite3_key (db, text, size);
  sodium_free (text);

  return result;
}

/* SQLite gives -wal and -shm the mode of the database, so making that file
 * first keeps all three private without touching the process's umask.
 */
static gboolean
make_private_file (const char  *path,
                   GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      tend_files_set_error (path, errno, error);
      return FALSE;
    }

  close (fd);

  return TRUE;
}

/* On a medium that cannot be written there is no -shm and nobody else writes. */
static sqlite3 *
open_handle (const char         *path,
             TendConnectionMode  mode)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *uri = NULL;
  sqlite3 *db = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  if (mode == TEND_CONNECTION_READ && access (dir, W_OK) != 0)
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

      uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
  else
    {
      flags |= SQLITE_OPEN_READWRITE;
    }

  sqlite3_open_v2 (uri != NULL ? uri : path, &db, flags, NULL);

  return db;
}

static gboolean
set_up (sqlite3             *db,
        TendKey             *key,
        TendConnectionMode   mode,
        GError             **error)
{
  static const char log_nothing[] = "PRAGMA cipher_log_level = NONE";

  sqlite3_busy_timeout (db, TEND_BUSY_TIMEOUT_MS);

  if (!tend_connection_exec (db, log_nothing, error))
    return FALSE;

  /* The first key of the process sets a level of its own where there is none. */
  if (set_key (db, key) != SQLITE_OK ||
      sqlite3_exec (db, log_nothing, NULL, NULL, NULL) != SQLITE_OK ||
      tend_fold_register (db) != SQLITE_OK ||
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK)
    {
      tend_connection_set_error (db, error);
      return FALSE;
    }

  /* The first read of the file: here a wrong key or a damaged page 1 shows. */
  if (!tend_connection_exec (db, "SELECT count (*) FROM sqlite_schema", error) ||
      !tend_connection_exec (db, settings, error))
    return FALSE;

  if (mode == TEND_CONNECTION_READ)
    return tend_connection_exec (db, "PRAGMA query_only = ON", error);

  /* A copy that is not finished is of no use: no journal, and one sync at the end. */
  if (mode == TEND_CONNECTION_COPY)
    return tend_connection_exec (db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
                                 error);

  return tend_connection_exec (db, "PRAGMA journal_mode = WAL", error);
}

sqlite3 *
tend_connection_open (const char          *path,
                      TendKey             *key,
                      TendConnectionMode   mode,
                      GError             **error)
{
  sqlite3 *db;

  g_assert (key != NULL);

  if ((mode == TEND_CONNECTION_CREATE || mode == TEND_CONNECTION_COPY) &&
      !make_private_file (path, error))
    return NULL;

  db = open_handle (path, mode);
  if (db == NULL)
    g_error ("no memory for a database connection");

  if (sqlite3_errcode (db) != SQLITE_OK)
    tend_connection_set_error (db, error);
  else if (set_up (db, key, mode, error))
    return db;

  sqlite3_close_v2 (db);

  return NULL;
}
