/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of what was done, and when. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-pricing.h"
#include "tend-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOUR_WEEKS 28

static gboolean
concerns (TendChecking    *self,
          const TendVisit *visit)
{
  TendRecord *client = tend_checking_record (self, &tend_client_kind, visit->client);

  return client != NULL && tend_checking_concerns (self, client);
}

/* Nothing is charged for after a death: visits, retainers, lines of an invoice that no other
 * takes back (ST12). */

static gboolean
is_taken_back (GPtrArray  *invoices,
               TendRecord *invoice)
{
  for (guint i = 0; i < invoices->len; i++)
    if (g_strcmp0 (tend_record_get_text (invoices->pdata[i], "credits"),
                   tend_record_get_id (invoice)) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_line_after (TendChecking *self,
                TendRecord   *invoice,
                TendDate      died)
{
  GPtrArray *lines = tend_checking_nested (self, invoice, &tend_invoice_line_kind);

  for (guint i = 0; i < lines->len; i++)
    if (tend_record_get_int (lines->pdata[i], "date") > died &&
        tend_record_get_int (lines->pdata[i], "amount_pence") > 0)
      return TRUE;

  return FALSE;
}

static void
find_invoices_after (TendChecking   *self,
                     const TendRule *rule,
                     TendRecord     *client,
                     const char     *name,
                     const char     *day)
{
  TendDate died = tend_record_get_int (client, "died_on");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) invoices =
    tend_client_records (self->vault, &tend_invoice_kind, tend_record_get_id (client), &error);

  if (invoices == NULL)
    {
      tend_checking_fail (self, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < invoices->len; i++)
    if (tend_checking_done (self, invoices->pdata[i], "issued_on") &&
        tend_record_get_int (invoices->pdata[i], "issued_on") > died &&
        !is_taken_back (invoices, invoices->pdata[i]) &&
        has_line_after (self, invoices->pdata[i], died))
      tend_checking_find (self, rule, "found", invoices->pdata[i], "client", name, "died", day,
                          NULL);
}

static void
find_after_death (TendChecking   *self,
                  const TendRule *rule,
                  TendRecord     *client)
{
  TendDate died = tend_record_get_int (client, "died_on");
  g_autofree char *name = tend_client_name (client);
  g_autofree char *day = tend_date_format (died, TEND_DATE_LONG);
  g_autoptr(GPtrArray) charges = tend_checking_of (self, &tend_charge_kind, client);
  g_autoptr(GPtrArray) visits = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < charges->len; i++)
    if (tend_record_get_int (charges->pdata[i], "date") > died &&
        tend_record_get_int (charges->pdata[i], "amount_pence") > 0)
      tend_checking_find (self, rule, "found", charges->pdata[i], "client", name, "died", day,
                          NULL);

  visits = tend_visits_recorded (self->vault, died + 1, self->on, TEND_DATE_NONE,
                                 tend_record_get_id (client), &error);
  if (visits == NULL)
    tend_checking_fail (self, g_steal_pointer (&error));

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];

      if (visit->status == TEND_VISIT_DONE && strcmp (visit->billing, "none") != 0 &&
          tend_time_date (tend_visit_start (visit)) > died)
        {
          tend_checking_find (self, rule, "found", client, "client", name, "died", day, NULL);
          break;
        }
    }

  find_invoices_after (self, rule, client, name, day);
}

static void
check_after_death (TendChecking   *self,
                   const TendRule *rule)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);

  for (guint i = 0; i < clients->len; i++)
    if (tend_checking_done (self, clients->pdata[i], "died_on") &&
        tend_checking_concerns (self, clients->pdata[i]))
      find_after_death (self, rule, clients->pdata[i]);
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
      TendDate told = tend_checking_done (self, off, "told") ? tend_record_get_int (off, "told")
                                                             : TEND_DATE_NONE;
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

/* Nobody visits while unwell: whoever expects the carer is told, and what was agreed for
 * such a day is done (ST40). */

static void
find_unwell (TendChecking   *self,
             const TendRule *rule,
             TendRecord     *off)
{
  TendDate from = MAX (tend_record_get_int (off, "starts_on"), self->on - FOUR_WEEKS);
  TendDate to = MIN (tend_record_get_int (off, "ends_on"), self->on + FOUR_WEEKS);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) visits = NULL;

  if (from > to)
    return;

  visits = tend_visits_between (self->vault, from, to, NULL, &error);
  if (visits == NULL)
    tend_checking_fail (self, g_steal_pointer (&error));

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];
      TendDate on = tend_time_date (tend_visit_start (visit));
      g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

      if (on < from || !concerns (self, visit))
        continue;
      if (visit->status == TEND_VISIT_PLANNED)
        tend_checking_find (self, rule, "planned", off, "client", visit->client_name, "date", date,
                            NULL);
      else if (visit->status == TEND_VISIT_DONE)
        tend_checking_find (self, rule, "done", off, "client", visit->client_name, "date", date,
                            NULL);
    }
}

