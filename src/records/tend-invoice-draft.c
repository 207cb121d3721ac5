/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an invoice would be: gathers what was done and not billed, and prices it. */

#include "tend-invoices.h"

#include "tend-clients.h"
#include "tend-invoices-private.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-pricing.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Everything the making of one draft hands around. */
typedef struct
{
  TendVault   *vault;
  TendRecord  *client;
  TendPricing *pricing;
  TendDate     from;
  TendDate     to;
  TendDate     last_day;  /* to, or the day of death where that is earlier */
  GHashTable  *billed;    /* "visit/ID", "trip/ID" and "charge/ID" on invoices that stand */
  TendInvoice *invoice;
  guint        n_after_death;
  guint        n_to_come;
  guint        n_unrecorded;
  guint        n_not_agreed;
} Draft;

#define STANDING " JOIN invoices AS i ON i.id = l.invoice WHERE" TEND_LINE_STANDS

/* What of these days stands billed, to whomever and under whatever date: a line
 * that came from another program may have the day of its invoice.
 */
static const char billed_sql[] =
  "SELECT 'visit/' || v.id FROM visits AS v JOIN invoice_lines AS l ON l.visit = v.id" STANDING
  " AND v.client = :client AND v.planned_start >= :start AND v.planned_start < :end"
  " UNION SELECT 'trip/' || t.id FROM trips AS t JOIN invoice_lines AS l ON l.trip = t.id" STANDING
  " AND t.client = :client AND t.date BETWEEN :from AND :to"
  " UNION SELECT 'charge/' || x.id FROM charges AS x JOIN invoice_lines AS l ON l.charge = x.id"
  STANDING
  " AND x.client = :client AND x.date BETWEEN :from AND :to";

static gboolean
load_billed (Draft   *draft,
             GError **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (draft->vault, billed_sql, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":client", tend_record_get_id (draft->client));
  tend_statement_bind_int (statement, ":start", tend_time_resolve (draft->from, 0));
  tend_statement_bind_int (statement, ":end", tend_time_resolve (draft->to + 1, 0));
  tend_statement_bind_date (statement, ":from", draft->from);
  tend_statement_bind_date (statement, ":to", draft->to);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_hash_table_add (draft->billed, g_strdup (tend_statement_get_text (statement, 0)));

  return step == TEND_STEP_DONE;
}

static gboolean
is_billed (Draft      *draft,
           const char *kind,
           const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", kind, id);

  return g_hash_table_contains (draft->billed, key);
}

static TendRecord *
add_line (Draft      *draft,
          TendDate    date,
          const char *description,
          gint64      amount_pence)
{
  TendRecord *line = tend_record_new (&tend_invoice_line_kind);

  tend_record_set_int (line, "date", date);
  tend_record_set_text (line, "description", description);
  tend_record_set_int (line, "amount_pence", amount_pence);
  g_ptr_array_add (draft->invoice->lines, line);

  return line;
}

static char *
describe_charge (const TendVisit  *visit,
                 const TendCharge *charge)
{
  const char *service = visit->service_name != NULL ? visit->service_name : _("Visit");
  g_autofree char *span = tend_time_format_span (charge->start, charge->end);

  if (charge->percent != 100)
    return g_strdup_printf (_("%s, %s, cancelled late: %d %%"), service, span, charge->percent);
  if (charge->shared_by > 1)
    return g_strdup_printf (_("%s, %s, shared by %d"), service, span, charge->shared_by);

  return g_strdup_printf (_("%s, %s"), service, span);
}

static void
add_charge_line (Draft            *draft,
                 const TendVisit  *visit,
                 const TendCharge *charge)
{
  static const char * const units[] = { "hour", "visit", "night", "mile" };
  g_autofree char *description = describe_charge (visit, charge);
  TendRecord *line = add_line (draft, charge->date, description, charge->amount_pence);

  tend_record_set_int (line, "minutes", charge->minutes);
  tend_record_set_text (line, "unit", units[charge->unit]);
  tend_record_set_int (line, "rate_pence", charge->rate_pence);
  tend_record_set_text (line, "visit", visit->id);
}

