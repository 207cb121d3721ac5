/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a contract that need some finding out. */

#pragma once

#include "tend-compose-private.h"

G_BEGIN_DECLS

/* What is agreed with whom, from which the parts are read. */
typedef struct
{
  TendVault    *vault;
  TendRecord   *client;
  TendRecord   *agreement;
  TendDate      date;      /* on which the prices are looked up */
  GPtrArray    *patterns;  /* TendRecord, those not over on that day */
  GPtrArray    *services;  /* TendRecord, those agreed */
  GStringChunk *texts;
  TendDate      signed_on; /* of the text that is printed anew; TEND_DATE_NONE: not signed */
  const char   *scheme;    /* whose rules hold where nothing is agreed yet; NULL: as of @client */
} TendAgreed;

/* What is agreed differently with different people. */
typedef struct
{
  gboolean billing_differs;
  gboolean cancellation_differs;
  gboolean mileage_differs;
} TendTerms;

/* Prices as "label TAB text", in the order of the week; FALSE with an error.
 * @changed_on: the day of the last that came after the text was signed; TEND_DATE_NONE: none */
gboolean  tend_compose_rates    (const TendAgreed  *agreed,
                                 GPtrArray         *lines,
                                 gint64            *mile_pence,
                                 TendDate          *changed_on,
                                 GError           **error);
/* The times of the repeating visits, a line each; NULL for none. */
const char *tend_compose_times  (const TendAgreed  *agreed);
/* Fills @agreement with what is the same in all that hold on @on; miles are charged in it where
 * somebody is charged for them. */
gboolean  tend_compose_terms    (TendVault         *vault,
                                 TendDate           on,
                                 TendRecord        *agreement,
                                 TendTerms         *terms,
                                 GError           **error);
/* The agreement's own wording; NULL for Tend's. */
const char *tend_compose_contract_wording (const TendContractValues *values);

G_END_DECLS
