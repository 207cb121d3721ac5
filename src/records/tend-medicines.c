/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicines-private.h"

#include "tend-care.h"
#include "tend-kinds.h"
#include "tend-quantity.h"
#include "tend-record-private.h"
#include "tend-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
tend_medicine_free (TendMedicine *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->doses, g_ptr_array_unref);
  g_clear_pointer (&self->clocks, g_array_unref);
  g_clear_pointer (&self->weekdays, g_array_unref);
  g_free (self);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint64 first = tend_record_get_int (*(TendRecord **) a, "from");
  gint64 second = tend_record_get_int (*(TendRecord **) b, "from");

  return (first > second) - (first < second);
}

/* The lines of @kind, in the order they have in @lines. */
static GPtrArray *
lines_of (GPtrArray      *lines,
          const TendKind *kind)
{
  GPtrArray *some = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    if (tend_record_get_kind (lines->pdata[i]) == kind)
      g_ptr_array_add (some, g_object_ref (lines->pdata[i]));

  return some;
}

TendMedicine *
tend_medicine_new (TendRecord *record,
                   GPtrArray  *lines)
{
  TendMedicine *self = g_new0 (TendMedicine, 1);

  self->record = g_object_ref (record);
  self->times = lines_of (lines, &tend_medication_time_kind);
  self->doses = lines_of (lines, &tend_medication_dose_kind);
  g_ptr_array_sort (self->doses, compare_days);
  self->clocks = g_array_new (FALSE, FALSE, sizeof (TendClock));
  self->weekdays = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->times->len; i++)
    {
      TendClock clock = tend_record_get_int (self->times->pdata[i], "at");
      guint days = tend_weekdays_parse (tend_record_get_text (self->times->pdata[i], "weekdays"));

      g_array_append_val (self->clocks, clock);
      g_array_append_val (self->weekdays, days);
    }

  self->schedule = (TendDoseSchedule) {
    .pattern = tend_record_get_text (record, "pattern"),
    .starts_on = tend_record_get_int (record, "starts_on"),
    .ends_on = tend_record_get_int (record, "ends_on"),
    .days_on = tend_record_get_int (record, "days_on"),
    .days_off = tend_record_get_int (record, "days_off"),
    .times = (const TendClock *) self->clocks->data,
    .n_times = tend_record_get_int (record, "as_needed") ? 0 : self->clocks->len,
    .weekdays = (const guint *) self->weekdays->data,
  };

  return self;
}

TendMedicine *
tend_medicine_load (TendVault   *vault,
                    TendRecord  *record,
                    GError     **error)
{
  g_autoptr(GPtrArray) lines = tend_record_load_all_nested (vault, record, error);

  return lines != NULL ? tend_medicine_new (record, lines) : NULL;
}

char *
tend_medicine_weekdays (TendMedicine *self,
                        guint         time)
{
  guint days;

  g_return_val_if_fail (time < self->weekdays->len, NULL);

  days = g_array_index (self->weekdays, guint, time);
  return days != 0 && tend_dose_pattern_hours (self->schedule.pattern) == 0
         ? tend_weekdays_format (days) : NULL;
}

char *
tend_medicine_unit (TendMedicine *self)
{
  g_auto(TendDoseText) dose = { 0 };

  tend_dose_text_read (tend_record_get_text (self->record, "dose"), &dose);

  return g_strdup (dose.unit != NULL ? dose.unit : "");
}

char *
tend_medicine_title (TendRecord *medication)
{
  static const char * const parts[] = { "name", "strength", "form" };
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = tend_record_get_text (medication, parts[i]);

      if (part != NULL)
        g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", part);
    }

  return g_string_free (title, FALSE);
}

/* "3 weeks with, 1 week without" is said in days: it is what the leaflet says. */
static void
append_cycle (GString *text,
              int      days_on,
              int      days_off)
{
  g_autofree char *on = NULL;
  g_autofree char *off = NULL;

  if (days_on <= 0 || days_off <= 0)
    return;

  on = g_strdup_printf (ngettext ("%d day with", "%d days with", days_on), days_on);
  off = g_strdup_printf (ngettext ("%d without", "%d without", days_off), days_off);
  g_string_append_printf (text, ", %s, %s", on, off);
}

/* How many times fall on a day of the week. */
static guint
count_times (TendMedicine *self,
             int           weekday)
{
  guint n = 0;

  for (guint i = 0; i < self->weekdays->len; i++)
    {
      guint days = g_array_index (self->weekdays, guint, i);

      n += days == 0 || (days & (1u << weekday)) != 0;
    }

  return n;
}

