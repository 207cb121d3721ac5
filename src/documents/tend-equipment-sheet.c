/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-equipment-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"

static void
lay_line (TendFlow                 *flow,
          const TendEquipmentSheet *sheet,
          const TendEquipmentLine  *line)
{
  gboolean form = line->equipment == NULL;
  g_autofree char *trained = tend_date_format (line->trained_on, TEND_DATE_LONG);
  g_autofree char *signed_on = tend_date_format (line->signed_on, TEND_DATE_LONG);
  g_autofree char *review = tend_date_format (line->review_on, TEND_DATE_LONG);

  if (!form)
    tend_heading_lay (flow, line->equipment);
  else
    tend_blank_lay (flow, _("Equipment"), 1);
  tend_answer_lay (flow, _("Shown on"), trained, form, 1);
  tend_answer_lay (flow, _("Shown by"), line->trained_by, form, 1);
  tend_answer_lay (flow, _("Who they are"), line->trainer, form, 1);
  tend_answer_lay (flow, _("What was shown and tried"), line->shown, form, 3);
  tend_answer_lay (flow, _("Show again on"), review, form, 1);
  tend_field_lay (flow, _("Note"), line->note);
  tend_field_lay (flow, _("Signed on"), signed_on);
  if (line->signed_on != TEND_DATE_NONE)
    return;
  tend_flow_space (flow, 6);
  tend_signature_lay (flow, _("Who showed it"), line->trained_by);
  tend_signature_lay (flow, _("Who was shown"), sheet->head.carer.name);
}

void
tend_equipment_sheet_lay (TendFlow                 *flow,
                          const TendEquipmentSheet *sheet)
{
  const TendEquipmentLine blank = { 0 };

  tend_care_head_lay (flow, &sheet->head, _("Equipment training"));
  tend_care_person_lay (flow, &sheet->head);
  tend_flow_text (flow, "P", TEND_TEXT_BODY,
                  _("I use equipment only once I have been shown how this person uses it. "
                    "Whoever showed me signs: that may be the person or their family."),
                  &flow->palette->ink);
  flow->y += 10;
  for (gsize i = 0; i < sheet->n_lines; i++)
    lay_line (flow, sheet, &sheet->lines[i]);
  if (sheet->n_lines == 0)
    lay_line (flow, sheet, &blank);
}

TendDocument *
tend_document_new_equipment (const TendEquipmentSheet *sheet)
{
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  tend_care_begin (&flow, &sheet->head, _("Equipment training"));
  tend_equipment_sheet_lay (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, _("Equipment training"));
}
