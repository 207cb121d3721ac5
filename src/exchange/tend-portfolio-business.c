/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the carer works: who with, for what price, and whether bills, miles, returns and
 * answers are up to date.
 */

#include "tend-portfolio-private.h"

#include "tend-invoices.h"
#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-money.h"
#include "tend-standard.h"
#include "tend-team.h"
#include "tend-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Miles are looked at as the councils' rules look at them; all else a year back. */
#define FOUR_WEEKS 28

typedef struct
{
  TendPortfolioPlan  *self;
  TendVault          *vault;
  GArray             *rows;    /* TendPortfolioRow */
  GArray             *fields;  /* TendPortfolioField */
  GString            *lines;   /* of the field at work */
  TendDate            from;    /* what is older is not told */
  GError            **error;
} Page;

static void G_GNUC_PRINTF (2, 3)
add (Page       *page,
     const char *format,
     ...)
{
  va_list values;

  if (page->lines->len > 0)
    g_string_append_c (page->lines, '\n');
  va_start (values, format);
  g_string_append_vprintf (page->lines, format, values);
  va_end (values);
}

/* Ends the field at work; @otherwise is said where nothing was. */
static void
end (Page       *page,
     const char *label,
     const char *otherwise)
{
  const TendPortfolioField field = {
    .label = label,
    .text = page->lines->len > 0 ? tend_compose_keep (page->self->texts, page->lines->str)
                                 : otherwise,
  };

  g_array_append_val (page->fields, field);
  g_string_truncate (page->lines, 0);
}

/* (nullable): all of a kind. */
static GPtrArray *
records (Page           *page,
         const TendKind *kind)
{
  return tend_record_load_all (page->vault, kind, page->error);
}

static const char *
day (Page     *page,
     TendDate  date)
{
  return tend_compose_take (page->self->texts, tend_date_format (date, TEND_DATE_LONG));
}

static const char *
moment (Page        *page,
        TendInstant  instant)
{
  g_autofree char *date = tend_date_format (tend_time_date (instant), TEND_DATE_LONG);
  g_autofree char *clock = tend_clock_format (tend_time_clock (instant));

  return tend_compose_take (page->self->texts, g_strdup_printf ("%s, %s", date, clock));
}

/* Whether it happened in the year that is told. */
static gboolean
is_told (Page     *page,
         TendDate  date)
{
  return date > page->from && date <= page->self->on;
}

static gboolean
is_of_scheme (Page       *page,
              TendRecord *record)
{
  const char *scheme = tend_record_get_text (record, "scheme");

  return scheme == NULL || g_strcmp0 (scheme, page->self->scheme) == 0;
}

/* Who, when and where */

static gboolean
add_team (Page *page)
{
  g_autoptr(GPtrArray) team = records (page, &tend_team_member_kind);
  guint heads = team != NULL
                ? tend_team_measure (team, page->self->provider, page->self->on).heads : 0;

  if (heads > 1)
    add (page, _("%u people; each is named under “Who works with me”."), heads);
  end (page, _("Team"), _("I work alone."));
  return team != NULL;
}

static void
add_hours (Page *page)
{
  TendRecord *provider = page->self->provider;
  gint64 minutes = tend_record_get_int (provider, "weekly_capacity_minutes");
  g_autofree char *time = tend_minutes_format (minutes);

  if (minutes > 0)
    add (page, "%s", time);
  end (page, _("Hours in a week that I can work"), _("Not yet written down"));

  if (tend_record_is_set (provider, "profile_updated_on"))
    add (page, "%s", day (page, tend_record_get_int (provider, "profile_updated_on")));
  end (page, _("Last told the scheme when I am free"), _("Not yet"));
}

/* No nearer than the first half of a postcode. */
static void
add_area (Page *page)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < page->self->people->len; i++)
    {
      const TendStandardPerson *person = page->self->people->pdata[i];
      const char *postcode = tend_record_get_text (person->client, "postcode");

      if (person->concerned && postcode != NULL)
        {
          char *area = g_strndup (postcode, strcspn (postcode, " "));

          if (!g_hash_table_contains (said, area))
            g_string_append_printf (page->lines, "%s%s", page->lines->len > 0 ? ", " : "", area);
          g_hash_table_add (said, area);
        }
    }
  end (page, _("Where I work"), _("Not yet written down"));
}

/* Prices */

static gboolean
holds (Page       *page,
       TendRecord *rate)
{
  return tend_record_get_int (rate, "valid_from") <= page->self->on &&
         (!tend_record_is_set (rate, "valid_to") ||
          tend_record_get_int (rate, "valid_to") >= page->self->on);
}

/* (nullable): whose price it is; "" for everybody's. */
static const char *
whose (Page       *page,
       TendRecord *rate)
{
  const char *client = tend_record_get_text (rate, "client");

  if (client == NULL)
    return "";

  for (guint i = 0; i < page->self->people->len; i++)
    {
      const TendStandardPerson *person = page->self->people->pdata[i];

      if (person->concerned && strcmp (tend_record_get_id (person->client), client) == 0)
        return tend_portfolio_text (page->self, tend_compose_full_name (person->client,
                                                                        page->self->texts));
    }

  return NULL;
}

