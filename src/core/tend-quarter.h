/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

G_BEGIN_DECLS

/**
 * TendQuarter:
 *
 * A quarter of a council's return, counted from April: "2026-Q1" is April to June
 * 2026 and "2026-Q4" January to March 2027 (domain.md 1.3).  Quarters follow each
 * other as numbers do, so that the next one is one more.
 */
typedef int TendQuarter;
#define TEND_QUARTER_NONE 0

/* Strict "2026-Q1"; anything else is TEND_QUARTER_NONE. */
TendQuarter tend_quarter_parse  (const char  *text);
char       *tend_quarter_format (TendQuarter  quarter);
/* The quarter that @date is in. */
TendQuarter tend_quarter_of     (TendDate     date);

TendDate    tend_quarter_start  (TendQuarter  quarter);
/* @last_day: of its last month, for a council that ends quarters early, so that the days after
 * it are in none; 0: the month's own */
TendDate    tend_quarter_end    (TendQuarter  quarter,
                                 int          last_day);
/* The @day of the month after it. */
TendDate    tend_quarter_due    (TendQuarter  quarter,
                                 int          day);
/* Translated: "April to June 2026". */
char       *tend_quarter_name   (TendQuarter  quarter);
/* Translated: "Quarter 1, April to June 2026": the code alone reads as January to March. */
char       *tend_quarter_title  (TendQuarter  quarter);

G_END_DECLS
