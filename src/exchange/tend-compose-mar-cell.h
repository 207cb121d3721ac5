/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-cell.h"
#include "tend-mar.h"

G_BEGIN_DECLS

/* What stands in the square of a dose, the same on paper and in the window. */

/* A tick, where it was not written who signed. */
#define TEND_MAR_TICK "✓"

/* "self", "family", "other": by whose hand; NULL for the carer's. */
const char *tend_mar_giver       (const char        *by);
/* What somebody is read by in a square: the code, else their initials, else a tick. */
const char *tend_mar_mark        (TendRecord        *entry);

/**
 * tend_mar_cell_of:
 * @draft: (nullable): what is not signed yet of the dose, instead of its entry
 * @texts: keeps what is made for the cell; all else lives as long as @slot and @draft
 */
void        tend_mar_cell_of     (TendMarCell       *cell,
                                  const TendMarLine *line,
                                  const TendMarSlot *slot,
                                  TendRecord        *draft,
                                  GStringChunk      *texts);

G_END_DECLS
