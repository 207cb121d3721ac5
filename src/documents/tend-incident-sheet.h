/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-body-map.h"
#include "tend-care-head.h"
#include "tend-time.h"

G_BEGIN_DECLS

typedef struct
{
  TendBodyMark place;  /* its number is its place in the list, from 1 */
  const char  *kind;   /* "Bruise" */
  const char  *where;  /* "Left wrist, thumb side" */
  const char  *size;
  const char  *shape;
  const char  *colour;
  const char  *note;
} TendIncidentMark;

/* What was added once it was closed: "Where, corrected: In the hall." */
typedef struct
{
  TendInstant written_at;
  const char *text;
} TendIncidentAddendum;

typedef struct
{
  TendInstant             seen_at;
  const char             *note;   /* the person's words */
  const TendIncidentMark *marks;
  gsize                   n_marks;
  const TendIncidentAddendum *addenda;
  gsize                   n_addenda;
} TendIncidentMap;

typedef struct
{
  TendInstant  told_at;
  const char  *role;      /* "Council safeguarding team" */
  const char  *name;
  const char  *how;
  const char  *reference;
  const char  *answer;
} TendIncidentReport;

typedef struct
{
  TendCareHead              head;
  const char               *kind;          /* "Accident" */
  const char               *what;          /* "Fall" */
  TendInstant               happened_at;
  TendInstant               written_at;    /* TEND_INSTANT_NONE: not said */
  TendInstant               changed_at;    /* TEND_INSTANT_NONE: never since */
  const char               *place;
  const char               *present;
  const char               *facts;
  const char               *own_words;
  const char               *opinion;
  const char               *injuries;
  const char               *action;
  const char               *abuse;         /* kinds of harm, "Financial or material, Neglect" */
  const char               *wishes;
  const char               *agreed_to_tell;
  const char               *override_reason;
  const char               *follow_up;
  TendDate                  follow_up_on;
  TendDate                  followed_up_on;
  const char               *outcome;       /* what came of it */
  const char               *lessons;
  TendDate                  closed_on;
  const TendIncidentReport *reports;       /* in the order of their times */
  gsize                     n_reports;
  const TendIncidentMap    *maps;
  gsize                     n_maps;
  const TendIncidentAddendum *addenda;
  gsize                     n_addenda;
} TendIncidentSheet;

TendDocument *tend_document_new_incident (const TendIncidentSheet *sheet);

G_END_DECLS
