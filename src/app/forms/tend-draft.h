/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What was typed and not saved: the fields that differ from the record as it
 * was, kept among the vault's settings.
 */

/* (transfer full): "draft/client/ID"; for a new record "draft/visit/new-CLIENT", or
 * with what it lies in, so that what was begun for one is not offered for another. */
char       *tend_draft_key      (TendRecord     *record);

/**
 * tend_draft_make:
 * @typed: (array zero-terminated=1) (nullable): what cannot be read, half typed: a
 *   field and the text in it, in turns
 *
 * Returns: (nullable) (transfer full): how @record differs from @original; %NULL
 *   when it does not
 */
char       *tend_draft_make     (TendRecord     *original,
                                 TendRecord     *record,
                                 const char     *const *typed);
/* The same pairs again; none when there is no draft. */
GStrv       tend_draft_dup_typed (const char    *draft);
/* Puts a draft's values into @record.  What no longer fits is left as it is.
 * Returns: whether anything was changed */
gboolean    tend_draft_apply    (const char     *draft,
                                 TendRecord     *record);
/**
 * tend_draft_make_lines:
 * @before: (element-type TendRecord): the lines as they were
 * @lines: (element-type TendRecord): as they are, of the same kind and in their order
 *
 * Returns: (nullable) (transfer full): all of @lines; %NULL when they are as they were
 */
char       *tend_draft_make_lines  (GPtrArray      *before,
                                    GPtrArray      *lines);
/* Returns: (nullable) (element-type TendRecord) (transfer full): the lines of such a text,
 * those of @before as changed and the others new in @parent (nullable: of a kind that lies
 * in none); %NULL when it cannot be read */
GPtrArray  *tend_draft_parse_lines (const char     *text,
                                    const TendKind *kind,
                                    TendRecord     *parent,
                                    GPtrArray      *before);
/* Makes the fields of @record those of @other, of the same kind. */
void        tend_draft_reset    (TendRecord     *record,
                                 TendRecord     *other);

G_END_DECLS
