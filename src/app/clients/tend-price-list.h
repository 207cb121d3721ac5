/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Services and every price there is, for everyone and for single clients. */
typedef struct
{
  GPtrArray *services; /* (element-type TendRecord) */
  GPtrArray *rates;    /* (element-type TendRecord) */
} TendPriceList;

TendPriceList *tend_price_list_load  (TendVault      *vault,
                                      GError        **error);
void           tend_price_list_free  (TendPriceList  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPriceList, tend_price_list_free)

/* (nullable): what everyone pays for @service from @today on, on a plain day */
TendRecord    *tend_price_list_usual (TendPriceList  *self,
                                      const char     *service,
                                      TendDate        today);
/* Whether a price has run out before @today. */
gboolean       tend_rate_is_past     (TendRecord     *rate,
                                      TendDate        today);

G_END_DECLS
