/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-entry-row.h"

G_BEGIN_DECLS

/**
 * tend_complete_attach:
 * @words: (element-type utf8): what was typed before, the likeliest first
 * @button_label: of a button with all of them to choose from
 *
 * Completes what is typed into @row, with the rest selected so that typing goes on
 * over it, and adds a button that lists the words.
 */
void tend_complete_attach (TendEntryRow *row,
                           GPtrArray    *words,
                           const char   *button_label);

G_END_DECLS