static gboolean
add_visit (Draft      *draft,
           TendVisit  *visit,
           GPtrArray  *visits,
           TendDate    today,
           GError    **error)
{
  TendDate date = tend_time_date (visit->planned_start);
  g_autoptr(GArray) charges = NULL;

  if (is_billed (draft, "visit", visit->id))
    return TRUE;

  if (date > draft->last_day)
    {
      draft->n_after_death += visit->status == TEND_VISIT_DONE;
      return TRUE;
    }

  /* What came from another file may be done on a day to come: nothing is owed for it yet. */
  if (visit->status == TEND_VISIT_DONE && date > today)
    {
      draft->n_to_come++;
      return TRUE;
    }

  if (visit->status == TEND_VISIT_PLANNED)
    draft->n_unrecorded += date < today;

  charges = tend_pricing_charges (draft->pricing, visit, visits, FALSE, error);
  if (charges == NULL)
    return FALSE;

  for (guint i = 0; i < charges->len; i++)
    add_charge_line (draft, visit, &g_array_index (charges, TendCharge, i));

  return TRUE;
}

/* The client's visits; everybody's where one may be shared with another client's.  What
 * is planned counts only as not recorded, so not from today on.
 */
static GPtrArray *
load_visits (Draft     *draft,
             TendDate   today,
             GError   **error)
{
  TendDate planned_to = MIN (draft->to, today - 1);
  g_autoptr(GPtrArray) own = tend_visits_recorded (draft->vault, draft->from, draft->to, planned_to,
                                                   tend_record_get_id (draft->client), error);

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (strcmp (((TendVisit *) own->pdata[i])->billing, "shared") == 0)
      return tend_visits_recorded (draft->vault, draft->from, draft->to, planned_to, NULL, error);

  return g_steal_pointer (&own);
}

static gboolean
add_visits (Draft     *draft,
            TendDate   today,
            GError   **error)
{
  g_autoptr(GPtrArray) visits = load_visits (draft, today, error);

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < visits->len; i++)
    {
      TendVisit *visit = visits->pdata[i];

      if (strcmp (visit->client, tend_record_get_id (draft->client)) == 0 &&
          tend_time_date (visit->planned_start) >= draft->from &&
          !add_visit (draft, visit, visits, today, error))
        return FALSE;
    }

  return TRUE;
}

/* The client's records of a dated kind within the period. */
static GPtrArray *
dated_records (Draft           *draft,
               const TendKind  *kind,
               const char      *and,
               GError         **error)
{
  g_autofree char *from = tend_date_format_iso (draft->from);
  g_autofree char *to = tend_date_format_iso (draft->to);
  g_autofree char *clause =
    g_strdup_printf ("WHERE client = :client AND date BETWEEN :from AND :to %s ORDER BY date, id",
                     and);

  return tend_records_select (draft->vault, kind, error, clause,
                              ":client", tend_record_get_id (draft->client),
                              ":from", from, ":to", to, NULL);
}

static char *
describe_trip (TendRecord *trip)
{
  const char *from = tend_record_get_text (trip, "from");
  const char *to = tend_record_get_text (trip, "to");
  const char *purpose = tend_record_get_text (trip, "purpose");

  if (purpose != NULL)
    return g_strdup_printf (_("Miles: %s"), purpose);
  if (from != NULL && to != NULL)
    return g_strdup_printf (_("Miles: %s to %s"), from, to);

  return g_strdup_printf (_("Miles: %s"),
                          tend_field_choice_label (tend_kind_field (&tend_trip_kind, "kind"),
                                                   tend_record_get_text (trip, "kind")));
}

