/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page on how the carer works says of visits, bills, miles and payments: of those
 * alone who are helped under the scheme.
 */

#include "tend-portfolio-business-private.h"

#include "tend-clients.h"
#include "tend-invoices.h"
#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-standard.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Miles are looked at as the councils' rules look at them; all else a year back. */
#define FOUR_WEEKS 28

/* Visits */

typedef struct
{
  guint  done;
  guint  noted;    /* of them */
  guint  twice;    /* pairs at one time, each charged in full */
} Visits;

static gboolean
is_charged_whole (const TendVisit *visit)
{
  return visit->status == TEND_VISIT_DONE && strcmp (visit->billing, "full") == 0;
}

static Visits
count_visits (TendBusinessPage *page,
              GPtrArray        *visits)
{
  Visits counted = { 0 };

  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];
      gboolean concerned = tend_business_concerns (page, visit->client);

      if (visit->status == TEND_VISIT_DONE && concerned)
        {
          counted.done++;
          counted.noted += visit->has_note;
        }
      for (guint j = i + 1; is_charged_whole (visit) && j < visits->len; j++)
        {
          const TendVisit *other = visits->pdata[j];

          if (tend_visit_start (other) >= tend_visit_end (visit))
            break;
          counted.twice += is_charged_whole (other) &&
                           (concerned || tend_business_concerns (page, other->client));
        }
    }

  return counted;
}

/* Who asked for a record of each visit has one, and no minute is charged twice. */
static gboolean
add_visits (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) visits =
    tend_visits_recorded (page->vault, page->from + 1, page->self->on, TEND_DATE_NONE, NULL,
                          page->error);
  Visits counted;
  guint asked = 0;

  if (visits == NULL)
    return FALSE;

  counted = count_visits (page, visits);
  for (guint i = 0; i < page->self->people->len; i++)
    {
      const TendStandardPerson *person = page->self->people->pdata[i];

      asked += person->concerned && tend_record_get_int (person->client, "wants_records");
    }

  if (counted.done > 0)
    tend_business_add (page, _("Visits of the last twelve months: %u. With a note: %u."),
                       counted.done, counted.noted);
  if (asked > 0)
    tend_business_add (page, _("People who asked for a record of each visit: %u."), asked);
  tend_business_end (page, _("Notes of visits"), _("No visit yet"));

  if (counted.twice > 0)
    tend_business_add (page, _("Twice charged in full: %u times"), counted.twice);
  tend_business_end (page, _("Two visits at the same time"),
                     _("None is charged in full to both; what they share is shared"));
  return TRUE;
}

/* Money */

/* Each way of billing that is agreed, once: "Every four weeks, Every month". */
static void
add_billing (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < page->self->people->len; i++)
    {
      const TendStandardPerson *person = page->self->people->pdata[i];
      const char *billing = person->concerned && person->agreement != NULL
                            ? tend_compose_choice (person->agreement, "billing") : NULL;

      if (billing == NULL || g_ptr_array_find_with_equal_func (said, billing, g_str_equal, NULL))
        continue;
      g_ptr_array_add (said, (gpointer) billing);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", billing);
    }

  if (text->len > 0)
    tend_business_add (page, _("As agreed: %s."), text->str);
}

static TendRecord *
agreement_of (TendBusinessPage *page,
              const char       *client)
{
  for (guint i = 0; i < page->self->people->len; i++)
    {
      const TendStandardPerson *person = page->self->people->pdata[i];

      if (strcmp (tend_record_get_id (person->client), client) == 0)
        return person->agreement;
    }

  return NULL;
}

static void
add_unbilled (TendBusinessPage *page,
              GPtrArray        *unbilled)
{
  TendDate first = TEND_DATE_NONE;
  guint n = 0;
  guint late = 0;

  for (guint i = 0; i < unbilled->len; i++)
    {
      const TendUnbilled *some = unbilled->pdata[i];

      if (some->n_visits == 0 || !tend_business_concerns (page, some->client))
        continue;
      n += some->n_visits;
      if (first == TEND_DATE_NONE || some->from < first)
        first = some->from;
      if (page->self->on - some->from >
          tend_agreement_billing_days (agreement_of (page, some->client))
          + page->self->billing_slack)
        late += some->n_visits;
    }

  if (n > 0)
    tend_business_add (page, _("Visits not invoiced yet: %u, the first of %s."), n,
                       tend_business_day (page, first));
  if (late > 0)
    tend_business_add (page, _("Of these, late: %u."), late);
  else if (n > 0)
    tend_business_add (page, _("None of them is late."));
}

