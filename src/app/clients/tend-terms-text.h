/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What was agreed, in few words. */
typedef struct
{
  const char *title; /* translated */
  char       *text;  /* one short sentence; "" when not agreed */
} TendTerm;

void       tend_term_free      (TendTerm   *self);
/* (element-type TendTerm): those that have something to say, in order. */
GPtrArray *tend_terms_describe (TendRecord *agreement);

G_END_DECLS
