/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-scan.h"

G_BEGIN_DECLS

/**
 * TendScanPage:
 *
 * One page of a scan.  It is drawn in another thread, and only while it is wanted: a page
 * out of view holds no picture.  Its accessible description is the text of the page.
 */
#define TEND_TYPE_SCAN_PAGE (tend_scan_page_get_type ())
G_DECLARE_FINAL_TYPE (TendScanPage, tend_scan_page, TEND, SCAN_PAGE, GtkWidget)

GtkWidget *tend_scan_page_new        (TendScan     *scan,
                                      int           page);
/* 0: as wide as fits, but no wider than on paper; else pixels for a point. */
void       tend_scan_page_set_zoom   (TendScanPage *self,
                                      double        zoom);
/* Whether it is in view, or soon will be. */
void       tend_scan_page_set_wanted (TendScanPage *self,
                                      gboolean      wanted);

G_END_DECLS
