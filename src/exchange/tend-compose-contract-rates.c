/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-contract-private.h"

#include "tend-figures.h"
#include "tend-money.h"
#include "tend-rates.h"
#include "tend-recurrence.h"

#include <glib/gi18n-lib.h>

/* Far enough to meet every weekday, bank holiday and day of the year. */
#define DAYS_AHEAD 370

typedef struct
{
  const TendAgreed *agreed;
  const TendRate   *rates;
  gsize             n_rates;
  const TendDate   *holidays;
  gsize             n_holidays;
  GHashTable       *found; /* the rates that come to be used */
} Search;

/* Which rate counts is a rule with many steps (tend_rates_find()), so it is asked
 * for each day to come, at the beginning of each band of the day.
 */
static void
find_on (Search     *search,
         const char *service,
         TendDate    date,
         TendClock   clock)
{
  const TendRate *rate =
    tend_rates_find (search->rates, search->n_rates, search->holidays, search->n_holidays,
                     tend_record_get_id (search->agreed->client), service, FALSE, date, clock);

  if (rate != NULL)
    g_hash_table_add (search->found, (gpointer) rate);
}

static void
find_used (Search     *search,
           const char *service)
{
  for (TendDate date = search->agreed->date; date < search->agreed->date + DAYS_AHEAD; date++)
    {
      find_on (search, service, date, 0);
      find_on (search, service, date, 12 * 60);

      for (gsize i = 0; i < search->n_rates; i++)
        if (search->rates[i].starts_at != TEND_CLOCK_NONE)
          {
            find_on (search, service, date, search->rates[i].starts_at);
            find_on (search, service, date, search->rates[i].ends_at % (24 * 60));
          }
    }
}

static char *
when_text (const TendRate *rate)
{
  TendRecord *record;
  GString *text;
  static const char * const values[] =
    { "any", "weekday", "saturday", "sunday", "bank_holiday", NULL };

  if (rate->applies == TEND_APPLIES_FIXED_DATE)
    {
      text = g_string_new (NULL);
      g_string_printf (text, "%d %s", rate->fixed_day, tend_month_name (rate->fixed_month));
    }
  else
    {
      record = tend_record_new (tend_kind_by_name ("rate"));
      tend_record_set_text (record, "applies", values[rate->applies]);
      text = g_string_new (tend_compose_choice (record, "applies"));
      g_object_unref (record);
    }

  if (rate->starts_at != TEND_CLOCK_NONE)
    {
      g_autofree char *from = tend_clock_format (rate->starts_at);
      g_autofree char *to = tend_clock_format (rate->ends_at);

      g_string_append_printf (text, _(", from %s to %s"), from, to);
    }

  return g_string_free (text, FALSE);
}

static const char *
unit_format (TendUnit unit)
{
  switch (unit)
    {
    case TEND_UNIT_VISIT:
      return _("%s a visit");

    case TEND_UNIT_NIGHT:
      return _("%s a night");

    case TEND_UNIT_HOUR:
    case TEND_UNIT_MILE:
    default:
      return _("%s an hour");
    }
}

/* Whether it is paid now, and was not when the text was signed. */
static gboolean
is_since_signed (const TendAgreed *agreed,
                 const TendRate   *rate)
{
  return agreed->signed_on != TEND_DATE_NONE && rate->valid_from > agreed->signed_on &&
         rate->valid_from <= agreed->date;
}

/* "Personal care, Monday to Friday TAB £20.00 an hour" */
static const char *
rate_line (const TendAgreed *agreed,
           const TendRate   *rate)
{
  g_autofree char *when = when_text (rate);
  g_autofree char *money = tend_money_format (rate->amount_pence);
  g_autofree char *price = g_strdup_printf (unit_format (rate->unit), money);
  const char *service = NULL;
  GString *line = g_string_new (NULL);

  for (guint i = 0; agreed->services->len > 1 && rate->service != NULL &&
       i < agreed->services->len; i++)
    if (g_str_equal (tend_record_get_id (agreed->services->pdata[i]), rate->service))
      service = tend_record_get_text (agreed->services->pdata[i], "name");

  if (service != NULL)
    g_string_append_printf (line, "%s, ", service);
  g_string_append_printf (line, "%s\t%s", when, price);

  if (is_since_signed (agreed, rate))
    {
      g_autofree char *since = tend_date_format (rate->valid_from, TEND_DATE_LONG);

      /* Translators: a price that is not yet in what was signed */
      g_string_append_printf (line, _(", since %s"), since);
    }
  if (rate->valid_from > agreed->date)
    {
      g_autofree char *from = tend_date_format (rate->valid_from, TEND_DATE_LONG);

      g_string_append_printf (line, _(", from %s"), from);
    }
  if (rate->valid_to != TEND_DATE_NONE)
    {
      g_autofree char *to = tend_date_format (rate->valid_to, TEND_DATE_LONG);

      g_string_append_printf (line, _(", until %s"), to);
    }

  return tend_compose_take (agreed->texts, g_string_free (line, FALSE));
}

static gboolean
is_priced (const TendAgreed *agreed,
           GArray           *rates,
           const char       *service,
           const char       *client)
{
  for (guint i = 0; i < rates->len; i++)
    {
      const TendRate *rate = &g_array_index (rates, TendRate, i);

      if (g_strcmp0 (rate->service, service) == 0 && g_strcmp0 (rate->client, client) == 0 &&
          (rate->valid_to == TEND_DATE_NONE || rate->valid_to >= agreed->date))
        return TRUE;
    }

  return FALSE;
}

