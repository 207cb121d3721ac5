/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-document.h"

G_BEGIN_DECLS

typedef struct
{
  const char *const *groups;   /* NULL-terminated: the recovery key, group by group */
  const char        *owner;    /* whose records; may be NULL */
  TendDate           made_on;
  const char        *language;
} TendRecoverySheet;

/* One page.  The document holds the key in ordinary memory: drop it when it is
 * printed or saved. */
TendDocument *tend_document_new_recovery (const TendRecoverySheet *sheet);

G_END_DECLS
