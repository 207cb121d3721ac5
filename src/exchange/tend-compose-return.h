/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-return-sheet.h"
#include "tend-return.h"
#include "tend-writer.h"

G_BEGIN_DECLS

/* The quarterly return of a council's scheme, and the same figures as an impact summary
 * where no council asks for them: on paper, as JSON, CSV, and text to paste.  All of them
 * are about numbers of people; who they are stays in tend_compose_return_figures().
 */
typedef struct _TendReturnValues TendReturnValues;

/**
 * tend_compose_return_load:
 * @scheme: (nullable): whose people; %NULL for everybody
 *
 * Asks the vault.  What comes back owns all its text.
 */
TendReturnValues      *tend_compose_return_load     (TendVault               *vault,
                                                     const char              *scheme,
                                                     TendQuarter              quarter,
                                                     GError                 **error);
void                   tend_return_values_free      (TendReturnValues        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendReturnValues, tend_return_values_free)

/* The figures with the people behind them, for the carer alone. (transfer none) */
const TendReturn      *tend_compose_return_figures  (const TendReturnValues  *self);
/* (transfer none) */
const TendReturnSheet *tend_compose_return_sheet    (const TendReturnValues  *self);

TendDocument          *tend_compose_return_document (const TendReturnValues  *self);
/* Writes the keys of `tend-cli return --json` into the map that is open. */
void                   tend_compose_return_write    (const TendReturnValues  *self,
                                                     TendWriter              *writer);
GBytes                *tend_compose_return_csv      (const TendReturnValues  *self);
/* Lines to paste into an email or a council's form. */
char                  *tend_compose_return_text     (const TendReturnValues  *self);
/* A return as it was sent, from its record (a quarterly_return); TEND_ERROR_NOT_FOUND when its
 * figures were not kept.  Nobody is behind it any more. */
TendReturnValues      *tend_compose_return_load_sent (TendVault              *vault,
                                                      TendRecord             *record,
                                                      GError                **error);
/* (transfer full): the record of a return that was sent, unsaved: its figures stay as they
 * are on that day, whatever is put right afterwards. */
TendRecord            *tend_compose_return_sent     (const TendReturnValues  *self,
                                                     TendDate                 on,
                                                     const char              *how);

G_END_DECLS
