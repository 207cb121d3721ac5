/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The heavy load's people, prices, agreements and repeating visits. */

#include "load-private.h"

#include "tend-recurrence.h"

static const char * const given[] = {
  "Alice", "Brian", "Catrin", "Derek", "Edith", "Fred", "Gwen", "Harry", "Irene", "Jack",
  "Kathleen", "Len", "Marjorie", "Norman", "Olwen", "Percy", "Queenie", "Ron", "Sheila", "Ted",
};
static const char * const family[] = {
  "Ashworth", "Bailey", "Clough", "Davies", "Eardley", "Fox", "Goodwin", "Heath", "Ingham",
  "Jarvis", "Kent", "Llŷr", "Machin", "Nixon", "O’Hara", "Plant", "Rowley",
};

static gboolean
save_provider (Load    *load,
               GError **error)
{
  g_autoptr(TendRecord) provider = load_record (&tend_provider_kind, "provider", NULL);

  tend_record_set_text (provider, "own_name", "Hannah Heavyside");
  tend_record_set_text (provider, "address", "1 Long Street\nLeek");
  tend_record_set_text (provider, "payment_details", "Sort code 00-00-00, account 12345678");

  return load_save (load, provider, error);
}

static gboolean
save_services (Load    *load,
               GError **error)
{
  g_autoptr(TendRecord) care = load_record (&tend_service_kind, "care", NULL);
  g_autoptr(TendRecord) vehicle = load_record (&tend_vehicle_kind, "car", NULL);

  tend_record_set_text (care, "name", "Personal care");
  tend_record_set_text (care, "kind", "personal_care");
  tend_record_set_text (vehicle, "name", "The car");
  tend_record_set_text (vehicle, "kind", "car");

  return load_save (load, care, error) && load_save (load, vehicle, error);
}

static gboolean
save_rate (Load        *load,
           TendDate     from,
           const char  *applies,
           gint64       pence,
           GError     **error)
{
  g_autofree char *iso = tend_date_format_iso (from);
  g_autofree char *id = g_strdup_printf ("r-%s-%s", iso, applies);
  g_autoptr(TendRecord) rate = load_record (&tend_rate_kind, id, NULL);

  tend_record_set_text (rate, "applies", applies);
  tend_record_set_text (rate, "unit", "hour");
  tend_record_set_int (rate, "amount_pence", pence);
  tend_record_set_int (rate, "valid_from", from);
  tend_record_set_int (rate, "valid_to", tend_date_add_years (from, 1) - 1);

  return load_save (load, rate, error);
}

/* Four prices for each year from April. */
static gboolean
save_rates (Load    *load,
            GError **error)
{
  g_autoptr(TendRecord) mile = load_record (&tend_rate_kind, "r-mile", NULL);
  int year, last, month, day;

  tend_date_get (load->first, &year, &month, &day);
  tend_date_get (load->today, &last, &month, &day);

  for (year--; year <= last; year++)
    {
      TendDate from = tend_date_new (year, 4, 1);
      gint64 pence = load_rate (load, from);

      if (!save_rate (load, from, "weekday", pence, error) ||
          !save_rate (load, from, "saturday", pence + 200, error) ||
          !save_rate (load, from, "sunday", pence + 200, error) ||
          !save_rate (load, from, "bank_holiday", pence * 3 / 2, error))
        return FALSE;
    }

  tend_record_set_text (mile, "unit", "mile");
  tend_record_set_int (mile, "amount_pence", 45);
  return load_save (load, mile, error);
}

static const char *
draw (Load               *load,
      const char * const *names,
      gsize               n_names)
{
  return names[g_rand_int_range (load->chance, 0, n_names)];
}

static gboolean
save_person (Load        *load,
             const char  *client,
             const char  *relation,
             GError     **error)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", client, relation);
  const char *first = draw (load, given, G_N_ELEMENTS (given));
  g_autofree char *name = g_strdup_printf ("%s %s", first,
                                           draw (load, family, G_N_ELEMENTS (family)));
  g_autoptr(TendRecord) person = load_record (&tend_person_kind, id, client);

  tend_record_set_text (person, "name", name);
  tend_record_set_text (person, "relation", relation);
  tend_record_set_text (person, "phone", "01632 960000");

  return load_save (load, person, error);
}

