/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the chart: what was due is expanded from the lines, and each dose is joined with
 * the entries that were written for it.
 */

#include "tend-mar-private.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

#include <string.h>

#define MINUTE 60

static const char * const state_names[] = {
  "due", "recorded", "late", "gap", "corrected", "not_mine", "not_in_cycle",
};

const char *
tend_slot_state_name (TendSlotState state)
{
  return state_names[state];
}

static void
slot_free (gpointer data)
{
  TendMarSlot *self = data;

  g_clear_object (&self->entry);
  g_clear_pointer (&self->struck, g_ptr_array_unref);
  g_free (self);
}

static void
line_free (gpointer data)
{
  TendMarLine *self = data;

  tend_medicine_free (self->medicine);
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->others);
  g_free (self);
}

void
tend_mar_chart_free (TendMarChart *self)
{
  g_free (self->client);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

TendInstant
tend_mar_opens_at (TendRecord  *medication,
                   TendInstant  due_at)
{
  return due_at - tend_record_get_int (medication, "window_minutes") * MINUTE;
}

TendInstant
tend_mar_closes_at (TendRecord  *medication,
                    TendInstant  due_at)
{
  return due_at + tend_record_get_int (medication, "window_minutes") * MINUTE;
}

/* The days asked about, and when the person's doses end. */
typedef struct
{
  TendVault   *vault;
  TendDate     from;
  TendDate     to;
  TendInstant  now;
  TendInstant  last;   /* no dose is due later: TEND_INSTANT_NONE for no such moment */
} Reading;

static TendInstant
find_last (TendRecord *client)
{
  TendDate died_on = tend_record_get_int (client, "died_on");
  TendDate ended_on = tend_record_get_int (client, "ended_on");
  TendClock died_at = tend_record_get_int (client, "died_at");

  if (died_on != TEND_DATE_NONE)
    return tend_time_resolve (died_on, died_at != TEND_CLOCK_NONE ? died_at : 23 * 60 + 59);
  if (ended_on != TEND_DATE_NONE)
    return tend_time_resolve (ended_on, 23 * 60 + 59);

  return TEND_INSTANT_NONE;
}

static TendMarSlot *
slot_new (TendInstant due_at,
          int         time)
{
  TendMarSlot *slot = g_new0 (TendMarSlot, 1);

  slot->due_at = due_at;
  slot->time = time;
  slot->by = "me";

  return slot;
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const TendMarSlot *first = *(TendMarSlot **) a;
  const TendMarSlot *second = *(TendMarSlot **) b;

  if (first->due_at != second->due_at)
    return first->due_at < second->due_at ? -1 : 1;

  return first->time - second->time;
}

static void
add_due (Reading     *self,
         TendMarLine *line)
{
  TendMedicine *medicine = line->medicine;
  g_autoptr(GArray) due =
    tend_dose_schedule_expand (&medicine->schedule, self->from, self->to);

  for (guint i = 0; i < due->len; i++)
    {
      const TendDueDose *dose = &g_array_index (due, TendDueDose, i);
      TendMarSlot *slot = slot_new (dose->due_at, dose->time);

      slot->by = tend_record_get_text (medicine->times->pdata[dose->time], "by");
      if (tend_medicine_knows_dose (medicine, tend_time_date (dose->due_at)))
        slot->dose = tend_medicine_dose (medicine, tend_time_date (dose->due_at), dose->time);
      if (self->last != TEND_INSTANT_NONE && dose->due_at > self->last)
        slot->state = TEND_SLOT_NOT_IN_CYCLE;
      g_ptr_array_add (line->slots, slot);
    }
}

/* The squares that are crossed out on paper: before the first day and after the last. */
static void
add_outside (Reading     *self,
             TendMarLine *line)
{
  const TendDoseSchedule *schedule = &line->medicine->schedule;

  if (tend_dose_pattern_hours (schedule->pattern) > 0)
    return;

  for (TendDate date = self->from; date <= self->to; date++)
    {
      if (date >= schedule->starts_on &&
          (schedule->ends_on == TEND_DATE_NONE || date <= schedule->ends_on))
        continue;
      for (guint i = 0; i < schedule->n_times; i++)
        {
          TendMarSlot *slot = slot_new (tend_time_resolve (date, schedule->times[i]), i);

          slot->state = TEND_SLOT_NOT_IN_CYCLE;
          g_ptr_array_add (line->slots, slot);
        }
    }
}

static TendMarSlot *
find_slot (TendMarLine *line,
           TendInstant  due_at)
{
  TendMarSlot key = { .due_at = due_at, .time = -1 };
  gsize low = 0, high = line->slots->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (((TendMarSlot *) line->slots->pdata[middle])->due_at < key.due_at)
        low = middle + 1;
      else
        high = middle;
    }

  /* Two times of a line may fall on one moment, where the clocks go forward. */
  for (; low < line->slots->len; low++)
    {
      TendMarSlot *slot = line->slots->pdata[low];

      if (slot->due_at != due_at)
        break;
      if (slot->entry == NULL)
        return slot;
    }

  return NULL;
}

