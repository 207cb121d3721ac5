/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-rota-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendVisitBlock:
 *
 * One visit, or the part of it that lies on one day, as a focusable widget in
 * the rota.  It is drawn with the code that prints it and spoken as one
 * sentence; where it lies, and what the pointer does to it, is its view's.
 * Its action "visit.open" emits "activate".
 */
#define TEND_TYPE_VISIT_BLOCK (tend_visit_block_get_type ())
G_DECLARE_FINAL_TYPE (TendVisitBlock, tend_visit_block, TEND, VISIT_BLOCK, GtkWidget)

GtkWidget          *tend_visit_block_new       (void);

/**
 * tend_visit_block_update:
 * @key: the same for the same visit from one week's answer to the next
 *
 * Shows another visit, or the same one as it is now.  Keeps copies.
 *
 * Returns: whether anything was different
 */
gboolean            tend_visit_block_update    (TendVisitBlock      *self,
                                                const char          *key,
                                                const TendRotaVisit *visit,
                                                const TendRotaPart  *part);

const char          *tend_visit_block_get_key  (TendVisitBlock      *self);
const TendRotaPart  *tend_visit_block_get_part (TendVisitBlock      *self);
TendInstant          tend_visit_block_get_start (TendVisitBlock     *self);
/* What a screen reader says of it instead, while it is on the move; NULL: its own. */
void                 tend_visit_block_say      (TendVisitBlock      *self,
                                                const char          *text);
/* Whether it is being moved, and so is drawn paler where it still is. */
void                 tend_visit_block_set_ghost (TendVisitBlock     *self,
                                                 gboolean            ghost);

G_END_DECLS
