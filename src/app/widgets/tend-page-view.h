/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendPageView:
 *
 * One page of a document on white paper, as wide as there is room for.  In a
 * viewport it is drawn once it comes near what is on view.  Its accessible
 * description is the text of the page.
 */
#define TEND_TYPE_PAGE_VIEW (tend_page_view_get_type ())
G_DECLARE_FINAL_TYPE (TendPageView, tend_page_view, TEND, PAGE_VIEW, GtkWidget)

GtkWidget *tend_page_view_new      (TendDocument *document,
                                    int           page);
/* Whether there is more than the white paper so far. */
gboolean   tend_page_view_is_drawn (TendPageView *self);
/* 0: as wide as fits, but no wider than on paper; else pixels for a point. */
void       tend_page_view_set_zoom (TendPageView *self,
                                    double        zoom);

/* What a widget measures that shows a page of so many points with that zoom. */
void       tend_page_measure       (double          width,
                                    double          height,
                                    double          zoom,
                                    GtkOrientation  orientation,
                                    int             for_size,
                                    int            *minimum,
                                    int            *natural);

G_END_DECLS
