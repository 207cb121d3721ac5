/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

typedef struct
{
  char *kind;    /* "keys", "pages", "foreign_key", "chain", "head", "blob", "sum" */
  char *place;   /* "history/1234", "blobs/…", "vault.db" */
  char *message; /* one plain sentence */
} TendFault;

void       tend_fault_free   (TendFault *self);
TendFault *tend_fault_new    (const char *kind, const char *place, const char *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendFault, tend_fault_free)

/**
 * tend_vault_verify:
 *
 * Checks vault.keys, pages (cipher_integrity_check, integrity_check), the chain,
 * payload hashes, head, blobs and foreign keys.  To look at a vault that does not
 * open any more, open it READ_ONLY.  Sums of invoices are the records' part.
 * Returns: (element-type TendFault): empty when all is well
 */
GPtrArray *tend_vault_verify (TendVault     *vault,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
