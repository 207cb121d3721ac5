/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"
#include "tend-table.h"

G_BEGIN_DECLS

/* How a line of the sheet is set. */
typedef enum
{
  TEND_EVERYTHING_PART,   /* a kind of record: "Visits" */
  TEND_EVERYTHING_ENTRY,  /* one of them begins */
  TEND_EVERYTHING_WITHIN, /* and what lies in it: "Tasks" */
  TEND_EVERYTHING_FIELD,
  TEND_EVERYTHING_TABLE,  /* what there are many of begins: a line for each */
  TEND_EVERYTHING_ROW,    /* and this is one of them */
} TendEverythingLevel;

/* The most columns that a table has. */
#define TEND_EVERYTHING_COLUMNS 7

typedef struct
{
  TendEverythingLevel  level;
  const char          *label;
  const char          *text;  /* of a field */
  const TendColumn    *columns;   /* of a table: TEND_EVERYTHING_COLUMNS, "" and NULL for none */
  const char *const   *cells;     /* of a row: as many */
} TendEverythingLine;

/* All that is kept about one person, to be read by them or whoever asks for them. */
typedef struct
{
  TendCareHead              head;
  TendDate                  made_on;
  const char               *left_out; /* what is not in it, and why; NULL: nothing */
  const char               *privacy;  /* CommonMark: the notice, filled; NULL: none */
  const TendEverythingLine *lines;
  gsize                     n_lines;
} TendEverythingSheet;

TendDocument *tend_document_new_everything (const TendEverythingSheet *sheet);

G_END_DECLS
