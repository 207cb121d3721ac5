/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A medicine of the MAR chart for paper: what is to be given, and what there is of it. */

#include "tend-compose-mar-private.h"

#include "tend-mar-looks.h"
#include "tend-medicine-permission.h"

#include <glib/gi18n-lib.h>

#define LONG_DAYS 90 /* a stock that lasts longer is not worth a word */

const char *
tend_mar_text (TendMarReading *self,
               const char     *field)
{
  return tend_care_text (self->source, self->line->medicine->record, field);
}

const char *
tend_mar_take (TendMarReading *self,
               char           *text)
{
  return tend_compose_take (self->source->values->texts, text);
}

static const char *
date_of (TendMarReading *self,
         const char     *field)
{
  TendDate date = tend_record_get_int (self->line->medicine->record, field);

  return tend_mar_take (self, tend_date_format (date, TEND_DATE_SHORT));
}

/* "Dr Khan, 28 May 2026"; NULL without the first. */
static const char *
joined (TendMarReading *self,
        const char     *first,
        const char     *second)
{
  if (first == NULL || second == NULL)
    return first;
  return tend_mar_take (self, g_strdup_printf ("%s, %s", first, second));
}

static void
add_fact (GArray     *facts,
          const char *label,
          const char *text)
{
  const TendMarFact fact = { label, text };

  if (text != NULL)
    g_array_append_val (facts, fact);
}

/* As it stands on the label. */
static const char *
dose_text (TendMarReading *self)
{
  const char *dose = tend_mar_text (self, "dose");

  if (self->line->medicine->doses->len == 0)
    return dose;
  return dose == NULL ? _("each day’s dose is in its square") : _("as written below");
}

/* "± 60 min" */
static const char *
window_text (TendMarReading *self)
{
  TendRecord *record = self->line->medicine->record;
  int minutes = tend_record_get_int (record, "window_minutes");

  if (tend_record_get_int (record, "as_needed"))
    return NULL;
  return tend_mar_take (self, g_strdup_printf (_("±\302\240%d min"), minutes));
}

static const char *
reuse_text (TendMarReading *self)
{
  int days = tend_record_get_int (self->line->medicine->record, "reuse_days");

  if (days == 0)
    return NULL;
  return tend_mar_take (self, g_strdup_printf (ngettext ("not for %d day", "not for %d days", days),
                                               days));
}

/* Only of the chart that runs: of one that is closed it would be read as if it were of today. */
static const char *
low_text (TendMarReading *self)
{
  const TendStock *stock = &self->line->stock;
  TendDate today = tend_time_date (self->request->now);

  if (self->request->blank || today < self->chart->from || today > self->chart->to ||
      !stock->known || stock->days_left < 0 || stock->days_left > LONG_DAYS)
    return NULL;
  return tend_mar_take (self, g_strdup_printf (ngettext ("%d day", "%d days", stock->days_left),
                                               stock->days_left));
}

/* What initials say without a note: whatever is otherwise is noted on the back.  On a chart
 * that nothing is written on yet it is what the carer was asked to do.
 */
static const char *
usual_text (TendMarReading *self)
{
  const char *support = self->request->blank
                        ? tend_record_get_text (self->line->medicine->record, "support")
                        : self->usual_support;
  const TendField *field = tend_kind_field (tend_kind_by_name ("mar_entry"), "asked_by");
  const char *helped = g_strcmp0 (support, "prompt") == 0   ? _("taken after a reminder")
                       : g_strcmp0 (support, "assist") == 0 ? _("taken with help")
                                                            : _("given");

  if (support == NULL || !tend_medicine_is_mine (self->line->medicine->record,
                                                 self->line->medicine->times))
    return NULL;
  if (self->request->blank || self->usual_asked == NULL)
    return helped;
  /* Translators: "taken with help, asked for by: The person" */
  return tend_mar_take (self, g_strdup_printf (_("%s, asked for by: %s"), helped,
                                               tend_field_choice_label (field, self->usual_asked)));
}

