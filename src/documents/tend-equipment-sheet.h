/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

typedef struct
{
  const char *equipment;
  TendDate    trained_on;
  const char *trained_by;
  const char *trainer;   /* who they are: "Family" */
  const char *shown;     /* what was shown and tried */
  TendDate    signed_on; /* TEND_DATE_NONE: still to be signed */
  TendDate    review_on;
  const char *note;
} TendEquipmentLine;

/* What the carer was shown, signed by whoever showed it.  Without lines it is a form. */
typedef struct
{
  TendCareHead             head;
  const TendEquipmentLine *lines;
  gsize                    n_lines;
} TendEquipmentSheet;

TendDocument *tend_document_new_equipment (const TendEquipmentSheet *sheet);
void          tend_equipment_sheet_lay    (TendFlow                 *flow,
                                           const TendEquipmentSheet *sheet);

G_END_DECLS
