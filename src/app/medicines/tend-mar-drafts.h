/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-grid.h"
#include "tend-session.h"

G_BEGIN_DECLS

/**
 * TendMarDrafts:
 *
 * What is drafted on a grid and not signed, between one window and the next: kept with the
 * drafts of forms, a chart at a time.
 */
typedef struct _TendMarDrafts TendMarDrafts;

/* So many have come back. */
typedef void (*TendMarRestoredFunc) (guint    n,
                                     gpointer user_data);

/* @grid: outlives it until tend_mar_drafts_close() */
TendMarDrafts *tend_mar_drafts_new     (TendSession         *session,
                                        TendMarGrid         *grid,
                                        TendMarRestoredFunc  restored,
                                        gpointer             user_data);
/* Keeps what is still to be kept. */
void           tend_mar_drafts_close   (TendMarDrafts       *self);
/* The grid's drafts are others. */
void           tend_mar_drafts_changed (TendMarDrafts       *self);
/* The grid is about to show another sheet; it shows @sheet. */
void           tend_mar_drafts_leave   (TendMarDrafts       *self);
void           tend_mar_drafts_show    (TendMarDrafts       *self,
                                        TendMarSheet        *sheet);

G_END_DECLS