/* "Any day, 22:00–06:00" */
static const char *
when (Page       *page,
      TendRecord *rate)
{
  const char *applies = tend_compose_choice (rate, "applies");
  g_autofree char *from = tend_clock_format (tend_record_get_int (rate, "starts_at"));
  g_autofree char *to = tend_clock_format (tend_record_get_int (rate, "ends_at"));

  if (!tend_record_is_set (rate, "starts_at") || !tend_record_is_set (rate, "ends_at"))
    return applies;

  return tend_compose_take (page->self->texts, g_strdup_printf ("%s, %s–%s", applies, from, to));
}

static void
add_price (Page       *page,
           TendRecord *rate,
           GPtrArray  *services,
           GHashTable *limits)
{
  const char *client = whose (page, rate);
  const char *service = tend_record_get_text (rate, "service");
  gboolean by_mile = strcmp (tend_record_get_text (rate, "unit"), "mile") == 0;
  const char *name = NULL;
  const TendPortfolioRow row = { .cells = { NULL } };
  TendPortfolioRow *added;

  if (client == NULL || !holds (page, rate))
    return;

  for (guint i = 0; i < services->len; i++)
    if (g_strcmp0 (tend_record_get_id (services->pdata[i]), service) == 0)
      name = tend_record_get_text (services->pdata[i], "name");
  g_array_append_val (page->rows, row);
  added = &g_array_index (page->rows, TendPortfolioRow, page->rows->len - 1);
  added->cells[0] = name != NULL ? tend_compose_keep (page->self->texts, name)
                    : by_mile ? _("Miles together") : _("Any service");
  added->cells[1] = client;
  added->cells[2] = when (page, rate);
  added->cells[3] = tend_compose_take (page->self->texts,
                                       tend_money_format (tend_record_get_int (rate,
                                                                               "amount_pence")));
  added->cells[4] = tend_compose_choice (rate, "unit");
  added->cells[5] = tend_portfolio_text (page->self, tend_record_get_text (rate, "note"));
  added->more = tend_compose_keep (page->self->texts,
                                   g_hash_table_lookup (limits, tend_record_get_id (rate)));
}

/* Everybody's first, then whoever pays another price. */
static gboolean
add_prices (Page *page)
{
  g_autoptr(GPtrArray) rates = records (page, &tend_rate_kind);
  g_autoptr(GPtrArray) services = rates != NULL ? records (page, &tend_service_kind) : NULL;
  g_autoptr(GHashTable) limits =
    services != NULL ? tend_standard_prices (page->vault, page->self->scheme, page->self->on,
                                             page->error) : NULL;

  for (int own = 0; limits != NULL && own < 2; own++)
    for (guint i = 0; i < rates->len; i++)
      if (tend_record_is_set (rates->pdata[i], "client") == own)
        add_price (page, rates->pdata[i], services, limits);

  return limits != NULL;
}

/* Money and miles */

static gboolean
add_invoices (Page *page)
{
  g_autoptr(GPtrArray) issued =
    tend_invoices_list (page->vault, NULL, page->from, page->self->on, page->self->on, page->error);
  g_autoptr(GPtrArray) unbilled =
    issued != NULL ? tend_invoices_unbilled (page->vault, page->self->on, page->error) : NULL;
  TendDate first = TEND_DATE_NONE;
  guint n = 0;

  if (unbilled == NULL)
    return FALSE;

  if (issued->len > 0)
    add (page, _("The last of %s; %u in the last twelve months."),
         day (page, ((TendInvoiceRow *) issued->pdata[0])->issued_on), issued->len);
  for (guint i = 0; i < unbilled->len; i++)
    {
      const TendUnbilled *some = unbilled->pdata[i];

      n += some->n_visits;
      if (first == TEND_DATE_NONE || some->from < first)
        first = some->from;
    }
  if (n > 0)
    add (page, _("Visits not invoiced yet: %u, the first of %s."), n, day (page, first));
  end (page, _("Invoices"), _("None yet, and nothing to invoice"));
  return TRUE;
}

static gboolean
add_miles (Page *page)
{
  g_autoptr(GPtrArray) trips =
    tend_trips_between (page->vault, page->self->on - FOUR_WEEKS + 1, page->self->on, page->error);
  gboolean home = tend_record_get_int (page->self->provider, "home_journeys_are_business");
  gint64 tenths = 0;
  guint n = 0;

  for (guint i = 0; trips != NULL && i < trips->len; i++)
    if (tend_trip_is_business (tend_record_get_text (trips->pdata[i], "kind"), home))
      {
        tenths += tend_record_get_int (trips->pdata[i], "miles_tenths");
        n++;
      }

  if (n > 0)
    add (page, _("Journeys of the last four weeks: %u, %d.%d miles."), n, (int) (tenths / 10),
         (int) (tenths % 10));
  end (page, _("Log of miles"), _("No journey in the last four weeks"));
  return trips != NULL;
}

/* What was told, sent and answered */

