/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-contract-sheet.h"
#include "tend-document.h"
#include "tend-earnings.h"
#include "tend-invoices.h"
#include "tend-redact.h"

G_BEGIN_DECLS

/* From records to documents, in two steps for each document:
 *
 *   tend_compose_…_load()     asks the vault, in the thread that has it open; what it
 *                             returns owns all its text and may go to another thread
 *   tend_compose_…_document() lays out the pages, in the thread that draws them
 *
 * Windows and tend-cli both use these, so that they print the same.
 */

/* The invoice: issued, or a draft of one. */

typedef struct _TendInvoiceValues TendInvoiceValues;

/* An issued invoice, by number or id, with what has been paid for it. */
TendInvoiceValues   *tend_compose_invoice_load       (TendVault               *vault,
                                                      const char              *number,
                                                      GError                 **error);
/* What issuing @client's days from @from to @to would give; marked as a draft. */
TendInvoiceValues   *tend_compose_invoice_load_draft (TendVault               *vault,
                                                      const char              *client,
                                                      TendDate                 from,
                                                      TendDate                 to,
                                                      TendDate                 today,
                                                      GError                 **error);
/* The same for one that is in memory already. */
TendInvoiceValues   *tend_compose_invoice_values     (TendVault               *vault,
                                                      const TendInvoice       *invoice,
                                                      GError                 **error);
TendDocument        *tend_compose_invoice_document   (const TendInvoiceValues *values);
void                 tend_invoice_values_free        (TendInvoiceValues       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendInvoiceValues, tend_invoice_values_free)

/* The contract with a client. */

typedef struct _TendContractValues TendContractValues;

/* By the agreement in force on @today, else by the next one; the wording is the
 * agreement's own where it has any.  TEND_ERROR_FAILED when nothing is agreed. */
TendContractValues  *tend_compose_contract_load        (TendVault                 *vault,
                                                        const char                *client,
                                                        TendDate                   today,
                                                        GError                   **error);
/* What an agreement with the carer says, with lines to write on for the other name: to be
 * looked at by somebody who has agreed nothing yet.  It does not say how to pay.  What is not
 * agreed alike with everybody is left to be agreed.  @scheme: (nullable): by whose rules. */
TendContractValues  *tend_compose_contract_load_terms  (TendVault                 *vault,
                                                        const char                *scheme,
                                                        TendDate                   today,
                                                        gboolean                   with_address,
                                                        GError                   **error);
/* For a copy that is to name nobody in @names: what the carer calls services and prices. */
void                 tend_compose_contract_redact      (TendContractValues        *values,
                                                        TendRedaction             *names);
/* For the wording editor: @wording instead of the agreement's; %NULL for Tend's. */
void                 tend_compose_contract_set_wording (TendContractValues        *values,
                                                        const char                *wording);
/* The values for the wording's places; borrowed. */
const TendContractSheet *tend_compose_contract_sheet   (const TendContractValues  *values);
/* TEND_ERROR_INVALID when the wording cannot be filled. */
TendDocument        *tend_compose_contract_document    (const TendContractValues  *values,
                                                        GError                   **error);
void                 tend_contract_values_free         (TendContractValues        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendContractValues, tend_contract_values_free)

/* The statement of a client's account up to @today. */

typedef struct _TendStatementValues TendStatementValues;

TendStatementValues *tend_compose_statement_load     (TendVault                  *vault,
                                                      const char                 *client,
                                                      TendDate                    today,
                                                      GError                    **error);
TendDocument        *tend_compose_statement_document (const TendStatementValues  *values);
void                 tend_statement_values_free      (TendStatementValues        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendStatementValues, tend_statement_values_free)

/* The week's rota. */

typedef struct _TendRotaValues TendRotaValues;

/* @with_income: FALSE for a copy that others may see */
TendRotaValues      *tend_compose_rota_load          (TendVault                  *vault,
                                                      TendDate                    monday,
                                                      gboolean                    with_income,
                                                      GError                    **error);
TendDocument        *tend_compose_rota_document      (const TendRotaValues       *values);
void                 tend_rota_values_free           (TendRotaValues             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendRotaValues, tend_rota_values_free)

/* Earnings of a period. */

typedef struct _TendEarningsValues TendEarningsValues;

TendEarningsValues  *tend_compose_earnings_load      (TendVault                  *vault,
                                                      TendDate                    from,
                                                      TendDate                    to,
                                                      TendEarningsBy              by,
                                                      GError                    **error);
TendDocument        *tend_compose_earnings_document  (const TendEarningsValues   *values);
void                 tend_earnings_values_free       (TendEarningsValues         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendEarningsValues, tend_earnings_values_free)

/* The mileage book of a tax year. */

typedef struct _TendMileageValues TendMileageValues;

/* @year_start: its 6 April */
TendMileageValues   *tend_compose_mileage_load       (TendVault                  *vault,
                                                      TendDate                    year_start,
                                                      TendDate                    today,
                                                      GError                    **error);
TendDocument        *tend_compose_mileage_document   (const TendMileageValues    *values);
void                 tend_mileage_values_free        (TendMileageValues          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMileageValues, tend_mileage_values_free)

/**
 * tend_compose_recovery_document:
 * @recovery_key: as tend_recovery_generate() gives it
 * @owner: (nullable): whose records
 *
 * The sheet with the recovery key.  Drop the document once it is printed.
 */
TendDocument        *tend_compose_recovery_document  (const char                 *recovery_key,
                                                      const char                 *owner,
                                                      TendDate                    made_on);

G_END_DECLS
