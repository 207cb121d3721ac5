/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

typedef struct
{
  TendDate    asked_on;
  const char *asked_by;  /* on whose word: "The person" */
  const char *medicine;
  const char *action;    /* exactly, in the person's words */
  TendDate    signed_on; /* TEND_DATE_NONE: still to be signed */
  const char *signed_by;
  TendDate    ends_on;
  const char *note;
  TendDate    gp_told_on;
  const char *gp_told_how;         /* "By telephone, Mrs Bell at the desk" */
  TendDate    training_checked_on; /* when it was asked whether special training is needed */
} TendMedicineRequest;

/* What the carer is asked to do with medicines.  Without requests it is a form. */
typedef struct
{
  TendCareHead               head;
  const TendMedicineRequest *requests;
  gsize                      n_requests;
} TendMedicineSheet;

TendDocument *tend_document_new_medicine_request (const TendMedicineSheet *sheet);
void          tend_medicine_sheet_lay            (TendFlow                *flow,
                                                  const TendMedicineSheet *sheet);

G_END_DECLS
