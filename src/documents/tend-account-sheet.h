/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-invoice-sheet.h"

G_BEGIN_DECLS

/* A statement of account: what was invoiced, what came in, what is owed. */

typedef struct
{
  TendDate    date;
  const char *kind;          /* shown: "Invoice", "Payment", "Credit note" */
  const char *number;        /* invoice number or the way it was paid; may be NULL */
  gint64      amount_pence;  /* positive adds to what is owed, negative lowers it */
  gint64      balance_pence; /* after this line */
} TendAccountLine;

typedef struct
{
  TendParty              seller;
  TendParty              payer;
  const char            *client;        /* where someone else pays */
  TendDate               from;          /* TEND_DATE_NONE: from the beginning */
  TendDate               to;            /* the day of the statement */
  gint64                 opening_pence; /* brought forward; a line only where from is given */
  const TendAccountLine *lines;
  gsize                  n_lines;
  gint64                 closing_pence; /* what is owed; below 0 is held as credit */
  gint64                 overdue_pence; /* the part of it past its due date */
  const char            *payment_details;
  const char            *language;
} TendAccountSheet;

TendDocument *tend_document_new_account (const TendAccountSheet *sheet);

G_END_DECLS
