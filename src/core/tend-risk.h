/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The 5 x 5 matrix of risks.  No law sets its bands: they are data. */

#define TEND_RISK_LARGEST 5

/* From the score @from up to the one below the next band's. */
typedef struct
{
  int         from;
  const char *name;
} TendRiskBand;

/* Likelihood times severity; 0 when either is not from 1 to 5. */
int                 tend_risk_score (int     likelihood,
                                     int     severity);
/* @bands: (element-type TendRiskBand): by from; NULL for a score below the first. */
const TendRiskBand *tend_risk_band  (GArray *bands,
                                     int     score);

G_END_DECLS
