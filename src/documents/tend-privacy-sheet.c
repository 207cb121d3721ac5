/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-text-sheet.h"

static const TendPlaceholder placeholders[] = {
  { "provider.name", N_("Your own name") },
  { "provider.trading_as", N_("Your business name") },
  { "provider.address", N_("Your address") },
  { "provider.phone", N_("Your phone number") },
  { "provider.email", N_("Your email address") },
  { "client.name", N_("The person’s name") },
  { "made_on", N_("The day of the notice") },
  { "signed", N_("Of a copy of what is signed: when that was") },
  { "shared_with", N_("Whom the person agreed to your telling, one on a line") },
  { "concerns", N_("Who else hears complaints, one on a line") },
};

const TendPlaceholder *
tend_privacy_placeholders (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (placeholders);
  return placeholders;
}

/* In the order of the places above. */
static GHashTable *
make_values (const TendPrivacySheet *sheet)
{
  g_autofree char *made_on = tend_date_format (sheet->made_on, TEND_DATE_LONG);
  g_autofree char *signature = tend_signed_text (NULL, sheet->signed_on);
  const char *texts[] = {
    sheet->provider.name, sheet->provider.trading_as, sheet->provider.address,
    sheet->provider.phone, sheet->provider.email, sheet->client_name, made_on,
    signature, sheet->shared_with, sheet->complaints,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == G_N_ELEMENTS (placeholders));

  return tend_template_values (placeholders, texts, G_N_ELEMENTS (texts));
}

char *
tend_privacy_sheet_fill (const TendPrivacySheet  *sheet,
                         const char              *wording,
                         GError                 **error)
{
  g_autoptr(GHashTable) values = NULL;

  g_return_val_if_fail (sheet != NULL && sheet->client_name != NULL, NULL);
  g_return_val_if_fail (sheet->provider.name != NULL, NULL);

  values = make_values (sheet);
  return tend_template_fill_own ("privacy", wording, values, error);
}

TendDocument *
tend_document_new_privacy (const TendPrivacySheet  *sheet,
                           const char              *wording,
                           GError                 **error)
{
  g_autofree char *markdown = tend_privacy_sheet_fill (sheet, wording, error);
  g_autofree char *title = NULL;
  TendTextSheet text;

  if (markdown == NULL)
    return NULL;
  title = g_strdup_printf (_("Privacy notice for %s"), sheet->client_name);
  text = (TendTextSheet) {
    .title = title, .author = sheet->provider.name, .markdown = markdown,
    .language = sheet->language, .large = sheet->large,
  };
  return tend_document_new_text (&text);
}
