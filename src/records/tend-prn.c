/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guard of medicines taken as needed, and of the places of patches: what is written. */

#include "tend-medicines-private.h"

#include "tend-kinds.h"
#include "tend-quantity.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

/* Doses in force, a day either side, by every line that is the same medicine.  A dose
 * without a time of its own counts at the time it was due.
 */
#define TAKEN \
  "SELECT coalesce (e.given_at, e.due_at), e.quantity, m.strength, m.dose" \
  " FROM medications AS m JOIN mar_entries AS e ON e.medication = m.id" \
  " WHERE m.client = :client AND " TEND_MEDICINE_IS_SAME ("m.id") \
  " AND coalesce (e.given_at, e.due_at) BETWEEN :from AND :to" \
  " AND (e.given_at BETWEEN :from AND :to OR e.due_at BETWEEN :from AND :to)" \
  " AND (e.outcome IN ('taken', 'part') OR e.reason = 'PL')" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later WHERE later.supersedes = e.id)"

/* @quantity of a medicine of @strength in units of one of @own strength; never less than
 * what was taken by the count where one of the two cannot be read. */
static gint64
in_own_units (gint64      quantity,
              const char *strength,
              const char *own)
{
  gint64 theirs = tend_strength_micrograms (strength);
  gint64 ours = tend_strength_micrograms (own);

  if (theirs == 0 || ours == 0 || theirs == ours)
    return quantity;

  /* Upwards, so that no part of a dose is lost by rounding. */
  return (quantity * theirs + ours - 1) / ours;
}

/* The most that the words of a dose allow, where an entry does not say how much. */
static gint64
usual_dose (const char *text)
{
  g_auto(TendDoseText) dose = { 0 };

  return tend_dose_text_read (text, &dose) ? dose.most : TEND_QUANTITY_UNIT;
}

static GArray *
load_taken (TendVault   *vault,
            TendRecord  *medication,
            TendInstant  at,
            GError     **error)
{
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (TendTaken));
  g_autofree char *lines = tend_medicine_same (vault, medication, error);
  g_autoptr(TendStatement) statement = NULL;
  gint64 reach = MAX (DAY, 60 * tend_record_get_int (medication, "min_interval_minutes"));
  TendStep step;

  if (lines != NULL)
    statement = tend_statement_new (vault, TAKEN, error);
  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":client", tend_record_get_text (medication, "client"));
  tend_statement_bind_text (statement, ":lines", lines);
  /* Twice as far back: a dose of 24 hours before one of 24 hours later counts with it. */
  tend_statement_bind_int (statement, ":from", at - 2 * reach);
  tend_statement_bind_int (statement, ":to", at + 2 * reach);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      gint64 quantity = tend_statement_is_null (statement, 1)
                          ? usual_dose (tend_statement_get_text (statement, 3))
                          : tend_statement_get_int (statement, 1);
      TendTaken dose = {
        tend_statement_get_int (statement, 0),
        in_own_units (quantity, tend_statement_get_text (statement, 2),
                      tend_record_get_text (medication, "strength")),
      };

      g_array_append_val (taken, dose);
    }

  return step == TEND_STEP_DONE ? g_steal_pointer (&taken) : NULL;
}

gboolean
tend_medicine_ask (TendVault      *vault,
                   TendRecord     *medication,
                   TendInstant     at,
                   gint64          quantity,
                   TendPrnAnswer  *answer,
                   GError        **error)
{
  g_autoptr(GArray) taken = load_taken (vault, medication, at, error);
  TendPrnLimits limits = {
    tend_record_get_int (medication, "max_in_24h"),
    tend_record_get_int (medication, "min_interval_minutes"),
  };

  if (taken == NULL)
    return FALSE;

  *answer = tend_prn_ask ((const TendTaken *) taken->data, taken->len, &limits, at, quantity);
  return TRUE;
}

/* What was taken of it, or of another with the same in it, the latest first. */
#define LAST \
  "WHERE medication IN (SELECT id FROM medications" \
  "                     WHERE client = :client AND " TEND_MEDICINE_IS_SAME ("id") ")" \
  " AND (outcome IN ('taken', 'part') OR reason = 'PL')" \
  " AND coalesce (given_at, due_at) < CAST (:until AS INTEGER)" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later" \
  "                 WHERE later.supersedes = mar_entries.id)" \
  " ORDER BY coalesce (given_at, due_at) DESC LIMIT CAST (:most AS INTEGER)"

