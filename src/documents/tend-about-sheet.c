/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-about-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"

static void
lay_facts (TendFlow             *flow,
           const TendAboutSheet *sheet)
{
  const TendCareHead *head = &sheet->head;
  g_autofree char *born = tend_date_format (head->born, TEND_DATE_LONG);
  const TendFact facts[] = {
    { _("Address"), head->address, NULL, 0 },
    { _("Born"), born, NULL, 1 },
    { _("NHS number"), head->number, NULL, 1 },
    { _("Phone"), head->phone, NULL, 1 },
    { _("Please ring first"), sheet->contact, NULL, 2 },
    { _("GP"), sheet->gp, NULL, 2 },
  };

  tend_facts_lay (flow, facts, G_N_ELEMENTS (facts));
}

/* (transfer full): "Large print. English. Needs an interpreter." */
static char *
ways_text (const TendAboutSheet *sheet)
{
  const char *parts[] = { sheet->format, sheet->languages,
                          sheet->interpreter ? _("Needs an interpreter") : NULL };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

void
tend_about_sheet_lay (TendFlow             *flow,
                      const TendAboutSheet *sheet)
{
  g_autofree char *written = tend_date_format (sheet->written_on, TEND_DATE_LONG);
  g_autofree char *check = tend_date_format (sheet->check_on, TEND_DATE_LONG);
  g_autofree char *ways = ways_text (sheet);
  gboolean form = sheet->form;

  tend_care_head_lay (flow, &sheet->head, _("About me"));
  lay_facts (flow, sheet);
  tend_care_allergies_lay (flow, &sheet->head);
  tend_care_medicines_lay (flow, &sheet->head);
  tend_notice_lay (flow, TEND_TEXT_BODY, _("How to communicate with me"), sheet->communicate,
                   FALSE);
  tend_care_directives_lay (flow, &sheet->head, FALSE);
  flow->y += 4;

  if (form)
    tend_blank_lay (flow, _("How to communicate with me"), 3);
  tend_answer_lay (flow, _("Best way to tell me things"), ways, form, 1);
  tend_answer_lay (flow, _("What matters to me"), sheet->matters, form, 3);
  tend_answer_lay (flow, _("Who matters to me"), sheet->people, form, 2);
  tend_answer_lay (flow, _("How and when to support me"), sheet->support, form, 3);
  tend_answer_lay (flow, _("Please do"), sheet->please_do, form, 2);
  tend_answer_lay (flow, _("Please do not"), sheet->please_dont, form, 2);
  tend_answer_lay (flow, _("How I am when I am well"), sheet->wellness, form, 2);
  tend_answer_lay (flow, _("Also worth knowing"), sheet->also, form, 2);

  tend_flow_space (flow, 8);
  tend_run_in_lay (flow, _("Written on"), written);
  tend_run_in_lay (flow, _("Written with"), sheet->written_with);
  tend_run_in_lay (flow, _("To be looked at again on"), check);
  if (form || sheet->to_sign)
    {
      tend_flow_space (flow, 10);
      tend_signature_lay (flow, _("Written down with me"), sheet->head.name);
    }
}

TendDocument *
tend_document_new_about (const TendAboutSheet *sheet)
{
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  tend_care_begin (&flow, &sheet->head, _("About me"));
  tend_about_sheet_lay (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, _("About me"));
}
