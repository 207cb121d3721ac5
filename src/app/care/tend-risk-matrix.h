/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendRiskMatrix:
 *
 * The 5 x 5 matrix with a risk in it: where it is now, and where it is with what else
 * is agreed.  Its accessible description says the same in words.
 */
#define TEND_TYPE_RISK_MATRIX (tend_risk_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TendRiskMatrix, tend_risk_matrix, TEND, RISK_MATRIX, GtkWidget)

/* @bands: (element-type TendRiskBand) */
GtkWidget *tend_risk_matrix_new      (GArray         *bands);
void       tend_risk_matrix_set_risk (TendRiskMatrix *self,
                                      TendRecord     *risk);

/* (transfer full): "Now 12, High: likely, moderate. Then 6, Moderate: unlikely, moderate." */
char      *tend_risk_describe        (TendRecord     *risk,
                                      GArray         *bands);

G_END_DECLS
