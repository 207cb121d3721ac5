/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-flow.h"
#include "tend-invoice-sheet.h"

G_BEGIN_DECLS

/* What the sheets of a business have in common: who writes, the facts at the top,
 * and the block with the one sum that matters. */

/* @number may be NULL. */
void  tend_letterhead_lay      (TendFlow        *flow,
                                const TendParty *seller,
                                const char      *title,
                                const char      *number);

/* A label and what it names; a fact without text is left out. */
typedef struct
{
  const char    *label;
  const char    *text;
  const char    *more;   /* lesser lines below, such as an address */
  int            column; /* 0 to 2 */
} TendFact;

/* Facts in up to three columns, those of a column below each other. */
void  tend_facts_lay           (TendFlow        *flow,
                                const TendFact  *facts,
                                gsize            n_facts);

/* A tinted block: a label over a sum at the left, sentences at the right. */
void  tend_sum_block_lay       (TendFlow        *flow,
                                const char      *label,
                                const char      *sum,
                                const char      *says,
                                gboolean         quiet);

/* A heading with lines below it, kept together where a page can hold them. */
void  tend_section_lay         (TendFlow        *flow,
                                const char      *heading,
                                const char      *text);

/* The name under which @party writes. */
const char *tend_party_get_title (const TendParty *party);

G_END_DECLS
