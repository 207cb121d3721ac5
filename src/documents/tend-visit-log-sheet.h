/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"
#include "tend-time.h"

G_BEGIN_DECLS

typedef struct
{
  TendInstant written_at;
  const char *text;
} TendLogAddendum;

/* One visit as it was written up. */
typedef struct
{
  TendInstant            start;        /* as it was, else as planned */
  TendInstant            end;
  TendInstant            planned_start; /* TEND_INSTANT_NONE: not said */
  TendInstant            planned_end;
  TendInstant            first_start;  /* what was said first; TEND_INSTANT_NONE: the same */
  TendInstant            first_end;
  const char            *correction;   /* why the times were put right */
  const char            *service;
  const char            *missed;       /* "Cancelled: in hospital"; NULL: it was made */
  gboolean               unwritten;    /* missed says that nobody wrote whether it was made */
  const char            *done;         /* tasks, "Wash and dress, Breakfast" */
  const char            *not_done;     /* the same, each with its reason */
  const char            *mood;
  const char            *food;
  const char            *skin;
  const char            *observations;
  const char            *note;
  const char            *handover;
  const char            *concern;
  const char            *money;        /* given, spent, given back, receipt */
  const char            *incidents;    /* when they happened, "8 July 2026, 08:10" */
  TendInstant            recorded_at;  /* TEND_INSTANT_NONE: not said */
  const TendLogAddendum *addenda;
  gsize                  n_addenda;
} TendLogVisit;

typedef struct
{
  TendCareHead        head;
  TendDate            from;   /* both inclusive */
  TendDate            to;
  const TendLogVisit *visits; /* by start */
  gsize               n_visits;
} TendVisitLogSheet;

TendDocument *tend_document_new_visit_log (const TendVisitLogSheet *sheet);

G_END_DECLS
