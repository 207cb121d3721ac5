/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-contract-sheet.h"

G_BEGIN_DECLS

/* The privacy notice.  Its wording is the template "privacy" or the carer's own; these
 * are the values for its places.
 */
typedef struct
{
  TendParty   provider;
  const char *client_name;
  TendDate    made_on;
  TendDate    signed_on;   /* of a copy of what is signed; TEND_DATE_NONE: it is no such copy */
  const char *shared_with; /* whom the person agreed to, lines; NULL: nobody yet */
  const char *complaints;  /* whom else to tell, lines */
  gboolean    large;        /* in large print */
  const char *language;
} TendPrivacySheet;

/* The places a privacy notice may use, for the wording editor. */
const TendPlaceholder *tend_privacy_placeholders    (gsize                  *n);
/* (transfer full): the wording with its places filled; %NULL with TEND_ERROR_INVALID. */
char                  *tend_privacy_sheet_fill      (const TendPrivacySheet *sheet,
                                                     const char             *wording,
                                                     GError                **error);
/* @wording: (nullable): the carer's own wording, or %NULL for Tend's */
TendDocument          *tend_document_new_privacy    (const TendPrivacySheet *sheet,
                                                     const char             *wording,
                                                     GError                **error);

G_END_DECLS