/* "Twice a day"; where the days of the week differ, on which it is or how often at most. */
static void
append_times (GString      *text,
              TendMedicine *self)
{
  guint least = G_MAXUINT, most = 0, days = 0;

  for (int day = TEND_MONDAY; day <= TEND_SUNDAY; day++)
    {
      guint n = count_times (self, day);

      least = MIN (least, n);
      most = MAX (most, n);
      days |= n > 0 ? 1u << day : 0;
    }

  if (least < most && most == 1)
    {
      g_autofree char *rule = tend_recurrence_weekly (1, days);
      g_autofree char *words = tend_recurrence_describe (rule, self->schedule.starts_on);

      g_string_append (text, words);
    }
  else if (least < most)
    g_string_append_printf (text, ngettext ("Up to %u time a day", "Up to %u times a day", most),
                            most);
  else if (most == 1)
    g_string_append (text, _("Once a day"));
  else if (most == 2)
    g_string_append (text, _("Twice a day"));
  else
    g_string_append_printf (text, ngettext ("%u time a day", "%u times a day", most), most);
}

char *
tend_medicine_when (TendMedicine *self)
{
  int hours = tend_dose_pattern_hours (self->schedule.pattern);
  GString *text;

  if (tend_record_get_int (self->record, "as_needed"))
    return g_strdup (_("When needed"));
  if (hours > 0)
    return g_strdup_printf (ngettext ("Every hour", "Every %d hours", hours), hours);

  text = g_string_new (NULL);
  if (self->schedule.pattern != NULL && strcmp (self->schedule.pattern, "FREQ=DAILY") != 0)
    {
      g_autofree char *days = tend_recurrence_describe (self->schedule.pattern,
                                                        self->schedule.starts_on);

      g_string_append (text, days);
    }
  else
    append_times (text, self);
  append_cycle (text, self->schedule.days_on, self->schedule.days_off);

  return g_string_free (text, FALSE);
}

/* Where a line stands on the chart. */
static int
chart_place (TendMedicine *self)
{
  if (tend_record_is_set (self->record, "applied"))
    return 2;

  return tend_record_get_int (self->record, "as_needed") ? 1 : 0;
}

static int
compare_medicines (gconstpointer a,
                   gconstpointer b)
{
  TendMedicine *first = *(TendMedicine **) a;
  TendMedicine *second = *(TendMedicine **) b;
  int places = chart_place (first) - chart_place (second);

  if (places != 0)
    return places;
  if (first->schedule.starts_on != second->schedule.starts_on)
    return first->schedule.starts_on < second->schedule.starts_on ? -1 : 1;

  return strcmp (tend_record_get_id (first->record), tend_record_get_id (second->record));
}

/* An entry outside the days of its line, such as one that was written before it was known
 * that the line had ended, brings the line back on the chart. */
#define BETWEEN \
  "WHERE client = :client AND ((starts_on <= :to AND (ends_on IS NULL OR ends_on >= :from))" \
  " OR EXISTS (SELECT 1 FROM mar_entries WHERE medication = medications.id" \
  "            AND due_at >= :first AND due_at < :last)" \
  " OR EXISTS (SELECT 1 FROM mar_entries WHERE medication = medications.id" \
  "            AND given_at >= :first AND given_at < :last))"

static char *
instant_text (TendInstant instant)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, instant);
}

GPtrArray *
tend_medicines_between (TendVault   *vault,
                        const char  *client,
                        TendDate     from,
                        TendDate     to,
                        GError     **error)
{
  g_autoptr(GPtrArray) medicines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_medicine_free);
  g_autofree char *first_day = tend_date_format_iso (from);
  g_autofree char *last_day = tend_date_format_iso (to);
  g_autofree char *first = instant_text (tend_time_resolve (from, 0));
  g_autofree char *last = instant_text (tend_time_resolve (to + 1, 0));
  g_autoptr(GPtrArray) records =
    tend_records_select (vault, &tend_medication_kind, error, BETWEEN, ":client", client,
                         ":from", first_day, ":to", last_day, ":first", first, ":last", last,
                         NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TendMedicine *medicine = tend_medicine_load (vault, records->pdata[i], error);

      if (medicine == NULL)
        return NULL;
      g_ptr_array_add (medicines, medicine);
    }
  g_ptr_array_sort (medicines, compare_medicines);

  return records != NULL ? g_steal_pointer (&medicines) : NULL;
}

gboolean
tend_medicine_has_entries (TendVault  *vault,
                           const char *medication)
{
  g_autoptr(TendRecord) entry =
    tend_records_select_one (vault, &tend_mar_entry_kind, NULL,
                             "WHERE medication = :medication LIMIT 1", ":medication", medication,
                             NULL);

  return entry != NULL;
}

/* What may still change when doses are written: nothing that they were given by. */
static const char * const open_fields[] = {
  "ends_on", "end_reason", "review_on", "checked_by", "checked_on", "low_stock_days",
  "prescriber", "pharmacy", "source", "source_detail", "trained_by", "trained_on", "approved_by",
  "approved_on", "purpose", NULL
};

