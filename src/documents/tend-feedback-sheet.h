/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

/* What a client is asked once a quarter: to be ticked and written on by hand, in large
 * letters, with where else they can turn. */
typedef struct
{
  TendCareHead  head;
  const char   *quarter;   /* "October to December 2026" */
  const char   *concerns;  /* whom else to tell, lines */
} TendFeedbackSheet;

TendDocument *tend_document_new_feedback (const TendFeedbackSheet *sheet);

G_END_DECLS
