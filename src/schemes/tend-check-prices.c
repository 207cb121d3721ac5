/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of prices. */

#include "tend-check-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rates */

static gboolean
is_price_on (TendRecord *rate,
             const char *unit,
             TendDate    on)
{
  return strcmp (tend_record_get_text (rate, "unit"), unit) == 0 &&
         tend_record_get_int (rate, "valid_from") <= on &&
         (!tend_record_is_set (rate, "valid_to") ||
          tend_record_get_int (rate, "valid_to") >= on);
}

/* A rate for one client under another scheme is not this one's. */
static gboolean
concerns (TendChecking *self,
          TendRecord   *rate)
{
  TendRecord *client;

  if (!tend_record_is_set (rate, "client"))
    return TRUE;

  client = tend_checking_client_of (self, rate);
  return client != NULL && tend_checking_in_care (self, client, self->on);
}

GPtrArray *
tend_checking_hourly_rates (TendChecking *self)
{
  GPtrArray *all = tend_checking_records (self, &tend_rate_kind);
  GPtrArray *rates = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_price_on (all->pdata[i], "hour", self->on) && concerns (self, all->pdata[i]))
      g_ptr_array_add (rates, all->pdata[i]);

  return rates;
}

/* The price of a usual day, not of a night, a Sunday or a holiday. */
static gboolean
is_standard (TendRecord *rate)
{
  const char *applies = tend_record_get_text (rate, "applies");

  return (strcmp (applies, "any") == 0 || strcmp (applies, "weekday") == 0) &&
         !tend_record_is_set (rate, "starts_at");
}

static const char *
service_name (TendChecking *self,
              TendRecord   *rate)
{
  TendRecord *service = tend_checking_record (self, &tend_service_kind,
                                              tend_record_get_text (rate, "service"));

  return service != NULL ? tend_record_get_text (service, "name") : _("any service");
}

/* (transfer full): "Home help", "any service (Bank holiday)" */
static char *
price_name (TendChecking *self,
            TendRecord   *rate)
{
  const char *service = service_name (self, rate);
  const TendField *applies;

  if (strcmp (tend_record_get_text (rate, "applies"), "any") == 0)
    return g_strdup (service);

  applies = tend_kind_field (&tend_rate_kind, "applies");
  return g_strdup_printf ("%s (%s)", service,
                          tend_field_choice_label (applies, tend_record_get_text (rate,
                                                                                  "applies")));
}

/* What the scheme has been told: nothing, of the enhanced rates alone, of all. */
static gboolean
is_notified (TendChecking *self,
             TendRecord   *rate)
{
  GPtrArray *credentials = tend_checking_records (self, &tend_credential_kind);

  for (guint i = 0; i < credentials->len; i++)
    {
      TendRecord *notice = credentials->pdata[i];
      const char *level = tend_record_get_text (notice, "level");

      if (strcmp (tend_record_get_text (notice, "kind"), "rate_notice") == 0 &&
          tend_checking_is_of_scheme (self, notice) &&
          tend_checking_done (self, notice, "issued_on") &&
          (level == NULL || !is_standard (rate)))
        return TRUE;
    }

  return FALSE;
}

/* The literal rate counts, a bank holiday's too (ST17). */
static void
check_rate_notice (TendChecking   *self,
                   const TendRule *rule)
{
  g_autoptr(GPtrArray) rates = tend_checking_hourly_rates (self);
  gint64 limit = tend_checking_figure (self, rule, "figure");
  g_autofree char *limit_text = tend_checking_money (limit);

  for (guint i = 0; limit >= 0 && i < rates->len; i++)
    {
      TendRecord *rate = rates->pdata[i];
      g_autofree char *amount = tend_checking_money (tend_record_get_int (rate, "amount_pence"));

      if (tend_record_get_int (rate, "amount_pence") >= limit && !is_notified (self, rate))
        tend_checking_find (self, rule, is_standard (rate) ? "found" : "enhanced", rate, "rate",
                            amount, "limit", limit_text, "service", service_name (self, rate),
                            NULL);
    }
}

/* One service, several usual prices, and no reason with them (ST18, CA22): told once for the
 * service, of the dearest price that is somebody's own. */

