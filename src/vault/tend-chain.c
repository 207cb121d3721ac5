/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* How rows of the history hang together.
 *
 *     hash = BLAKE2b-256 (hash before, sequence, at, who, kind, id, action,
 *                         reason, payload hash)
 *     payload hash = BLAKE2b-256 (salt, values)
 *
 * Numbers are 64 bits, little endian; texts and the payload hash carry a byte
 * for "there is one" and their length first, so that no two rows can be read as
 * the same bytes.  The hash before the first row is zeros.  What is written here
 * is on people's disks: it never changes.
 */

static void
add_number (crypto_generichash_state *state,
            guint64                   number)
{
  guint64 bytes = GUINT64_TO_LE (number);

  crypto_generichash_update (state, (const guint8 *) &bytes, sizeof bytes);
}

static void
add_bytes (crypto_generichash_state *state,
           const void               *bytes,
           gsize                     length)
{
  guint8 present = bytes != NULL;

  crypto_generichash_update (state, &present, 1);
  if (!present)
    return;

  add_number (state, length);
  crypto_generichash_update (state, bytes, length);
}

static void
add_text (crypto_generichash_state *state,
          const char               *text)
{
  add_bytes (state, text, text != NULL ? strlen (text) : 0);
}

void
tend_chain_hash_payload (const guint8 *salt,
                         const char   *values,
                         guint8       *hash)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, TEND_HASH_BYTES);
  crypto_generichash_update (&state, salt, TEND_SALT_BYTES);
  crypto_generichash_update (&state, (const guint8 *) values, strlen (values));
  crypto_generichash_final (&state, hash, TEND_HASH_BYTES);
}

void
tend_chain_hash_row (const guint8       *before,
                     const TendChainRow *row,
                     guint8             *hash)
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, TEND_HASH_BYTES);
  crypto_generichash_update (&state, before, TEND_HASH_BYTES);
  add_number (&state, row->sequence);
  add_number (&state, row->at);
  add_text (&state, row->who);
  add_text (&state, row->kind);
  add_text (&state, row->id);
  add_text (&state, row->action);
  add_text (&state, row->reason);
  add_bytes (&state, row->payload_hash, TEND_HASH_BYTES);
  crypto_generichash_final (&state, hash, TEND_HASH_BYTES);
}

gboolean
tend_chain_read_end (TendVault     *vault,
                     gint64         at,
                     TendChainEnd  *end,
                     GError       **error)
{
  static const char sql_last[] =
    "SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1";
  static const char sql_at[] =
    "SELECT sequence, hash FROM history WHERE sequence = :at";
  g_autoptr(TendStatement) statement = NULL;
  TendStep step;

  *end = (TendChainEnd) { 0 };

  statement = tend_statement_new (vault, at > 0 ? sql_at : sql_last, error);
  if (statement == NULL)
    return FALSE;

  if (at > 0)
    tend_statement_bind_int (statement, ":at", at);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    {
      const guint8 *hash = tend_statement_get_blob (statement, 1, TEND_HASH_BYTES);

      end->length = tend_statement_get_int (statement, 0);
      if (hash != NULL)
        memcpy (end->hash, hash, TEND_HASH_BYTES);
    }

  return step != TEND_STEP_ERROR;
}

/* The columns of the walk and their places. */
static const char walk_sql[] =
  "SELECT h.sequence, h.at, h.who, h.kind, h.id, h.action, h.reason, h.payload_hash, h.hash,"
  "       p.salt, p.\"values\", e.sequence IS NOT NULL"
  " FROM history h LEFT JOIN history_payload p USING (sequence)"
  "                LEFT JOIN erased_payload e USING (sequence)"
  " WHERE h.sequence > :from ORDER BY h.sequence";
enum { COL_SEQUENCE, COL_AT, COL_WHO, COL_KIND, COL_ID, COL_ACTION, COL_REASON, COL_PAYLOAD_HASH,
       COL_HASH, COL_SALT, COL_VALUES, COL_ERASED };

/* Returns: (nullable): what is wrong with the row's values */
static const char *
payload_fault (TendStatement *row,
               const guint8  *payload_hash)
{
  const guint8 *salt = tend_statement_get_blob (row, COL_SALT, TEND_SALT_BYTES);
  const char *values = tend_statement_get_text (row, COL_VALUES);
  guint8 hash[TEND_HASH_BYTES];

  if (payload_hash == NULL)
    return values == NULL ? NULL : _("This entry has values that were added later.");

  if (values == NULL)
    return tend_statement_get_int (row, COL_ERASED)
           ? NULL : _("The values of this entry are missing.");

  if (salt == NULL)
    return _("The values of this entry were changed.");

  tend_chain_hash_payload (salt, values, hash);

  return memcmp (hash, payload_hash, sizeof hash) == 0
         ? NULL : _("The values of this entry were changed.");
}

static void
check_row (TendStatement      *row,
           TendChainEnd       *before,
           TendChainFaultFunc  func,
           gpointer            data)
{
  TendChainRow values = {
    .sequence = tend_statement_get_int (row, COL_SEQUENCE),
    .at = tend_statement_get_int (row, COL_AT),
    .who = tend_statement_get_text (row, COL_WHO),
    .kind = tend_statement_get_text (row, COL_KIND),
    .id = tend_statement_get_text (row, COL_ID),
    .action = tend_statement_get_text (row, COL_ACTION),
    .reason = tend_statement_get_text (row, COL_REASON),
    .payload_hash = tend_statement_get_blob (row, COL_PAYLOAD_HASH, TEND_HASH_BYTES),
  };
  const guint8 *stored = tend_statement_get_blob (row, COL_HASH, TEND_HASH_BYTES);
  guint8 hash[TEND_HASH_BYTES];
  const char *fault = payload_fault (row, values.payload_hash);

  if (fault != NULL)
    func (values.sequence, fault, data);

  tend_chain_hash_row (before->hash, &values, hash);
  if (values.sequence != before->length + 1)
    func (values.sequence, _("An entry before this one is missing."), data);
  else if (stored == NULL || memcmp (hash, stored, sizeof hash) != 0)
    func (values.sequence, _("This entry or the one before it was changed."), data);

  /* Go on from what is stored, so that one fault is told once. */
  before->length = values.sequence;
  if (stored != NULL)
    memcpy (before->hash, stored, TEND_HASH_BYTES);
}

gboolean
tend_chain_walk (TendVault           *vault,
                 const TendChainEnd  *from,
                 TendChainFaultFunc   func,
                 gpointer             data,
                 GCancellable        *cancellable,
                 GError             **error)
{
  g_autoptr(TendStatement) row = tend_statement_new (vault, walk_sql, error);
  TendChainEnd before = *from;
  TendStep step;

  if (row == NULL)
    return FALSE;

  tend_statement_bind_int (row, ":from", from->length);
  while ((step = tend_statement_step (row, error)) == TEND_STEP_ROW)
    {
      check_row (row, &before, func, data);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return step == TEND_STEP_DONE;
}
