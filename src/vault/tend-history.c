/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-history.h"

#include "tend-vault-private.h"

#include <sodium.h>

void
tend_history_entry_free (TendHistoryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->action);
  g_free (self->reason);
  g_free (self->values);
  g_free (self->before);
  g_free (self);
}

static gboolean
insert_row (TendVault           *vault,
            const TendChainRow  *row,
            const guint8        *hash,
            GError             **error)
{
  static const char sql[] =
    "INSERT INTO history (sequence, at, who, kind, id, action, reason, payload_hash, hash)"
    " VALUES (:sequence, :at, :who, :kind, :id, :action, :reason, :payload_hash, :hash)";
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_int (statement, ":sequence", row->sequence);
  tend_statement_bind_int (statement, ":at", row->at);
  tend_statement_bind_text (statement, ":who", row->who);
  tend_statement_bind_text (statement, ":kind", row->kind);
  tend_statement_bind_text (statement, ":id", row->id);
  tend_statement_bind_text (statement, ":action", row->action);
  tend_statement_bind_text (statement, ":reason", row->reason);
  if (row->payload_hash != NULL)
    tend_statement_bind_blob (statement, ":payload_hash", row->payload_hash, TEND_HASH_BYTES);
  tend_statement_bind_blob (statement, ":hash", hash, TEND_HASH_BYTES);

  return tend_statement_run (statement, error);
}

/* Erasure finds a person's payloads by client: said by the caller, else the
 * record itself when it is a client, else what its values name.
 */
static gboolean
insert_payload (TendVault           *vault,
                const TendChainRow  *row,
                const char          *client,
                const guint8        *salt,
                const char          *values,
                GError             **error)
{
  static const char sql[] =
    "INSERT INTO history_payload (sequence, client, salt, \"values\")"
    " VALUES (:sequence,"
    "         coalesce (:client, iif (:kind = 'client', :id,"
    "                                 CAST (json_extract (:values, '$.client') AS TEXT))),"
    "         :salt, :values)";
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_int (statement, ":sequence", row->sequence);
  tend_statement_bind_text (statement, ":client", client);
  tend_statement_bind_text (statement, ":kind", row->kind);
  tend_statement_bind_text (statement, ":id", row->id);
  tend_statement_bind_blob (statement, ":salt", salt, TEND_SALT_BYTES);
  tend_statement_bind_text (statement, ":values", values);

  return tend_statement_run (statement, error);
}

gboolean
tend_history_append (TendVault   *vault,
                     const char  *kind,
                     const char  *id,
                     const char  *action,
                     const char  *reason,
                     const char  *values,
                     GError     **error)
{
  return tend_history_append_about (vault, NULL, kind, id, action, reason, values, error);
}

gboolean
tend_history_append_about (TendVault   *vault,
                           const char  *client,
                           const char  *kind,
                           const char  *id,
                           const char  *action,
                           const char  *reason,
                           const char  *values,
                           GError     **error)
{
  TendChainEnd end;
  guint8 salt[TEND_SALT_BYTES];
  guint8 payload_hash[TEND_HASH_BYTES];
  guint8 hash[TEND_HASH_BYTES];
  TendChainRow row;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL && action != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (tend_vault_in_transaction (vault), FALSE);

  if (!tend_chain_read_end (vault, 0, &end, error))
    return FALSE;

  row = (TendChainRow) {
    .sequence = end.length + 1,
    .at = g_get_real_time () / G_USEC_PER_SEC,
    .who = vault->actor,
    .kind = kind,
    .id = id,
    .action = action,
    .reason = reason,
  };

  if (values != NULL)
    {
      randombytes_buf (salt, sizeof salt);
      tend_chain_hash_payload (salt, values, payload_hash);
      row.payload_hash = payload_hash;
    }

  tend_chain_hash_row (end.hash, &row, hash);
  if (!insert_row (vault, &row, hash, error))
    return FALSE;

  vault->head_is_old = TRUE;

  return values == NULL || insert_payload (vault, &row, client, salt, values, error);
}

