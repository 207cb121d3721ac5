/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-invoice-sheet.h"
#include "tend-template.h"

G_BEGIN_DECLS

/* The contract between a carer and the person they support.  Its wording is the
 * template "contract" or the carer's own; these are the values for its places.
 * Text is borrowed; NULL, "" and 0 mean "not agreed" and leave the clause out.
 */
typedef struct
{
  TendParty          provider;
  const char        *client_name;
  const char        *client_address;
  const char        *representative;       /* who signs for the person; NULL: they sign */
  const char        *representative_role;  /* "attorney", "daughter" */
  TendDate           printed_on;           /* TEND_DATE_NONE: not said */
  TendDate           made_on;              /* TEND_DATE_NONE: to be filled in by hand */
  TendDate           signed_on;            /* before that day; TEND_DATE_NONE: still to be signed */
  const char        *signed_by;
  const char        *changed;              /* what is otherwise since then; NULL: nothing known */
  TendDate           starts_on;
  TendDate           ends_on;              /* TEND_DATE_NONE: until ended */
  const char *const *services;             /* NULL-terminated: "Personal care" */
  const char        *times;                /* "Monday to Friday, 8 to 8.30 am"; lines */
  const char *const *rates;                /* NULL-terminated: "Weekdays TAB £20.00 an hour" */
  const char        *billing;              /* "every two weeks" */
  int                payment_days;
  const char        *payment_details;
  const char        *paid_by;              /* who pays, where it is not the person; NULL */
  int                notice_days;
  int                holiday_notice_days;  /* before the carer's time off; 0: 14 */
  gint64             mileage_pence;        /* a mile, when out with the person; 0: not charged */
  gboolean           mileage_open;         /* it may be something else, as it is agreed */
  const char        *cancellation;         /* what a visit cancelled late costs; NULL: nothing */
  const char        *plan_b;               /* people the person can ask; lines "name TAB phone" */
  const char        *concerns;             /* whom else to tell: the scheme or council; lines */
  gboolean           cover_agreed;         /* a council wants cover agreed before the start */
  const char        *insurer;
  gboolean           made_at_home;         /* off-premises: the 14 days and the form belong in it */
  gboolean           large;                /* in large print */
  const char        *language;
} TendContractSheet;

/* The places a contract may use, for the wording editor. */
const TendPlaceholder *tend_contract_placeholders (gsize                    *n);
/* (transfer full) (element-type utf8 utf8): every place above with its value. */
GHashTable            *tend_contract_values       (const TendContractSheet  *sheet);

/* (transfer full): the wording with its places filled, as CommonMark; %NULL for Tend's
 * wording, and %NULL with TEND_ERROR_INVALID. */
char                  *tend_contract_sheet_fill   (const TendContractSheet  *sheet,
                                                   const char               *wording,
                                                   GError                  **error);

/**
 * tend_document_new_contract:
 * @wording: (nullable): the carer's own wording, or %NULL for Tend's
 *
 * Returns: (nullable): %NULL with TEND_ERROR_INVALID when @wording cannot be filled
 */
TendDocument          *tend_document_new_contract (const TendContractSheet  *sheet,
                                                   const char               *wording,
                                                   GError                  **error);

G_END_DECLS
