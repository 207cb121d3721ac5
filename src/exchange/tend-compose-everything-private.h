/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What writes a person's record out to be read. */

#pragma once

#include "tend-compose-private.h"
#include "tend-everything-sheet.h"
#include "tend-selection.h"

G_BEGIN_DECLS

typedef struct
{
  TendVault     *vault;
  TendSelection *selection;
  GStringChunk  *texts;
  GPtrArray     *arrays; /* what lines point into */
  GHashTable    *names;  /* "kind/id" to what a reference to it reads as */
  GArray        *lines;  /* TendEverythingLine */
  GPtrArray     *schemes; /* TendScheme, all that there are */
  gboolean       has_plan; /* whether a care plan is in force */
  GHashTable    *struck;  /* id of an entry to the TendRecord that struck it through, while the
                           * rows of their kind are written; borrowed */
} TendEverythingWriter;

/* A value as it is read: (transfer full) (nullable). */
char     *tend_everything_value    (TendEverythingWriter  *self,
                                    TendRecord            *record,
                                    const TendField       *field);
/* Whether a reader is told the field at all: all is about one person, who is not said. */
gboolean  tend_everything_has      (TendRecord            *record,
                                    const TendField       *field);
/* Whether there are many of @kind, so that they are written as a table. */
gboolean  tend_everything_is_many  (const TendKind        *kind);
/* That table, the earliest first; what lies in a record in the order that it has there. */
gboolean  tend_everything_rows     (TendEverythingWriter  *self,
                                    const TendKind        *kind,
                                    GPtrArray             *records,
                                    GError               **error);

G_END_DECLS
