/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-pattern-edit.h"

#include "tend-kinds.h"
#include "tend-recurrence.h"
#include "tend-visit-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far ahead stored visits of a repeating visit are looked for when it changes. */
#define YEARS_AHEAD 2

static TendRecord *
load_pattern (TendVault   *vault,
              TendRecord  *visit,
              GError     **error)
{
  const char *id = tend_record_get_text (visit, "pattern");

  if (id != NULL)
    return tend_record_load (vault, &tend_pattern_kind, id, error);

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                       _("This visit does not repeat."));
  return NULL;
}

/* The stored visits of @pattern on @date and after. (element-type TendRecord) */
static GPtrArray *
load_later (TendVault   *vault,
            TendRecord  *pattern,
            TendDate     date,
            GError     **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) visits = NULL;

  visits = tend_visits_between (vault, date - 7, tend_date_add_years (date, YEARS_AHEAD),
                                tend_record_get_text (pattern, "client"), error);
  if (visits == NULL)
    return NULL;

  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];
      TendRecord *record;

      if (!visit->stored || visit->pattern_date < date ||
          g_strcmp0 (visit->pattern, tend_record_get_id (pattern)) != 0)
        continue;

      record = tend_visit_load (vault, visit->id, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

static gboolean
note_pattern (TendUndo    *undo,
              TendVault   *vault,
              TendRecord  *pattern,
              GPtrArray   *later,
              GError     **error)
{
  if (!tend_undo_note (undo, vault, &tend_pattern_kind, tend_record_get_id (pattern), error))
    return FALSE;

  for (guint i = 0; i < later->len; i++)
    if (!tend_undo_note (undo, vault, &tend_visit_kind,
                         tend_record_get_id (later->pdata[i]), error))
      return FALSE;

  return TRUE;
}

static void
set_occurrence_subject (TendUndo   *undo,
                        TendRecord *pattern,
                        TendDate    date)
{
  g_autofree char *day = tend_date_format_iso (date);
  g_autofree char *id = g_strdup_printf ("%s@%s", tend_record_get_id (pattern), day);

  tend_undo_set_subject (undo, id);
}

char *
tend_pattern_edit_rule (TendRecord *pattern,
                        TendDate    date,
                        TendDate    new_date)
{
  const char *rrule = tend_record_get_text (pattern, "rrule");
  guint from = 1u << tend_date_weekday (date);
  guint to = 1u << tend_date_weekday (new_date);
  int interval;
  guint days;

  if (date == new_date)
    return g_strdup (rrule);

  if (tend_date_week_start (date) != tend_date_week_start (new_date) ||
      !tend_recurrence_parse_weekly (rrule, tend_record_get_int (pattern, "starts_on"),
                                     &interval, &days) ||
      (days & from) == 0 || (days & to) != 0)
    return NULL;

  return tend_recurrence_weekly (interval, (days & ~from) | to);
}

/* A rule with a number of times would begin to count anew: its last day is set
 * instead. */
static void
set_last_day (TendRecord *pattern)
{
  const char *rrule = tend_record_get_text (pattern, "rrule");
  TendDate from = tend_record_get_int (pattern, "starts_on");
  g_auto(GStrv) parts = g_strsplit (rrule, ";", -1);
  g_autoptr(GString) rest = g_string_new (NULL);
  g_autoptr(GArray) days = NULL;

  if (strstr (rrule, "COUNT=") == NULL)
    return;

  days = tend_recurrence_expand (rrule, from, tend_record_get_int (pattern, "ends_on"),
                                 from, tend_date_add_years (from, 50));
  if (days->len > 0)
    tend_record_set_int (pattern, "ends_on", g_array_index (days, TendDate, days->len - 1));

  for (char **part = parts; *part != NULL; part++)
    if (!g_str_has_prefix (*part, "COUNT="))
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? ";" : "", *part);
  tend_record_set_text (pattern, "rrule", rest->str);
}

/* The visit that was moved becomes one of the new pattern; those that had been
 * changed by themselves stay as they are, and stay the ones for their days. */
