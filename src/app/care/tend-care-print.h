/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-papers.h"
#include "tend-client-tab.h"

G_BEGIN_DECLS

/* What of the page of a person's care leads to a paper. */

/* @widget, a row or a button of @tab, previews @paper about the person on view. */
void       tend_care_prints     (TendClientTab *tab,
                                 GtkWidget     *widget,
                                 TendCarePaper  paper);
/**
 * tend_care_pack_row:
 * @not_signed: (element-type TendChoice): as tend_pack_unsigned() tells
 *
 * A row that previews the first-visit pack, and says how many of its papers have not come
 * back signed; once some have, which.
 */
GtkWidget *tend_care_pack_row   (TendClientTab *tab,
                                 GPtrArray     *not_signed);
/* A group with the papers that are made of other records than those of one section. */
void       tend_care_add_papers (TendClientTab *tab);

G_END_DECLS
