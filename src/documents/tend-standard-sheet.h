/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-book.h"

G_BEGIN_DECLS

/* A council's standard, line by line, as its officer ticks it.  Text is borrowed for the
 * call; NULL and "" both mean "none".
 */

/* Where the evidence is. */
typedef struct
{
  const char *title; /* "Training" */
  int         page;  /* where that begins, from 1; 0: nothing is to be opened, or it is not
                      * known yet */
  gboolean    known; /* something of it is there */
} TendStandardPlace;

typedef struct
{
  const char              *id;     /* "ST05" */
  const char              *asks;   /* what is asked */
  const char              *state;  /* "Met" */
  gboolean                 fault;  /* something is to be done: it must be seen */
  const char              *says;   /* what is to be said of it; lines */
  const TendStandardPlace *places;
  gsize                    n_places;
} TendStandardRow;

typedef struct
{
  const char            *title;
  const char            *carer;
  const char            *intro;    /* whose standard, and how much of it is met */
  const TendStandardRow *rows;
  gsize                  n_rows;
  const char            *language;
} TendStandardSheet;

/**
 * tend_document_new_standard:
 * @links: (out) (optional) (element-type TendBookLink) (transfer full): to the evidence
 *
 * How many pages there are does not hang on the numbers of pages in it.
 */
TendDocument *tend_document_new_standard (const TendStandardSheet  *sheet,
                                          GArray                  **links);

G_END_DECLS
