/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tend_csv_add:
 * @...: the cells of one row, ended by %NULL
 *
 * Adds a row of CSV (RFC 4180).  A text that a spreadsheet would take for a
 * formula is kept from being one by an apostrophe before it.
 */
void tend_csv_add (GString *text,
                   ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