/* FALSE with @error set when it cannot be told: a dose that was struck through must not
 * pass for one in force. */
static gboolean
read_superseded (TendVault   *vault,
                 TendRecord  *entry,
                 gboolean    *superseded,
                 GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) later =
    tend_records_select_one (vault, &tend_mar_entry_kind, &failure, "WHERE supersedes = :id",
                             ":id", tend_record_get_id (entry), NULL);

  *superseded = later != NULL;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Those that @entry took the place of, the oldest first; NULL when there are none. */
static GPtrArray *
load_struck (TendVault  *vault,
             GHashTable *entries,
             TendRecord *entry)
{
  GPtrArray *struck = NULL;
  const char *id;

  while ((id = tend_record_get_text (entry, "supersedes")) != NULL)
    {
      TendRecord *before = g_hash_table_lookup (entries, id);

      before = before != NULL ? g_object_ref (before)
                              : tend_record_load (vault, &tend_mar_entry_kind, id, NULL);
      if (before == NULL)
        break;
      if (struck == NULL)
        struck = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_insert (struck, 0, before);
      entry = before;
    }

  return struck;
}

static gboolean
is_late (TendRecord *medication,
         TendRecord *entry,
         TendInstant due_at)
{
  TendInstant closes_at = tend_mar_closes_at (medication, due_at);

  if (tend_record_is_set (entry, "given_at") &&
      tend_record_get_int (entry, "given_at") > closes_at)
    return TRUE;

  /* The paper chart was signed in time, whenever it was copied. */
  return !tend_record_get_int (entry, "copied") && tend_record_is_set (entry, "written_at") &&
         tend_record_get_int (entry, "written_at") > closes_at;
}

static void
judge (Reading     *self,
       TendMarLine *line,
       TendMarSlot *slot)
{
  TendRecord *medication = line->medicine->record;

  if (slot->state == TEND_SLOT_NOT_IN_CYCLE && slot->entry == NULL)
    return;

  if (strcmp (slot->by, "me") != 0)
    slot->state = TEND_SLOT_NOT_MINE;
  else if (slot->entry == NULL)
    slot->state = self->now > tend_mar_closes_at (medication, slot->due_at) ? TEND_SLOT_GAP
                                                                            : TEND_SLOT_DUE;
  else if (slot->struck != NULL)
    slot->state = TEND_SLOT_CORRECTED;
  else if (is_late (medication, slot->entry, slot->due_at))
    slot->state = TEND_SLOT_LATE;
  else
    slot->state = TEND_SLOT_RECORDED;
}

/* A dose that was not due, at the time it was given. */
static void
add_other (TendMarLine *line,
           TendRecord  *entry,
           GPtrArray   *struck)
{
  TendMarSlot *slot = slot_new (TEND_INSTANT_NONE, -1);

  if (tend_record_is_set (entry, "due_at"))
    slot->due_at = tend_record_get_int (entry, "due_at");
  slot->by = tend_record_is_set (entry, "by") ? tend_record_get_text (entry, "by") : "me";
  slot->state = struck != NULL ? TEND_SLOT_CORRECTED : TEND_SLOT_RECORDED;
  slot->entry = g_object_ref (entry);
  slot->struck = struck;
  g_ptr_array_add (line->others, slot);
}

static TendInstant
other_time (const TendMarSlot *slot)
{
  return tend_record_is_set (slot->entry, "given_at")
           ? tend_record_get_int (slot->entry, "given_at")
           : tend_record_get_int (slot->entry, "due_at");
}

static int
compare_others (gconstpointer a,
                gconstpointer b)
{
  TendInstant first = other_time (*(TendMarSlot **) a);
  TendInstant second = other_time (*(TendMarSlot **) b);

  return (first > second) - (first < second);
}

#define ENTRIES \
  "WHERE medication = :medication AND (due_at >= :first AND due_at < :last" \
  " OR due_at IS NULL AND given_at >= :first AND given_at < :last)" \
  " ORDER BY " TEND_MAR_BY_WRITING

