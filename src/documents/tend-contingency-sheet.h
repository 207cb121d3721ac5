/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *who;   /* "Family" */
  const char *phone;
  const char *note;
} TendContact;

/* The sheet for the fridge: one page, in type as large as it allows.  What is cut short
 * there stands in full on the pages behind it.  In large print it is as many pages as that
 * takes, with nothing small on them.  Others are only named: the person chooses
 * and asks them.
 */
typedef struct
{
  TendCareHead       head;
  TendDate           updated_on;
  const TendContact *contacts;  /* to ring, in this order */
  gsize              n_contacts;
  const char        *cannot_wait;
  const char        *can_wait;
  const char        *carer_ill;
  const char        *bad_weather;
  const char        *no_reply;
  int                no_reply_minutes; /* 0: none agreed */
  const char        *others;
  const char        *note;
  gboolean           form;      /* nothing is written yet: room to write */
  gboolean           to_sign;   /* a line to sign on: in a pack, not for the fridge */
} TendContingencySheet;

TendDocument *tend_document_new_contingency (const TendContingencySheet *sheet);
void          tend_contingency_sheet_lay    (TendFlow                   *flow,
                                             const TendContingencySheet *sheet);

G_END_DECLS