static gboolean
add_trip (Draft       *draft,
          TendRecord  *trip,
          GError     **error)
{
  TendDate date = tend_record_get_int (trip, "date");
  const char *client = tend_record_get_id (draft->client);
  TendRecord *agreement = tend_pricing_agreement (draft->pricing, client, date);
  gint64 tenths = tend_record_get_int (trip, "miles_tenths");
  gint64 rate = tend_pricing_mile (draft->pricing, client, date);
  g_autofree char *description = NULL;
  TendRecord *line;

  /* Miles are charged only where the agreement says so (rule ST15). */
  if (agreement != NULL && !tend_record_get_int (agreement, "mileage_charge"))
    {
      draft->n_not_agreed++;
      return TRUE;
    }

  if (rate < 0)
    {
      g_autofree char *day = tend_date_format (date, TEND_DATE_LONG);

      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("There is no price for a mile on %s. Add a rate for a mile, or mark the "
                     "journey as not charged."),
                   day);
      return FALSE;
    }

  description = describe_trip (trip);
  line = add_line (draft, date, description, tend_money_for_miles (tenths, rate));
  tend_record_set_int (line, "miles_tenths", tenths);
  tend_record_set_text (line, "unit", "mile");
  tend_record_set_int (line, "rate_pence", rate);
  tend_record_set_text (line, "trip", tend_record_get_id (trip));

  return TRUE;
}

static gboolean
add_trips (Draft   *draft,
           GError **error)
{
  g_autoptr(GPtrArray) trips = dated_records (draft, &tend_trip_kind, "AND chargeable = 1", error);

  if (trips == NULL)
    return FALSE;

  for (guint i = 0; i < trips->len; i++)
    if (!is_billed (draft, "trip", tend_record_get_id (trips->pdata[i])) &&
        tend_record_get_int (trips->pdata[i], "date") <= draft->last_day &&
        !add_trip (draft, trips->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
add_extras (Draft   *draft,
            GError **error)
{
  g_autoptr(GPtrArray) charges = dated_records (draft, &tend_charge_kind, "", error);

  if (charges == NULL)
    return FALSE;

  for (guint i = 0; i < charges->len; i++)
    {
      TendRecord *charge = charges->pdata[i];
      TendDate date = tend_record_get_int (charge, "date");
      const char *description = tend_record_get_text (charge, "description");
      TendRecord *line;

      if (is_billed (draft, "charge", tend_record_get_id (charge)))
        continue;

      if (date > draft->last_day)
        {
          draft->n_after_death++;
          continue;
        }

      if (description == NULL)
        description = tend_field_choice_label (tend_kind_field (&tend_charge_kind, "kind"),
                                               tend_record_get_text (charge, "kind"));
      line = add_line (draft, date, description, tend_record_get_int (charge, "amount_pence"));
      tend_record_set_text (line, "charge", tend_record_get_id (charge));
    }

  return TRUE;
}

/* By day; what was added first stays first within one. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  TendRecord *first = *(TendRecord * const *) a;
  TendRecord *second = *(TendRecord * const *) b;
  gint64 difference = tend_record_get_int (first, "date") - tend_record_get_int (second, "date");

  if (difference == 0)
    difference = tend_record_get_int (first, "position") - tend_record_get_int (second, "position");

  return difference < 0 ? -1 : difference > 0;
}

static void
finish_lines (TendInvoice *invoice)
{
  for (guint i = 0; i < invoice->lines->len; i++)
    tend_record_set_int (invoice->lines->pdata[i], "position", i);

  g_ptr_array_sort (invoice->lines, compare_lines);

  for (guint i = 0; i < invoice->lines->len; i++)
    {
      TendRecord *line = invoice->lines->pdata[i];

      tend_record_set_int (line, "position", i);
      tend_record_set_text (line, "invoice", tend_record_get_id (invoice->record));
      invoice->total_pence += tend_record_get_int (line, "amount_pence");
    }

  tend_record_set_int (invoice->record, "total_pence", invoice->total_pence);
}

static void
set_terms (Draft    *draft,
           TendDate  today)
{
  TendRecord *record = draft->invoice->record;
  const char *client = tend_record_get_id (draft->client);
  TendRecord *agreement = tend_pricing_agreement (draft->pricing, client, draft->last_day);
  gint64 payment_days = 14; /* unless agreed otherwise (design, section 5) */

  if (agreement != NULL && tend_record_is_set (agreement, "payment_days"))
    payment_days = tend_record_get_int (agreement, "payment_days");

  tend_record_set_text (record, "client", client);
  tend_record_set_int (record, "issued_on", today);
  tend_record_set_int (record, "due_on", today + payment_days);
  tend_record_set_int (record, "period_from", draft->from);
  tend_record_set_int (record, "period_to", draft->to);
  if (agreement != NULL)
    tend_record_set_text (record, "purchase_order",
                          tend_record_get_text (agreement, "purchase_order"));
}

static void
add_remark (Draft      *draft,
            guint       n,
            const char *one,
            const char *many)
{
  if (n > 0)
    g_ptr_array_add (draft->invoice->remarks,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, one, many, n), n));
}

