/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"

G_BEGIN_DECLS

/* What is about to be written of a dose.  Nothing of it is kept until it is signed. */

/**
 * tend_mar_draft_new:
 * @code: (nullable): of the legend; NULL: given as it is due
 *
 * Returns: (transfer full): a new entry for a dose that is due: of one in its time the time
 *   is now; of one whose time has passed it has to be said
 */
TendRecord *tend_mar_draft_new         (TendMarLine       *line,
                                        const TendMarSlot *slot,
                                        const char        *code,
                                        TendInstant        now);
/* The same for a dose that is not due: as needed.  @code: (nullable): "NR", or given */
TendRecord *tend_mar_draft_new_prn     (TendMarLine       *line,
                                        const char        *code,
                                        TendInstant        now);
/* Of an entry that is to be struck through: the same again, to be put right. */
TendRecord *tend_mar_draft_new_correction (TendRecord     *entry);
/* Makes the outcome, and by whom it was taken, follow from the code. */
void        tend_mar_draft_set_code    (TendRecord        *draft,
                                        const char        *code);
/* (nullable): the code that a key of the keyboard stands for; "" for "given".  P is that of
 * PL, and an L after it changes nothing; as needed N is that of NR, and there is no other. */
const char *tend_mar_draft_key_code    (gunichar           key,
                                        TendRecord        *draft,
                                        gboolean           as_needed);

/* (transfer full): tend_mar_entry_faults(), and what only a window asks for. */
TendFaults *tend_mar_draft_faults      (TendMedicine      *medicine,
                                        TendRecord        *draft,
                                        TendInstant        now);

G_END_DECLS
