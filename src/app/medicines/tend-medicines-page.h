/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendMedicinesPage:
 *
 * Everybody whose medicines are seen to, with today's doses; and the chart of one of them.
 */
#define TEND_TYPE_MEDICINES_PAGE (tend_medicines_page_get_type ())
G_DECLARE_FINAL_TYPE (TendMedicinesPage, tend_medicines_page, TEND, MEDICINES_PAGE, TendPage)

GtkWidget *tend_medicines_page_new  (TendSession       *session);
/* @id: of a client, or "CLIENT/KEY" with the key of a dose (tend_mar_dose_key()) */
void       tend_medicines_page_open (TendMedicinesPage *self,
                                     const char        *id);

G_END_DECLS
