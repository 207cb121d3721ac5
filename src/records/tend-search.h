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

/**
 * tend_search_prepare:
 * @usec: about how long it may take; 0: as long as it takes
 * @ready: whether nothing is left to do
 *
 * Looks through what was kept before its kind, or a field of it, was searched.  Whatever
 * stops it, what is done stays done.  To be called when there is nothing else to do; until
 * all is done a search finds what it found before, and some of the rest.
 */
gboolean   tend_search_prepare (TendVault   *vault,
                                gint64       usec,
                                gboolean    *ready,
                                GError     **error);

G_END_DECLS