static void
check_unwell (TendChecking   *self,
              const TendRule *rule)
{
  GPtrArray *all = tend_checking_records (self, &tend_time_off_kind);

  for (guint i = 0; i < all->len; i++)
    if (strcmp (tend_record_get_text (all->pdata[i], "kind"), "sick") == 0 &&
        tend_checking_done (self, all->pdata[i], "starts_on"))
      find_unwell (self, rule, all->pdata[i]);
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

/* Two visits at once, and both charged in full (CA21): it is the minutes that are charged which
 * count, whoever left early. */

typedef struct
{
  const TendVisit *visit;
  TendInstant      start;
  TendInstant      end;
} Charged;

static int
compare_charged (gconstpointer a,
                 gconstpointer b)
{
  const Charged *first = a;
  const Charged *second = b;

  return first->start != second->start ? (first->start < second->start ? -1 : 1)
                                       : strcmp (first->visit->id, second->visit->id);
}

/* (element-type Charged): in full, by start. */
static GArray *
charged_in_full (TendChecking *self)
{
  GPtrArray *visits = tend_checking_visits (self);
  GArray *charged = g_array_new (FALSE, FALSE, sizeof (Charged));
  g_autoptr(GError) error = NULL;
  g_autoptr(TendPricing) pricing = tend_pricing_new (self->vault, &error);

  if (pricing == NULL)
    tend_checking_fail (self, g_steal_pointer (&error));

  for (guint i = 0; pricing != NULL && i < visits->len; i++)
    {
      Charged one = { .visit = visits->pdata[i] };

      if (strcmp (one.visit->billing, "full") != 0)
        continue;
      tend_pricing_span (pricing, one.visit, &one.start, &one.end);
      g_array_append_val (charged, one);
    }

  g_array_sort (charged, compare_charged);
  return charged;
}

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

/* Told once for two people, by the last of their visits that overlap; what is gone on with all
 * the same is told apart, for its reason.  What holds an invoice back is told of each visit. */
typedef struct
{
  const TendVisit *first;   /* the last */
  const TendVisit *second;
  guint            times;
  gint64           minutes;
} Overlap;

static char *
overlap_key (TendChecking    *self,
             const TendRule  *rule,
             const TendVisit *first,
             const TendVisit *second)
{
  gboolean in_order = strcmp (first->client, second->client) < 0;
  g_autofree char *subject = g_strdup_printf ("%s/%s", tend_visit_kind.name, second->id);

  return g_strdup_printf ("%s/%s/%d/%s", in_order ? first->client : second->client,
                          in_order ? second->client : first->client,
                          tend_checking_reason (self, rule, subject) != NULL,
                          self->client != NULL ? second->id : "");
}

static void
add_overlap (TendChecking    *self,
             const TendRule  *rule,
             GHashTable      *overlaps,
             const Charged   *first,
             const Charged   *second)
{
  g_autofree char *key = overlap_key (self, rule, first->visit, second->visit);
  Overlap *overlap = g_hash_table_lookup (overlaps, key);

  if (overlap == NULL)
    {
      overlap = g_new0 (Overlap, 1);
      g_hash_table_insert (overlaps, g_steal_pointer (&key), overlap);
    }
  overlap->first = first->visit;
  overlap->second = second->visit;
  overlap->times++;
  overlap->minutes += tend_time_minutes (second->start, MIN (first->end, second->end));
}

static void
find_overlap (TendChecking   *self,
              const TendRule *rule,
              const Overlap  *overlap)
{
  const TendVisit *last = overlap->second;
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, overlap->minutes);
  g_autofree char *times = g_strdup_printf ("%u", overlap->times);
  g_autofree char *date = tend_date_format (tend_time_date (tend_visit_start (last)),
                                            TEND_DATE_LONG);
  g_autoptr(TendRecord) record = load_visit (self, last);

  if (record != NULL)
    tend_checking_find (self, rule, overlap->times > 1 ? "several" : "found", record, "a",
                        overlap->first->client_name, "b", last->client_name, "n", n, "times",
                        times, "date", date, NULL);
}

static void
check_overlap (TendChecking   *self,
               const TendRule *rule)
{
  g_autoptr(GArray) all = charged_in_full (self);
  const Charged *charged = (const Charged *) all->data;
  g_autoptr(GHashTable) overlaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer overlap;

  for (guint i = 0; i < all->len; i++)
    for (guint j = i + 1; j < all->len && charged[j].start < charged[i].end; j++)
      if (concerns (self, charged[i].visit) || concerns (self, charged[j].visit))
        add_overlap (self, rule, overlaps, &charged[i], &charged[j]);

  g_hash_table_iter_init (&iter, overlaps);
  while (g_hash_table_iter_next (&iter, NULL, &overlap))
    find_overlap (self, rule, overlap);
}

/* Insurance on every day of a visit (ST37), and before the first (FL07). */

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
                const char     *outcome,
                TendDate        on)
{
  g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

  tend_checking_find (self, rule, outcome, self->provider, "date", date, NULL);
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
          find_uninsured (self, rule, "found", on);
          return;
        }
    }
}

/* Insurance lets the work go on, also where it came late; the first service is told of all the
 * same, and an earlier policy that is written down mends that. */
static void
check_insured_first (TendChecking   *self,
                     const TendRule *rule)
{
  TendDate first = first_visit_of_all (self);
  gboolean bare = first != TEND_DATE_NONE && first <= self->on && !is_insured (self, first);

  if (bare)
    find_uninsured (self, rule, is_insured (self, self->on) ? "late" : "found", first);
  else if (!is_insured (self, self->on))
    tend_checking_find (self, rule, "none", self->provider, NULL);
}

const TendCheckFunc tend_visit_checks[] = {
  { "after_death", check_after_death, .of_work = TRUE },
  { "time_off", check_time_off, .of_work = TRUE }, { "unwell", check_unwell, .of_work = TRUE },
  { "days_without_miles", check_days_without_miles, .of_work = TRUE },
  { "notes_wanted", .of_client = notes_wanted_of },
  { "notes_missing", .of_client = notes_missing_of },
  { "overlap", check_overlap, .of_work = TRUE },
  { "insured_visits", check_insured_visits }, { "insured_first", check_insured_first }, { NULL }
};
