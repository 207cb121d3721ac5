/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendTodayPage:
 *
 * The day: its visits in order, each begun and finished with one press, what was
 * left unrecorded, what is owed too long, and what to do next.
 */
#define TEND_TYPE_TODAY_PAGE (tend_today_page_get_type ())
G_DECLARE_FINAL_TYPE (TendTodayPage, tend_today_page, TEND, TODAY_PAGE, TendPage)

GtkWidget *tend_today_page_new  (TendSession   *session);
/* @id: a day, "2026-06-03" */
void       tend_today_page_open (TendTodayPage *self,
                                 const char    *id);

G_END_DECLS
