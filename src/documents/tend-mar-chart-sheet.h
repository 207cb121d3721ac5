/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-head.h"
#include "tend-mar-cell.h"
#include "tend-time.h"

G_BEGIN_DECLS

/* The MAR chart on paper (domain.md 2.1 to 2.3).  All text is borrowed for the call; NULL
 * and "" both mean "none".
 */

typedef struct
{
  const char *label;
  const char *text;
} TendMarFact;

/* A row of squares: a time of day. */
typedef struct
{
  const char        *time;   /* "08:00" */
  const char        *more;   /* "Breakfast, by family" */
  const TendMarCell *cells;  /* one for each day of the cycle; its today is not drawn */
} TendMarTime;

/* What is written of one dose. */
typedef struct
{
  gboolean    noted;         /* more is to be said of it than its square can hold */
  gboolean    apart;         /* before it one was due of which nothing is known */
  TendInstant due_at;        /* TEND_INSTANT_NONE: it was not due */
  TendInstant given_at;
  TendInstant written_at;
  const char *outcome;       /* "Taken", "R: Declined" */
  const char *quantity;
  const char *left;          /* of what is counted at each dose */
  const char *support;       /* what the carer did: "Assisted" */
  const char *by;            /* by whose hand */
  const char *asked_by;
  const char *initials;
  gboolean    copied;        /* signed on paper; its story says when it was copied */
  const char *purpose;       /* of one as needed: what it was for */
  const char *effect;        /* what it did */
  const char *story;         /* all else, in sentences */
} TendMarDose;

/* An entry that was struck through. */
typedef struct
{
  TendInstant at;            /* when the dose was due, else given */
  const char *was;           /* in full, "Taken, 1 tablet, 08:05. JB, 2 Jun 2026, 08:06" */
  const char *now;
  const char *why;
  const char *who;           /* initials */
  TendInstant corrected_at;
} TendMarCorrection;

/* Where a patch was. */
typedef struct
{
  TendInstant at;
  const char *place;
  gboolean    is_first;      /* there was none before it */
  gboolean    old_removed;
  const char *old_patch;     /* what became of the one that was taken off; NULL: not written */
  const char *initials;
} TendMarPlace;

/* Quantities as text; a medicine of whose stock nothing is written has none of them. */
typedef struct
{
  const char *brought_forward;
  const char *received;
  const char *given;
  const char *returned;
  const char *destroyed;
  const char *put_right;     /* by counts before the last */
  const char *expected;
  const char *counted_on;    /* the last count; more may have come and gone since */
  const char *expected_then;
  const char *counted;
  const char *discrepancy;
  const char *story;         /* what came and went, with its days */
  const char *unwritten;     /* what there is if doses that nobody wrote down were taken */
} TendMarStock;

typedef enum
{
  TEND_MAR_REGULAR,
  TEND_MAR_AS_NEEDED,
  TEND_MAR_SKIN,             /* creams and patches, as needed or not */
  TEND_MAR_N_PARTS
} TendMarPart;

typedef struct
{
  TendMarPart              part;
  int                      number;        /* of the line on this chart; 0: not counted */
  gboolean                 as_needed;
  gboolean                 patch;
  const char              *name;          /* "Paracetamol 500 mg tablets" */
  const char              *dose;          /* NULL: that it is not written is said */
  const char              *route;
  const char              *when;          /* "Twice a day" */
  gboolean                 controlled;
  gboolean                 time_critical;
  int                      window;        /* minutes either side of its time */
  gboolean                 single_checked;
  const TendMarFact       *facts;
  gsize                    n_facts;
  const TendMarFact       *by_day;        /* doses that are set day by day, on whose word */
  gsize                    n_by_day;
  const TendMarFact       *limits;        /* of one as needed: each is said, written or not */
  gsize                    n_limits;
  const TendMarTime       *times;
  gsize                    n_times;
  const TendMarDose       *doses;         /* by time; gaps among them */
  gsize                    n_doses;
  const TendMarCorrection *corrections;
  gsize                    n_corrections;
  const TendMarPlace      *places;        /* the last ten, the latest first */
  gsize                    n_places;
  const TendMarCell       *looks;         /* of a patch, as many as days: initials of whoever saw
                                           * that it was on; NULL: to be written by hand */
  TendMarStock             stock;
} TendMarMedicine;

typedef struct
{
  const char *initials;
  const char *name;          /* NULL: not known */
} TendMarSigner;

/* At most four weeks: one chart. */
typedef struct
{
  TendDate               from;    /* both inclusive */
  TendDate               to;
  int                    version; /* 1, and one more for each day a medicine changed on */
  int                    first_version; /* which these weeks began with; 0: the same */
  const TendMarMedicine *medicines;
  gsize                  n_medicines;
  const TendMarSigner   *signers;
  gsize                  n_signers;
} TendMarCycle;

typedef struct
{
  TendCareHead        head;
  const char         *gp;
  const TendMarFact  *codes;      /* the legend: each code and what it means */
  gsize               n_codes;
  gboolean            blank;      /* to be filled in by hand: nothing that was written */
  TendInstant         as_at;      /* the moment up to which all of it is told; of each page */
  const TendMarCycle *cycles;
  gsize               n_cycles;   /* at least 1 */
} TendMarChartSheet;

/* The pages of a cycle are counted by themselves: each chart is a paper of its own. */
TendDocument *tend_document_new_mar_chart (const TendMarChartSheet *sheet);

G_END_DECLS
