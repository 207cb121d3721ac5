/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-contract-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-money.h"
#include "tend-text-sheet.h"

#define USUAL_HOLIDAY_NOTICE 14

static const TendPlaceholder placeholders[] = {
  { "provider.name", N_("Your own name") },
  { "provider.trading_as", N_("Your business name") },
  { "provider.address", N_("Your address") },
  { "provider.phone", N_("Your phone number") },
  { "provider.email", N_("Your email address") },
  { "client.name", N_("The person’s name") },
  { "client.address", N_("The person’s address") },
  { "representative", N_("Who acts for the person") },
  { "representative.role", N_("What the representative is to the person") },
  { "paid_by", N_("Who pays, where it is not the person") },
  { "made_on", N_("The day of the agreement") },
  { "signed", N_("Of a copy of what is signed: who signed it, and when") },
  { "starts_on", N_("The first day of support") },
  { "ends_on", N_("The last day of support, where there is one") },
  { "services", N_("The services, one on a line") },
  { "times", N_("The times agreed, one on a line") },
  { "rates", N_("The prices, one on a line") },
  { "billing", N_("How often you send an invoice") },
  { "payment_days", N_("Days to pay an invoice") },
  { "payment_details", N_("How to pay") },
  { "notice_days", N_("Days of notice to end the agreement") },
  { "holiday_notice_days", N_("Days of notice before time off") },
  { "mileage", N_("The price of a mile, where miles are charged") },
  { "cancellation", N_("What a visit cancelled late costs") },
  { "plan_b", N_("People to ask when you cannot come, one on a line") },
  { "cover_agreed", N_("Filled where a council asks for cover to be agreed") },
  { "concerns", N_("Who else hears complaints, one on a line") },
  { "insurer", N_("Your insurer") },
  { "home", N_("Filled where the agreement is made at the person’s home") },
};

const TendPlaceholder *
tend_contract_placeholders (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (placeholders);
  return placeholders;
}

static void
set (GHashTable *values,
     const char *name,
     const char *text)
{
  g_hash_table_insert (values, g_strdup (name), g_strdup (text ? text : ""));
}

static void
take (GHashTable *values,
      const char *name,
      char       *text)
{
  g_hash_table_insert (values, g_strdup (name), text);
}

static void
set_number (GHashTable *values,
            const char *name,
            int         number)
{
  take (values, name, number > 0 ? g_strdup_printf ("%d", number) : g_strdup (""));
}

static char *
join (const char *const *lines)
{
  return lines ? g_strjoinv ("\n", (char **) lines) : g_strdup ("");
}

static void
set_parties (GHashTable              *values,
             const TendContractSheet *sheet)
{
  set (values, "provider.name", sheet->provider.name);
  set (values, "provider.trading_as", sheet->provider.trading_as);
  set (values, "provider.address", sheet->provider.address);
  set (values, "provider.phone", sheet->provider.phone);
  set (values, "provider.email", sheet->provider.email);
  set (values, "client.name", sheet->client_name);
  set (values, "client.address", sheet->client_address);
  set (values, "representative", sheet->representative);
  set (values, "representative.role", sheet->representative_role);
  set (values, "paid_by", sheet->paid_by);
}

/* Inside "I charge … for each mile". */
static char *
mileage_text (const TendContractSheet *sheet)
{
  g_autofree char *price =
    sheet->mileage_pence > 0 ? tend_money_format (sheet->mileage_pence) : g_strdup ("");

  if (!sheet->mileage_open)
    return g_steal_pointer (&price);

  return *price != '\0' ? g_strdup_printf (_("%s, or what we agree,"), price)
                        : g_strdup (_("what we agree"));
}

GHashTable *
tend_contract_values (const TendContractSheet *sheet)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (sheet != NULL, values);

  set_parties (values, sheet);
  take (values, "made_on", tend_date_format (sheet->made_on, TEND_DATE_LONG));
  take (values, "signed", tend_signed_text (sheet->signed_by, sheet->signed_on));
  take (values, "starts_on", tend_date_format (sheet->starts_on, TEND_DATE_FULL));
  take (values, "ends_on", tend_date_format (sheet->ends_on, TEND_DATE_FULL));
  take (values, "services", join (sheet->services));
  set (values, "times", sheet->times);
  take (values, "rates", join (sheet->rates));
  set (values, "billing", sheet->billing);
  set_number (values, "payment_days", sheet->payment_days);
  set (values, "payment_details", sheet->payment_details);
  set_number (values, "notice_days", sheet->notice_days);
  set_number (values, "holiday_notice_days", sheet->holiday_notice_days > 0
                                             ? sheet->holiday_notice_days : USUAL_HOLIDAY_NOTICE);
  take (values, "mileage", mileage_text (sheet));
  set (values, "cancellation", sheet->cancellation);
  set (values, "plan_b", sheet->plan_b);
  set (values, "cover_agreed", sheet->cover_agreed ? _("yes") : "");
  set (values, "concerns", sheet->concerns);
  set (values, "insurer", sheet->insurer);
  set (values, "home", sheet->made_at_home ? _("yes") : "");
  return values;
}

char *
tend_contract_sheet_fill (const TendContractSheet  *sheet,
                          const char               *wording,
                          GError                  **error)
{
  g_autoptr(GHashTable) values = NULL;

  g_return_val_if_fail (sheet != NULL && sheet->client_name != NULL, NULL);
  g_return_val_if_fail (sheet->provider.name != NULL, NULL);

  values = tend_contract_values (sheet);
  return tend_template_fill_own ("contract", wording, values, error);
}

TendDocument *
tend_document_new_contract (const TendContractSheet  *sheet,
                            const char               *wording,
                            GError                  **error)
{
  g_autofree char *markdown = tend_contract_sheet_fill (sheet, wording, error);
  g_autofree char *title = NULL;
  g_autofree char *footer = NULL;
  g_autofree char *between = NULL;
  g_autofree char *printed = NULL;
  TendTextSheet text;

  if (markdown == NULL)
    return NULL;

  title = g_strdup_printf (_("Agreement with %s"), sheet->client_name);
  between = g_strdup_printf (_("Agreement between %s and %s"), sheet->client_name,
                             sheet->provider.name);
  printed = tend_date_format (sheet->printed_on, TEND_DATE_LONG);
  /* Translators: of a paper that says what held on that day */
  footer = *printed ? g_strdup_printf (_("%s · Printed on %s"), between, printed)
                    : g_strdup (between);
  text = (TendTextSheet) {
    .title = title, .author = sheet->provider.name, .markdown = markdown, .footer = footer,
    .language = sheet->language, .signed_by = sheet->signed_by, .signed_on = sheet->signed_on,
    .changed = sheet->changed, .large = sheet->large, .numbered = TRUE,
  };
  return tend_document_new_text (&text);
}
