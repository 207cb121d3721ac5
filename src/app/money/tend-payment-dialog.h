/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_payment_dialog_present:
 * @payment: a stored one to correct or remove, or a new one to record; one without
 *   an invoice is held for the client
 */
void tend_payment_dialog_present (GtkWidget   *parent,
                                  TendSession *session,
                                  TendRecord  *payment);
/* Records @payment as it is. */
void tend_payment_record         (GtkWidget   *parent,
                                  TendSession *session,
                                  TendRecord  *payment);

/**
 * tend_payment_use:
 * @source: (nullable): the payment or overpaid invoice to use first
 * @invoice: (nullable): the invoice to use it for; %NULL: asks which of @client's
 *
 * Uses money that is held for an invoice.
 */
void tend_payment_use            (GtkWidget   *parent,
                                  TendSession *session,
                                  const char  *client,
                                  const char  *source,
                                  const char  *invoice);

G_END_DECLS