static gboolean
add_invoices (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) issued =
    tend_invoices_list (page->vault, NULL, page->from, page->self->on, page->self->on, page->error);
  g_autoptr(GPtrArray) unbilled =
    issued != NULL ? tend_invoices_unbilled (page->vault, page->self->on, page->error) : NULL;
  TendDate last = TEND_DATE_NONE;
  guint n = 0;

  if (unbilled == NULL)
    return FALSE;

  add_billing (page);
  for (guint i = 0; i < issued->len; i++)
    {
      const TendInvoiceRow *invoice = issued->pdata[i];

      if (!tend_business_concerns (page, invoice->client))
        continue;
      n++;
      last = MAX (last, invoice->issued_on);
    }
  if (n > 0)
    tend_business_add (page, _("The last of %s; %u in the last twelve months."),
                       tend_business_day (page, last), n);
  add_unbilled (page, unbilled);
  tend_business_end (page, _("Invoices"), _("None yet, and nothing to invoice"));
  return TRUE;
}

/* How each was made, and a receipt for cash. */
static gboolean
add_payments (TendBusinessPage *page)
{
  const TendField *field = tend_kind_field (&tend_payment_kind, "method");
  g_autoptr(GPtrArray) payments = tend_business_records (page, &tend_payment_kind);
  guint without = 0;

  for (const TendChoice *method = field->choices; payments != NULL && method->value != NULL;
       method++)
    {
      guint n = 0;

      for (guint i = 0; i < payments->len; i++)
        {
          TendRecord *payment = payments->pdata[i];

          if (g_strcmp0 (tend_record_get_text (payment, "method"), method->value) != 0 ||
              !tend_business_is_told (page, tend_record_get_int (payment, "received_on")) ||
              !tend_business_concerns (page, tend_record_get_text (payment, "client")))
            continue;
          n++;
          without += strcmp (method->value, "cash") == 0 &&
                     !tend_record_is_set (payment, "receipt_number");
        }
      if (n > 0)
        tend_business_add (page, "%s: %u", tend_field_choice_label (field, method->value), n);
      if (n > 0 && strcmp (method->value, "cash") == 0)
        tend_business_add (page, _("Cash without a receipt number: %u"), without);
    }

  tend_business_end (page, _("How I was paid"), _("No payment yet"));
  return payments != NULL;
}

/* Miles */

static gboolean
add_miles (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) trips =
    tend_trips_between (page->vault, page->self->on - FOUR_WEEKS + 1, page->self->on, page->error);
  gboolean home = tend_record_get_int (page->self->provider, "home_journeys_are_business");
  gint64 tenths = 0;
  guint n = 0;
  guint unnamed = 0;

  for (guint i = 0; trips != NULL && i < trips->len; i++)
    {
      TendRecord *trip = trips->pdata[i];

      if (!tend_trip_is_business (tend_record_get_text (trip, "kind"), home) ||
          !tend_business_concerns (page, tend_record_get_text (trip, "client")))
        continue;
      tenths += tend_record_get_int (trip, "miles_tenths");
      unnamed += !tend_record_is_set (trip, "client");
      n++;
    }

  if (n > 0)
    tend_business_add (page, _("Journeys of the last four weeks: %u, %d.%d miles."), n,
                       (int) (tenths / 10), (int) (tenths % 10));
  if (unnamed > 0 && page->self->others)
    tend_business_add (page, _("Of these, of my whole round and not of one person: %u."),
                       unnamed);
  tend_business_end (page, _("Log of miles"), _("No journey in the last four weeks"));
  return trips != NULL;
}

gboolean
tend_business_add_accounts (TendBusinessPage *page)
{
  return add_visits (page) && add_invoices (page) && add_payments (page) && add_miles (page);
}
