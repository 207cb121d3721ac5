/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For src/records alone: selecting records by a clause of SQL. */

#pragma once

#include "tend-record.h"
#include "tend-statement.h"

G_BEGIN_DECLS

/* How a value lies in memory: text, or a number and whether it is set. */
typedef struct
{
  char     *text;
  gint64    number;
  gboolean  set;
} TendValue;

TendValue  *tend_record_value       (TendRecord       *self,
                                     guint             index);
guint       tend_kind_n_fields      (const TendKind   *kind);
gboolean    tend_field_is_text      (const TendField  *field);
void        tend_record_set_stored  (TendRecord       *self,
                                     gboolean          stored);

/* Removes a record inside an erasure: the history says that it went, and keeps no values. */
gboolean    tend_record_erase       (TendVault        *vault,
                                     TendRecord       *record,
                                     const char       *reason,
                                     GError          **error);

/* The search's part of a save (or removal), in the same transaction. */
gboolean    tend_search_index_update (TendVault       *vault,
                                     TendRecord       *record,
                                     gboolean          removed,
                                     GError          **error);

/**
 * tend_records_select:
 * @clause: what follows FROM table: "WHERE client = :client ORDER BY name"
 * @...: pairs of a text parameter's name and its value, ended by %NULL
 *
 * Returns: (element-type TendRecord)
 */
GPtrArray  *tend_records_select     (TendVault        *vault,
                                     const TendKind   *kind,
                                     GError          **error,
                                     const char       *clause,
                                     ...) G_GNUC_NULL_TERMINATED;
/* The first of them, or %NULL without an error when there is none. */
TendRecord *tend_records_select_one (TendVault        *vault,
                                     const TendKind   *kind,
                                     GError          **error,
                                     const char       *clause,
                                     ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
