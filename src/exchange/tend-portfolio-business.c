/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the carer works: who with, for what price, and whether bills, miles, returns and
 * answers are up to date.
 */

#include "tend-portfolio-business-private.h"

#include "tend-figure-words.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-money.h"
#include "tend-standard.h"
#include "tend-team.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
tend_business_add (TendBusinessPage *page,
                   const char       *format,
                   ...)
{
  va_list values;

  if (page->lines->len > 0)
    g_string_append_c (page->lines, '\n');
  va_start (values, format);
  g_string_append_vprintf (page->lines, format, values);
  va_end (values);
}

void
tend_business_end (TendBusinessPage *page,
                   const char       *label,
                   const char       *otherwise)
{
  const TendPortfolioField field = {
    .label = label,
    .text = page->lines->len > 0 ? tend_compose_keep (page->self->texts, page->lines->str)
                                 : otherwise,
  };

  if (field.text != NULL)
    g_array_append_val (page->fields, field);
  g_string_truncate (page->lines, 0);
}

GPtrArray *
tend_business_records (TendBusinessPage *page,
                       const TendKind   *kind)
{
  return tend_record_load_all (page->vault, kind, page->error);
}

const char *
tend_business_day (TendBusinessPage *page,
                   TendDate          date)
{
  return tend_compose_take (page->self->texts, tend_date_format (date, TEND_DATE_LONG));
}

gboolean
tend_business_is_told (TendBusinessPage *page,
                       TendDate          date)
{
  return date > page->from && date <= page->self->on;
}

gboolean
tend_business_concerns (TendBusinessPage *page,
                        const char       *client)
{
  return client == NULL || g_hash_table_contains (page->self->concerned, client);
}

/* Who, when and where */

static gboolean
add_team (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) team = tend_business_records (page, &tend_team_member_kind);
  guint heads = team != NULL
                ? tend_team_measure (team, page->self->provider, page->self->on).heads : 0;

  if (heads > 1)
    tend_business_add (page, _("%u people; each is named under “Who works with me”."), heads);
  tend_business_end (page, _("Team"), _("I work alone."));
  return team != NULL;
}

static void
add_hours (TendBusinessPage *page)
{
  TendRecord *provider = page->self->provider;
  gint64 minutes = tend_record_get_int (provider, "weekly_capacity_minutes");
  g_autofree char *time = tend_minutes_format (minutes);

  if (minutes > 0)
    tend_business_add (page, "%s", time);
  tend_business_end (page, _("Hours in a week that I can work"), _("Not yet written down"));

  if (tend_record_is_set (provider, "profile_updated_on"))
    tend_business_add (page, "%s", tend_business_day (page, tend_record_get_int (provider,
                                                                     "profile_updated_on")));
  tend_business_end (page, _("Last told the scheme when I am free"), _("Not yet"));
}

/* No nearer than the first half of a postcode. */
static void
add_area (TendBusinessPage *page)
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
  tend_business_end (page, _("Where I work"), _("Not yet written down"));
}

/* Prices */

static gboolean
holds (TendBusinessPage *page,
       TendRecord       *rate)
{
  return tend_record_get_int (rate, "valid_from") <= page->self->on &&
         (!tend_record_is_set (rate, "valid_to") ||
          tend_record_get_int (rate, "valid_to") >= page->self->on);
}

/* (nullable): whose price it is; "" for everybody's. */
static const char *
whose (TendBusinessPage *page,
       TendRecord       *rate)
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
when (TendBusinessPage *page,
      TendRecord       *rate)
{
  const char *applies = tend_compose_choice (rate, "applies");
  g_autofree char *from = tend_clock_format (tend_record_get_int (rate, "starts_at"));
  g_autofree char *to = tend_clock_format (tend_record_get_int (rate, "ends_at"));

  if (!tend_record_is_set (rate, "starts_at") || !tend_record_is_set (rate, "ends_at"))
    return applies;

  return tend_compose_take (page->self->texts, g_strdup_printf ("%s, %s–%s", applies, from, to));
}

