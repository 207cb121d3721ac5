/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-about-sheet.h"
#include "tend-contacts-sheet.h"
#include "tend-contingency-sheet.h"
#include "tend-equipment-sheet.h"
#include "tend-medicine-sheet.h"
#include "tend-privacy-sheet.h"

G_BEGIN_DECLS

/* The first-visit pack: everything a new person signs, each paper beginning on a page of its
 * own with its own page numbers, behind a list of them.
 */
#define TEND_PACK_SHEETS 7

/* What is known of one of its papers.  Of one that is signed a copy is printed, which nobody is
 * asked to sign again. */
typedef struct
{
  gboolean    held;      /* a signed copy is there */
  TendDate    signed_on; /* TEND_DATE_NONE: not known */
  const char *changed;   /* what is known to be otherwise since then, as in tend_held_lay() */
} TendPackPaper;

typedef struct
{
  TendCareHead         head;
  TendPackPaper        papers[TEND_PACK_SHEETS]; /* in the order of the list */
  TendContractSheet    contract;          /* with its cancellation form */
  const char          *contract_wording;  /* NULL: Tend's */
  TendPrivacySheet     privacy;
  const char          *privacy_wording;
  TendAboutSheet       about;
  TendMedicineSheet    medicine;
  TendEquipmentSheet   equipment;
  TendContingencySheet contingency;
  TendContactsSheet    contacts;
} TendPackSheet;

/* NULL with TEND_ERROR_INVALID when a wording cannot be filled. */
TendDocument *tend_document_new_pack (const TendPackSheet  *sheet,
                                      GError              **error);

G_END_DECLS
