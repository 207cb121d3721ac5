/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mileage.h"
#include "tend-rates.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* Dated figures: bank holidays and mileage allowances come from data/figures,
 * with their sources, and the carer's own records add to them or correct them.
 * The rate card is the carer's records alone.
 */

/* (element-type TendDate): sorted. */
GArray          *tend_figures_bank_holidays (TendVault  *vault,
                                             GError    **error);
/* (transfer full): the name of a bank holiday, or NULL. */
char            *tend_figures_bank_holiday_name (TendVault *vault,
                                                 TendDate   date);
/* (element-type TendMileageRate): by kind, then day.  The text is static. */
GArray          *tend_figures_mileage_rates (TendVault  *vault,
                                             GError    **error);
/* (element-type TendRate): the whole card; its text belongs to the array. */
GArray          *tend_figures_rates         (TendVault  *vault,
                                             GError    **error);

G_END_DECLS
