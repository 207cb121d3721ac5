/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-quarter.h"
#include "tend-record.h"

G_BEGIN_DECLS

/* What a quarter's work comes to, as a council asks for it (domain.md 1.3).  Where the
 * memorandum does not define a figure, the rule is here, and the sheet says it:
 *
 *   hours of delivery   visits done that started in the quarter, as long as they were, else as
 *                       planned; the average is hours / (days of the quarter / 7)
 *   people              who had such a visit; the rest is counted among them
 *   personal care       a visit or an agreement of that kind, or a task of the plan that is
 *                       marked so, in the quarter
 *   home support        a visit or an agreement of any other kind but nights; a visit of no
 *                       kind too, unless an agreement says what it was
 *   age                 on the last day of the quarter
 */

/* 18–24 to 75–84 and 85 and over. */
#define TEND_RETURN_N_BANDS 8

typedef struct
{
  const char   *scheme;     /* (nullable): its people, and those who are under no one scheme */
  TendQuarter   quarter;
  int           last_day;   /* of the quarter, that the memorandum names; 0: the month's own */
  /* (nullable): whether somebody there counts, who is under no scheme that is named; those
   * who do not are left out.  @postcode: (nullable) */
  gboolean    (*covers) (const char *postcode,
                         gpointer    data);
  gpointer      data;
} TendReturnQuery;

/* One of the people behind the figures.  For the carer's eyes. */
typedef struct
{
  char     *client;        /* id */
  char     *name;
  guint     visits;
  gint64    minutes;
  int       age;           /* -1: the date of birth is not known */
  gboolean  self_funder;
  gboolean  personal_care;
  gboolean  home_support;
} TendReturnPerson;

typedef struct
{
  TendQuarter  quarter;
  gboolean     literal;            /* ends on the day that the memorandum names */
  TendDate     from;
  TendDate     to;
  gint64       minutes;
  gint64       capacity_minutes;   /* in a week: the team's where there is one; 0: not known */
  guint        n_team;             /* of how many people; 0: the carer alone */
  guint        self_funders;
  guint        personal_care;
  guint        home_support;
  guint        bands[TEND_RETURN_N_BANDS];
  guint        under_18;
  guint        unknown_age;
  GPtrArray   *people;             /* TendReturnPerson: by name */
  GPtrArray   *left_out;           /* TendReturnPerson: had visits, but outside the county */
  GPtrArray   *of_others;          /* TendReturnPerson: had visits, but under other schemes */
} TendReturn;

TendReturn *tend_return_load     (TendVault              *vault,
                                  const TendReturnQuery  *query,
                                  GError                **error);
void        tend_return_free     (TendReturn             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendReturn, tend_return_free)

int         tend_return_days     (const TendReturn       *self);
/* Thousandths of an hour (tend-quantity.h), to two decimals, rounded half up. */
gint64      tend_return_average  (const TendReturn       *self);
gint64      tend_return_capacity (const TendReturn       *self);
/* The same for the whole quarter: days / 7 weeks of it. */
gint64      tend_return_quarter_capacity (const TendReturn *self);
/* "18-24", "85+"; the key and the label alike. */
const char *tend_return_band     (guint                   index);

/* Whether there is anything to return for these days: a visit that was done. */
gboolean    tend_return_has_work (TendVault              *vault,
                                  TendDate                from,
                                  TendDate                to,
                                  gboolean               *has_work,
                                  GError                **error);
/* The record of the one that was sent last; %NULL without an error when none was. */
TendRecord *tend_return_sent     (TendVault              *vault,
                                  const char             *scheme,
                                  TendQuarter             quarter,
                                  GError                **error);

G_END_DECLS
