/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-looks.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

gboolean
tend_mar_is_patch (TendRecord *medication)
{
  return g_strcmp0 (tend_record_get_text (medication, "applied"), "patch") == 0;
}

static TendInstant
put_on_at (TendRecord *entry)
{
  return tend_record_get_int (entry, tend_record_is_set (entry, "given_at") ? "given_at"
                                                                            : "due_at");
}

static char *
begin_of (TendDate date)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, tend_time_resolve (date, 0));
}

#define WORN \
  "WHERE medication = :medication AND outcome IN ('taken', 'part')" \
  " AND coalesce (given_at, due_at) < CAST (:until AS INTEGER)" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later" \
  "                 WHERE later.supersedes = mar_entries.id)" \
  " ORDER BY coalesce (given_at, due_at) DESC LIMIT 1"

TendRecord *
tend_mar_worn (TendVault   *vault,
               TendRecord  *medication,
               TendDate     date,
               GError     **error)
{
  g_autofree char *until = begin_of (date + 1);

  return tend_records_select_one (vault, &tend_mar_entry_kind, error, WORN,
                                  ":medication", tend_record_get_id (medication),
                                  ":until", until, NULL);
}

#define REPLACED \
  "WHERE (medication = :medication OR medication IN" \
  "        (SELECT id FROM medications WHERE replaces = :medication))" \
  " AND outcome IN ('taken', 'part') AND coalesce (given_at, due_at) > CAST (:at AS INTEGER)" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later" \
  "                 WHERE later.supersedes = mar_entries.id) LIMIT 1"

gboolean
tend_mar_is_replaced (TendVault   *vault,
                      TendRecord  *entry,
                      gboolean    *replaced,
                      GError     **error)
{
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, put_on_at (entry));
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) later =
    tend_records_select_one (vault, &tend_mar_entry_kind, &failure, REPLACED, ":medication",
                             tend_record_get_text (entry, "medication"), ":at", at, NULL);

  *replaced = later != NULL;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

#define LOOKS \
  "WHERE mar_entry IN (SELECT id FROM mar_entries WHERE medication = :medication)" \
  " AND patch IS NOT NULL AND written_at >= CAST (:first AS INTEGER)" \
  " AND written_at < CAST (:last AS INTEGER) ORDER BY written_at, id"

GPtrArray *
tend_mar_looks (TendVault   *vault,
                TendRecord  *medication,
                TendDate     from,
                TendDate     to,
                GError     **error)
{
  g_autofree char *first = begin_of (from);
  g_autofree char *last = begin_of (to + 1);

  return tend_records_select (vault, &tend_mar_note_kind, error, LOOKS,
                              ":medication", tend_record_get_id (medication),
                              ":first", first, ":last", last, NULL);
}

gboolean
tend_mar_is_found_on (GPtrArray *notes,
                      TendDate   date)
{
  TendRecord *last = NULL;

  for (guint i = 0; i < notes->len; i++)
    if (tend_record_is_set (notes->pdata[i], "patch"))
      last = notes->pdata[i];

  return last != NULL && g_strcmp0 (tend_record_get_text (last, "patch"), "on") == 0 &&
         tend_time_date (tend_record_get_int (last, "written_at")) == date;
}

gboolean
tend_mar_look (TendVault    *vault,
               TendRecord   *entry,
               TendInstant   now,
               GError      **error)
{
  g_autoptr(GPtrArray) before = tend_record_load_nested (vault, entry, &tend_mar_note_kind, error);
  g_autoptr(TendRecord) note = tend_record_new (&tend_mar_note_kind);

  if (before == NULL)
    return FALSE;
  if (tend_mar_is_found_on (before, tend_time_date (now)))
    return TRUE;

  tend_record_set_text (note, "kind", "note");
  tend_record_set_text (note, "patch", "on");
  tend_record_set_text (note, "text", _("Still on."));

  return tend_mar_write_note (vault, entry, note, now, error);
}

/* Whether a change was due after @from and up to @to: what was put on then is not known. */
static gboolean
is_to_be_changed (const TendMarLine *line,
                  TendDate           from,
                  TendDate           to)
{
  for (guint i = 0; i < line->slots->len; i++)
    {
      const TendMarSlot *slot = line->slots->pdata[i];
      TendDate day = tend_time_date (slot->due_at);

      if (slot->state != TEND_SLOT_NOT_IN_CYCLE && slot->entry == NULL && day > from && day <= to)
        return TRUE;
    }

  return FALSE;
}

/* The last look at what was put on on @from settles today, or that it had come off for good. */
static gboolean
is_seen_to (GPtrArray *looks,
            TendDate   today)
{
  TendRecord *last = looks->len > 0 ? looks->pdata[looks->len - 1] : NULL;

  return last != NULL &&
         (g_strcmp0 (tend_record_get_text (last, "patch"), "off") == 0 ||
          tend_time_date (tend_record_get_int (last, "written_at")) == today);
}

gboolean
tend_mar_look_is_due (TendVault           *vault,
                      const TendMarChart  *chart,
                      const TendMarLine   *line,
                      TendRecord         **worn,
                      GError             **error)
{
  TendRecord *medication = line->medicine->record;
  const TendDoseSchedule *schedule = &line->medicine->schedule;
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) entry = NULL;
  g_autoptr(GPtrArray) looks = NULL;
  TendDate put_on;

  *worn = NULL;
  if (!tend_mar_is_patch (medication) || chart->today < chart->from || chart->today > chart->to ||
      (schedule->ends_on != TEND_DATE_NONE && schedule->ends_on < chart->today))
    return TRUE;

  entry = tend_mar_worn (vault, medication, chart->today, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (entry == NULL)
    return TRUE;
  put_on = tend_time_date (put_on_at (entry));
  if (put_on >= chart->today || is_to_be_changed (line, put_on, chart->today))
    return TRUE;

  looks = tend_mar_looks (vault, medication, put_on, chart->today, error);
  if (looks == NULL)
    return FALSE;
  if (!is_seen_to (looks, chart->today))
    *worn = g_steal_pointer (&entry);

  return TRUE;
}
