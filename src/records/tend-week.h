/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-visits.h"

G_BEGIN_DECLS

/* The week of the rota: visits, clashes and totals in one answer. */

typedef enum { TEND_CLASH_OVERLAP, TEND_CLASH_TRAVEL, TEND_CLASH_TIME_OFF } TendClashKind;

typedef struct
{
  TendClashKind  kind;
  guint          first;   /* index into visits */
  guint          second;  /* the same as first for TIME_OFF */
  gint64         minutes; /* that overlap, or that are short for travel */
} TendClash;

typedef struct
{
  TendDate   monday;
  GPtrArray *visits;       /* TendVisit, cancelled ones too */
  GArray    *clashes;      /* TendClash */
  GPtrArray *time_off;     /* TendRecord */
  gint64     minutes;      /* of visits not cancelled or missed */
  gint64     income_pence; /* what those are worth; visits without a rate count nothing */
  gint64     miles_tenths; /* of journeys that are not private */
  guint      unpriced;     /* visits with no rate */
  GHashTable *colors;      /* client's id to a number for its colour, the same every week */
} TendWeek;

void      tend_week_free (TendWeek *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendWeek, tend_week_free)

/* @n_days: usually 7 */
TendWeek *tend_week_load (TendVault  *vault,
                          TendDate    first_day,
                          int         n_days,
                          GError    **error);

const char *tend_clash_kind_name (TendClashKind kind); /* "overlap", "travel", "time_off" */
/* (transfer full): one translated sentence. */
char       *tend_clash_describe  (const TendWeek  *week,
                                  const TendClash *clash);

G_END_DECLS
