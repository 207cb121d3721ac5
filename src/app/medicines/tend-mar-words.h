/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-compose-mar-cell.h"
#include "tend-mar-sheet.h"

G_BEGIN_DECLS

/* A dose of the chart in words. */

/* "given, 1 tablet at 08:05, signed CM"; of a draft the same without the signature.
 * (transfer full) */
char *tend_mar_entry_words (TendMedicine      *medicine,
                            TendRecord        *entry);
/* "due, not recorded"; @draft is nullable. (transfer full) */
char *tend_mar_state_words (TendMarLine       *line,
                            const TendMarSlot *slot,
                            TendRecord        *draft,
                            TendInstant        now);
/* One sentence: "Tuesday 2 June 2026, 08:00, Paracetamol 500 mg tablets, due, not recorded".
 * (transfer full) */
char *tend_mar_dose_words  (TendMarLine       *line,
                            const TendMarSlot *slot,
                            TendRecord        *draft,
                            TendInstant        now);
/* "1.5 tablets", "2"; (transfer full). */
char *tend_mar_quantity_words (TendMedicine   *medicine,
                               gint64          quantity);

G_END_DECLS
