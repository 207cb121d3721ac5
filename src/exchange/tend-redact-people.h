/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-redact.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/**
 * tend_redact_people:
 * @first: (nullable): the id of a client; of several with one surname it is theirs, and after
 *   them that of those round them
 * @named: (nullable) (element-type utf8): ids of clients who, with those round them, have their
 *   names
 *
 * Adds the name of every client, past ones too, of everybody round them and of whom to ring for
 * them: what is written of one may well tell of another.
 */
gboolean tend_redact_people (TendRedaction  *redaction,
                             TendVault      *vault,
                             const char     *first,
                             GHashTable     *named,
                             GError        **error);

G_END_DECLS
