/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"

/* "7 September 2026, by telephone"; either alone. */
static char *
told_text (const TendMedicineRequest *request)
{
  g_autofree char *date = tend_date_format (request->gp_told_on, TEND_DATE_LONG);
  const char *how = request->gp_told_how ? request->gp_told_how : "";

  return g_strdup_printf ("%s%s%s", date, *date && *how ? ", " : "", how);
}

static void
lay_request (TendFlow                  *flow,
             const TendMedicineSheet   *sheet,
             const TendMedicineRequest *request)
{
  gboolean form = request->action == NULL;
  g_autofree char *asked = tend_date_format (request->asked_on, TEND_DATE_LONG);
  g_autofree char *ends = tend_date_format (request->ends_on, TEND_DATE_LONG);
  g_autofree char *told = told_text (request);
  g_autofree char *trained = tend_date_format (request->training_checked_on, TEND_DATE_LONG);

  tend_flow_space (flow, 8);
  tend_answer_lay (flow, _("Medicine"), request->medicine, form, 1);
  if (form)
    tend_blank_lay (flow, _("Exactly this, in my words"), 5);
  tend_notice_lay (flow, TEND_TEXT_BODY, _("Exactly this, in my words"), request->action, FALSE);
  tend_field_lay (flow, _("Asked on"), asked);
  tend_field_lay (flow, _("On whose word"), request->asked_by);
  tend_answer_lay (flow, _("Last day"), ends, form, 1);
  tend_field_lay (flow, _("Note"), request->note);
  tend_field_lay (flow, _("GP told"), told);
  tend_field_lay (flow, _("Training checked"), trained);
  if (request->signed_on == TEND_DATE_NONE)
    tend_care_signed_lay (flow, &sheet->head, sheet->head.name);
  else
    tend_held_lay (flow, request->signed_by, request->signed_on, NULL);
}

void
tend_medicine_sheet_lay (TendFlow                *flow,
                         const TendMedicineSheet *sheet)
{
  const TendMedicineRequest blank = { 0 };
  /* Translators: the carer's name */
  g_autofree char *asks = g_strdup_printf (
    _("I ask %s to help me with my medicines in the way that is written here, and in no other "
      "way. I can change my mind at any time by saying so. If I refuse a medicine, that is "
      "respected and written down."), sheet->head.carer.name);

  tend_care_head_lay (flow, &sheet->head, _("Medicine request"));
  tend_care_person_lay (flow, &sheet->head);
  tend_care_allergies_lay (flow, &sheet->head);
  tend_flow_text (flow, "P", TEND_TEXT_BODY, asks, &flow->palette->ink);
  flow->y += 6;
  for (gsize i = 0; i < sheet->n_requests; i++)
    lay_request (flow, sheet, &sheet->requests[i]);
  if (sheet->n_requests == 0)
    lay_request (flow, sheet, &blank);
}

TendDocument *
tend_document_new_medicine_request (const TendMedicineSheet *sheet)
{
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  tend_care_begin (&flow, &sheet->head, _("Medicine request"));
  tend_medicine_sheet_lay (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, _("Medicine request"));
}