GPtrArray *
tend_medicine_last_doses (TendVault    *vault,
                          TendRecord   *medication,
                          TendInstant   until,
                          int           most,
                          GError      **error)
{
  g_autofree char *before = g_strdup_printf ("%" G_GINT64_FORMAT, until);
  g_autofree char *limit = g_strdup_printf ("%d", most);
  g_autofree char *lines = tend_medicine_same (vault, medication, error);

  if (lines == NULL)
    return NULL;

  return tend_records_select (vault, &tend_mar_entry_kind, error, LAST,
                              ":client", tend_record_get_text (medication, "client"),
                              ":lines", lines, ":until", before, ":most", limit, NULL);
}

static char *
moment_text (TendInstant instant)
{
  g_autofree char *day = tend_date_format (tend_time_date (instant), TEND_DATE_DAY);
  g_autofree char *time = tend_clock_format (tend_time_clock (instant));

  return g_strdup_printf (_("%s on %s"), time, day);
}

char *
tend_prn_answer_text (const TendPrnAnswer *answer,
                      TendRecord          *medication)
{
  g_autofree char *earliest = answer->earliest_at != TEND_INSTANT_NONE
                                ? moment_text (answer->earliest_at) : NULL;
  g_autofree char *most =
    tend_quantity_format (tend_record_get_int (medication, "max_in_24h"));
  g_autofree char *before = tend_quantity_format (answer->in_24h);
  g_autofree char *gap =
    tend_minutes_format (tend_record_get_int (medication, "min_interval_minutes"));

  switch (answer->reason)
    {
    case TEND_PRN_TOO_SOON:
      return g_strdup_printf (_("Not yet: there must be %s between two doses. The earliest time "
                                "is %s."), gap, earliest);
    case TEND_PRN_TOO_MUCH:
      return g_strdup_printf (_("Not yet: the most in 24 hours is %s, and %s of it are written "
                                "down before this. The earliest time is %s."),
                              most, before, earliest);
    case TEND_PRN_NEVER:
      return g_strdup_printf (_("Not this much: the most in 24 hours is %s."), most);
    case TEND_PRN_NO_LIMIT_REACHED:
    default:
      return g_strdup (_("No limit reached on what is written here. Check the packet and ask who "
                         "else has given any."));
    }
}

/* Where something was put, up to a moment, the latest first, by every line that is the same
 * medicine: a new dose begins a new one. */
#define PLACED \
  "WHERE medication IN (SELECT m.id FROM medications AS m JOIN medications AS own" \
  "                     ON m.client = own.client AND lower (m.name) = lower (own.name)" \
  "                     WHERE own.id = :medication)" \
  " AND site IS NOT NULL AND (:site = '' OR site = :site) AND outcome IN ('taken', 'part')" \
  " AND coalesce (given_at, due_at) < CAST (:until AS INTEGER)" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later" \
  "                 WHERE later.supersedes = mar_entries.id)" \
  " ORDER BY coalesce (given_at, due_at) DESC LIMIT CAST (:most AS INTEGER)"

static GPtrArray *
select_placed (TendVault   *vault,
               TendRecord  *medication,
               const char  *site,
               TendDate     date,
               int          most,
               GError     **error)
{
  g_autofree char *until =
    g_strdup_printf ("%" G_GINT64_FORMAT, tend_time_resolve (date + 1, 0));
  g_autofree char *limit = g_strdup_printf ("%d", most);

  return tend_records_select (vault, &tend_mar_entry_kind, error, PLACED,
                              ":medication", tend_record_get_id (medication), ":site", site,
                              ":until", until, ":most", limit, NULL);
}

GPtrArray *
tend_medicine_sites (TendVault   *vault,
                     TendRecord  *medication,
                     TendDate     date,
                     int          most,
                     GError     **error)
{
  return select_placed (vault, medication, "", date, most, error);
}

TendDate
tend_medicine_site_free_on (TendVault   *vault,
                            TendRecord  *medication,
                            const char  *site,
                            TendDate     date,
                            GError     **error)
{
  int reuse_days = tend_record_get_int (medication, "reuse_days");
  g_autoptr(GPtrArray) placed = NULL;
  TendRecord *last;
  TendDate free_on;

  if (reuse_days == 0)
    return TEND_DATE_NONE;

  placed = select_placed (vault, medication, site, date, 1, error);
  if (placed == NULL || placed->len == 0)
    return TEND_DATE_NONE;

  last = placed->pdata[0];
  free_on = tend_time_date (tend_record_is_set (last, "given_at")
                              ? tend_record_get_int (last, "given_at")
                              : tend_record_get_int (last, "due_at")) + reuse_days;

  return free_on > date ? free_on : TEND_DATE_NONE;
}
