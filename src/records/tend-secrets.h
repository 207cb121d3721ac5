/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What the history says of a sensitive field that was shown. */
#define TEND_ACTION_SHOW "show"

/**
 * tend_record_show:
 * @field: a field that is masked until asked for
 *
 * Writes into the history that the field of a stored record was shown, with the
 * field's label as the reason and without its value.
 *
 * Returns: (transfer full): the value as the vault has it now; "" when there is none
 */
char *tend_record_show (TendVault   *vault,
                        TendRecord  *record,
                        const char  *field,
                        GError     **error);

G_END_DECLS
