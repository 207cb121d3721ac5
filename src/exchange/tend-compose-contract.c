/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-contract-private.h"

#include "tend-care.h"
#include "tend-clients.h"
#include "tend-signed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TendContractValues
{
  GStringChunk      *texts;
  TendContractSheet  sheet;
  GPtrArray         *services; /* of text, ended by NULL */
  GPtrArray         *rates;    /* the same */
  char              *wording;  /* or NULL */
};

static TendContractValues *
contract_values_new (void)
{
  TendContractValues *self = g_new0 (TendContractValues, 1);

  self->texts = g_string_chunk_new (4096);
  self->services = g_ptr_array_new ();
  self->rates = g_ptr_array_new ();
  return self;
}

void
tend_contract_values_free (TendContractValues *self)
{
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->rates);
  g_free (self->wording);
  g_free (self);
}

/* The words of a label inside a sentence. */
static const char *
in_sentence (GStringChunk *texts,
             const char   *label)
{
  g_autofree char *first = g_utf8_substring (label, 0, MIN (1, g_utf8_strlen (label, -1)));
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return tend_compose_take (texts, g_strconcat (lower, label + strlen (first), NULL));
}

/* What is agreed */

static TendRecord *
find_agreement (TendVault   *vault,
                const char  *client,
                TendDate     today,
                GError     **error)
{
  g_autoptr(GError) failure = NULL;
  TendRecord *agreement = tend_client_agreement_or_next (vault, client, today, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (agreement == NULL)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("There is no agreement with this person yet."
                           " Add one, then make the contract."));

  return agreement;
}

static gboolean
has_service (TendAgreed *agreed,
             const char *id)
{
  for (guint i = 0; i < agreed->patterns->len; i++)
    if (g_strcmp0 (tend_record_get_text (agreed->patterns->pdata[i], "service"), id) == 0)
      return TRUE;

  return g_strcmp0 (tend_record_get_text (agreed->agreement, "service"), id) == 0;
}

static gboolean
load_agreed (TendAgreed  *agreed,
             GError     **error)
{
  const char *client = tend_record_get_id (agreed->client);
  g_autoptr(GPtrArray) patterns =
    tend_client_records (agreed->vault, tend_kind_by_name ("pattern"), client, error);
  g_autoptr(GPtrArray) services = NULL;

  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      TendDate last = tend_record_get_int (patterns->pdata[i], "ends_on");

      if (last == TEND_DATE_NONE || last >= agreed->date)
        g_ptr_array_add (agreed->patterns, g_object_ref (patterns->pdata[i]));
    }

  if (patterns != NULL)
    services = tend_record_load_all (agreed->vault, tend_kind_by_name ("service"), error);
  for (guint i = 0; services != NULL && i < services->len; i++)
    if (has_service (agreed, tend_record_get_id (services->pdata[i])))
      g_ptr_array_add (agreed->services, g_object_ref (services->pdata[i]));

  return services != NULL;
}

/* Parties */

static gboolean
is_relation (TendRecord         *person,
             const char * const *relations)
{
  return g_strv_contains (relations, tend_record_get_text (person, "relation"));
}

/* Whom the contingency plan names comes first, in its order, so that the two papers do not send
 * somebody to different people; the others follow as they are kept.
 */
static gboolean
order_people (const TendAgreed  *agreed,
              GPtrArray         *people,
              GError           **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) plan =
    tend_care_written_by (agreed->vault, tend_kind_by_name ("contingency_plan"),
                          tend_record_get_id (agreed->client), agreed->date, &failure);
  g_autoptr(GPtrArray) contacts = NULL;
  guint place = 0;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (plan == NULL)
    return TRUE;

  contacts = tend_record_load_nested (agreed->vault, plan,
                                      tend_kind_by_name ("contingency_contact"), error);
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    for (guint j = place; j < people->len; j++)
      if (g_strcmp0 (tend_record_get_text (contacts->pdata[i], "person"),
                     tend_record_get_id (people->pdata[j])) == 0)
        {
          g_ptr_array_insert (people, place++, g_ptr_array_steal_index (people, j));
          break;
        }

  return contacts != NULL;
}

