/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-demo-private.h"

#include "tend-attachments.h"
#include "tend-clients.h"
#include "tend-compose-care.h"
#include "tend-compose-private.h"
#include "tend-compose.h"
#include "tend-kinds.h"
#include "tend-template.h"
#include "tend-text-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLIENT "rose"
#define LINE   "______"

typedef struct
{
  const char    *id;
  const char    *paper;   /* of the attachment */
  const char    *kind;    /* of what it is kept with */
  const char    *subject;
  const char    *name;
  const char    *title;   /* N_() */
  const char    *day;
  TendCarePaper  sheet;
} Signed;

/* What the sample says was signed in the first week, and anew with the second plan. */
static const Signed papers[] = {
  { "d-rose-privacy", "privacy_notice", "client", CLIENT, "privacy-notice-signed.pdf",
    N_("Privacy notice, signed"), "2025-02-26", TEND_CARE_PRIVACY_NOTICE },
  { "d-rose-about", "about_me", "about_me", "am-rose-2", "about-me-signed.pdf",
    N_("About me, signed"), "2026-09-07", TEND_CARE_ABOUT_ME },
  { "d-rose-medicines", "medicine_request", "medicine_request", "q-rose",
    "medicine-request-signed.pdf", N_("Medicine request, signed"), "2026-09-07",
    TEND_CARE_MEDICINE_REQUEST },
  { "d-rose-equipment", "equipment", "client", CLIENT, "equipment-signed.pdf",
    N_("Equipment training, signed"), "2026-09-07", TEND_CARE_EQUIPMENT },
};

/* (transfer full): @markdown with @words, ended by NULL, on its first lines to write on; a
 * word that is one stays as it is. */
static char *
write_on (const char        *markdown,
          const char *const *words)
{
  GString *text = g_string_new (NULL);
  const char *rest = markdown;

  for (; *words != NULL; words++)
    {
      const char *line = strstr (rest, LINE);

      if (line == NULL)
        break;
      g_string_append_len (text, rest, line - rest);
      g_string_append_printf (text, g_str_equal (*words, LINE) ? "%s" : "*%s*", *words);
      rest = line + strlen (LINE);
    }
  g_string_append (text, rest);

  return g_string_free (text, FALSE);
}

/* (transfer full): Tend's own wording with @words, ended by NULL, where one writes. */
static char *
signed_wording (const char        *template,
                const char *const *words,
                GError           **error)
{
  g_autofree char *wording = tend_template_load (template, error);

  return wording != NULL ? write_on (wording, words) : NULL;
}

/* (transfer full): as somebody initials a page: "RH". */
static char *
initials_of (const char *name)
{
  g_auto(GStrv) names = g_strsplit (name, " ", -1);
  GString *initials = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      g_string_append_unichar (initials, g_utf8_get_char (names[i]));

  return g_string_free (initials, FALSE);
}

static TendDocument *
draw_contract (TendVault   *vault,
               TendRecord  *agreement,
               GError     **error)
{
  TendDate day = tend_record_get_int (agreement, "signed_on");
  /* "Catrin Pritchard, attorney" signs with her name alone. */
  g_auto(GStrv) signed_by = g_strsplit (tend_record_get_text (agreement, "signed_by"), ",", 2);
  g_autofree char *initials = initials_of (signed_by[0]);
  g_autofree char *date = tend_date_format (day, TEND_DATE_LONG);
  /* Whom to ask is printed; then the initials to have the support begin at once. */
  const char *const words[] = { LINE, LINE, LINE, LINE, initials, signed_by[0], signed_by[0],
                                date, "{{provider.name}}", date, NULL };
  g_autoptr(TendContractValues) values =
    tend_compose_contract_load (vault, tend_record_get_text (agreement, "client"), day, error);
  g_autofree char *wording = values != NULL ? signed_wording ("contract", words, error) : NULL;

  if (wording == NULL)
    return NULL;

  tend_compose_contract_set_wording (values, wording);
  return tend_compose_contract_document (values, error);
}

/* What a paper of the carer's own says, so plainly that nobody takes it for a real one. */
static TendDocument *
draw_credential (TendRecord *credential,
                 const char *holder)
{
  static const char *const names[] = { "level", "issuer", "reference", "named_employer",
                                       "version_on", "issued_on", "expires_on" };
  const TendKind *kind = tend_record_get_kind (credential);
  g_autoptr(GString) text = g_string_new (NULL);
  TendTextSheet sheet = { .title = tend_record_get_text (credential, "title"), .author = holder,
                          .language = tend_compose_language () };

  g_string_append_printf (text, "# %s\n\n%s\n\n- **%s**: %s\n- **%s**: %s\n", sheet.title,
                          _("A paper of Tend’s sample year. It is nobody’s, and proves nothing."),
                          _("What it is"),
                          tend_field_choice_label (tend_kind_field (kind, "kind"),
                                                   tend_record_get_text (credential, "kind")),
                          _("Name"), holder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TendField *field = tend_kind_field (kind, names[i]);
      g_autofree char *value = NULL;

      if (!tend_record_is_set (credential, names[i]))
        continue;

      value = field->type == TEND_FIELD_DATE
              ? tend_date_format (tend_record_get_int (credential, names[i]), TEND_DATE_LONG)
              : g_strdup (tend_record_get_text (credential, names[i]));
      g_string_append_printf (text, "- **%s**: %s\n", _(field->label), value);
    }

  if (strcmp (tend_record_get_text (credential, "kind"), "standards") == 0)
    g_string_append_printf (text, "- **%s**: *%s*\n", _("Signed by"), holder);

  sheet.markdown = text->str;
  return tend_document_new_text (&sheet);
}

