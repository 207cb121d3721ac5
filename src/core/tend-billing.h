/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-rates.h"

G_BEGIN_DECLS

/* Turns visits into charges.  One line for each visit and stretch of one rate
 * (neighbouring stretches with the same rate are one), the total is the sum of
 * its lines, and no minute is ever charged in full twice.
 */

typedef enum { TEND_BILLING_FULL, TEND_BILLING_SHARED, TEND_BILLING_NONE } TendVisitBilling;

typedef struct
{
  const char       *id;
  const char       *client;
  const char       *service;
  TendInstant       start;   /* the times to be charged: planned or actual, chosen by the caller */
  TendInstant       end;
  TendVisitBilling  billing;
  int               percent; /* 100; less for a cancellation chargeable in part */
} TendBillable;

typedef struct
{
  const char  *visit;        /* borrowed from the TendBillable */
  TendDate     date;         /* local date on which the stretch starts */
  TendInstant  start;
  TendInstant  end;
  gint64       minutes;      /* of UTC */
  TendUnit     unit;         /* HOUR, or VISIT or NIGHT: a flat price for the visit */
  gint64       rate_pence;
  int          shared_by;    /* among how many visits the charge is split; 1 usually */
  int          percent;
  gint64       amount_pence;
} TendCharge;

/**
 * tend_billing_charge:
 * @visit: the visit to charge
 * @others: visits at the same time that may share it, itself among them or not;
 *   only those that are SHARED themselves count
 *
 * Splits @visit at local midnights and at the edges of rate bands, prices each
 * stretch, and for `shared` billing splits the charge of overlapping minutes
 * equally among the shared visits, the odd pennies to the first ids.  A rate for
 * a visit or a night that applies at the start prices the whole visit; one that is
 * met later is charged once, until the next rate by the hour.  A flat price is
 * split among all who share any of its time.  NONE, no percent and no minutes
 * yield no charge.
 *
 * Returns: (nullable) (element-type TendCharge): %NULL with TEND_ERROR_FAILED
 *   when the card has no rate for some minute or the visit ends before it starts;
 *   the message names the day
 */
GArray *tend_billing_charge (const TendBillable  *visit,
                             const TendBillable  *others,
                             gsize                n_others,
                             const TendRate      *rates,
                             gsize                n_rates,
                             const TendDate      *holidays,
                             gsize                n_holidays,
                             GError             **error);

gint64  tend_billing_total  (GArray              *charges);

G_END_DECLS