static const char *
checked_text (TendMarReading *self)
{
  const char *by = tend_mar_text (self, "checked_by");

  return by != NULL ? joined (self, by, date_of (self, "checked_on"))
                    : _("nobody else yet (single-checked)");
}

static gboolean
is_over (TendMarReading *self)
{
  return tend_record_get_int (self->line->medicine->record, "ends_on") <
         tend_time_date (self->request->now);
}

/* The number on this chart of the line that @id is, or that took its place; 0. */
static int
number_of (TendMarReading *self,
           const char     *id,
           gboolean        replaces)
{
  for (guint i = 0; i < self->chart->lines->len; i++)
    {
      TendRecord *record = ((TendMarLine *) self->chart->lines->pdata[i])->medicine->record;
      const char *own = replaces ? tend_record_get_text (record, "replaces")
                                 : tend_record_get_id (record);

      if (g_strcmp0 (own, id) == 0)
        return i + 1;
    }

  return 0;
}

/* "7 Oct 2026: Giddy on standing.  See line 3" */
static const char *
stop_text (TendMarReading *self)
{
  TendRecord *record = self->line->medicine->record;
  const char *reason = tend_mar_text (self, "end_reason");
  int later = number_of (self, tend_record_get_id (record), TRUE);
  g_autoptr(GString) text = NULL;

  if (!tend_record_is_set (record, "ends_on"))
    return NULL;

  text = g_string_new (date_of (self, "ends_on"));
  if (reason != NULL)
    g_string_append_printf (text, ": %s", reason);
  if (later > 0 && g_str_has_suffix (text->str, "."))
    g_string_truncate (text, text->len - 1);
  if (later > 0)
    g_string_append_printf (text, _("; see line %d"), later);
  return tend_mar_take (self, g_strdup (text->str));
}

/* "line 2, Bisoprolol 2.5 mg tablets"; of one that is on no page of this chart its last day,
 * as long as the new one is new. */
static const char *
replaced_text (TendMarReading *self)
{
  const char *id = tend_record_get_text (self->line->medicine->record, "replaces");
  g_autoptr(TendRecord) before =
    id != NULL ? tend_record_load (self->source->vault, tend_kind_by_name ("medication"), id, NULL)
               : NULL;
  int number = number_of (self, id, FALSE);
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;

  if (before == NULL ||
      (number == 0 && self->line->medicine->schedule.starts_on < self->chart->from))
    return NULL;

  title = tend_medicine_title (before);
  if (number > 0)
    /* Translators: the number of a medicine on the chart, and its name */
    return tend_mar_take (self, g_strdup_printf (_("line %d, %s"), number, title));
  day = tend_date_format (tend_record_get_int (before, "ends_on"), TEND_DATE_SHORT);
  /* Translators: the name of a medicine and its last day, on an earlier chart */
  return tend_mar_take (self, g_strdup_printf (_("%s, stopped %s: see the chart before"), title,
                                               day));
}

/* "Clinic’s letter of 23 September": what was looked at says itself of what kind it is; of a mere
 * day the kind is said before it. */
static const char *
source_text (TendMarReading *self)
{
  TendRecord *record = self->line->medicine->record;
  const char *kind = tend_care_choice (record, "source");
  const char *detail = tend_mar_text (self, "source_detail");
  gboolean is_other = g_strcmp0 (tend_record_get_text (record, "source"), "other") == 0;

  if (detail != NULL && (is_other || !g_ascii_isdigit (*detail)))
    return detail;
  if (kind == NULL)
    return _("not written");
  return joined (self, kind, detail);
}