/* The columns and their places. */
#define LIST_SQL(earlier, condition) \
  "SELECT h.sequence, h.at, h.who, h.kind, h.id, h.action, h.reason, p.\"values\", " earlier \
  " FROM history h LEFT JOIN history_payload p USING (sequence)" \
  " WHERE " condition "h.sequence < :before ORDER BY h.sequence DESC LIMIT :limit"
enum
{
  COL_SEQUENCE, COL_AT, COL_WHO, COL_KIND, COL_ID, COL_ACTION, COL_REASON, COL_VALUES, COL_BEFORE,
};

/* What was shown only has no values. */
#define EARLIER_SQL \
  "(SELECT q.\"values\" FROM history g JOIN history_payload q USING (sequence)" \
  "  WHERE g.kind = h.kind AND g.id = h.id AND g.sequence < h.sequence" \
  "  ORDER BY g.sequence DESC LIMIT 1)"

static TendHistoryEntry *
entry_from_row (TendStatement *row)
{
  TendHistoryEntry *entry = g_new0 (TendHistoryEntry, 1);

  entry->sequence = tend_statement_get_int (row, COL_SEQUENCE);
  entry->at = tend_statement_get_int (row, COL_AT);
  entry->who = g_strdup (tend_statement_get_text (row, COL_WHO));
  entry->kind = g_strdup (tend_statement_get_text (row, COL_KIND));
  entry->id = g_strdup (tend_statement_get_text (row, COL_ID));
  entry->action = g_strdup (tend_statement_get_text (row, COL_ACTION));
  entry->reason = g_strdup (tend_statement_get_text (row, COL_REASON));
  entry->values = g_strdup (tend_statement_get_text (row, COL_VALUES));
  entry->before = g_strdup (tend_statement_get_text (row, COL_BEFORE));

  return entry;
}

/* The place in the list, then all rows. */
static GPtrArray *
read_entries (TendStatement  *row,
              gint64          before,
              int             limit,
              GError        **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  TendStep step;

  tend_statement_bind_int (row, ":before", before > 0 ? before : G_MAXINT64);
  tend_statement_bind_int (row, ":limit", limit);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_history_entry_free);
  while ((step = tend_statement_step (row, error)) == TEND_STEP_ROW)
    g_ptr_array_add (entries, entry_from_row (row));

  return step == TEND_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

GPtrArray *
tend_history_list (TendVault   *vault,
                   const char  *kind,
                   const char  *id,
                   gint64       before,
                   int          limit,
                   GError     **error)
{
  static const char all_sql[] = LIST_SQL ("NULL", "");
  static const char record_sql[] = LIST_SQL ("NULL", "h.kind = :kind AND h.id = :id AND ");
  g_autoptr(TendStatement) row = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail ((kind == NULL) == (id == NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  row = tend_statement_new (vault, kind != NULL ? record_sql : all_sql, error);
  if (row == NULL)
    return NULL;

  if (kind != NULL)
    {
      tend_statement_bind_text (row, ":kind", kind);
      tend_statement_bind_text (row, ":id", id);
    }

  return read_entries (row, before, limit, error);
}

/* By record and not by entry: an entry without values names nobody. */
GPtrArray *
tend_history_list_about (TendVault   *vault,
                         const char  *client,
                         gint64       before,
                         int          limit,
                         GError     **error)
{
  static const char sql[] =
    LIST_SQL (EARLIER_SQL,
              "(h.kind, h.id) IN (SELECT 'client', :client UNION"
              " SELECT r.kind, r.id FROM history_payload o JOIN history r USING (sequence)"
              " WHERE o.client = :client) AND ");
  g_autoptr(TendStatement) row = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (client != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  row = tend_statement_new (vault, sql, error);
  if (row == NULL)
    return NULL;

  tend_statement_bind_text (row, ":client", client);

  return read_entries (row, before, limit, error);
}