static gboolean
read_people (TendContractValues  *self,
             const TendAgreed    *agreed,
             GError             **error)
{
  static const char * const signing[] = { "attorney", "deputy", NULL };
  static const char * const helping[] = { "emergency", "family", "friend", "neighbour", NULL };
  const char *client = tend_record_get_id (agreed->client);
  g_autoptr(GPtrArray) people =
    tend_client_records (agreed->vault, tend_kind_by_name ("person"), client, error);
  g_autoptr(GString) plan_b = g_string_new (NULL);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      TendRecord *person = people->pdata[i];
      const char *name = tend_record_get_text (person, "name");

      if (self->sheet.representative == NULL && is_relation (person, signing))
        {
          self->sheet.representative = tend_compose_keep (self->texts, name);
          self->sheet.representative_role =
            in_sentence (self->texts, tend_compose_choice (person, "relation"));
        }
    }

  if (!order_people (agreed, people, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      TendRecord *person = people->pdata[i];
      const char *name = tend_record_get_text (person, "name");
      const char *phone = tend_record_get_text (person, "phone");

      if (phone != NULL && is_relation (person, helping))
        g_string_append_printf (plan_b, "%s%s\t%s", plan_b->len > 0 ? "\n" : "", name, phone);
    }

  self->sheet.plan_b = tend_compose_keep (self->texts, plan_b->str);
  return TRUE;
}

static gboolean
read_parties (TendContractValues  *self,
              const TendAgreed    *agreed,
              GError             **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (agreed->vault, error);
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) payer = NULL;
  TendCouncils councils;

  if (provider == NULL ||
      !tend_compose_provider (agreed->vault, self->texts, &self->sheet.provider, error) ||
      !tend_compose_councils (agreed->vault, agreed->client, agreed->scheme, self->texts,
                              &councils, error))
    return FALSE;

  self->sheet.payment_details =
    tend_compose_keep (self->texts, tend_record_get_text (provider, "payment_details"));
  self->sheet.concerns = councils.concerns;
  self->sheet.cover_agreed = councils.cover_agreed;
  self->sheet.client_name = tend_compose_full_name (agreed->client, self->texts);
  self->sheet.client_address =
    tend_compose_take (self->texts, tend_record_full_address (agreed->client));

  payer = tend_client_payer (agreed->vault, tend_record_get_id (agreed->client), &failure);
  if (payer != NULL)
    self->sheet.paid_by = tend_compose_keep (self->texts, tend_record_get_text (payer, "name"));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return read_people (self, agreed, error);
}

/* Terms */

static const char *
cancellation_text (TendRecord   *agreement,
                   GStringChunk *texts)
{
  gint64 hours = tend_record_get_int (agreement, "cancellation_hours");
  gint64 percent = tend_record_get_int (agreement, "cancellation_percent");

  if (hours == 0 || percent == 0)
    return NULL;

  return tend_compose_take (texts, g_strdup_printf (
    _("You pay nothing for a visit that you cancel at least %d hours before it."
      " For a visit cancelled later you pay %d per cent of its price."),
    (int) hours, (int) percent));
}

static int
days_agreed (TendRecord *agreement,
             const char *field)
{
  return tend_record_is_set (agreement, field) ? tend_record_get_int (agreement, field) : 14;
}

/* Once signed, what is printed later is a copy.  The agreement says when that was, else its
 * signed copy does.
 */
static gboolean
read_signed (TendContractValues  *self,
             TendAgreed          *agreed,
             TendDate             today,
             GError             **error)
{
  TendDate signed_on = tend_record_get_int (agreed->agreement, "signed_on");
  g_autoptr(GPtrArray) copies = tend_pack_signed (agreed->vault,
                                                  tend_record_get_id (agreed->client), today,
                                                  error);

  if (copies == NULL)
    return FALSE;

  if (signed_on == TEND_DATE_NONE && copies->pdata[TEND_PACK_CONTRACT] != NULL)
    signed_on = tend_signed_copy_day (copies->pdata[TEND_PACK_CONTRACT]);
  agreed->signed_on = signed_on;
  if (signed_on < today)
    self->sheet.signed_on = signed_on;
  self->sheet.signed_by =
    tend_compose_keep (self->texts, tend_record_get_text (agreed->agreement, "signed_by"));
  return TRUE;
}

