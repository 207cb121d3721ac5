/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money is whole pence in a gint64.  This file holds the one rounding rule:
 * half away from zero (design.md section 5, scenario S02).
 */

/**
 * tend_money_divide:
 *
 * Returns: @numerator / @denominator, rounded half away from zero.
 *   @denominator must be positive.
 */
gint64   tend_money_divide       (gint64       numerator,
                                  gint64       denominator);

/**
 * tend_money_for_minutes:
 * @minutes: may be negative, for a credit
 * @rate_pence: pence for an hour
 *
 * Returns: the charge in pence: minutes x rate / 60
 */
gint64   tend_money_for_minutes  (gint64       minutes,
                                  gint64       rate_pence);

/**
 * tend_money_for_miles:
 * @tenths: tenths of a mile
 * @rate_pence: pence for a mile
 */
gint64   tend_money_for_miles    (gint64       tenths,
                                  gint64       rate_pence);

/**
 * tend_money_format:
 *
 * Returns: "£1,234.50", or "−£3.00" (with a real minus sign)
 */
char    *tend_money_format       (gint64       pence);

/**
 * tend_money_format_plain:
 *
 * Returns: "1234.50", for CSV and for entry fields; "-3.00" when negative
 */
char    *tend_money_format_plain (gint64       pence);

/**
 * tend_money_parse:
 *
 * Reads what a person types: "20", "20.5", ".45", "£1,234.50", "-3".  More than
 * two decimals, and anything else, is TEND_ERROR_INVALID with a message that says
 * how to write it, and @pence is 0.
 */
gboolean tend_money_parse        (const char  *text,
                                  gint64      *pence,
                                  GError     **error);

/**
 * tend_tenths_format: / tend_tenths_parse:
 *
 * Tenths (of a mile) to and from "7.4"; parse also takes "7" and "7.40".
 */
char    *tend_tenths_format      (gint64       tenths);
/* The same with commas, "4,774.2", for reading and not for typing. */
char    *tend_tenths_format_long (gint64       tenths);
/* A count with commas: "10,000". */
char    *tend_number_format      (gint64       number);
gboolean tend_tenths_parse       (const char  *text,
                                  gint64      *tenths,
                                  GError     **error);

G_END_DECLS