static gboolean
adopt_later (TendVault    *vault,
             GPtrArray    *later,
             TendRecord   *pattern,
             const char   *moved,
             TendDate      new_date,
             TendInstant   start,
             TendInstant   end,
             GError      **error)
{
  for (guint i = 0; i < later->len; i++)
    {
      TendRecord *visit = later->pdata[i];

      tend_record_set_text (visit, "pattern", tend_record_get_id (pattern));
      if (g_strcmp0 (tend_record_get_id (visit), moved) == 0)
        {
          tend_record_set_int (visit, "pattern_date", new_date);
          tend_record_set_int (visit, "planned_start", start);
          tend_record_set_int (visit, "planned_end", end);
        }
      if (!tend_visit_save (vault, visit, NULL, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static TendRecord *
change_pattern (TendVault    *vault,
                TendRecord   *pattern,
                TendDate      date,
                TendDate      new_date,
                TendInstant   start,
                TendInstant   end,
                GError      **error)
{
  g_autoptr(TendRecord) changes = tend_record_copy (pattern);
  g_autofree char *rule = tend_pattern_edit_rule (pattern, date, new_date);

  if (rule == NULL)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                           _("A repeating visit cannot be moved to that day as a whole. "
                             "Move only this one, or change how it repeats."));
      return NULL;
    }

  tend_record_set_text (changes, "rrule", rule);
  tend_record_set_int (changes, "starts_at", tend_time_clock (start));
  tend_record_set_int (changes, "minutes",
                       tend_visit_edit_wall (end) - tend_visit_edit_wall (start));
  set_last_day (changes);

  return tend_pattern_change_from (vault, pattern, MIN (date, new_date), changes, error);
}

/* The day of its pattern that it would be of, if it started at @start. */
static TendDate
moved_date (TendRecord  *visit,
            TendInstant  start)
{
  return tend_record_get_int (visit, "pattern_date") + tend_time_date (start)
         - tend_time_date (tend_record_get_int (visit, "planned_start"));
}

TendUndo *
tend_pattern_edit_plan (TendVault    *vault,
                        TendRecord   *visit,
                        TendInstant   start,
                        TendInstant   end,
                        GError      **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) pattern = load_pattern (vault, visit, error);
  g_autoptr(TendRecord) changed = NULL;
  g_autoptr(GPtrArray) later = NULL;
  TendDate date = tend_record_get_int (visit, "pattern_date");
  TendDate new_date = moved_date (visit, start);

  if (pattern == NULL)
    return NULL;

  later = load_later (vault, pattern, MIN (date, new_date), error);
  if (later == NULL || !note_pattern (undo, vault, pattern, later, error))
    return NULL;

  changed = change_pattern (vault, pattern, date, new_date, start, end, error);
  if (changed == NULL)
    return NULL;

  tend_undo_note_new (undo, &tend_pattern_kind, tend_record_get_id (changed));
  if (!adopt_later (vault, later, changed, tend_record_get_id (visit), new_date, start, end,
                    error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  set_occurrence_subject (undo, changed, new_date);
  return g_steal_pointer (&undo);
}

static char *
weekly_on (TendRecord *pattern,
           TendDate    date)
{
  int interval = 1;
  guint days;

  tend_recurrence_parse_weekly (tend_record_get_text (pattern, "rrule"),
                                tend_record_get_int (pattern, "starts_on"), &interval, &days);
  return tend_recurrence_weekly (interval, 1u << tend_date_weekday (date));
}

TendUndo *
tend_pattern_edit_copy (TendVault    *vault,
                        TendRecord   *visit,
                        TendInstant   start,
                        TendInstant   end,
                        GError      **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) pattern = load_pattern (vault, visit, error);
  g_autoptr(TendRecord) copy = tend_record_new (&tend_pattern_kind);
  static const char * const same[] = { "client", "service", "billing", "tasks", "note" };
  TendDate date = tend_time_date (start);
  g_autofree char *rule = NULL;

  if (pattern == NULL)
    return NULL;

  rule = weekly_on (pattern, date);
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (copy, same[i], tend_record_get_text (pattern, same[i]));
  tend_record_set_text (copy, "rrule", rule);
  tend_record_set_int (copy, "starts_on", date);
  tend_record_set_int (copy, "starts_at", tend_time_clock (start));
  tend_record_set_int (copy, "minutes", tend_visit_edit_wall (end) - tend_visit_edit_wall (start));
  if (tend_record_get_int (pattern, "ends_on") >= date)
    tend_record_set_int (copy, "ends_on", tend_record_get_int (pattern, "ends_on"));

  if (!tend_undo_note (undo, vault, &tend_pattern_kind, tend_record_get_id (copy), error) ||
      !tend_record_save (vault, copy, NULL, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  set_occurrence_subject (undo, copy, date);
  return g_steal_pointer (&undo);
}

TendUndo *
tend_pattern_edit_cancel (TendVault   *vault,
                          TendRecord  *visit,
                          GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) pattern = load_pattern (vault, visit, error);
  g_autoptr(GPtrArray) later = NULL;
  TendDate date = tend_record_get_int (visit, "pattern_date");

  if (pattern == NULL)
    return NULL;

  later = load_later (vault, pattern, date, error);
  if (later == NULL || !note_pattern (undo, vault, pattern, later, error) ||
      !tend_pattern_end (vault, pattern, date - 1, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

/* Ends it, or changes it from its first day: the same record. */
static gboolean
change_in_place (TendVault   *vault,
                 TendRecord  *pattern,
                 TendRecord  *changes,
                 GError     **error)
{
  g_autoptr(TendRecord) shorter = tend_record_copy (pattern);
  TendDate last_day = tend_record_get_int (changes, "ends_on");

  tend_record_set_int (shorter, "ends_on", last_day);
  if (last_day == TEND_DATE_NONE)
    tend_record_clear (shorter, "ends_on");

  /* Only the end is another: what was planned after it falls away too. */
  if (last_day != TEND_DATE_NONE && tend_record_equal (shorter, changes))
    return tend_pattern_end (vault, pattern, last_day, error);

  return tend_record_save (vault, changes, NULL, error);
}

static gboolean
only_ends (TendRecord *pattern,
           TendRecord *changes)
{
  g_autoptr(TendRecord) longer = tend_record_copy (changes);

  if (!tend_record_is_set (changes, "ends_on"))
    return FALSE;

  if (tend_record_is_set (pattern, "ends_on"))
    tend_record_set_int (longer, "ends_on", tend_record_get_int (pattern, "ends_on"));
  else
    tend_record_clear (longer, "ends_on");
  return tend_record_equal (pattern, longer);
}

TendUndo *
tend_pattern_edit_change (TendVault   *vault,
                          TendRecord  *changes,
                          TendDate     from,
                          GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) pattern = tend_record_load (vault, &tend_pattern_kind,
                                                    tend_record_get_id (changes), error);
  g_autoptr(TendRecord) changed = NULL;
  g_autoptr(GPtrArray) later = NULL;

  if (pattern == NULL)
    return NULL;

  later =
    load_later (vault, pattern, MIN (from, tend_record_get_int (changes, "starts_on")), error);
  if (later == NULL || !note_pattern (undo, vault, pattern, later, error))
    return NULL;

  if (from <= tend_record_get_int (pattern, "starts_on") || only_ends (pattern, changes))
    {
      if (!change_in_place (vault, pattern, changes, error))
        return NULL;
    }
  else
    {
      set_last_day (changes);
      changed = tend_pattern_change_from (vault, pattern, from, changes, error);
      if (changed == NULL)
        return NULL;

      tend_undo_note_new (undo, &tend_pattern_kind, tend_record_get_id (changed));
      if (!adopt_later (vault, later, changed, NULL, TEND_DATE_NONE, 0, 0, error))
        return NULL;
    }

  return tend_undo_seal (undo, vault, error) ? g_steal_pointer (&undo) : NULL;
}

char *
tend_pattern_edit_describe (TendVault    *vault,
                            const char   *id,
                            TendInstant   start,
                            TendInstant   end,
                            gboolean      copy,
                            GError      **error)
{
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);
  g_autoptr(TendRecord) pattern = visit != NULL ? load_pattern (vault, visit, error) : NULL;
  g_autofree char *rule = NULL;
  g_autofree char *words = NULL;
  g_autofree char *span = NULL;
  g_autofree char *day = NULL;
  TendDate date, new_date;

  if (pattern == NULL)
    return NULL;

  date = tend_record_get_int (visit, "pattern_date");
  new_date = moved_date (visit, start);
  rule = copy ? weekly_on (pattern, tend_time_date (start))
              : tend_pattern_edit_rule (pattern, date, new_date);
  if (rule == NULL)
    return NULL;

  words = tend_recurrence_describe (rule, tend_time_date (start));
  span = tend_time_format_span (start, end);
  day = tend_date_format (copy ? tend_time_date (start) : MIN (date, new_date), TEND_DATE_LONG);

  /* Translators: "Every week on Monday, 09:00–09:30, from 2 June 2026" */
  return g_strdup_printf (_("%s, %s, from %s"), words, span, day);
}