/* What is not as it was signed, as far as its days tell: "prices, 1 April 2026".  The visits with
 * which it began were in it already. */
static const char *
changes_text (const TendAgreed *agreed,
              TendDate          priced_on,
              TendDate          today)
{
  TendDate since = MAX (agreed->signed_on,
                        (TendDate) tend_record_get_int (agreed->agreement, "starts_on"));
  TendDate visits_on = TEND_DATE_NONE;
  g_autoptr(GString) text = g_string_new (NULL);

  if (agreed->signed_on == TEND_DATE_NONE)
    return NULL;
  for (guint i = 0; i < agreed->patterns->len; i++)
    {
      TendDate starts_on = tend_record_get_int (agreed->patterns->pdata[i], "starts_on");

      if (starts_on > since && starts_on <= today)
        visits_on = MAX (visits_on, starts_on);
    }
  tend_compose_add_change (text, _("prices, %s"), priced_on);
  tend_compose_add_change (text, _("the times of visits, %s"), visits_on);
  return tend_compose_keep (agreed->texts, text->len > 0 ? text->str : NULL);
}

static gboolean
read_terms (TendContractValues  *self,
            const TendAgreed    *agreed,
            TendDate             today,
            GError             **error)
{
  TendRecord *agreement = agreed->agreement;
  TendContractSheet *sheet = &self->sheet;
  TendDate signed_on = tend_record_get_int (agreement, "signed_on");
  TendDate priced_on;
  gint64 mile_pence;

  if (!tend_compose_rates (agreed, self->rates, &mile_pence, &priced_on, error))
    return FALSE;

  for (guint i = 0; i < agreed->services->len; i++)
    g_ptr_array_add (self->services, (gpointer) tend_compose_keep (self->texts,
                       tend_record_get_text (agreed->services->pdata[i], "name")));

  /* Even where no service has a name, what is agreed is said. */
  if (self->services->len == 0)
    g_ptr_array_add (self->services, (gpointer) _("Support at home"));

  sheet->printed_on = today;
  sheet->changed = changes_text (agreed, priced_on, today);
  sheet->made_on = signed_on != TEND_DATE_NONE ? signed_on : today;
  sheet->starts_on = tend_record_get_int (agreement, "starts_on");
  sheet->ends_on = tend_record_get_int (agreement, "ends_on");
  sheet->times = tend_compose_times (agreed);
  sheet->billing = tend_record_is_set (agreement, "billing")
                   ? in_sentence (self->texts, tend_compose_choice (agreement, "billing"))
                   : _("every month");
  sheet->payment_days = days_agreed (agreement, "payment_days");
  sheet->notice_days = days_agreed (agreement, "notice_days");
  sheet->mileage_pence = tend_record_get_int (agreement, "mileage_charge") ? mile_pence : 0;
  sheet->cancellation = cancellation_text (agreement, self->texts);
  sheet->made_at_home = TRUE; /* the rule for carers (domain.md 4.4); the wording can be changed */
  sheet->language = tend_compose_language ();

  g_ptr_array_add (self->services, NULL);
  g_ptr_array_add (self->rates, NULL);
  sheet->services = (const char * const *) self->services->pdata;
  sheet->rates = (const char * const *) self->rates->pdata;
  self->wording = g_strdup (tend_record_get_text (agreement, "wording"));

  return TRUE;
}