typedef struct
{
  GPtrArray  *clients;  /* whose own a price is; NULL for what everybody else pays */
  gint64      low;
  gint64      high;
  TendRecord *dearest;  /* (nullable): of somebody's own */
} Spread;

static gboolean
is_same_text (gconstpointer first,
              gconstpointer second)
{
  return g_strcmp0 (first, second) == 0;
}

/* Each once, and NULL as well. */
static void
add_text (GPtrArray  *texts,
          const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, is_same_text, NULL))
    g_ptr_array_add (texts, (gpointer) text);
}

static Spread
spread_of (GPtrArray  *rates,
           const char *service)
{
  Spread spread = { .clients = g_ptr_array_new (), .low = G_MAXINT64 };

  for (guint i = 0; i < rates->len; i++)
    {
      TendRecord *rate = rates->pdata[i];
      gint64 price = tend_record_get_int (rate, "amount_pence");

      if (!is_standard (rate) || tend_record_is_set (rate, "note") ||
          !is_same_text (tend_record_get_text (rate, "service"), service))
        continue;

      add_text (spread.clients, tend_record_get_text (rate, "client"));
      spread.low = MIN (spread.low, price);
      spread.high = MAX (spread.high, price);
      if (tend_record_is_set (rate, "client") &&
          (spread.dearest == NULL ||
           price > tend_record_get_int (spread.dearest, "amount_pence")))
        spread.dearest = rate;
    }

  return spread;
}

static void
find_unequal (TendChecking   *self,
              const TendRule *rule,
              GPtrArray      *rates,
              const char     *service)
{
  Spread spread = spread_of (rates, service);
  g_autoptr(GPtrArray) clients = spread.clients;
  gboolean of_all = g_ptr_array_find (clients, NULL, NULL);

  if (clients->len > 1 && spread.low < spread.high)
    {
      g_autofree char *low = tend_checking_money (spread.low);
      g_autofree char *high = tend_checking_money (spread.high);
      g_autofree char *n = g_strdup_printf ("%u", clients->len - of_all);

      tend_checking_find (self, rule, "found", spread.dearest, "service",
                          service_name (self, spread.dearest), "low", low, "high", high, "n", n,
                          NULL);
    }
}

static void
check_unequal_rates (TendChecking   *self,
                     const TendRule *rule)
{
  g_autoptr(GPtrArray) rates = tend_checking_hourly_rates (self);
  g_autoptr(GPtrArray) services = g_ptr_array_new ();

  for (guint i = 0; i < rates->len; i++)
    add_text (services, tend_record_get_text (rates->pdata[i], "service"));
  for (guint i = 0; i < services->len; i++)
    find_unequal (self, rule, rates, services->pdata[i]);
}

/* How particular a price is: one of the client's own goes before one of the service's. */
static int
rank_of (TendRecord *rate)
{
  return 2 * tend_record_is_set (rate, "client") + tend_record_is_set (rate, "service");
}

static gboolean
names_other (TendRecord *record,
             const char *field,
             const char *id)
{
  return id != NULL && tend_record_is_set (record, field) &&
         strcmp (tend_record_get_text (record, field), id) != 0;
}

/* Whether a more particular price is taken instead of @rate at any time. */
static gboolean
is_replaced (GPtrArray  *rates,
             TendRecord *rate,
             const char *client,
             const char *service)
{
  for (guint i = 0; i < rates->len; i++)
    {
      TendRecord *other = rates->pdata[i];

      if (rank_of (other) > rank_of (rate) && !names_other (other, "client", client) &&
          !names_other (other, "service",
                        service != NULL ? service : tend_record_get_text (rate, "service")) &&
          (service != NULL || tend_record_is_set (rate, "service") ||
           !tend_record_is_set (other, "service")) &&
          strcmp (tend_record_get_text (other, "applies"), "any") == 0 &&
          !tend_record_is_set (other, "starts_at"))
        return TRUE;
    }

  return FALSE;
}

