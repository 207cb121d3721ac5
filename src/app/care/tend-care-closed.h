/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"

G_BEGIN_DECLS

/* The window of a record that is closed: above the rows of what goes on, its words and
 * lines to read, and what was added to it since, with a button to add more. */

/* To be called before anything else is put below the rows. */
void tend_care_closed_prepare   (TendForm     *form,
                                 TendCareEdit *edit);
/* Adds to @lines copies of those that are only read: they are saved as they were. */
void tend_care_closed_dup_lines (TendCareEdit *edit,
                                 GPtrArray    *lines);

G_END_DECLS