TendContractValues *
tend_compose_contract_load (TendVault   *vault,
                            const char  *client_id,
                            TendDate     today,
                            GError     **error)
{
  g_autoptr(TendRecord) client =
    tend_record_load (vault, tend_kind_by_name ("client"), client_id, error);
  g_autoptr(TendRecord) agreement = NULL;
  g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) services = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TendContractValues) self = NULL;
  TendAgreed agreed;

  if (client != NULL)
    agreement = find_agreement (vault, client_id, today, error);
  if (agreement == NULL)
    return NULL;

  self = contract_values_new ();
  agreed = (TendAgreed) {
    vault, client, agreement, MAX (today, (TendDate) tend_record_get_int (agreement, "starts_on")),
    patterns, services, self->texts, TEND_DATE_NONE, NULL,
  };

  if (!load_agreed (&agreed, error) || !read_parties (self, &agreed, error) ||
      !tend_care_reads_large (vault, client_id, today, &self->sheet.large, error) ||
      !read_signed (self, &agreed, today, error) || !read_terms (self, &agreed, today, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Nothing is agreed with nobody yet: what holds for everybody is left. */
static void
open_terms (TendContractValues *self,
            const TendTerms    *terms)
{
  TendContractSheet *sheet = &self->sheet;

  if (terms->billing_differs)
    sheet->billing = _("as we agree it");
  if (terms->cancellation_differs)
    sheet->cancellation = _("We agree what you pay for a visit that you cancel late, and how many "
                            "hours before it is late.");
  sheet->mileage_open = terms->mileage_differs;
  sheet->made_on = TEND_DATE_NONE;
  sheet->payment_details = NULL;
}

TendContractValues *
tend_compose_contract_load_terms (TendVault   *vault,
                                  const char  *scheme,
                                  TendDate     today,
                                  gboolean     with_address,
                                  GError     **error)
{
  g_autoptr(TendRecord) client = tend_record_new (tend_kind_by_name ("client"));
  g_autoptr(TendRecord) agreement = tend_record_new (tend_kind_by_name ("agreement"));
  g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) services =
    tend_record_load_all (vault, tend_kind_by_name ("service"), error);
  g_autoptr(TendContractValues) self = contract_values_new ();
  TendAgreed agreed = {
    vault, client, agreement, today, patterns, services, self->texts, TEND_DATE_NONE, scheme
  };
  TendTerms terms = { 0 };

  tend_record_set_text (client, "given_name", "________");
  if (services == NULL || !tend_compose_terms (vault, today, agreement, &terms, error) ||
      !read_parties (self, &agreed, error) || !read_terms (self, &agreed, today, error))
    return NULL;

  /* Prices that hold for everybody may be few; the last in the list is its end. */
  if (self->rates->len <= services->len)
    g_ptr_array_insert (self->rates, self->rates->len - 1,
                        (gpointer) tend_compose_take (self->texts, g_strdup_printf (
                          "%s\t%s", _("What has no price here"), _("as we agree it"))));
  self->sheet.rates = (const char * const *) self->rates->pdata;
  open_terms (self, &terms);
  if (!with_address)
    self->sheet.provider.address = NULL;
  return g_steal_pointer (&self);
}

static void
redact (TendContractValues *self,
        GPtrArray          *lines,
        TendRedaction      *names)
{
  for (guint i = 0; lines->pdata[i] != NULL; i++)
    lines->pdata[i] = (gpointer) tend_compose_take (self->texts,
                                                    tend_redaction_run (names, lines->pdata[i]));
}

void
tend_compose_contract_redact (TendContractValues *values,
                              TendRedaction      *names)
{
  g_return_if_fail (values != NULL && names != NULL);

  redact (values, values->services, names);
  redact (values, values->rates, names);
}

void
tend_compose_contract_set_wording (TendContractValues *values,
                                   const char         *wording)
{
  g_return_if_fail (values != NULL);

  g_free (values->wording);
  values->wording = g_strdup (wording);
}

const TendContractSheet *
tend_compose_contract_sheet (const TendContractValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return &values->sheet;
}

const char *
tend_compose_contract_wording (const TendContractValues *values)
{
  return values->wording;
}

TendDocument *
tend_compose_contract_document (const TendContractValues  *values,
                                GError                   **error)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_contract (&values->sheet, values->wording, error);
}
