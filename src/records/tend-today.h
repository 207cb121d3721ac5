/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-invoices.h"
#include "tend-visits.h"

G_BEGIN_DECLS

typedef enum { TEND_NEXT_ADD_CLIENT, TEND_NEXT_ADD_RATE, TEND_NEXT_PLAN_VISIT,
               TEND_NEXT_CONFIRM_RECOVERY,
               TEND_NEXT_RECORD_VISITS, TEND_NEXT_SIGN_CONTRACT } TendNextStepKind;

/* One thing worth doing next, the most pressing first; what is due by a day is for
 * tend_due_items(). */
typedef struct
{
  TendNextStepKind  kind;
  char             *subject;  /* a client's or visit's id, or NULL */
  char             *title;    /* "Record 3 visits", translated */
  char             *detail;
} TendNextStep;

/* All that Today shows, in one answer. */
typedef struct
{
  TendDate   date;
  GPtrArray *visits;      /* TendVisit of the day, in order */
  /* TendVisit of the last 14 days that should have happened and say nothing */
  GPtrArray *unrecorded;
  GPtrArray *overdue;     /* TendInvoiceRow */
  GPtrArray *next_steps;  /* TendNextStep, all of them; the page shows three */
  guint      n_clients;   /* 0: nothing has been entered yet */
  char      *provider_name;
} TendToday;

void       tend_today_free (TendToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendToday, tend_today_free)

TendToday *tend_today_load (TendVault  *vault,
                            TendDate    date,
                            GError    **error);

G_END_DECLS