gboolean
tend_checking_is_council_rate (TendChecking *self,
                               GPtrArray    *rates,
                               TendRecord   *rate)
{
  g_autoptr(GPtrArray) clients = tend_checking_clients (self);

  for (guint i = 0; i < clients->len; i++)
    {
      const char *client = tend_record_get_id (clients->pdata[i]);
      g_autoptr(GPtrArray) agreements = tend_checking_agreements (self, clients->pdata[i],
                                                                  self->on);

      if (names_other (rate, "client", client))
        continue;

      for (guint j = 0; j < agreements->len; j++)
        {
          const char *service = tend_record_get_text (agreements->pdata[j], "service");

          if (tend_record_is_set (agreements->pdata[j], "commissioned_by") &&
              !names_other (rate, "service", service) &&
              !is_replaced (rates, rate, client, service))
            return TRUE;
        }
    }

  return FALSE;
}

/* Nothing above the cap where the council pays, nights and holidays too (CA18): of an invoice
 * each line counts by its own day, else the rate card as it is now. */

static void
find_above_cap (TendChecking   *self,
                const TendRule *rule,
                TendRecord     *subject,
                gint64          price,
                gint64          cap)
{
  g_autofree char *amount = tend_checking_money (price);
  g_autofree char *limit = tend_checking_money (cap);

  tend_checking_find (self, rule, "found", subject, "rate", amount, "limit", limit, NULL);
}

/* Whether the council has arranged @service for @client; NULL: any. */
static gboolean
is_arranged (TendChecking *self,
             TendRecord   *client,
             const char   *service,
             TendDate      on)
{
  g_autoptr(GPtrArray) agreements = tend_checking_agreements (self, client, on);

  for (guint i = 0; i < agreements->len; i++)
    if (tend_record_is_set (agreements->pdata[i], "commissioned_by") &&
        !names_other (agreements->pdata[i], "service", service))
      return TRUE;

  return FALSE;
}

/* The price on the card that @line was charged at; the client where the card has changed. */
static TendRecord *
rate_of_line (TendChecking *self,
              TendRecord   *line,
              TendRecord   *client,
              const char   *service)
{
  GPtrArray *rates = tend_checking_records (self, &tend_rate_kind);
  TendRecord *found = NULL;

  for (guint i = 0; i < rates->len; i++)
    {
      TendRecord *rate = rates->pdata[i];

      if (is_price_on (rate, tend_record_get_text (line, "unit"),
                       tend_record_get_int (line, "date")) &&
          tend_record_get_int (rate, "amount_pence") == tend_record_get_int (line, "rate_pence") &&
          !names_other (rate, "client", tend_record_get_id (client)) &&
          !names_other (rate, "service", service) &&
          (found == NULL || rank_of (rate) > rank_of (found)))
        found = rate;
    }

  return found != NULL ? found : client;
}

/* Pence an hour, upwards to the whole one: a visit or a night at one price comes to so much.
 * 0 for what is not charged by time. */
static gint64
hourly_price (TendRecord *line)
{
  const char *unit = tend_record_get_text (line, "unit");
  gint64 minutes = tend_record_get_int (line, "minutes");

  if (unit == NULL || strcmp (unit, "mile") == 0)
    return 0;
  if (strcmp (unit, "hour") == 0)
    return tend_record_get_int (line, "rate_pence");

  return minutes > 0 ? (tend_record_get_int (line, "rate_pence") * 60 + minutes - 1) / minutes : 0;
}

static void
check_cap_of_line (TendChecking   *self,
                   const TendRule *rule,
                   TendRecord     *line,
                   TendRecord     *client,
                   GHashTable     *told)
{
  g_autofree char *name = tend_rule_get_text (rule, "figure");
  TendDate on = tend_record_get_int (line, "date");
  const TendSchemeFigure *cap = tend_scheme_figure (self->scheme, name, on);
  gint64 price = hourly_price (line);
  g_autoptr(TendRecord) visit = NULL;
  g_autoptr(GError) error = NULL;
  const char *service;
  TendRecord *rate;

  if (cap == NULL || price <= cap->value || !tend_record_is_set (line, "visit"))
    return;

  visit = tend_record_load (self->vault, &tend_visit_kind, tend_record_get_text (line, "visit"),
                            &error);
  if (visit == NULL)
    {
      tend_checking_fail (self, g_steal_pointer (&error));
      return;
    }

  service = tend_record_get_text (visit, "service");
  rate = rate_of_line (self, line, client, service);
  if (is_arranged (self, client, service, on) && g_hash_table_add (told, rate))
    find_above_cap (self, rule, rate, price, cap->value);
}

