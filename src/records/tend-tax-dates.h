/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-vault.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_TAX_RETURN,   /* and what is owed, 31 January */
  TEND_TAX_PAYMENT,  /* the second payment on account, 31 July */
  TEND_TAX_REGISTER, /* with HMRC, 5 October after the first tax year */
  TEND_TAX_UPDATE,   /* of Making Tax Digital, each quarter */
} TendTaxDateKind;

typedef struct
{
  TendTaxDateKind kind;
  TendDate        due;
} TendTaxDate;

/**
 * tend_tax_dates_between:
 *
 * What HMRC expects from @from to @to of somebody who has worked as long as the visits and
 * payments say: nothing of the years before the first of them, a registration only while
 * there is no tax reference, and the updates of Making Tax Digital only once the turnover of
 * two tax years before was over the year's limit (data/figures/tax.ini).
 *
 * Returns: (element-type TendTaxDate): in order
 */
GArray *tend_tax_dates_between (TendVault  *vault,
                                TendDate    from,
                                TendDate    to,
                                GError    **error);

G_END_DECLS
