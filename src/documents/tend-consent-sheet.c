/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-consent-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"

static void
lay_form (TendFlow *flow)
{
  const char *kinds[] = { _("Care and support"), _("Sharing information, and with whom"),
                          _("Photographs"), _("Help with medicines"), _("Something else") };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    tend_blank_lay (flow, kinds[i], 2);
}

static void
lay_answer (TendFlow *flow,
            gpointer  data)
{
  const TendConsentLine *line = data;
  g_autofree char *given = tend_date_format (line->given_on, TEND_DATE_LONG);
  g_autofree char *agreed = tend_care_agreed_text (line->by, line->given_on);
  g_autofree char *ends = tend_date_format (line->ends_on, TEND_DATE_LONG);
  g_autofree char *withdrawn = tend_date_format (line->withdrawn_on, TEND_DATE_LONG);
  g_autofree char *title = line->sharing_with && *line->sharing_with
                           /* Translators: "Sharing information: the district nurses" */
                           ? g_strdup_printf (_("%s: %s"), line->kind, line->sharing_with)
                           : g_strdup (line->kind);

  tend_heading_lay (flow, title);
  if (*withdrawn)
    tend_notice_lay (flow, TEND_TEXT_CELL, _("Withdrawn on"), withdrawn, TRUE);
  tend_field_lay (flow, _("How it was withdrawn"), line->withdrawn_how);
  if (line->refused)
    tend_notice_lay (flow, TEND_TEXT_STRONG, NULL, line->answer, TRUE);
  else
    tend_field_lay (flow, _("Answer"), agreed);
  tend_field_lay (flow, _("What exactly"), line->detail);
  if (line->refused)
    tend_field_lay (flow, _("On"), given);
  tend_field_lay (flow, _("How"), line->how);
  tend_field_lay (flow, _("On whose word"), line->given_by);
  tend_field_lay (flow, line->over ? _("Ended on") : _("Last day"), ends);
  tend_field_lay (flow, _("Note"), line->note);
}

TendDocument *
tend_document_new_consent (const TendConsentSheet *sheet)
{
  const char *title;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  title = _("Consent");
  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_care_person_lay (&flow, &sheet->head);
  tend_flow_text (&flow, "P", TEND_TEXT_BODY,
                  _("This is what I was asked and what I answered. I can take back what I agreed "
                    "to at any time by saying so, and I need give no reason."),
                  &flow.palette->ink);
  for (gsize i = 0; i < sheet->n_lines; i++)
    tend_flow_keep (&flow, lay_answer, (gpointer) &sheet->lines[i]);
  if (sheet->n_lines == 0)
    {
      flow.y += 14;
      lay_form (&flow);
      tend_care_signed_lay (&flow, &sheet->head, sheet->head.name);
    }
  return tend_care_finish (&flow, &sheet->head, title);
}
