/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_OUTCOME_TAKEN    = 1 << 0,
  TEND_OUTCOME_PART     = 1 << 1,
  TEND_OUTCOME_DECLINED = 1 << 2,
  TEND_OUTCOME_OMITTED  = 1 << 3,
} TendOutcome;

/* The codes of the chart's legend, in its order (domain.md 2.3). (array ended by { NULL }) */
extern const TendChoice tend_mar_code_choices[];

/* 0 for an unknown word. */
TendOutcome  tend_outcome_parse        (const char *outcome);
const char  *tend_outcome_name         (TendOutcome outcome);
/* The outcomes a code may stand with; 0 for an unknown one. */
TendOutcome  tend_mar_code_outcomes    (const char *code);
/* Whether a note has to say more. */
gboolean     tend_mar_code_needs_note  (const char *code);
/* Whether the quantity has left the box although it was not seen taken. */
gboolean     tend_mar_code_uses_stock  (const char *code);

G_END_DECLS