static gboolean
save_pattern (Load        *load,
              const char  *client,
              const char  *suffix,
              const char  *rrule,
              int          starts_at,
              TendDate     from,
              TendDate     to,
              GError     **error)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", client, suffix);
  g_autoptr(TendRecord) pattern = load_record (&tend_pattern_kind, id, client);

  tend_record_set_text (pattern, "service", "care");
  tend_record_set_text (pattern, "rrule", rrule);
  tend_record_set_int (pattern, "starts_on", from);
  tend_record_set_int (pattern, "ends_on", to);
  tend_record_set_int (pattern, "starts_at", starts_at);
  tend_record_set_int (pattern, "minutes", 30);
  tend_record_set_text (pattern, "tasks", "Wash and dress\nBreakfast");

  return load_save (load, pattern, error);
}

static gboolean
save_agreement (Load        *load,
                const char  *client,
                TendDate     from,
                TendDate     to,
                GError     **error)
{
  g_autofree char *id = g_strdup_printf ("%s-a", client);
  g_autoptr(TendRecord) agreement = load_record (&tend_agreement_kind, id, client);

  tend_record_set_text (agreement, "service", "care");
  tend_record_set_int (agreement, "starts_on", from);
  tend_record_set_int (agreement, "ends_on", to);
  tend_record_set_int (agreement, "signed_on", from - 3);
  tend_record_set_text (agreement, "billing", "week");

  return load_save (load, agreement, error);
}

/* A day's first round begins at 07:00, the second at 16:00; each place is its half hour. */
static gboolean
save_client (Load    *load,
             int      client,
             GError **error)
{
  int slot = client % LOAD_SLOTS;
  TendDate from = load->first + client / LOAD_SLOTS * LOAD_TENURE;
  gboolean stays = load_client_at (load, slot, load->today) == client;
  TendDate to = stays ? TEND_DATE_NONE : from + LOAD_TENURE - 1;
  g_autofree char *id = load_client_id (client);
  g_autofree char *reference = g_strdup_printf ("REF%02d", client + 1);
  g_autofree char *address = g_strdup_printf ("%d Mill Lane\nLeek", client + 1);
  g_autoptr(TendRecord) record = load_record (&tend_client_kind, id, NULL);

  load->counts->n_clients++;
  tend_record_set_text (record, "reference", reference);
  tend_record_set_text (record, "given_name", given[client % G_N_ELEMENTS (given)]);
  tend_record_set_text (record, "family_name", family[client * 5 % G_N_ELEMENTS (family)]);
  tend_record_set_int (record, "date_of_birth",
                       tend_date_new (1930 + client % 25, 1 + client % 12, 9));
  tend_record_set_text (record, "address", address);
  tend_record_set_text (record, "status", stays ? "active" : "ended");
  tend_record_set_int (record, "started_on", from);
  tend_record_set_int (record, "ended_on", to);

  return load_save (load, record, error) &&
         save_person (load, id, "family", error) &&
         save_person (load, id, "emergency", error) &&
         save_agreement (load, id, from, to, error) &&
         save_pattern (load, id, "am", "FREQ=DAILY", 7 * 60 + slot * 30, from, to, error) &&
         save_pattern (load, id, "pm", slot < 8 ? "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR"
                                                : "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH",
                       16 * 60 + slot * 30, from, to, error);
}

static gboolean
save_holiday (Load      *load,
              TendDate   from,
              GError   **error)
{
  g_autofree char *id = tend_date_format_iso (from);
  g_autoptr(TendRecord) off = load_record (&tend_time_off_kind, id, NULL);

  tend_record_set_int (off, "starts_on", from);
  tend_record_set_int (off, "ends_on", from + 13);

  return load_save (load, off, error);
}

gboolean
load_cast (Load    *load,
           GError **error)
{
  int last = load_client_at (load, LOAD_SLOTS - 1, load->today);

  if (!save_provider (load, error) || !save_services (load, error) || !save_rates (load, error))
    return FALSE;

  for (int client = 0; client <= last; client++)
    if (!save_client (load, client, error))
      return FALSE;

  for (TendDate from = load->first + 200; from < load->today; from += 365)
    if (!save_holiday (load, from, error))
      return FALSE;

  return TRUE;
}
