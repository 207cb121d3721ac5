/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Invoices: made from what was done, numbered when issued, then frozen. */

/**
 * TendInvoice:
 *
 * An invoice record and its lines.  A draft is one that has not been saved: it
 * has no number.
 */
typedef struct
{
  TendRecord *record;        /* invoice */
  GPtrArray  *lines;         /* (element-type TendRecord) invoice_line, in order */
  gint64      total_pence;
  gint64      paid_pence;    /* payments for it */
  gint64      credited_pence; /* by credit notes, 0 or more */
  char       *credits_number; /* of the invoice this corrects, or NULL */
  GPtrArray  *payments;      /* TendRecord */
  /* (element-type utf8): what was left out of a draft, and why; translated */
  GPtrArray  *remarks;
} TendInvoice;

void         tend_invoice_free      (TendInvoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendInvoice, tend_invoice_free)

/**
 * tend_invoice_preview:
 * @today: the day of issue
 *
 * What an invoice for @client and the days from @from to @to would be: visits
 * done and not billed, cancellations chargeable by the agreement, chargeable
 * journeys and extra charges; nothing after a death (ST12).  TEND_ERROR_FAILED
 * when a visit has no rate; the message names it.
 */
TendInvoice *tend_invoice_preview   (TendVault   *vault,
                                     const char  *client,
                                     TendDate     from,
                                     TendDate     to,
                                     TendDate     today,
                                     GError     **error);
/* Issues what tend_invoice_preview() gives, in one transaction with its number.
 * TEND_ERROR_FAILED when there is nothing to charge. */
TendInvoice *tend_invoice_issue     (TendVault   *vault,
                                     const char  *client,
                                     TendDate     from,
                                     TendDate     to,
                                     TendDate     today,
                                     GError     **error);
/* A credit note for the whole of @number: what it billed can be billed again. */
TendInvoice *tend_invoice_credit    (TendVault   *vault,
                                     const char  *number,
                                     const char  *reason,
                                     TendDate     today,
                                     GError     **error);
/* By number or id. */
TendInvoice *tend_invoice_load      (TendVault   *vault,
                                     const char  *number,
                                     GError     **error);

/* One invoice as lists show it. */
typedef struct
{
  char     *id;
  char     *number;
  char     *client;
  char     *client_name;
  TendDate  issued_on;
  TendDate  due_on;
  gint64    total_pence;
  gint64    owed_pence;     /* total less payments and credits on that day; 0 for credit notes */
  gint64    days_overdue;   /* 0 when not */
  char     *credits;        /* id of the invoice it corrects, or NULL */
} TendInvoiceRow;

void       tend_invoice_row_free    (TendInvoiceRow *self);

/* @client: (nullable).  Issued from @from to @to, newest first. (element-type TendInvoiceRow) */
GPtrArray *tend_invoices_list       (TendVault   *vault,
                                     const char  *client,
                                     TendDate     from,
                                     TendDate     to,
                                     TendDate     today,
                                     GError     **error);

typedef struct
{
  GPtrArray *rows;          /* TendInvoiceRow with something owed, oldest due first */
  gint64     total_pence;
  gint64     ages[5];       /* not overdue, 1–30, 31–60, 61–90, over 90 days */
  gint64     credit_pence;  /* received and not yet used for an invoice */
} TendOwed;

void       tend_owed_free           (TendOwed    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendOwed, tend_owed_free)
/* What was owed at the end of @today, whatever has happened since. */
TendOwed  *tend_invoices_owed       (TendVault   *vault,
                                     const char  *client,
                                     TendDate     today,
                                     GError     **error);

typedef struct
{
  TendDate  date;
  char     *kind;           /* "invoice", "credit_note", "payment" */
  char     *number;         /* of the invoice; for a payment of the one it is for, or NULL */
  gint64    amount_pence;   /* payments are negative */
  gint64    balance_pence;  /* after it */
} TendStatementLine;

/* Every invoice and payment of a client up to @today, oldest first.
 * (element-type TendStatementLine); free the array alone. */
GPtrArray *tend_invoices_statement  (TendVault   *vault,
                                     const char  *client,
                                     TendDate     today,
                                     GError     **error);

/* Clients with something to bill up to @today, for the Money page. */
typedef struct
{
  char     *client;
  char     *client_name;
  TendDate  from;           /* the first day not billed */
  TendDate  to;             /* the last */
  guint     n_visits;
  gint64    amount_pence;   /* -1 when some visit has no rate */
} TendUnbilled;

void       tend_unbilled_free       (TendUnbilled *self);
GPtrArray *tend_invoices_unbilled   (TendVault   *vault,
                                     TendDate     today,
                                     GError     **error);

/* Invoices whose kept total differs from their lines: (element-type utf8) sentences. For verify. */
GPtrArray *tend_invoices_check_sums (TendVault   *vault,
                                     GError     **error);

G_END_DECLS
