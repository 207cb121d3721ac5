/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-invoice-sheet.h"

G_BEGIN_DECLS

/* The figures of a quarter for a council, or to show what the work does.  Nobody is named. */

typedef struct
{
  const char *label;   /* "Number of people supported", or the name of a group */
  const char *value;   /* "24.5"; NULL: the lines that follow belong together under @label */
  const char *meaning; /* how it was worked out; may be NULL */
} TendReturnLine;

typedef struct
{
  TendParty             provider;
  const char           *title;     /* "Quarterly return" */
  const char           *scheme;    /* the council's programme; may be NULL */
  const char           *quarter;   /* "Quarter 1, April to June 2026" */
  TendDate              from;
  TendDate              to;
  TendDate              due_on;    /* TEND_DATE_NONE: nobody waits for it */
  const TendReturnLine *lines;
  gsize                 n_lines;
  const char           *notes;     /* what is to be known about all of them */
  const char           *language;
} TendReturnSheet;

TendDocument *tend_document_new_return (const TendReturnSheet *sheet);

G_END_DECLS
