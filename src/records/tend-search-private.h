/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tend-search*.c alone: what the search knows of each kind. */

#pragma once

#include "tend-search.h"

G_BEGIN_DECLS

/* Fields in words.  What is sensitive or about safeguarding is never put in: a list of
 * what was found is read over somebody's shoulder. */
typedef struct
{
  const char *words;     /* N_(): "%s, visit on %s" */
  const char *fields[2]; /* what is put in; no phrase unless all are set */
} TendFoundPhrase;

/* How a record that was found is told: by the first phrase that can be filled in.  Without
 * one the title is the record's name, or else what its kind is called. */
typedef struct
{
  const char      *kind;
  int              rank;      /* the highest is told first, then the newest */
  TendFoundPhrase  title[2];
  TendFoundPhrase  detail[2];
} TendFoundRule;

/* A kind that lies in another is told as that one; (transfer none) */
const TendFoundRule *tend_found_rule (const TendKind *kind);

G_END_DECLS
