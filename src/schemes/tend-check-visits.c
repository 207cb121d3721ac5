/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of what was done, and when. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOUR_WEEKS 28

/* Nothing is charged for after a death: visits that are billed, retainers, notice (ST12). */
static void
check_after_death (TendChecking   *self,
                   const TendRule *rule)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);

  for (guint i = 0; i < clients->len; i++)
    {
      TendRecord *client = clients->pdata[i];
      TendDate died = tend_record_get_int (client, "died_on");
      g_autofree char *name = tend_client_name (client);
      g_autofree char *day = tend_date_format (died, TEND_DATE_LONG);
      GPtrArray *visits;
      g_autoptr(GPtrArray) charges = NULL;

      if (died == TEND_DATE_NONE || died > self->on ||
          !tend_checking_concerns (self, client))
        continue;

      charges = tend_checking_of (self, &tend_charge_kind, client);
      for (guint j = 0; j < charges->len; j++)
        if (tend_record_get_int (charges->pdata[j], "date") > died)
          tend_checking_find (self, rule, "found", charges->pdata[j], "client", name, "died", day,
                              NULL);

      visits = tend_checking_visits (self);
      for (guint j = 0; j < visits->len; j++)
        {
          const TendVisit *visit = visits->pdata[j];

          if (strcmp (visit->client, tend_record_get_id (client)) == 0 &&
              strcmp (visit->billing, "none") != 0 &&
              tend_time_date (tend_visit_start (visit)) > died)
            {
              tend_checking_find (self, rule, "found", client, "client", name, "died", day, NULL);
              break;
            }
        }
    }
}

/* Clients are told of time off in good time (ST13, scenario S16).  Nobody foresees an
 * illness. */
static void
check_time_off (TendChecking   *self,
                const TendRule *rule)
{
  GPtrArray *all = tend_checking_records (self, &tend_time_off_kind);
  gint64 days = tend_checking_figure (self, rule, "figure");

  for (guint i = 0; days >= 0 && i < all->len; i++)
    {
      TendRecord *off = all->pdata[i];
      TendDate start = tend_record_get_int (off, "starts_on");
      TendDate told = tend_record_get_int (off, "told");
      g_autofree char *by = tend_date_format (start - days, TEND_DATE_LONG);
      g_autofree char *from = tend_date_format (start, TEND_DATE_LONG);
      g_autofree char *n = g_strdup_printf ("%d", MAX (start - told, 0));

      if (strcmp (tend_record_get_text (off, "kind"), "sick") == 0 ||
          tend_record_get_int (off, "ends_on") < self->on - FOUR_WEEKS)
        continue;
      if (told != TEND_DATE_NONE && start - told < days)
        tend_checking_find (self, rule, "late", off, "by", by, "from", from, "n", n, NULL);
      else if (told == TEND_DATE_NONE && self->on >= start - days)
        tend_checking_find (self, rule, "untold", off, "by", by, "from", from, NULL);
    }
}

/* Days with visits and no journey (ST16). */
static void
check_days_without_miles (TendChecking   *self,
                          const TendRule *rule)
{
  GPtrArray *visits = tend_checking_visits (self);
  GPtrArray *trips = tend_checking_trips (self);
  TendDate last = TEND_DATE_NONE;
  guint n = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      TendDate on = tend_time_date (tend_visit_start (visits->pdata[i]));
      gboolean logged = FALSE;

      if (on <= self->on - FOUR_WEEKS || on == last)
        continue;

      last = on;
      for (guint j = 0; !logged && j < trips->len; j++)
        logged = tend_record_get_int (trips->pdata[j], "date") == on;
      n += !logged;
    }

  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", n);

      tend_checking_find (self, rule, "found", self->provider, "n", count, NULL);
    }
}

/* Visits without a word, of whoever asked for one (ST35) or after so many hours (CA16). */

static guint
count_without_note (TendChecking *self,
                    TendRecord   *client,
                    TendInstant   until)
{
  GPtrArray *visits = tend_checking_visits (self);
  guint n = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];

      n += strcmp (visit->client, tend_record_get_id (client)) == 0 && !visit->has_note &&
           tend_time_date (tend_visit_start (visit)) > self->on - FOUR_WEEKS &&
           tend_visit_end (visit) < until;
    }

  return n;
}

static void
notes_wanted_of (TendChecking   *self,
                 const TendRule *rule,
                 TendRecord     *client,
                 const char     *name)
{
  guint n = tend_record_get_int (client, "wants_records")
              ? count_without_note (self, client, G_MAXINT64) : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);

  if (n > 0)
    tend_checking_find (self, rule, "found", client, "client", name, "n", count, NULL);
}

