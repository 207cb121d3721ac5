/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendRotaPage:
 *
 * The week's rota: what is planned and done, what clashes, and everything one does
 * to plan.
 */
#define TEND_TYPE_ROTA_PAGE (tend_rota_page_get_type ())
G_DECLARE_FINAL_TYPE (TendRotaPage, tend_rota_page, TEND, ROTA_PAGE, TendPage)

GtkWidget *tend_rota_page_new  (TendSession  *session);
/* @id: a day, "2026-06-03", or a week, "2026-W23" */
void       tend_rota_page_open (TendRotaPage *self,
                                const char   *id);

G_END_DECLS