static void
add_price (TendBusinessPage *page,
           TendRecord       *rate,
           GPtrArray        *services,
           GHashTable       *limits)
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
  added->cells[0] = name != NULL ? tend_portfolio_text (page->self, name)
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
add_prices (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) rates = tend_business_records (page, &tend_rate_kind);
  g_autoptr(GPtrArray) services =
    rates != NULL ? tend_business_records (page, &tend_service_kind) : NULL;
  g_autoptr(GHashTable) limits =
    services != NULL ? tend_standard_prices (page->vault, page->self->scheme, page->self->on,
                                             page->error) : NULL;

  for (int own = 0; limits != NULL && own < 2; own++)
    for (guint i = 0; i < rates->len; i++)
      if (tend_record_is_set (rates->pdata[i], "client") == own)
        add_price (page, rates->pdata[i], services, limits);

  return limits != NULL;
}

/* What the council pays or lets be charged, as far as it is known. */

static void
add_figure (TendBusinessPage       *page,
            const char             *label,
            const char             *name,
            const TendSchemeFigure *figure)
{
  g_autofree char *value = tend_figure_format (name, figure->value);
  gboolean over = figure->to != TEND_DATE_NONE && figure->to < page->self->on;

  if (over)
    /* Translators: what a figure is; it; a date; where it was read */
    tend_business_add (page, _("%s: not known now; %s until %s (%s)"), label, value,
                       tend_business_day (page, figure->to), figure->source);
  else if (figure->to != TEND_DATE_NONE)
    tend_business_add (page, _("%s: %s until %s (%s)"), label, value,
                       tend_business_day (page, figure->to), figure->source);
  else
    tend_business_add (page, "%s: %s (%s)", label, value, figure->source);
}

static void
add_figures (TendBusinessPage *page)
{
  static const struct { const char *name, *label; } figures[] = {
    { "cap_pence", N_("Highest price under the council’s contracts") },
    { "commissioned_pence", N_("What the council pays somebody who works alone") },
    { "commissioned_team_pence", N_("What the council pays a business with employees") },
    { "direct_payment_pence", N_("Direct payment rate") },
  };

  for (gsize i = 0; page->self->profile != NULL && i < G_N_ELEMENTS (figures); i++)
    {
      const TendSchemeFigure *figure =
        tend_scheme_figure (page->self->profile, figures[i].name, page->self->on);

      if (figure == NULL)
        figure = tend_scheme_last_figure (page->self->profile, figures[i].name, page->self->on);
      if (figure != NULL)
        add_figure (page, _(figures[i].label), figures[i].name, figure);
    }

  tend_business_end (page, _("The council’s own figures"), NULL);
}

static const char *
says (TendPortfolioPlan        *self,
      const TendPortfolioStuff *stuff)
{
  return _("Prices, hours, bills and miles");
}

static gboolean
make (TendPortfolioMaker  *maker,
      GError             **error)
{
  TendPortfolioPlan *self = maker->self;
  const char *const heads[TEND_PORTFOLIO_COLUMNS] = {
    _("What I charge"), _("Only for"), _("When"), _("Price"), _("For"), _("Note"),
  };
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TendPortfolioRow));
  g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (TendPortfolioField));
  g_autoptr(GString) lines = g_string_new (NULL);
  TendBusinessPage page = { self, maker->vault, rows, fields, lines,
                            tend_date_add_years (self->on, -1), error };
  TendPortfolioPart part = {
    .title = maker->stuff->shown.title, .carer = tend_party_get_title (&self->carer),
    .says = _("As it is in the carer’s own records, for the last twelve months where nothing else "
              "is said."),
    .columns = heads, .language = tend_compose_language (),
  };

  if (!add_prices (&page) || !add_team (&page))
    return FALSE;
  add_hours (&page);
  add_area (&page);
  add_figures (&page);
  if (!tend_business_add_accounts (&page) || !tend_business_add_dealings (&page))
    return FALSE;

  part.rows = (const TendPortfolioRow *) rows->data;
  part.n_rows = rows->len;
  part.fields = (const TendPortfolioField *) fields->data;
  part.n_fields = fields->len;
  return tend_portfolio_take (maker, tend_document_new_portfolio_part (&part, NULL));
}

const TendPortfolioFrom tend_portfolio_from_business = {
  .says = says, .make = make, .is_always_there = TRUE, .names_people = TRUE,
};
