/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-time.h"

G_BEGIN_DECLS

/* The clocks of data protection (domain.md, section 7): answering a person who asks what
 * is kept about them, telling of a breach, and how long a record is kept.
 */

/* @date, or when it is a Saturday, Sunday or bank holiday the next day that is none.
 * @holidays: (array length=n_holidays): in order */
TendDate    tend_working_day           (TendDate               date,
                                        const TendDate        *holidays,
                                        gsize                  n_holidays);

/* Days on which the clock of a request stands still: from the day the carer asked who it
 * is or what is meant, up to the day the answer came, which counts again. */
typedef struct
{
  TendDate from; /* NONE: it never stood still */
  TendDate to;   /* NONE: it still does */
} TendPause;

/**
 * tend_answer_due:
 * @extended: two months more, for a request that is complex
 * @pauses: days in several of them count once
 *
 * Returns: the last day for the answer: the same date of the next month, or its last day
 *   when it has no such date; moved on by the days of the pauses, then to a working day.
 *   %TEND_DATE_NONE while the clock stands still.
 */
TendDate    tend_answer_due            (TendDate               received,
                                        gboolean               extended,
                                        const TendPause       *pauses,
                                        gsize                  n_pauses,
                                        const TendDate        *holidays,
                                        gsize                  n_holidays);

/* A complaint about personal data is acknowledged in so many days. */
#define TEND_DATA_COMPLAINT_DAYS 30
/* A breach is told in so many hours after it was noticed, weekends included. */
#define TEND_BREACH_HOURS 72

TendInstant tend_breach_due            (TendInstant            aware);
/* (transfer full): "72 hours left until Tuesday 14:00", and afterwards "3 hours over: it
 * was due by Tuesday 9 June 2026 14:00".  Hours are begun ones while they are left, full
 * ones after. */
char       *tend_breach_left           (TendInstant            aware,
                                        TendInstant            now);

typedef enum
{
  TEND_KEPT_AFTER_CARE,    /* from the end of care, or the last visit when that is later */
  TEND_KEPT_AFTER_TAX,     /* from the 31 January on which the last money's tax was due */
  TEND_KEPT_AFTER_ENQUIRY, /* from the last word, where no care ever came of it */
} TendKeptAfter;

/* One reason to keep a person's record. */
typedef struct
{
  const char    *id;     /* "care" */
  const char    *name;   /* "Care record" */
  const char    *source;
  TendKeptAfter  after;
  int            years;
  gboolean       unconfirmed;
} TendKeeping;

/* What starts the clocks of one person's record. */
typedef struct
{
  TendDate ended;      /* care, agreed on or by death; NONE: it goes on */
  TendDate last_seen;  /* the last visit done */
  TendDate last_money; /* the last invoice or payment */
  TendDate last_word;  /* of an enquiry */
  gboolean enquiry;    /* no care ever came of it */
} TendKeepingFacts;

/* The last day on which @keeping asks for the record; NONE when it does not, or not yet. */
TendDate    tend_keeping_until         (const TendKeeping      *keeping,
                                        const TendKeepingFacts *facts);
/**
 * tend_keeping_longest:
 * @keepings: (array length=n_keepings)
 *
 * Returns: (nullable): the one that asks for the record longest; %NULL while the care
 *   goes on
 */
const TendKeeping *tend_keeping_longest (const TendKeeping     *keepings,
                                        gsize                  n_keepings,
                                        const TendKeepingFacts *facts);

G_END_DECLS
