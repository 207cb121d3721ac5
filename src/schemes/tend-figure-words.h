/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-scheme.h"

G_BEGIN_DECLS

/* A scheme's figures in plain words: what each is, and its value as what it is. */

typedef enum
{
  TEND_FIGURE_MONEY,         /* pence */
  TEND_FIGURE_MONEY_HOUR,    /* pence an hour */
  TEND_FIGURE_MONEY_NIGHT,   /* pence for eight hours */
  TEND_FIGURE_MINUTES,
  TEND_FIGURE_MINUTES_WEEK,  /* minutes a week */
  TEND_FIGURE_HOURS,
  TEND_FIGURE_DAYS,
  TEND_FIGURE_MONTHS,
  TEND_FIGURE_YEARS,
  TEND_FIGURE_PEOPLE,
  TEND_FIGURE_PERCENT,
  TEND_FIGURE_DAY,           /* of a month */
} TendFigureSort;

/* @name: the profile's, "dbs_years".  One that is not known here is told by the end of its
 * name, so that a new county's figures read well enough. */
TendFigureSort  tend_figure_sort     (const char             *name);
/* (transfer full): "How old a DBS certificate may be" */
char           *tend_figure_name     (const char             *name);
/* (transfer full): "3 years", "£21.00 an hour", "day 5 of the month" */
char           *tend_figure_format   (const char             *name,
                                      gint64                  value);
/* (transfer full): "From 1 April 2025 to 31 March 2026"; "" for always. */
char           *tend_figure_validity (const TendSchemeFigure *figure);

G_END_DECLS
