/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-check.h"
#include "tend-invoices.h"

G_BEGIN_DECLS

/* What a scheme holds back: a plan, a price or a printout, never a record of what has
 * happened.  A rule of a profile says with `holds` which act waits. */

typedef enum
{
  TEND_ACT_INVOICE,   /* what is charged */
  TEND_ACT_PLAN,      /* that a plan is agreed */
  TEND_ACT_AGREEMENT, /* that care is agreed to begin */
} TendAct;

/**
 * tend_hold_findings:
 * @client: whose invoice, plan or agreement it is
 * @from: of an invoice its first day, and @to its last; else both the day that counts
 * @today: what is planned after it is charged to nobody yet
 *
 * Returns: (element-type TendFinding): what holds the act back; empty when nothing does, or
 *   a reason to go on is kept for each
 */
GPtrArray *tend_hold_findings (TendVault   *vault,
                               TendAct      act,
                               const char  *client,
                               TendDate     from,
                               TendDate     to,
                               TendDate     today,
                               GError     **error);
/**
 * tend_hold:
 * @reason: (nullable): why the carer goes on all the same; kept for good with each rule
 * @today: the day of that reason
 * @held: (out) (optional) (nullable) (element-type TendFinding): with TEND_ERROR_HELD, what it
 *   is; what a finding is about need not be stored, since the act is taken back
 *
 * FALSE with TEND_ERROR_HELD where something holds the act back and there is no reason;
 * the message has the rules' numbers and sentences.  To be asked in the transaction of the
 * act itself.
 */
gboolean   tend_hold          (TendVault   *vault,
                               TendAct      act,
                               const char  *client,
                               TendDate     from,
                               TendDate     to,
                               const char  *reason,
                               TendDate     today,
                               GPtrArray  **held,
                               GError     **error);

/* tend_invoice_issue() where nothing holds it back, in one transaction with the @reason; @held
 * as above. */
TendInvoice *tend_hold_issue  (TendVault   *vault,
                               const char  *client,
                               TendDate     from,
                               TendDate     to,
                               const char  *reason,
                               TendDate     today,
                               GPtrArray  **held,
                               GError     **error);

G_END_DECLS
