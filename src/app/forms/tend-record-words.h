/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What a record says in a line or two of a list. */

/* (transfer full): "On 3 May 2026", "The person": days and numbers with their label, a
 * switch that is on as its label, words of a list by their labels.  "" when not set.
 * @names: (nullable) (element-type utf8 utf8): of records referred to, by id */
char *tend_record_word  (TendRecord        *record,
                         const TendField   *field,
                         GHashTable        *names);

/**
 * tend_record_words:
 * @fields: (array zero-terminated=1): those that are set, in this order
 *
 * Returns: (transfer full): their words with @separator between; long ones are cut
 *   short.  "" when nothing is set.
 */
char *tend_record_words (TendRecord        *record,
                         const char *const *fields,
                         const char        *separator,
                         GHashTable        *names);

G_END_DECLS
