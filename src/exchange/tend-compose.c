/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-clients.h"
#include "tend-recovery-sheet.h"
#include "tend-recovery.h"

#include <glib/gi18n-lib.h>

const char *
tend_compose_keep (GStringChunk *texts,
                   const char   *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert (texts, text) : NULL;
}

const char *
tend_compose_take (GStringChunk *texts,
                   char         *text)
{
  g_autofree char *taken = text;

  return tend_compose_keep (texts, taken);
}

const char *
tend_compose_choice (TendRecord *record,
                     const char *field)
{
  return tend_field_choice_label (tend_kind_field (tend_record_get_kind (record), field),
                                  tend_record_get_text (record, field));
}

gboolean
tend_compose_provider (TendVault     *vault,
                       GStringChunk  *texts,
                       TendParty     *party,
                       GError       **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);

  if (provider == NULL)
    return FALSE;

  tend_compose_party (provider, tend_record_get_text (provider, "own_name"), texts, party);
  party->trading_as = tend_compose_keep (texts, tend_record_get_text (provider, "trading_name"));
  return TRUE;
}

/* A payer's organisation stands between name and address, as on an invoice. */
static const char *
full_address (TendRecord   *record,
              GStringChunk *texts)
{
  g_autofree char *address = tend_record_full_address (record);
  const char *organisation = NULL;

  if (tend_kind_field (tend_record_get_kind (record), "organisation") != NULL)
    organisation = tend_record_get_text (record, "organisation");
  if (organisation == NULL)
    return tend_compose_keep (texts, address);

  return tend_compose_take (texts, g_strdup_printf ("%s%s%s", organisation,
                                                    *address != '\0' ? "\n" : "", address));
}

void
tend_compose_party (TendRecord   *record,
                    const char   *name,
                    GStringChunk *texts,
                    TendParty    *party)
{
  /* A name is needed on every sheet; a new vault may not have it yet. */
  party->name = g_string_chunk_insert (texts, name != NULL ? name : "");
  party->address = full_address (record, texts);
  party->phone = tend_compose_keep (texts, tend_record_get_text (record, "phone"));
  party->email = tend_compose_keep (texts, tend_record_get_text (record, "email"));
}

void
tend_compose_add_change (GString    *text,
                         const char *format,
                         TendDate    day)
{
  g_autofree char *date = tend_date_format (day, TEND_DATE_LONG);
  g_autofree char *change = g_strdup_printf (format, date);

  if (day != TEND_DATE_NONE)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", change);
}

const char *
tend_compose_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "cy") ? "cy" : "en-GB";
}

const char *
tend_compose_full_name (TendRecord   *client,
                        GStringChunk *texts)
{
  const char *given = tend_record_get_text (client, "given_name");
  const char *family = tend_record_get_text (client, "family_name");

  return family != NULL
         ? tend_compose_take (texts, g_strdup_printf ("%s %s", given, family))
         : tend_compose_keep (texts, given);
}

TendDocument *
tend_compose_recovery_document (const char *recovery_key,
                                const char *owner,
                                TendDate    made_on)
{
  guint n = tend_recovery_n_groups ();
  g_auto(GStrv) groups = g_new0 (char *, n + 1);
  TendRecoverySheet sheet = {
    .groups = (const char * const *) groups,
    .owner = owner,
    .made_on = made_on,
    .language = tend_compose_language (),
  };

  g_return_val_if_fail (recovery_key != NULL, NULL);

  for (guint i = 0; i < n; i++)
    groups[i] = tend_recovery_group (recovery_key, i);

  return tend_document_new_recovery (&sheet);
}