static TendDocument *
draw (TendVault     *vault,
      const Signed  *paper,
      TendDate       day,
      GError       **error)
{
  g_autofree char *date = tend_date_format (day, TEND_DATE_LONG);
  const char *const words[] = { "{{client.name}}", date, "{{provider.name}}", date, NULL };
  TendCareRequest request = {
    .paper = paper->sheet, .client = CLIENT, .on = day, .signed_on = day,
  };
  g_autoptr(TendCareValues) values = NULL;
  g_autofree char *wording = NULL;

  values = tend_compose_care_load (vault, &request, error);
  if (values == NULL)
    return NULL;

  if (paper->sheet == TEND_CARE_PRIVACY_NOTICE)
    {
      wording = signed_wording ("privacy", words, error);
      if (wording == NULL)
        return NULL;
      tend_compose_care_set_wording (values, wording);
    }
  return tend_compose_care_document (values, error);
}

gboolean
tend_demo_keep (TendVault     *vault,
                TendRecord    *subject,
                TendRecord    *attachment,
                TendDocument  *document,
                GError       **error)
{
  g_autoptr(TendDocument) owned = document;
  g_autoptr(GBytes) pdf = owned != NULL ? tend_document_dup_pdf (owned, error) : NULL;
  g_autoptr(GInputStream) input = NULL;

  if (pdf == NULL)
    return FALSE;

  input = g_memory_input_stream_new_from_bytes (pdf);
  return tend_attachment_add (vault, subject, attachment, input, NULL, error);
}

/* Takes @document, which is a copy of @paper. */
static gboolean
keep (TendVault     *vault,
      TendRecord    *subject,
      const Signed  *paper,
      TendDate       day,
      TendDocument  *document,
      GError       **error)
{
  g_autoptr(TendRecord) attachment = tend_record_new (&tend_attachment_kind);

  tend_record_set_id (attachment, paper->id);
  tend_record_set_text (attachment, "name", paper->name);
  tend_record_set_text (attachment, "title", paper->title);
  if (paper->paper != NULL)
    tend_record_set_text (attachment, "paper", paper->paper);
  tend_record_set_int (attachment, "dated_on", day);
  tend_record_set_int (attachment, "added_on", day);
  return tend_demo_keep (vault, subject, attachment, document, error);
}

static gboolean
keep_signed (TendVault  *vault,
             GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      TendDate day = tend_date_parse_iso (papers[i].day);
      Signed paper = papers[i];
      g_autoptr(TendRecord) subject =
        tend_record_load (vault, tend_kind_by_name (paper.kind), paper.subject, error);

      paper.title = _(paper.title);
      if (subject == NULL ||
          !keep (vault, subject, &paper, day, draw (vault, &papers[i], day, error), error))
        return FALSE;
    }

  return TRUE;
}

/* The contract of everybody who is supported now: those of others are long on paper. */
static gboolean
keep_contracts (TendVault  *vault,
                GError    **error)
{
  g_autoptr(GPtrArray) agreements = tend_record_load_all (vault, &tend_agreement_kind, error);

  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      TendRecord *agreement = agreements->pdata[i];
      const char *client_id = tend_record_get_text (agreement, "client");
      g_autoptr(TendRecord) client = tend_record_load (vault, &tend_client_kind, client_id, error);
      g_autofree char *id = g_strdup_printf ("d-%s-contract", client_id);
      Signed paper = { .id = id, .paper = "contract", .name = "agreement-signed.pdf",
                       .title = _("Agreement, signed") };

      if (client == NULL)
        return FALSE;
      if (tend_record_is_set (client, "ended_on") || !tend_record_is_set (agreement, "signed_on"))
        continue;
      if (!keep (vault, agreement, &paper, tend_record_get_int (agreement, "signed_on"),
                 draw_contract (vault, agreement, error), error))
        return FALSE;
    }

  return agreements != NULL;
}

static gboolean
keep_credentials (TendVault  *vault,
                  GError    **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GPtrArray) credentials =
    provider != NULL ? tend_record_load_all (vault, &tend_credential_kind, error) : NULL;

  for (guint i = 0; credentials != NULL && i < credentials->len; i++)
    {
      TendRecord *credential = credentials->pdata[i];
      g_autofree char *id = g_strdup_printf ("d-%s", tend_record_get_id (credential));
      g_autofree char *name = g_strdup_printf ("%s.pdf", tend_record_get_id (credential) + 3);
      Signed paper = { .id = id, .name = name,
                       .title = tend_record_get_text (credential, "title") };

      if (!keep (vault, credential, &paper, tend_record_get_int (credential, "issued_on"),
                 draw_credential (credential, tend_record_get_text (provider, "own_name")),
                 error))
        return FALSE;
    }

  return credentials != NULL;
}

gboolean
tend_demo_keep_papers (TendVault  *vault,
                       GError    **error)
{
  return keep_signed (vault, error) && keep_contracts (vault, error) &&
         keep_credentials (vault, error) && tend_demo_keep_sheets (vault, error);
}