static void
set_remarks (Draft *draft)
{
  add_remark (draft, draft->n_unrecorded,
              N_("%u planned visit has not been recorded, and is not on this invoice."),
              N_("%u planned visits have not been recorded, and are not on this invoice."));
  add_remark (draft, draft->n_after_death,
              N_("%u entry is dated after the person died, and is not charged (rule ST12)."),
              N_("%u entries are dated after the person died, and are not charged (rule ST12)."));
  add_remark (draft, draft->n_to_come,
              N_("%u visit is marked as done on a day to come, and is not on this invoice."),
              N_("%u visits are marked as done on days to come, and are not on this invoice."));
  add_remark (draft, draft->n_not_agreed,
              N_("%u journey is not charged: the agreement does not mention miles."),
              N_("%u journeys are not charged: the agreement does not mention miles."));
}

static gboolean
make_draft (Draft     *draft,
            TendDate   today,
            GError   **error)
{
  TendDate died_on = tend_record_get_int (draft->client, "died_on");

  draft->last_day = died_on != TEND_DATE_NONE ? MIN (draft->to, died_on) : draft->to;
  draft->pricing = tend_pricing_new (draft->vault, error);

  if (draft->pricing == NULL || !load_billed (draft, error) || !add_visits (draft, today, error) ||
      !add_trips (draft, error) || !add_extras (draft, error) ||
      !tend_invoice_set_parties (draft->vault, draft->client, draft->invoice->record, error))
    return FALSE;

  set_terms (draft, today);
  set_remarks (draft);
  finish_lines (draft->invoice);
  return TRUE;
}

TendInvoice *
tend_invoice_preview (TendVault   *vault,
                      const char  *client_id,
                      TendDate     from,
                      TendDate     to,
                      TendDate     today,
                      GError     **error)
{
  g_autoptr(TendRecord) client = tend_record_load (vault, &tend_client_kind, client_id, error);
  g_autoptr(TendInvoice) invoice = NULL;
  Draft draft = { vault, client, .from = from, .to = to };
  gboolean made;

  if (client == NULL)
    return NULL;

  invoice = g_new0 (TendInvoice, 1);
  invoice->record = tend_record_new (&tend_invoice_kind);
  invoice->lines = g_ptr_array_new_with_free_func (g_object_unref);
  invoice->payments = g_ptr_array_new_with_free_func (g_object_unref);
  invoice->remarks = g_ptr_array_new_with_free_func (g_free);

  draft.invoice = invoice;
  draft.billed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  made = make_draft (&draft, today, error);

  g_clear_pointer (&draft.pricing, tend_pricing_free);
  g_hash_table_unref (draft.billed);

  return made ? g_steal_pointer (&invoice) : NULL;
}
