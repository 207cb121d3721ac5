/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendRiskView:
 *
 * The 5 x 5 matrix with one risk in it: in a ring where it is now, on a disc where it is
 * with what else is agreed.  Its accessible description says the same in words.
 */
#define TEND_TYPE_RISK_VIEW (tend_risk_view_get_type ())
G_DECLARE_FINAL_TYPE (TendRiskView, tend_risk_view, TEND, RISK_VIEW, GtkWidget)

/* @bands: (element-type TendRiskBand) */
GtkWidget *tend_risk_view_new      (GArray       *bands);
void       tend_risk_view_set_risk (TendRiskView *self,
                                    TendRecord   *risk);

/* (transfer full): "Now 12, High: Likely, Moderate. Then 6, Moderate: Unlikely, Moderate." */
char      *tend_risk_describe      (TendRecord   *risk,
                                    GArray       *bands);

G_END_DECLS