static void
check_cap_of_invoice (TendChecking   *self,
                      const TendRule *rule)
{
  TendRecord *client = tend_checking_client_of (self, self->invoice->record);
  g_autoptr(GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; client != NULL && i < self->invoice->lines->len; i++)
    check_cap_of_line (self, rule, self->invoice->lines->pdata[i], client, told);
}

static void
check_cap (TendChecking   *self,
           const TendRule *rule)
{
  g_autoptr(GPtrArray) rates = tend_checking_hourly_rates (self);
  gint64 cap = tend_checking_figure (self, rule, "figure");

  if (self->invoice != NULL)
    {
      check_cap_of_invoice (self, rule);
      return;
    }

  for (guint i = 0; cap >= 0 && i < rates->len; i++)
    {
      gint64 price = tend_record_get_int (rates->pdata[i], "amount_pence");

      if (price > cap && tend_checking_is_council_rate (self, rates, rates->pdata[i]))
        find_above_cap (self, rule, rates->pdata[i], price, cap);
    }
}

/* A figure whose time has passed, and no newer one (CA19, FL08). */
static void
check_figure_old (TendChecking   *self,
                  const TendRule *rule)
{
  g_autofree char *name = tend_rule_get_text (rule, tend_checking_figure_key (self, rule));
  const TendSchemeFigure *last = tend_scheme_last_figure (self->scheme, name, self->on);
  g_autofree char *day = NULL;

  if (last == NULL || tend_scheme_figure (self->scheme, name, self->on) != NULL)
    return;

  day = tend_date_format (last->to, TEND_DATE_LONG);
  tend_checking_find (self, rule, "found", self->provider, "last", day, NULL);
}

/* What the council has arranged costs what the council itself gives, no more and no less (FL08). */
static void
check_own_rates (TendChecking   *self,
                 const TendRule *rule)
{
  gint64 own = tend_checking_figure (self, rule, tend_checking_figure_key (self, rule));
  g_autofree char *limit = tend_checking_money (own);
  g_autoptr(GPtrArray) rates = tend_checking_hourly_rates (self);

  for (guint i = 0; own >= 0 && i < rates->len; i++)
    {
      TendRecord *rate = rates->pdata[i];
      gint64 price = tend_record_get_int (rate, "amount_pence");
      g_autofree char *amount = tend_checking_money (price);

      if (price != own && tend_checking_is_council_rate (self, rates, rate))
        tend_checking_find (self, rule, "found", rate, "rate", amount, "limit", limit, NULL);
    }
}

/* A rate for every service is for personal care too. */
const char *
tend_checking_guide (TendChecking *self,
                     TendRecord   *rate)
{
  TendRecord *service = tend_checking_record (self, &tend_service_kind,
                                              tend_record_get_text (rate, "service"));

  return service == NULL || strcmp (tend_record_get_text (service, "kind"), "personal_care") == 0
           ? "personal_care" : "other";
}

/* Above the guide for what the council does not pay (CA20). */
static void
check_guide (TendChecking   *self,
             const TendRule *rule)
{
  g_autoptr(GPtrArray) rates = tend_checking_hourly_rates (self);

  for (guint i = 0; i < rates->len; i++)
    {
      TendRecord *rate = rates->pdata[i];
      gint64 guide = tend_checking_figure (self, rule, tend_checking_guide (self, rate));
      gint64 price = tend_record_get_int (rate, "amount_pence");
      g_autofree char *limit = tend_checking_money (guide);
      g_autofree char *amount = tend_checking_money (price);
      g_autofree char *what = price_name (self, rate);

      if (guide >= 0 && price > guide && !tend_checking_is_council_rate (self, rates, rate))
        tend_checking_find (self, rule, "found", rate, "rate", amount, "limit", limit, "service",
                            what, NULL);
    }
}

const TendCheckFunc tend_price_checks[] = {
  { "rate_notice", check_rate_notice }, { "unequal_rates", check_unequal_rates },
  { "cap", check_cap, .of_work = TRUE }, { "figure_old", check_figure_old },
  { "own_rates", check_own_rates }, { "guide", check_guide }, { NULL }
};
