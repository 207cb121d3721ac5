/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-contract-sheet.h"

G_BEGIN_DECLS

/* How the carer works, written down once for everybody: safeguarding, complaints and so on.
 * The wording of a kind is the template "policy-…" or the carer's own; these are the values
 * for its places.
 */
typedef struct
{
  TendParty   provider;
  const char *kind;          /* "risk_safety": its wording is "policy-risk-safety" */
  const char *title;         /* required */
  int         version;
  TendDate    starts_on;     /* TEND_DATE_NONE: not in force yet */
  TendDate    reviewed_on;
  TendDate    review_on;
  const char *safeguarding;  /* the councils' teams, lines "name TAB phone" */
  const char *concerns;      /* whom else to tell, lines */
  const char *schemes;       /* the networks the carer is in, lines */
  const char *formal;        /* what they ask of a formal complaint, and of how long records are
                              * kept; sentences, lines */
  const char *keeping;
  gboolean    england;       /* works under English rules, Welsh ones, or both */
  gboolean    wales;
  gboolean    team;          /* others work in the business */
  gboolean    cover_chosen;  /* the person finds who stands in; the carer arranges nobody */
  gboolean    cover_agreed;  /* a council's package needs cover that was agreed beforehand */
  const char *language;
} TendPolicySheet;

/* The places a policy may use, for the wording editor. */
const TendPlaceholder *tend_policy_placeholders    (gsize                 *n);
/* (transfer full): the name of a kind's template, "policy-risk-safety". */
char                  *tend_policy_template        (const char            *kind);
/* (transfer full): head and wording with their places filled; %NULL with
 * TEND_ERROR_INVALID, or TEND_ERROR_NOT_FOUND for a kind without a wording of Tend's. */
char                  *tend_policy_sheet_fill      (const TendPolicySheet *sheet,
                                                    const char            *wording,
                                                    GError               **error);
/* @wording: (nullable): the carer's own wording, or %NULL for Tend's */
TendDocument          *tend_document_new_policy    (const TendPolicySheet *sheet,
                                                    const char            *wording,
                                                    GError               **error);

G_END_DECLS