static void
read_facts (TendMarReading  *self,
            TendMarMedicine *medicine)
{
  TendRecord *record = self->line->medicine->record;
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (TendMarFact));

  if (!medicine->as_needed)
    add_fact (facts, _("For"), tend_mar_text (self, "purpose"));
  add_fact (facts, _("Instructions"), tend_mar_text (self, "instructions"));
  add_fact (facts, _("Where"), tend_mar_text (self, "apply_to"));
  add_fact (facts, _("Same place again"), reuse_text (self));
  add_fact (facts, _("Starts"), date_of (self, "starts_on"));
  add_fact (facts, is_over (self) ? _("Stopped") : _("Stops"), stop_text (self));
  add_fact (facts, _("In place of"), replaced_text (self));
  add_fact (facts, _("Review"), date_of (self, "review_on"));
  add_fact (facts, _("Time"), window_text (self));
  add_fact (facts, _("Prescribed by"), tend_mar_text (self, "prescriber"));
  add_fact (facts, _("Pharmacy"), tend_mar_text (self, "pharmacy"));
  add_fact (facts, _("Copied from"), source_text (self));
  add_fact (facts, _("Written by"), joined (self, tend_mar_text (self, "written_by"),
                                            date_of (self, "written_on")));
  add_fact (facts, _("Checked by"), checked_text (self));
  add_fact (facts, _("Trained by"), joined (self, tend_mar_text (self, "trained_by"),
                                            date_of (self, "trained_on")));
  add_fact (facts, _("Approved by"), joined (self, tend_mar_text (self, "approved_by"),
                                             date_of (self, "approved_on")));
  add_fact (facts, _("Stock lasts"), low_text (self));
  if (!medicine->as_needed)
    add_fact (facts, _("Initials alone:"), usual_text (self));
  else if (self->request->blank)
    add_fact (facts, _("What I do"), tend_care_choice (record, "support"));
  medicine->n_facts = facts->len;
  medicine->facts = tend_care_own (self->source, facts);
}

static void
add_limit (GArray     *limits,
           const char *label,
           const char *text)
{
  const TendMarFact limit = { label, text };

  g_array_append_val (limits, limit);
}

/* "2 tablets, Thu 19 Nov 17:11": a sheet that is begun anew must not forget the dose before,
 * which may be of another medicine with the same in it. */
static gboolean
add_last (TendMarReading  *self,
          GArray          *limits,
          GError         **error)
{
  TendRecord *record = self->line->medicine->record;
  g_autoptr(GPtrArray) doses =
    tend_medicine_last_doses (self->source->vault, record, self->request->now, 1, error);
  g_autofree char *unit = tend_medicine_unit (self->line->medicine);
  g_autoptr(TendRecord) other = NULL;
  g_autofree char *title = NULL, *quantity = NULL, *day = NULL, *clock = NULL;
  char *text;
  TendRecord *dose;
  TendInstant at;

  if (doses == NULL)
    return FALSE;
  if (doses->len == 0)
    {
      add_limit (limits, _("Last written:"), _("none yet"));
      return TRUE;
    }

  dose = doses->pdata[0];
  if (g_strcmp0 (tend_record_get_text (dose, "medication"), tend_record_get_id (record)) != 0)
    other = tend_record_load (self->source->vault, tend_kind_by_name ("medication"),
                              tend_record_get_text (dose, "medication"), NULL);
  title = other != NULL ? tend_medicine_title (other) : NULL;
  at = tend_mar_entry_time (dose);
  day = tend_date_format (tend_time_date (at), TEND_DATE_DAY);
  clock = tend_clock_format (tend_time_clock (at));
  quantity = tend_mar_quantity (dose, "quantity");
  text = g_strdup_printf ("%s%s%s%s%s %s", quantity != NULL ? quantity : "",
                          quantity != NULL ? title != NULL ? " × " : " " : "",
                          title != NULL ? title : quantity != NULL ? unit : "",
                          title != NULL || quantity != NULL ? ", " : "", day, clock);
  add_limit (limits, _("Last written:"), tend_mar_take (self, text));
  return TRUE;
}

