/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-document.h"
#include "tend-rates.h"

G_BEGIN_DECLS

/* Everything on an invoice as plain values.  All text is borrowed for the call;
 * NULL and "" both mean "none", and what is none leaves no gap on the page.
 */

typedef struct
{
  const char *name;        /* required */
  const char *trading_as;  /* a business name, shown above the person's own name */
  const char *address;     /* lines, the postcode last */
  const char *phone;
  const char *email;
} TendParty;

typedef struct
{
  TendDate    date;
  const char *description;
  gint64      minutes;      /* 0: not charged by time */
  gint64      miles_tenths; /* 0: not charged by distance */
  gint64      rate_pence;   /* 0: no rate is shown */
  TendUnit    unit;         /* of the rate */
  gint64      amount_pence;
} TendInvoiceLine;

/* Money received, or a named part of the total ("Paid by your direct payment"). */
typedef struct
{
  TendDate    date;         /* TEND_DATE_NONE for a part */
  const char *label;        /* "Bank transfer" */
  gint64      amount_pence;
} TendInvoiceAmount;

typedef struct
{
  const char              *number;      /* NULL: a draft, and marked as one */
  const char              *credits;     /* number of the invoice this credit note lowers */
  gboolean                 is_void;     /* issued and withdrawn: the number stays */
  TendDate                 issued_on;   /* TEND_DATE_NONE on a draft: not shown */
  TendDate                 due_on;
  TendDate                 from;        /* the period charged for, both inclusive */
  TendDate                 to;
  TendParty                seller;
  TendParty                payer;
  const char              *client;      /* the person cared for, where someone else pays */
  const char              *reference;   /* the payer's own reference or order number */
  const TendInvoiceLine   *lines;       /* in any order; printed by date, then as given */
  gsize                    n_lines;
  const TendInvoiceAmount *parts;       /* of the total, e.g. a direct payment and a top-up */
  gsize                    n_parts;
  const TendInvoiceAmount *payments;    /* received or credited so far */
  gsize                    n_payments;
  const char              *payment_details; /* how to pay; lines */
  const char              *note;        /* a paragraph or more */
  const char              *language;    /* "en-GB"; NULL: that */
} TendInvoiceSheet;

/**
 * tend_document_new_invoice:
 *
 * One line for each of @sheet's lines, grouped by ISO week, and a total that is
 * their sum; a column appears only where some line fills it.  What must be on it
 * is in domain.md 4.4; no tax reference and no VAT are ever shown.
 */
TendDocument *tend_document_new_invoice (const TendInvoiceSheet *sheet);

G_END_DECLS
