/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files about medicines and their chart share. */

#pragma once

#include "tend-medicines.h"

G_BEGIN_DECLS

/* (nullable): the first entry in force for a dose due on or after @date. */
TendRecord *tend_medicine_entry_from (TendVault   *vault,
                                      const char  *medication,
                                      TendDate     date);
/* (transfer full): whoever writes here: the carer; "" before they have said their name. */
char       *tend_medicine_writer     (TendVault   *vault);
/* (transfer full): the ids of the client's lines that count as @medication, itself among them:
 * those that took the place of one another, and those with its name or an ingredient of it.
 * One on each line of the text, which begins and ends with one; for TEND_MEDICINE_IS_SAME. */
char       *tend_medicine_same       (TendVault   *vault,
                                      TendRecord  *medication,
                                      GError     **error);

/* SQL: whether @id is among the :lines that tend_medicine_same() answered with. */
#define TEND_MEDICINE_IS_SAME(id) "instr (:lines, char (10) || " id " || char (10)) > 0"

G_END_DECLS