static void
notes_missing_of (TendChecking   *self,
                  const TendRule *rule,
                  TendRecord     *client,
                  const char     *name)
{
  gint64 hours = tend_checking_figure (self, rule, "figure");
  guint n = count_without_note (self, client, tend_checking_now (self) - hours * 3600);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *hours_text = g_strdup_printf ("%" G_GINT64_FORMAT, hours);

  if (n > 0)
    tend_checking_find (self, rule, "found", client, "client", name, "n", count, "hours",
                        hours_text, NULL);
}

/* Two visits at once, and both charged in full (CA21). */

static TendRecord *
load_visit (TendChecking    *self,
            const TendVisit *visit)
{
  GError *error = NULL;
  TendRecord *record = tend_visit_load (self->vault, visit->id, &error);

  if (record == NULL)
    tend_checking_fail (self, error);
  return record;
}

static void
find_overlap (TendChecking    *self,
              const TendRule  *rule,
              const TendVisit *first,
              const TendVisit *second)
{
  TendInstant end = MIN (tend_visit_end (first), tend_visit_end (second));
  gint64 minutes = tend_time_minutes (tend_visit_start (second), end);
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, minutes);
  g_autofree char *date = tend_date_format (tend_time_date (tend_visit_start (second)),
                                            TEND_DATE_LONG);
  g_autoptr(TendRecord) record = load_visit (self, second);

  if (record != NULL)
    tend_checking_find (self, rule, "found", record, "a", first->client_name, "b",
                        second->client_name, "n", n, "date", date, NULL);
}

static gboolean
concerns (TendChecking    *self,
          const TendVisit *visit)
{
  TendRecord *client = tend_checking_record (self, &tend_client_kind, visit->client);

  return client != NULL && tend_checking_concerns (self, client);
}

static void
check_overlap (TendChecking   *self,
               const TendRule *rule)
{
  GPtrArray *visits = tend_checking_visits (self);

  for (guint i = 0; i < visits->len; i++)
    for (guint j = i + 1; j < visits->len; j++)
      {
        const TendVisit *first = visits->pdata[i];
        const TendVisit *second = visits->pdata[j];

        if (tend_visit_start (second) >= tend_visit_end (first))
          break;
        if (strcmp (first->billing, "full") == 0 && strcmp (second->billing, "full") == 0 &&
            (concerns (self, first) || concerns (self, second)))
          find_overlap (self, rule, first, second);
      }
}

/* Insurance on every day of a visit (ST37); with `first`, on that of the first (FL07). */

static gboolean
is_insured (TendChecking *self,
            TendDate      on)
{
  GPtrArray *credentials = tend_checking_records (self, &tend_credential_kind);

  for (guint i = 0; i < credentials->len; i++)
    if (tend_credential_is_insurance (credentials->pdata[i]) &&
        tend_credential_is_current (credentials->pdata[i], on))
      return TRUE;

  return FALSE;
}

static TendDate
first_visit_of_all (TendChecking *self)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);
  TendDate first = TEND_DATE_NONE;

  for (guint i = 0; i < clients->len; i++)
    {
      TendDate visit = tend_checking_first_visit (self, clients->pdata[i]);

      if (visit != TEND_DATE_NONE && (first == TEND_DATE_NONE || visit < first))
        first = visit;
    }

  return first;
}

static void
find_uninsured (TendChecking   *self,
                const TendRule *rule,
                TendDate        on)
{
  g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

  tend_checking_find (self, rule, "found", self->provider, "date", date, NULL);
}

static void
check_insured_visits (TendChecking   *self,
                      const TendRule *rule)
{
  GPtrArray *visits = tend_checking_visits (self);

  for (guint i = 0; i < visits->len; i++)
    {
      TendDate on = tend_time_date (tend_visit_start (visits->pdata[i]));

      if (!is_insured (self, on))
        {
          find_uninsured (self, rule, on);
          return;
        }
    }
}

static void
check_insured_first (TendChecking   *self,
                     const TendRule *rule)
{
  GPtrArray *credentials = tend_checking_records (self, &tend_credential_kind);
  TendDate first = first_visit_of_all (self);

  if (first != TEND_DATE_NONE)
    {
      if (!is_insured (self, first))
        find_uninsured (self, rule, first);
      return;
    }

  for (guint i = 0; i < credentials->len; i++)
    if (tend_credential_is_insurance (credentials->pdata[i]))
      return;
  tend_checking_find (self, rule, "none", self->provider, NULL);
}

const TendCheckFunc tend_visit_checks[] = {
  { "after_death", check_after_death }, { "time_off", check_time_off },
  { "days_without_miles", check_days_without_miles },
  { "notes_wanted", .of_client = notes_wanted_of },
  { "notes_missing", .of_client = notes_missing_of }, { "overlap", check_overlap },
  { "insured_visits", check_insured_visits }, { "insured_first", check_insured_first }, { NULL }
};
