/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-time.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* The MAR chart on paper, in the two steps of tend-compose.h. */

typedef struct
{
  const char  *client;
  TendDate     from;
  int          days;   /* above 28 it is one chart for each four weeks */
  TendInstant  now;    /* what has not come by then is due, and no gap */
  gboolean     blank;  /* to be filled in by hand */
} TendMarRequest;

typedef struct _TendMarValues TendMarValues;

TendMarValues *tend_compose_mar_load     (TendVault             *vault,
                                          const TendMarRequest  *request,
                                          GError               **error);
TendDocument  *tend_compose_mar_document (const TendMarValues   *values);
void           tend_mar_values_free      (TendMarValues         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMarValues, tend_mar_values_free)

G_END_DECLS
