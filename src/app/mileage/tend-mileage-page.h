/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendMileagePage:
 *
 * The mileage book: what counts in a tax year and what it comes to, and the
 * journeys of a month.
 */
#define TEND_TYPE_MILEAGE_PAGE (tend_mileage_page_get_type ())
G_DECLARE_FINAL_TYPE (TendMileagePage, tend_mileage_page, TEND, MILEAGE_PAGE, TendPage)

GtkWidget *tend_mileage_page_new       (TendSession      *session);
/* Shows one journey. */
void       tend_mileage_page_open_trip (TendMileagePage  *self,
                                        const char       *id);

G_END_DECLS
