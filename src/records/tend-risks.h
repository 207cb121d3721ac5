/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"
#include "tend-risk.h"

G_BEGIN_DECLS

/* Risk assessments: what they are measured with, and what to begin with. */

/* (element-type TendRiskBand): by from: the carer's own, else those of data/figures.
 * The names are static. */
GArray    *tend_risk_bands        (TendVault   *vault,
                                   GError     **error);
/* The score of a risk record, as it is and with what is agreed; 0 when not given. */
int        tend_risk_score_before (TendRecord  *risk);
int        tend_risk_score_after  (TendRecord  *risk);
/* (element-type TendRecord): unsaved risks of common hazards at home, to pick from and
 * edit; client and days are left to the caller. */
GPtrArray *tend_risk_hazards      (void);

G_END_DECLS
