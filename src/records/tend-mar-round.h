/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar.h"

G_BEGIN_DECLS

/* The round: whose doses are due, what has been forgotten, and what follows from what was
 * written.
 */

/* A dose on somebody's chart; both are borrowed from the chart. */
typedef struct
{
  TendMarLine *line;
  TendMarSlot *slot;
} TendMarDose;

typedef enum
{
  TEND_MAR_TELL_GP,   /* declined three times in a row (domain.md 2.3) */
  TEND_MAR_GET_MORE,  /* it was not available */
  TEND_MAR_LOW_STOCK, /* it lasts fewer days than the line warns at */
  TEND_MAR_TEST_DUE,  /* a test was due, and no dose is written after it */
  TEND_MAR_LOOK,      /* a patch is worn, and nobody has looked for it today */
} TendMarPromptKind;

/* What is to be done about a medicine. */
typedef struct
{
  TendMarPromptKind  kind;
  char              *medication;
  char              *title;      /* "Tell the GP about Ramipril 5 mg tablets", translated */
  char              *detail;
  TendRecord        *entry;      /* (nullable) the one it follows from: a note on it settles it,
                                      and for TEND_MAR_LOOK a look */
} TendMarPrompt;

typedef struct
{
  char         *client;
  char         *name;
  TendMarChart *chart;      /* of the four weeks up to the day */
  guint         n_due;      /* the carer's own of the day, as needed left out */
  guint         n_written;
  guint         n_gaps;
  guint         n_earlier;  /* gaps of the days before */
  GArray       *open;       /* TendMarDose by time: may be signed by now, and nothing is written;
                               gaps of the day among them */
  TendInstant   next_at;    /* when the next is due that is not written; TEND_INSTANT_NONE */
  GPtrArray    *prompts;    /* TendMarPrompt */
} TendMarPerson;

/* (element-type TendMarPerson) (transfer full): by name, everybody with a line in force on
 * @date or a dose of the four weeks before that nobody has answered for. */
GPtrArray *tend_mar_round_load  (TendVault     *vault,
                                 TendDate       date,
                                 TendInstant    now,
                                 GError       **error);

/* (element-type TendMarDose) (transfer full): the carer's own that are due from @from to @to,
 * both with the time either side of it that each allows; by time. */
GArray    *tend_mar_chart_doses (TendMarChart  *chart,
                                 TendInstant    from,
                                 TendInstant    to);

/* (element-type TendMarPrompt) (transfer full) */
GPtrArray *tend_mar_prompts     (TendVault     *vault,
                                 TendMarChart  *chart,
                                 GError       **error);

G_END_DECLS
