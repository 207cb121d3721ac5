/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-contingency-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *authority; /* "Lasting power of attorney: health and welfare" */
  const char *acts;      /* "Alone" */
  const char *note;      /* limits */
} TendActing;

/* Who to contact: everybody round the person, and who may act for them. */
typedef struct
{
  TendCareHead       head;
  const TendContact *contacts;
  gsize              n_contacts;
  const TendActing  *acting;
  gsize              n_acting;
  const char        *concerns; /* whom else to tell when unhappy; lines */
  gboolean           to_sign;  /* a line to sign on */
} TendContactsSheet;

TendDocument *tend_document_new_contacts (const TendContactsSheet *sheet);
void          tend_contacts_sheet_lay    (TendFlow                *flow,
                                          const TendContactsSheet *sheet);

G_END_DECLS
