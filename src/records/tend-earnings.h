/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

typedef enum
{
  TEND_EARNINGS_WEEK,
  TEND_EARNINGS_MONTH,
  TEND_EARNINGS_CLIENT,
  TEND_EARNINGS_SERVICE,
  TEND_EARNINGS_FUNDING,
  TEND_EARNINGS_KIND,    /* of service */
} TendEarningsBy;

typedef struct
{
  char   *key;             /* "2026-W48", "2026-11", a client's or service's id, "self" */
  char   *label;           /* to be read: "23 Nov", "November 2026", "Rose Hartley" */
  gint64  worked_pence;    /* visits done, at the rate card, by the day of the visit */
  gint64  invoiced_pence;  /* lines of invoices and credit notes, by the day of issue */
  gint64  received_pence;  /* payments, by the day received */
  gint64  minutes;         /* of visits done */
} TendEarningsRow;

typedef struct
{
  GPtrArray       *rows;   /* TendEarningsRow; weeks and months in order, without gaps */
  TendEarningsRow  total;
} TendEarnings;

void          tend_earnings_free (TendEarnings   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendEarnings, tend_earnings_free)

TendEarnings *tend_earnings_load (TendVault      *vault,
                                  TendDate        from,
                                  TendDate        to,
                                  TendEarningsBy  by,
                                  GError        **error);
/* "week", "month", "client", "service", "funding", "kind" (of service) */
gboolean      tend_earnings_by_parse (const char     *text,
                                      TendEarningsBy *by);

G_END_DECLS
