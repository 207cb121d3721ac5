/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Money that was received and is not used for an invoice yet: a payment for no
 * invoice, or what was paid for one beyond what it comes to (or came to, before
 * a credit note).
 */
typedef struct
{
  char     *payment;     /* its id, or NULL for what is over on an invoice */
  char     *invoice;     /* the id of that invoice, or NULL */
  char     *number;      /* and its number, or NULL */
  char     *client;
  char     *client_name;
  TendDate  date;        /* of the payment, or of the invoice */
  gint64    pence;       /* above 0; a repayment for no invoice is below */
} TendHeld;

void        tend_held_free      (TendHeld    *self);

/* @client: (nullable).  What is held at the end of @today, oldest first; it adds up
 * to TendOwed's credit_pence. (element-type TendHeld) */
GPtrArray  *tend_payments_held  (TendVault   *vault,
                                 const char  *client,
                                 TendDate     today,
                                 GError     **error);

/**
 * tend_payment_move:
 * @invoice: (nullable): an invoice's id; %NULL: held as credit
 * @pence: at most the payment's amount
 *
 * Lets @pence of a payment be for @invoice.  Where that is not the whole, the rest
 * stays as it was, as a payment of its own of the same day.
 *
 * Returns: (nullable) (transfer full): the id of the rest, or %NULL when there is
 *   none or on error
 */
char       *tend_payment_move   (TendVault   *vault,
                                 const char  *payment,
                                 const char  *invoice,
                                 gint64       pence,
                                 GError     **error);

G_END_DECLS