static gboolean
read_limits (TendMarReading   *self,
             TendMarMedicine  *medicine,
             GError          **error)
{
  TendRecord *record = self->line->medicine->record;
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (TendMarFact));
  gint64 gap = tend_record_get_int (record, "min_interval_minutes");
  g_autofree char *most = tend_mar_quantity (record, "max_in_24h");
  g_autofree char *unit = tend_medicine_unit (self->line->medicine);

  add_limit (limits, _("What for:"), tend_mar_text (self, "purpose"));
  add_limit (limits, _("Signs that it is needed:"), tend_mar_text (self, "signs"));
  add_limit (limits, _("Try first:"), tend_mar_text (self, "try_first"));
  add_limit (limits, _("Least time between two doses:"),
             gap > 0 ? tend_mar_take (self, tend_minutes_format (gap)) : NULL);
  add_limit (limits, _("Most in 24 hours:"),
             most != NULL ? tend_mar_take (self, g_strdup_printf ("%s %s", most, unit)) : NULL);
  add_limit (limits, _("The person can ask for it:"),
             tend_record_get_int (record, "can_ask") ? _("yes") : _("no"));
  if (self->request->blank && !add_last (self, limits, error))
    {
      g_array_unref (limits);
      return FALSE;
    }
  medicine->n_limits = limits->len;
  medicine->limits = tend_care_own (self->source, limits);
  return TRUE;
}

/* The line */

static TendMarPart
part_of (TendRecord *record)
{
  if (tend_record_is_set (record, "applied"))
    return TEND_MAR_SKIN;
  return tend_record_get_int (record, "as_needed") ? TEND_MAR_AS_NEEDED : TEND_MAR_REGULAR;
}

/* What most of its doses have in @field: of those it need not be said for each. */
static const char *
find_usual (TendMarReading *self,
            const char     *field)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *usual = NULL;
  int most = 0;

  for (guint i = 0; i < self->line->slots->len; i++)
    {
      const TendMarSlot *slot = self->line->slots->pdata[i];
      const char *value = slot->entry != NULL ? tend_record_get_text (slot->entry, field) : NULL;
      int n;

      if (value == NULL)
        continue;
      n = GPOINTER_TO_INT (g_hash_table_lookup (counts, value)) + 1;
      g_hash_table_insert (counts, (gpointer) value, GINT_TO_POINTER (n));
      if (n > most)
        usual = value;
      most = MAX (most, n);
    }

  return usual;
}

gboolean
tend_mar_read_line (TendMarReading   *self,
                    TendMarMedicine  *medicine,
                    GError          **error)
{
  TendRecord *record = self->line->medicine->record;

  medicine->part = part_of (record);
  medicine->as_needed = tend_record_get_int (record, "as_needed");
  medicine->patch = tend_mar_is_patch (record);
  medicine->name = tend_mar_take (self, tend_medicine_title (record));
  medicine->dose = dose_text (self);
  medicine->route = tend_mar_text (self, "route");
  medicine->when = tend_mar_take (self, tend_medicine_when (self->line->medicine));
  medicine->controlled = tend_record_get_int (record, "controlled");
  medicine->time_critical = tend_record_get_int (record, "time_critical");
  medicine->window = tend_record_get_int (record, "window_minutes");
  medicine->single_checked = !tend_record_is_set (record, "checked_by");
  self->usual_asked = find_usual (self, "asked_by");
  self->usual_support = find_usual (self, "support");
  read_facts (self, medicine);
  tend_mar_read_by_day (self, medicine);
  /* What the back tells is known before the squares point to it. */
  if (!tend_mar_read_doses (self, medicine, error))
    return FALSE;
  if (medicine->as_needed && !read_limits (self, medicine, error))
    return FALSE;
  if (!medicine->as_needed)
    tend_mar_read_times (self, medicine);

  return tend_mar_read_patches (self, medicine, error) &&
         tend_mar_read_stock (self, medicine, error);
}
