/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files about medicines and their chart share. */

#pragma once

#include "tend-medicines.h"

G_BEGIN_DECLS

/* (nullable): the first entry in force for a dose due on or after @date. */
TendRecord *tend_medicine_entry_from (TendVault  *vault,
                                      const char *medication,
                                      TendDate    date);
/* (transfer full): whoever writes here: the carer; "" before they have said their name. */
char       *tend_medicine_writer     (TendVault  *vault);

G_END_DECLS
