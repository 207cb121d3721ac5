/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-demo-private.h"

#include "tend-attachments.h"
#include "tend-compose-care.h"
#include "tend-compose-private.h"
#include "tend-compose.h"
#include "tend-kinds.h"
#include "tend-template.h"

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
  TendCarePaper  sheet;   /* TEND_CARE_N_PAPERS: the contract, which is another document */
} Signed;

/* What the sample says was signed in the first week, and anew with the second plan. */
static const Signed papers[] = {
  { "d-rose-contract", "contract", "agreement", "a-rose", "agreement-signed.pdf",
    N_("Agreement, signed"), "2025-02-26", TEND_CARE_N_PAPERS },
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

static TendDocument *
draw_contract (TendVault   *vault,
               TendDate     day,
               GError     **error)
{
  g_autofree char *date = tend_date_format (day, TEND_DATE_LONG);
  /* Whom to ask is printed; then the initials to have the support begin at once. */
  const char *const words[] = { LINE, LINE, LINE, LINE, "RH", "{{client.name}}",
                                "{{client.name}}", date, "{{provider.name}}", date, NULL };
  g_autoptr(TendContractValues) values = tend_compose_contract_load (vault, CLIENT, day, error);
  g_autofree char *wording = values != NULL ? signed_wording ("contract", words, error) : NULL;

  if (wording == NULL)
    return NULL;

  tend_compose_contract_set_wording (values, wording);
  return tend_compose_contract_document (values, error);
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

  if (paper->sheet == TEND_CARE_N_PAPERS)
    return draw_contract (vault, day, error);

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

static gboolean
keep (TendVault     *vault,
      const Signed  *paper,
      GError       **error)
{
  TendDate day = tend_date_parse_iso (paper->day);
  g_autoptr(TendDocument) document = draw (vault, paper, day, error);
  g_autoptr(GBytes) pdf = document != NULL ? tend_document_dup_pdf (document, error) : NULL;
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(TendRecord) attachment = NULL;
  g_autoptr(TendRecord) subject = NULL;

  if (pdf == NULL)
    return FALSE;

  subject = tend_record_load (vault, tend_kind_by_name (paper->kind), paper->subject, error);
  if (subject == NULL)
    return FALSE;

  attachment = tend_record_new (&tend_attachment_kind);
  tend_record_set_id (attachment, paper->id);
  tend_record_set_text (attachment, "name", paper->name);
  tend_record_set_text (attachment, "title", _(paper->title));
  tend_record_set_text (attachment, "paper", paper->paper);
  tend_record_set_int (attachment, "dated_on", day);
  tend_record_set_int (attachment, "added_on", day);
  input = g_memory_input_stream_new_from_bytes (pdf);
  return tend_attachment_add (vault, subject, attachment, input, NULL, error);
}

gboolean
tend_demo_keep_papers (TendVault  *vault,
                       GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (!keep (vault, &papers[i], error))
      return FALSE;

  return TRUE;
}
