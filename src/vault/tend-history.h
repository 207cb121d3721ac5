/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/* The append-only history: every change of every record, each row carrying the
 * hash of the row before.  The hash covers who, when, record, action, reason
 * and a salted hash of the values; the values themselves are in
 * history_payload, so that erasure can remove them and the chain still holds.
 */

typedef struct
{
  gint64  sequence;
  gint64  at;       /* UTC seconds */
  char   *who;
  char   *kind;     /* "client" */
  char   *id;
  char   *action;   /* "add", "change", "remove", "import", "issue" */
  char   *reason;   /* nullable */
  char   *values;   /* nullable: JSON object of the record after the change; NULL once erased */
  char   *before;   /* nullable: the same before it; only from tend_history_list_about() */
} TendHistoryEntry;

void       tend_history_entry_free (TendHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendHistoryEntry, tend_history_entry_free)

/* Must be called inside tend_vault_transact().  @reason and @values may be NULL.
 * Erasure finds what is about a person by the client the entry is of: the record
 * itself for kind "client", else the "client" key of @values. */
gboolean   tend_history_append     (TendVault   *vault,
                                    const char  *kind,
                                    const char  *id,
                                    const char  *action,
                                    const char  *reason,
                                    const char  *values,
                                    GError     **error);
/* The same for a record whose @values do not name its client (a dose names its
 * medicine): without @client here such an entry could not be erased. */
gboolean   tend_history_append_about (TendVault *vault,
                                    const char  *client,
                                    const char  *kind,
                                    const char  *id,
                                    const char  *action,
                                    const char  *reason,
                                    const char  *values,
                                    GError     **error);

/**
 * tend_history_list:
 * @kind: (nullable): with @id, one record's; %NULL for all
 * @before: entries with a smaller sequence; 0 for the newest
 *
 * Returns: (element-type TendHistoryEntry): newest first, at most @limit
 */
GPtrArray *tend_history_list       (TendVault   *vault,
                                    const char  *kind,
                                    const char  *id,
                                    gint64       before,
                                    int          limit,
                                    GError     **error);
/* The same for all records that are about a person: the client, and whatever has
 * named them as its client.  Each entry comes with the values before it. */
GPtrArray *tend_history_list_about (TendVault   *vault,
                                    const char  *client,
                                    gint64       before,
                                    int          limit,
                                    GError     **error);

G_END_DECLS
