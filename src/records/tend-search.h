/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *kind;     /* "client" */
  char *id;
  char *title;    /* "Rose Hartley" */
  char *detail;   /* "Visit on Tue 2 Jun 2026: knee sore, ..." */
} TendFound;

void       tend_found_free    (TendFound *self);
/* Records with every word of @text in their searched fields, by the beginnings
 * of words, without regard to case and accents; clients first, then the newest.
 * (element-type TendFound), at most @limit */
GPtrArray *tend_search        (TendVault   *vault,
                               const char  *text,
                               int          limit,
                               GError     **error);

G_END_DECLS
