/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-privacy.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* The log of data protection: who asked for what is kept about them, and what went wrong. */

/* Not answered yet. */
gboolean   tend_request_is_open (TendRecord  *request);
/* The last day for the answer; NONE while the carer waits to hear who asks or what is
 * meant.  @holidays: (element-type TendDate): tend_figures_bank_holidays() */
TendDate   tend_request_due     (TendRecord  *request,
                                 GArray      *holidays);

typedef struct
{
  TendRecord *request;
  char       *client;   /* whom it is about, by name; "" for nobody in particular */
  TendDate    due;
} TendRequestRow;

void       tend_request_row_free (TendRequestRow *self);
/* (element-type TendRequestRow): the open ones first, the most pressing of them first and
 * those that wait last; then the others, the newest first. */
GPtrArray *tend_requests_list   (TendVault   *vault,
                                 GError     **error);

/* What is still to be done about a complaint about personal data. */
typedef enum
{
  TEND_COMPLAINT_ACKNOWLEDGE, /* in TEND_DATA_COMPLAINT_DAYS */
  TEND_COMPLAINT_ANSWER,      /* look into it, and say what came of it */
  TEND_COMPLAINT_SETTLED,
} TendComplaintStep;

typedef struct
{
  TendRecord        *complaint;
  char              *client;    /* whom it is about, by name; "" for nobody in particular */
  TendComplaintStep  step;
  TendDate           due;       /* the last day to acknowledge it; NONE afterwards */
} TendComplaintRow;

void       tend_complaint_row_free   (TendComplaintRow *self);
/* (element-type TendComplaintRow): of the complaints those about personal data, first those
 * to acknowledge and then those to answer, the oldest first; then the settled ones, the
 * newest first. */
GPtrArray *tend_data_complaints_list (TendVault        *vault,
                                      GError          **error);

/* What is still to be done about a breach. */
typedef enum
{
  TEND_BREACH_DECIDE,      /* whether it could harm somebody */
  TEND_BREACH_TELL_ICO,
  TEND_BREACH_TELL_PEOPLE,
  TEND_BREACH_CLOSE,
  TEND_BREACH_CLOSED,
} TendBreachStep;

TendBreachStep tend_breach_step (TendRecord  *breach);
/* (element-type TendRecord): the newest first. */
GPtrArray *tend_breaches_list   (TendVault   *vault,
                                 GError     **error);
/* The entry about an incident; %NULL without an error when there is none. */
TendRecord *tend_breach_of      (TendVault   *vault,
                                 const char  *incident,
                                 GError     **error);
/* In the transaction that saves an incident: the entry that was written before it was. */
gboolean   tend_breach_link     (TendVault   *vault,
                                 const char  *breach,
                                 const char  *incident,
                                 GError     **error);

G_END_DECLS
