/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-verify.h"

#include "tend-blob.h"
#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-vault-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every check adds to one list and lets the next one run: what is damaged in
 * one place says nothing of the others.
 */

typedef struct
{
  GPtrArray    *faults;
  GCancellable *cancellable;
  TendChainEnd  head;
  TendHeadState head_state;
} Verify;

TendFault *
tend_fault_new (const char *kind,
                const char *place,
                const char *message)
{
  TendFault *self;

  g_return_val_if_fail (kind != NULL && place != NULL && message != NULL, NULL);

  self = g_new0 (TendFault, 1);
  self->kind = g_strdup (kind);
  self->place = g_strdup (place);
  self->message = g_strdup (message);

  return self;
}

void
tend_fault_free (TendFault *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

static void
add (Verify     *verify,
     const char *kind,
     const char *place,
     const char *message)
{
  g_ptr_array_add (verify->faults, tend_fault_new (kind, place, message));
}

/* Takes damage that stopped a check as a fault; FALSE for what is not damage (a
 * cancel, another program in the way) and stays in @error.
 */
static gboolean
take_damage (Verify      *verify,
             const char  *kind,
             const char  *place,
             GError     **error)
{
  if (!g_error_matches (*error, TEND_ERROR, TEND_ERROR_DAMAGED) &&
      !g_error_matches (*error, TEND_ERROR, TEND_ERROR_FAILED))
    return FALSE;

  add (verify, kind, place, (*error)->message);
  g_clear_error (error);

  return TRUE;
}

static void
check_keys (TendVault *vault,
            Verify    *verify)
{
  g_autofree char *path = g_build_filename (vault->dir, TEND_FILE_KEYS, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKeys) keys = tend_keys_load (path, &error);

  if (keys == NULL && g_error_matches (error, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    add (verify, "keys", TEND_FILE_KEYS, _("The file vault.keys is missing."));
  else if (keys == NULL || !tend_keys_is_sound (keys))
    add (verify, "keys", TEND_FILE_KEYS, _("The file vault.keys is damaged."));
  else if (!tend_keys_match (keys, vault->key))
    add (verify, "keys", TEND_FILE_KEYS, _("The file vault.keys belongs to other records."));
  else if (!tend_keys_has (keys, TEND_SLOT_RECOVERY))
    add (verify, "keys", TEND_FILE_KEYS, _("There is no recovery key for these records."));
}

typedef struct
{
  const char *kind;
  const char *sql;
  const char *words; /* with %s: what the check answered */
} PageCheck;

/* cipher_integrity_check reads the file itself; another process may be moving
 * pages into it just then, so what it finds must be there twice.
 */
static const PageCheck page_checks[] = {
  { "pages", "PRAGMA cipher_integrity_check", N_("A page of the records was altered (%s).") },
  { "pages", "PRAGMA integrity_check", N_("The tables of the records are not sound (%s).") },
  { "foreign_key",
    "SELECT \"table\" || coalesce ('/' || rowid, '') FROM pragma_foreign_key_check",
    N_("%s names a record that is not there.") },
};

static gboolean
check_pages (TendVault        *vault,
             Verify           *verify,
             const PageCheck  *check,
             GError          **error)
{
  g_auto(GStrv) answers = tend_connection_query_texts (vault->db, check->sql, error);

  if (answers != NULL && answers[0] != NULL && strcmp (answers[0], "ok") != 0)
    {
      g_strfreev (answers);
      answers = tend_connection_query_texts (vault->db, check->sql, error);
    }

  if (answers == NULL)
    return take_damage (verify, check->kind, TEND_FILE_DB, error);

  for (guint i = 0; answers[i] != NULL && strcmp (answers[i], "ok") != 0; i++)
    {
      g_autofree char *message = g_strdup_printf (_(check->words), answers[i]);

      add (verify, check->kind,
           strcmp (check->kind, "foreign_key") == 0 ? answers[i] : TEND_FILE_DB, message);
    }

  return TRUE;
}

static void
chain_fault_cb (gint64      sequence,
                const char *message,
                gpointer    data)
{
  g_autofree char *place = g_strdup_printf ("history/%" G_GINT64_FORMAT, sequence);

  add (data, "chain", place, message);
}

static gboolean
check_chain (TendVault  *vault,
             Verify     *verify,
             GError    **error)
{
  return tend_chain_walk (vault, &(TendChainEnd) { 0 }, chain_fault_cb, verify,
                          verify->cancellable, error) ||
         take_damage (verify, "chain", TEND_FILE_DB, error);
}

static gboolean
check_head (TendVault  *vault,
            Verify     *verify,
            GError    **error)
{
  TendChainEnd end, at_head;

  if (!tend_chain_read_end (vault, 0, &end, error) ||
      !tend_chain_read_end (vault, verify->head.length, &at_head, error))
    return take_damage (verify, "head", TEND_FILE_DB, error);

  if (verify->head_state == TEND_HEAD_UNSOUND)
    add (verify, "head", TEND_FILE_HEAD, _("The file vault.head is damaged."));
  else if (verify->head_state == TEND_HEAD_MISSING && end.length > 0)
    add (verify, "head", TEND_FILE_HEAD, _("The file vault.head is missing."));
  else if (end.length < verify->head.length)
    add (verify, "head", TEND_FILE_HEAD, _("The latest records are missing."));
  else if (verify->head.length > 0 &&
           memcmp (at_head.hash, verify->head.hash, TEND_HASH_BYTES) != 0)
    add (verify, "head", TEND_FILE_HEAD,
         _("The history is not the one that Tend last wrote to."));

  return TRUE;
}

static gboolean
check_blob (TendVault   *vault,
            Verify      *verify,
            const char  *name,
            gint64       size,
            GError     **error)
{
  g_autofree char *place = g_build_filename (TEND_DIR_BLOBS, name, NULL);
  g_autofree char *buffer = g_malloc (64 * 1024);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GInputStream) stream = tend_blob_open (vault, name, &local_error);
  gint64 total = 0;
  gssize got = 0;

  while (stream != NULL &&
         (got = g_input_stream_read (stream, buffer, 64 * 1024, verify->cancellable,
                                     &local_error)) > 0)
    total += got;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (local_error != NULL)
    add (verify, "blob", place, local_error->message);
  else if (total != size)
    add (verify, "blob", place, _("This attachment has another size than it should."));

  return TRUE;
}

static gboolean
check_blobs (TendVault  *vault,
             Verify     *verify,
             GError    **error)
{
  g_autoptr(TendStatement) row = NULL;
  TendStep step;

  row = tend_statement_new (vault, "SELECT name, size FROM blob ORDER BY name", error);
  if (row == NULL)
    return take_damage (verify, "blob", TEND_FILE_DB, error);

  while ((step = tend_statement_step (row, error)) == TEND_STEP_ROW)
    {
      if (!check_blob (vault, verify, tend_statement_get_text (row, 0),
                       tend_statement_get_int (row, 1), error))
        return FALSE;
    }

  return step == TEND_STEP_DONE || take_damage (verify, "blob", TEND_FILE_DB, error);
}

static gboolean
verify_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Verify *verify = data;

  for (guint i = 0; i < G_N_ELEMENTS (page_checks); i++)
    {
      if (g_cancellable_set_error_if_cancelled (verify->cancellable, error) ||
          !check_pages (vault, verify, &page_checks[i], error))
        return FALSE;
    }

  return check_chain (vault, verify, error) &&
         check_head (vault, verify, error) &&
         check_blobs (vault, verify, error);
}

GPtrArray *
tend_vault_verify (TendVault     *vault,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GError) local_error = NULL;
  Verify verify = { .cancellable = cancellable };

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  g_return_val_if_fail (vault->depth == 0, NULL);
  tend_vault_assert_thread (vault);

  verify.faults = faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_fault_free);

  /* What is still in the -wal comes into the file, which is what is checked. */
  tend_vault_checkpoint (vault);
  check_keys (vault, &verify);

  /* Before the database is looked at: see tend_head_check(). */
  verify.head_state = tend_head_read (vault->dir, vault->key, &verify.head);

  if (!tend_vault_read (vault, verify_cb, &verify, &local_error) &&
      !take_damage (&verify, "pages", TEND_FILE_DB, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&faults);
}
