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
} TendAgreed;

/* Prices as "label TAB text", in the order of the week; FALSE with an error. */
gboolean  tend_compose_rates    (const TendAgreed  *agreed,
                                 GPtrArray         *lines,
                                 gint64            *mile_pence,
                                 GError           **error);
/* The times of the repeating visits, a line each; NULL for none. */
const char *tend_compose_times  (const TendAgreed  *agreed);
/* The agreement's own wording; NULL for Tend's. */
const char *tend_compose_contract_wording (const TendContractValues *values);

G_END_DECLS
