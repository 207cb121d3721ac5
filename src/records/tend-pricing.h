/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For src/records alone: what visits are worth, by the rate card and the
 * agreement of the day.  Made once for a question that prices many visits.
 */

#pragma once

#include "tend-billing.h"
#include "tend-visits.h"

G_BEGIN_DECLS

typedef struct
{
  GArray     *rates;      /* TendRate */
  GArray     *holidays;   /* TendDate */
  GHashTable *agreements; /* client id → GPtrArray of agreement records, newest first */
} TendPricing;

TendPricing *tend_pricing_new       (TendVault        *vault,
                                     GError          **error);
void         tend_pricing_free      (TendPricing      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPricing, tend_pricing_free)

/* (nullable): the agreement of @client in force on @date. */
TendRecord  *tend_pricing_agreement (TendPricing      *self,
                                     const char       *client,
                                     TendDate          date);
/* From when to when a visit is charged: as planned, unless the agreement says as it was. */
void         tend_pricing_span      (TendPricing      *self,
                                     const TendVisit  *visit,
                                     TendInstant      *start,
                                     TendInstant      *end);
/* What percentage of its price a visit is charged: 100 when done (or, with
 * @expected, when still planned), the agreement's for a late cancellation, else 0. */
int          tend_pricing_percent   (TendPricing      *self,
                                     const TendVisit  *visit,
                                     gboolean          expected);
/**
 * tend_pricing_charges:
 * @visits: (element-type TendVisit): all visits around, to share with
 *
 * Returns: (nullable) (element-type TendCharge): empty for what is not charged;
 *   %NULL when there is no rate
 */
GArray      *tend_pricing_charges   (TendPricing      *self,
                                     const TendVisit  *visit,
                                     GPtrArray        *visits,
                                     gboolean          expected,
                                     GError          **error);
/* The price of a mile for @client on @date, or -1 when there is none. */
gint64       tend_pricing_mile      (TendPricing      *self,
                                     const char       *client,
                                     TendDate          date);

G_END_DECLS
