/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"
#include "tend-risk.h"

G_BEGIN_DECLS

/* The 5 x 5 matrix: likelihood upwards, severity to the right, each field with its score
 * and its band in words, and the risks standing in it by number: as they are now in a
 * ring, with what is agreed on a filled disc.
 */

typedef struct
{
  int number;
  int likelihood_before; /* 0: not scored */
  int severity_before;
  int likelihood_after;
  int severity_after;
} TendRiskMark;

typedef struct
{
  const TendRiskBand *bands; /* by from */
  gsize               n_bands;
  const TendRiskMark *marks;
  gsize               n_marks;
} TendRiskMatrix;

void        tend_risk_matrix_draw     (cairo_t              *cr,
                                       double                width,
                                       double                height,
                                       const TendRiskMatrix *matrix,
                                       const TendDrawStyle  *style);
/* "Rare", "Insignificant": 1 to 5, translated; "" for others. */
const char *tend_risk_likelihood_text (int                   level);
const char *tend_risk_severity_text   (int                   level);

G_END_DECLS