static gboolean
add_time_off (Page *page)
{
  g_autoptr(GPtrArray) all = records (page, &tend_time_off_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *off = all->pdata[i];
      TendDate told = tend_record_get_int (off, "told");
      g_autofree char *period = NULL;

      if (strcmp (tend_record_get_text (off, "kind"), "sick") == 0 ||
          tend_record_get_int (off, "ends_on") <= page->from)
        continue;
      period = tend_text_period (tend_record_get_int (off, "starts_on"),
                                 tend_record_get_int (off, "ends_on"));
      if (told != TEND_DATE_NONE && told <= page->self->on)
        /* Translators: some days off, and when people were told of them */
        add (page, _("%s: told on %s"), period, day (page, told));
      else
        add (page, _("%s: not told yet"), period);
    }

  end (page, _("Time off"), _("None"));
  return all != NULL;
}

static gboolean
add_gifts (Page *page)
{
  g_autoptr(GPtrArray) all = records (page, &tend_gift_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_told (page, tend_record_get_int (all->pdata[i], "offered_on")))
      /* Translators: a date; what sort of thing was offered; what was done about it */
      add (page, _("%s: %s: %s"), day (page, tend_record_get_int (all->pdata[i], "offered_on")),
           tend_compose_choice (all->pdata[i], "kind"),
           tend_compose_choice (all->pdata[i], "answer"));

  end (page, _("Gifts, loans and valuables that were offered"), _("None"));
  return all != NULL;
}

static gboolean
add_requests (Page *page)
{
  g_autoptr(GPtrArray) all = records (page, &tend_service_request_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *request = all->pdata[i];

      if (!is_of_scheme (page, request) ||
          !is_told (page, tend_time_date (tend_record_get_int (request, "received_at"))))
        continue;
      if (tend_record_is_set (request, "answered_at"))
        add (page, tend_record_get_int (request, "urgent")
                     ? _("Urgent, received %s, answered %s") : _("Received %s, answered %s"),
             moment (page, tend_record_get_int (request, "received_at")),
             moment (page, tend_record_get_int (request, "answered_at")));
      else
        add (page, tend_record_get_int (request, "urgent")
                     ? _("Urgent, received %s, not answered yet")
                     : _("Received %s, not answered yet"),
             moment (page, tend_record_get_int (request, "received_at")));
    }

  end (page, _("Requests from the council"), _("None"));
  return all != NULL;
}

static gboolean
add_returns (Page *page)
{
  g_autoptr(GPtrArray) all = records (page, &tend_quarterly_return_kind);
  guint n = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *record = all->pdata[i];

      if (!is_of_scheme (page, record))
        continue;
      n++;
      if (tend_record_is_set (record, "sent_on"))
        add (page, _("%s: sent on %s"), tend_record_get_text (record, "quarter"),
             day (page, tend_record_get_int (record, "sent_on")));
      else
        add (page, _("%s: prepared, not sent yet"), tend_record_get_text (record, "quarter"));
    }

  if (all == NULL || n == 0)
    return all != NULL;
  end (page, _("Quarterly returns"), NULL);
  return TRUE;
}

static gboolean
add_endings (Page *page)
{
  g_autoptr(GPtrArray) all = records (page, &tend_client_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (tend_record_get_int (all->pdata[i], "ended_without_notice") &&
        is_told (page, tend_record_get_int (all->pdata[i], "ended_on")))
      add (page, "%s: %s", day (page, tend_record_get_int (all->pdata[i], "ended_on")),
           tend_record_is_set (all->pdata[i], "end_ground")
             ? tend_compose_choice (all->pdata[i], "end_ground") : _("no ground is written down"));

  end (page, _("Support that I ended without notice"), _("None"));
  return all != NULL;
}

TendDocument *
tend_portfolio_business (TendPortfolioPlan         *self,
                         TendVault                 *vault,
                         const TendPortfolioStuff  *stuff,
                         GError                   **error)
{
  const char *const heads[TEND_PORTFOLIO_COLUMNS] = {
    _("What I charge"), _("Only for"), _("When"), _("Price"), _("For"), _("Note"),
  };
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TendPortfolioRow));
  g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (TendPortfolioField));
  g_autoptr(GString) lines = g_string_new (NULL);
  Page page = { self, vault, rows, fields, lines, tend_date_add_years (self->on, -1), error };
  TendPortfolioPart part = {
    .title = stuff->shown.title, .carer = tend_party_get_title (&self->carer),
    .says = _("As it is in the carer’s own records, for the last twelve months where nothing else "
              "is said."),
    .columns = heads, .language = tend_compose_language (),
  };

  if (!add_prices (&page) || !add_team (&page))
    return NULL;
  add_hours (&page);
  add_area (&page);
  if (!add_invoices (&page) || !add_miles (&page) || !add_time_off (&page) ||
      !add_gifts (&page) || !add_requests (&page) || !add_returns (&page) || !add_endings (&page))
    return NULL;

  part.rows = (const TendPortfolioRow *) rows->data;
  part.n_rows = rows->len;
  part.fields = (const TendPortfolioField *) fields->data;
  part.n_fields = fields->len;
  return tend_document_new_portfolio_part (&part, NULL);
}
