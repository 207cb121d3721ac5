/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-undo.h"

G_BEGIN_DECLS

/* What the window does to payments, as plain functions for the worker.  Each is
 * one change, and returns how to take it back (transfer full); %NULL on error.
 */

TendUndo *tend_payment_edit_save   (TendVault   *vault,
                                    TendRecord  *payment,
                                    GError     **error);
TendUndo *tend_payment_edit_remove (TendVault   *vault,
                                    const char  *id,
                                    GError     **error);
/**
 * tend_payment_edit_use:
 * @source: (nullable): the payment or overpaid invoice that is used first
 * @invoice: an invoice's id
 * @used: (out): pence
 *
 * Uses what is held for the invoice's client, as far as the invoice needs it.
 */
TendUndo *tend_payment_edit_use    (TendVault   *vault,
                                    const char  *source,
                                    const char  *invoice,
                                    TendDate     today,
                                    gint64      *used,
                                    GError     **error);

G_END_DECLS
