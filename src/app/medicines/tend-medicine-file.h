/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-medicines.h"
#include "tend-stock.h"

G_BEGIN_DECLS

/* One line of the chart with all that its row and its window say. */
typedef struct
{
  TendMedicine *medicine;
  TendDate      today;
  TendStock     stock;
  TendStockSum  sum;           /* since the line began */
  gboolean      has_entries;
  gboolean      is_mine;       /* any dose of it is the carer's */
  GPtrArray    *missing;       /* TendMissingPaper */
} TendMedicineFile;

/* In the worker. */
TendMedicineFile *tend_medicine_file_load   (TendVault         *vault,
                                             const char        *id,
                                             TendDate           today,
                                             GError           **error);
void              tend_medicine_file_free   (TendMedicineFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMedicineFile, tend_medicine_file_free)

gboolean          tend_medicine_file_is_over (TendMedicineFile *self);
/* "1 tablet · Twice a day · Me, Family · Assist · Review on 3 Jan 2027". (transfer full) */
char             *tend_medicine_file_words  (TendMedicineFile  *self);
/* (transfer full) (nullable): "12 days left", "There should be 8"; NULL where nobody keeps it */
char             *tend_medicine_file_stock  (TendMedicineFile  *self);
/* How it stands, in a word or two at the end of its row, and the style of that. (transfer full)
 * (nullable) */
char             *tend_medicine_file_state  (TendMedicineFile  *self,
                                             const char       **css_class);

G_END_DECLS