static gboolean
add_entries (Reading      *self,
             TendMarLine  *line,
             GError      **error)
{
  g_autofree char *first =
    g_strdup_printf ("%" G_GINT64_FORMAT, tend_time_resolve (self->from, 0));
  g_autofree char *last =
    g_strdup_printf ("%" G_GINT64_FORMAT, tend_time_resolve (self->to + 1, 0));
  g_autoptr(GPtrArray) entries =
    tend_records_select (self->vault, &tend_mar_entry_kind, error, ENTRIES,
                         ":medication", tend_record_get_id (line->medicine->record),
                         ":first", first, ":last", last, NULL);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) superseded = g_hash_table_new (g_str_hash, g_str_equal);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const char *before = tend_record_get_text (entries->pdata[i], "supersedes");

      g_hash_table_insert (by_id, (gpointer) tend_record_get_id (entries->pdata[i]),
                           entries->pdata[i]);
      if (before != NULL)
        g_hash_table_add (superseded, (gpointer) before);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      TendRecord *entry = entries->pdata[i];
      gboolean was_due = tend_record_is_set (entry, "due_at");
      gboolean is_struck = g_hash_table_contains (superseded, tend_record_get_id (entry));
      TendMarSlot *slot = NULL;

      /* The correction of a dose as needed may lie on another day. */
      if (!was_due && !is_struck &&
          !read_superseded (self->vault, entry, &is_struck, error))
        return FALSE;
      if (is_struck)
        continue;

      if (was_due)
        slot = find_slot (line, tend_record_get_int (entry, "due_at"));
      if (slot == NULL)
        {
          add_other (line, entry, load_struck (self->vault, by_id, entry));
          continue;
        }
      slot->entry = g_object_ref (entry);
      slot->struck = load_struck (self->vault, by_id, entry);
    }
  g_ptr_array_sort (line->others, compare_others);

  return TRUE;
}

static TendMarLine *
load_line (Reading       *self,
           TendMedicine  *medicine,
           GError       **error)
{
  TendMarLine *line = g_new0 (TendMarLine, 1);
  TendDate today = tend_time_date (self->now);

  line->medicine = medicine;
  line->slots = g_ptr_array_new_with_free_func (slot_free);
  line->others = g_ptr_array_new_with_free_func (slot_free);
  add_due (self, line);
  add_outside (self, line);
  g_ptr_array_sort (line->slots, compare_slots);

  if (!add_entries (self, line, error) ||
      !tend_stock_load (self->vault, medicine, MIN (self->to, today), &line->stock, error))
    {
      line_free (line);
      return NULL;
    }

  for (guint i = 0; i < line->slots->len; i++)
    judge (self, line, line->slots->pdata[i]);

  return line;
}

static void
count (TendMarChart *chart)
{
  for (guint i = 0; i < chart->lines->len; i++)
    {
      TendMarLine *line = chart->lines->pdata[i];

      for (guint j = 0; j < line->slots->len; j++)
        {
          const TendMarSlot *slot = line->slots->pdata[j];
          TendOutcome outcome;

          if (slot->state == TEND_SLOT_NOT_MINE || slot->state == TEND_SLOT_NOT_IN_CYCLE)
            continue;

          chart->n_due++;
          chart->n_gaps += slot->state == TEND_SLOT_GAP;
          if (slot->entry == NULL)
            continue;

          outcome = tend_outcome_parse (tend_record_get_text (slot->entry, "outcome"));
          chart->n_recorded++;
          chart->n_given += (outcome & (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
        }
    }
}

TendMarChart *
tend_mar_chart_load (TendVault   *vault,
                     const char  *client,
                     TendDate     from,
                     int          days,
                     TendInstant  now,
                     GError     **error)
{
  g_autoptr(TendMarChart) self = g_new0 (TendMarChart, 1);
  g_autoptr(TendRecord) person = tend_record_load (vault, &tend_client_kind, client, error);
  g_autoptr(GPtrArray) medicines = NULL;
  Reading reading;

  g_return_val_if_fail (days > 0, NULL);

  self->client = g_strdup (client);
  self->from = from;
  self->to = from + days - 1;
  self->today = tend_time_date (now);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  if (person == NULL)
    return NULL;

  medicines = tend_medicines_between (vault, client, self->from, self->to, error);
  if (medicines == NULL)
    return NULL;

  reading = (Reading) { vault, self->from, self->to, now, find_last (person) };
  g_ptr_array_set_free_func (medicines, NULL);
  for (guint i = 0; i < medicines->len; i++)
    {
      TendMarLine *line = load_line (&reading, medicines->pdata[i], error);

      if (line == NULL)
        {
          for (guint j = i + 1; j < medicines->len; j++)
            tend_medicine_free (medicines->pdata[j]);
          return NULL;
        }
      g_ptr_array_add (self->lines, line);
    }

  count (self);
  self->version = tend_mar_chart_version (vault, person, self->to, error);
  self->first_version = tend_mar_chart_version (vault, person, self->from, error);

  return self->version > 0 && self->first_version > 0 ? g_steal_pointer (&self) : NULL;
}
