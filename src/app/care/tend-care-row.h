/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-file.h"
#include "tend-page.h"

G_BEGIN_DECLS

/* A row for @record: what it says and how it stands; leads to it. */
GtkWidget *tend_care_row_new        (const TendCareSection *section,
                                     TendCareFile          *file,
                                     TendRecord            *record);

/**
 * tend_care_row_add_secret:
 * @page: asked to show its rows again when the secret is shown or hidden
 * @shown: (element-type utf8 utf8): the secrets on view by their records' ids, kept by
 *   the page
 *
 * Adds the button that shows the section's secret, and notes that in the history.
 */
void       tend_care_row_add_secret (GtkWidget             *row,
                                     TendPage              *page,
                                     const TendCareSection *section,
                                     TendRecord            *record,
                                     GHashTable            *shown);

G_END_DECLS
