/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One dose that is due: how often on the same moment, and what is written of it. */

#include "tend-mar-private.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

GArray *
tend_mar_due_at (TendMedicine *medicine,
                 TendInstant   due_at)
{
  TendDate date = tend_time_date (due_at);
  GArray *due = tend_dose_schedule_expand (&medicine->schedule, date, date);

  for (guint i = due->len; i > 0; i--)
    if (g_array_index (due, TendDueDose, i - 1).due_at != due_at)
      g_array_remove_index (due, i - 1);

  return due;
}

guint
tend_mar_count_due (TendMedicine *medicine,
                    TendInstant   due_at)
{
  g_autoptr(GArray) due = tend_mar_due_at (medicine, due_at);

  return MAX (1, due->len);
}

#define IN_FORCE \
  "WHERE medication = :medication AND due_at = :due_at" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later" \
  "                 WHERE later.supersedes = mar_entries.id)" \
  " ORDER BY " TEND_MAR_BY_WRITING

GPtrArray *
tend_mar_entries_at (TendVault    *vault,
                     const char   *medication,
                     TendInstant   due_at,
                     GError      **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, due_at);

  return tend_records_select (vault, &tend_mar_entry_kind, error, IN_FORCE,
                              ":medication", medication, ":due_at", text, NULL);
}