/* Before a visit is planned, what has a price is what was talked about: a price for this
 * person, else one for everyone.  A contract that names no price is none. */
static gboolean
add_priced_services (const TendAgreed  *agreed,
                     GArray            *rates,
                     GError           **error)
{
  const char *client = tend_record_get_id (agreed->client);
  g_autoptr(GPtrArray) services =
    tend_record_load_all (agreed->vault, tend_kind_by_name ("service"), error);

  for (guint i = 0; services != NULL && i < services->len; i++)
    if (is_priced (agreed, rates, tend_record_get_id (services->pdata[i]), client))
      g_ptr_array_add (agreed->services, g_object_ref (services->pdata[i]));
  if (services == NULL || agreed->services->len > 0)
    return services != NULL;

  for (guint i = 0; i < services->len; i++)
    if (is_priced (agreed, rates, tend_record_get_id (services->pdata[i]), NULL))
      g_ptr_array_add (agreed->services, g_object_ref (services->pdata[i]));

  return TRUE;
}

static int
place_of_service (const TendAgreed *agreed,
                  const char       *service)
{
  for (guint i = 0; i < agreed->services->len; i++)
    if (g_strcmp0 (tend_record_get_id (agreed->services->pdata[i]), service) == 0)
      return (int) i + 1;
  return 0;
}

/* The week as it goes, then any other day, then the dear ones. */
static int
place_of_day (const TendRate *rate)
{
  static const int places[] = {
    [TEND_APPLIES_WEEKDAY] = 0, [TEND_APPLIES_SATURDAY] = 1, [TEND_APPLIES_SUNDAY] = 2,
    [TEND_APPLIES_ANY] = 3, [TEND_APPLIES_BANK_HOLIDAY] = 4, [TEND_APPLIES_FIXED_DATE] = 5,
  };

  return places[rate->applies];
}

/* By service, day and hour, and what comes to be paid later after what is paid now. */
static gint
compare_rates (gconstpointer a,
               gconstpointer b,
               gpointer      agreed)
{
  const TendRate *left = *(const TendRate **) a, *right = *(const TendRate **) b;
  const int differences[] = {
    place_of_service (agreed, left->service) - place_of_service (agreed, right->service),
    place_of_day (left) - place_of_day (right),
    left->fixed_month - right->fixed_month,
    left->fixed_day - right->fixed_day,
    left->starts_at - right->starts_at,
    left->valid_from - right->valid_from,
  };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i] != 0)
      return differences[i];
  return 0;
}

static void
add_lines (const Search *search,
           GPtrArray    *lines,
           TendDate     *changed_on)
{
  g_autoptr(GPtrArray) used = g_ptr_array_new ();

  for (gsize i = 0; i < search->n_rates; i++)
    if (g_hash_table_contains (search->found, &search->rates[i]))
      g_ptr_array_add (used, (gpointer) &search->rates[i]);
  g_ptr_array_sort_with_data (used, compare_rates, (gpointer) search->agreed);
  for (guint i = 0; i < used->len; i++)
    {
      const TendRate *rate = used->pdata[i];

      g_ptr_array_add (lines, (gpointer) rate_line (search->agreed, rate));
      if (is_since_signed (search->agreed, rate))
        *changed_on = MAX (*changed_on, rate->valid_from);
    }
}

gboolean
tend_compose_rates (const TendAgreed  *agreed,
                    GPtrArray         *lines,
                    gint64            *mile_pence,
                    TendDate          *changed_on,
                    GError           **error)
{
  g_autoptr(GArray) rates = tend_figures_rates (agreed->vault, error);
  g_autoptr(GArray) holidays = NULL;
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  Search search = { agreed, .found = found };
  const TendRate *mile;

  if (rates != NULL)
    holidays = tend_figures_bank_holidays (agreed->vault, error);
  if (holidays == NULL)
    return FALSE;
  if (agreed->services->len == 0 && !add_priced_services (agreed, rates, error))
    return FALSE;

  search.rates = (const TendRate *) rates->data;
  search.n_rates = rates->len;
  search.holidays = (const TendDate *) holidays->data;
  search.n_holidays = holidays->len;

  for (guint i = 0; i < agreed->services->len; i++)
    find_used (&search, tend_record_get_id (agreed->services->pdata[i]));
  if (agreed->services->len == 0)
    find_used (&search, NULL);

  *changed_on = TEND_DATE_NONE;
  add_lines (&search, lines, changed_on);

  mile = tend_rates_find (search.rates, search.n_rates, NULL, 0,
                          tend_record_get_id (agreed->client), NULL, TRUE, agreed->date, 12 * 60);
  *mile_pence = mile != NULL ? mile->amount_pence : 0;

  return TRUE;
}

const char *
tend_compose_times (const TendAgreed *agreed)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < agreed->patterns->len; i++)
    {
      TendRecord *pattern = agreed->patterns->pdata[i];
      TendClock from = tend_record_get_int (pattern, "starts_at");
      g_autofree char *days = tend_recurrence_describe (tend_record_get_text (pattern, "rrule"),
                                                        tend_record_get_int (pattern, "starts_on"));
      g_autofree char *start = tend_clock_format (from);
      g_autofree char *end =
        tend_clock_format ((from + tend_record_get_int (pattern, "minutes")) % (24 * 60));

      g_string_append_printf (lines, "%s%s\t%s–%s", lines->len > 0 ? "\n" : "", days, start, end);
    }

  return tend_compose_keep (agreed->texts, lines->str);
}
