/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"

G_BEGIN_DECLS

typedef struct
{
  const char *outcome;
  const char *steps;
  const char *measure;
} TendPlanOutcome;

typedef struct
{
  const char *part;          /* of the day, in words; tasks of one part stand together */
  const char *title;
  const char *detail;
  const char *when;          /* "Mon, Thu", "When needed", "Every visit" */
  const char *service;
  gboolean    personal_care;
} TendPlanTask;

/* One version of a care plan: a draft when agreed_on is TEND_DATE_NONE. */
typedef struct
{
  TendCareHead           head;
  int                    version;
  TendDate               agreed_on;
  const char            *agreed_by;
  const char            *authority;     /* on whose word: "The person", "An attorney" */
  TendDate               review_on;
  TendDate               superseded_on; /* TEND_DATE_NONE: in force */
  const char            *change_note;
  const char            *acting;        /* who may act for the person; lines */
  const char            *needs;
  const char            *preferences;
  const char            *routine;
  const char            *equipment;
  const char            *boundaries;
  const char            *risks;         /* which there are, and where they are told in full */
  TendDate               risks_on;      /* as assessed up to then, and no part of what was agreed;
                                         * TEND_DATE_NONE: part of it */
  const char            *visits;        /* the usual ones, "Every day 08:00–08:30"; lines */
  const TendPlanOutcome *outcomes;
  gsize                  n_outcomes;
  const TendPlanTask    *tasks;         /* in the order of the day */
  gsize                  n_tasks;
} TendPlanSheet;

TendDocument *tend_document_new_plan (const TendPlanSheet *sheet);

G_END_DECLS