/* Whether @lines has other times than @old. */
static gboolean
changes_times (TendMedicine *old,
               GPtrArray    *lines)
{
  guint n_times = 0;

  for (guint i = 0; i < lines->len; i++)
    if (tend_record_get_kind (lines->pdata[i]) == &tend_medication_time_kind)
      {
        if (n_times >= old->times->len ||
            strcmp (tend_record_get_id (old->times->pdata[n_times]),
                    tend_record_get_id (lines->pdata[i])) != 0 ||
            !tend_record_equal (old->times->pdata[n_times], lines->pdata[i]))
          return TRUE;
        n_times++;
      }

  return n_times != old->times->len;
}

static gboolean
has_same (GPtrArray  *lines,
          TendRecord *line)
{
  for (guint i = 0; i < lines->len; i++)
    if (strcmp (tend_record_get_id (lines->pdata[i]), tend_record_get_id (line)) == 0)
      return tend_record_equal (lines->pdata[i], line);

  return FALSE;
}

/* Whether a dose by day of @some that is not in @others reaches one that is written down. */
static gboolean
differs_in_doses (TendVault  *vault,
                  GPtrArray  *some,
                  GPtrArray  *others,
                  const char *medication)
{
  for (guint i = 0; i < some->len; i++)
    {
      g_autoptr(TendRecord) entry = NULL;

      if (tend_record_get_kind (some->pdata[i]) != &tend_medication_dose_kind ||
          has_same (others, some->pdata[i]))
        continue;
      entry = tend_medicine_entry_from (vault, medication,
                                        tend_record_get_int (some->pdata[i], "from"));
      if (entry != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether anything else than those fields, and doses of days to come, is different. */
static gboolean
changes_what_is_given (TendVault   *vault,
                       TendRecord  *medication,
                       GPtrArray   *lines)
{
  const char *id = tend_record_get_id (medication);
  g_autoptr(TendRecord) before = tend_record_load (vault, &tend_medication_kind, id, NULL);
  g_autoptr(TendMedicine) old = NULL;
  g_autoptr(TendRecord) allowed = NULL;

  if (before == NULL)
    return FALSE;

  allowed = tend_record_copy (medication);
  for (guint i = 0; open_fields[i] != NULL; i++)
    {
      const TendField *field = tend_kind_field (&tend_medication_kind, open_fields[i]);
      g_autofree char *text = tend_record_format (before, field);

      tend_record_parse (allowed, field, text, NULL);
    }
  if (!tend_record_equal (before, allowed))
    return TRUE;

  old = tend_medicine_load (vault, before, NULL);
  return old != NULL &&
         (changes_times (old, lines) || differs_in_doses (vault, old->doses, lines, id) ||
          differs_in_doses (vault, lines, old->doses, id));
}

gboolean
tend_medicine_save (TendVault   *vault,
                    TendRecord  *medication,
                    GPtrArray   *lines,
                    GError     **error)
{
  if (tend_medicine_has_entries (vault, tend_record_get_id (medication)) &&
      changes_what_is_given (vault, medication, lines))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                           _("Doses have been written down against this medicine, so it stays as "
                             "it is. Change it from a day on: that begins a new line, and the old "
                             "one keeps its doses."));
      return FALSE;
    }

  return tend_care_save (vault, medication, lines, error);
}

gboolean
tend_medicine_end (TendVault   *vault,
                   TendRecord  *medication,
                   TendDate     last_day,
                   const char  *reason,
                   GError     **error)
{
  g_autoptr(TendRecord) entry =
    tend_medicine_entry_from (vault, tend_record_get_id (medication), last_day + 1);

  if (entry != NULL)
    {
      g_autofree char *day =
        tend_date_format (tend_time_date (tend_record_get_int (entry, "due_at")), TEND_DATE_LONG);

      g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED,
                   _("A dose is written down for %s: the medicine cannot end before that."), day);
      return FALSE;
    }

  tend_record_set_int (medication, "ends_on", last_day);
  tend_record_set_text (medication, "end_reason", reason);

  return tend_record_save (vault, medication, reason, error);
}

typedef struct
{
  TendRecord *medication;
  TendRecord *changed;
  GPtrArray  *lines;
  const char *reason;
} Change;

static gboolean
change_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Change *self = data;
  TendDate begins = tend_record_get_int (self->changed, "starts_on");

  return tend_medicine_end (vault, self->medication, begins - 1, self->reason, error) &&
         tend_care_save (vault, self->changed, self->lines, error);
}

gboolean
tend_medicine_change (TendVault   *vault,
                      TendRecord  *medication,
                      TendRecord  *changed,
                      GPtrArray   *lines,
                      const char  *reason,
                      GError     **error)
{
  Change change = { medication, changed, lines, reason };

  g_return_val_if_fail (!tend_record_is_stored (changed), FALSE);

  if (tend_record_get_int (changed, "starts_on") <= tend_record_get_int (medication, "starts_on"))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                           _("The change has to begin after the medicine did: choose a later "
                             "day."));
      return FALSE;
    }

  tend_record_set_text (changed, "replaces", tend_record_get_id (medication));

  return tend_vault_transact (vault, change_cb, &change, error);
}
