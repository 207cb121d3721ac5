/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-policy-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-text-sheet.h"

static const TendPlaceholder placeholders[] = {
  { "provider.name", N_("Your own name") },
  { "provider.trading_as", N_("Your business name") },
  { "provider.address", N_("Your address") },
  { "provider.phone", N_("Your phone number") },
  { "provider.email", N_("Your email address") },
  { "title", N_("The name of the policy") },
  { "version", N_("The version of the policy") },
  { "starts_on", N_("The day from which the policy holds") },
  { "reviewed_on", N_("The day you last read it through") },
  { "review_on", N_("The day you will read it through again") },
  { "safeguarding", N_("The council’s safeguarding team, one on a line") },
  { "concerns", N_("Who else hears complaints, one on a line") },
  { "schemes", N_("The networks you belong to, one on a line") },
  { "formal", N_("What a network asks of a formal complaint, one on a line") },
  { "keeping", N_("How long a network asks to keep records, one on a line") },
  { "england", N_("Filled where you work in England") },
  { "wales", N_("Filled where you work in Wales") },
  { "team", N_("Filled where others work with you") },
  { "cover_chosen", N_("Filled where people find cover themselves") },
  { "cover_agreed", N_("Filled where a council asks for cover to be agreed") },
};

const TendPlaceholder *
tend_policy_placeholders (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (placeholders);
  return placeholders;
}

static const char *
filled (gboolean is_filled)
{
  return is_filled ? "yes" : NULL;
}

/* In the order of the places above. */
static GHashTable *
make_values (const TendPolicySheet *sheet)
{
  g_autofree char *version = g_strdup_printf ("%d", sheet->version);
  g_autofree char *starts_on = tend_date_format (sheet->starts_on, TEND_DATE_LONG);
  g_autofree char *reviewed_on = tend_date_format (sheet->reviewed_on, TEND_DATE_LONG);
  g_autofree char *review_on = tend_date_format (sheet->review_on, TEND_DATE_LONG);
  const char *texts[] = {
    sheet->provider.name, sheet->provider.trading_as, sheet->provider.address,
    sheet->provider.phone, sheet->provider.email, sheet->title, version, starts_on, reviewed_on,
    review_on, sheet->safeguarding, sheet->concerns, sheet->schemes, sheet->formal, sheet->keeping,
    filled (sheet->england), filled (sheet->wales), filled (sheet->team),
    filled (sheet->cover_chosen), filled (sheet->cover_agreed),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == G_N_ELEMENTS (placeholders));

  return tend_template_values (placeholders, texts, G_N_ELEMENTS (texts));
}

char *
tend_policy_template (const char *kind)
{
  return g_strdelimit (g_strconcat ("policy-", kind, NULL), "_", '-');
}

char *
tend_policy_sheet_fill (const TendPolicySheet  *sheet,
                        const char             *wording,
                        GError                **error)
{
  g_autoptr(GHashTable) values = NULL;
  g_autofree char *name = NULL;
  g_autofree char *head = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (sheet != NULL && sheet->kind != NULL && sheet->title != NULL, NULL);
  g_return_val_if_fail (sheet->provider.name != NULL, NULL);

  /* Apart, so that a fault is told with its line in what the carer wrote. */
  values = make_values (sheet);
  name = tend_policy_template (sheet->kind);
  head = tend_template_fill_own ("policy-head", NULL, values, error);
  body = head != NULL ? tend_template_fill_own (name, wording, values, error) : NULL;

  return body != NULL ? g_strconcat (head, "\n", body, NULL) : NULL;
}

TendDocument *
tend_document_new_policy (const TendPolicySheet  *sheet,
                          const char             *wording,
                          GError                **error)
{
  g_autofree char *markdown = tend_policy_sheet_fill (sheet, wording, error);
  g_autofree char *title = NULL;
  TendTextSheet text;

  if (markdown == NULL)
    return NULL;
  title = g_strdup_printf ("%s · %s", sheet->title,
                           sheet->provider.trading_as ? sheet->provider.trading_as
                                                      : sheet->provider.name);
  text = (TendTextSheet) {
    .title = title, .author = sheet->provider.name, .markdown = markdown,
    .language = sheet->language,
  };
  return tend_document_new_text (&text);
}
