/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendClientView:
 *
 * The page of one person: six parts behind a switcher, each of which asks for
 * what it shows when it comes into view.
 *
 * Property: "folded" (whether there is a list to go back to).  Signal: "back".
 */
#define TEND_TYPE_CLIENT_VIEW (tend_client_view_get_type ())
G_DECLARE_FINAL_TYPE (TendClientView, tend_client_view, TEND, CLIENT_VIEW, TendPage)

GtkWidget *tend_client_view_new        (TendSession     *session);
/* NULL shows nobody. */
void       tend_client_view_set_client (TendClientView  *self,
                                        const char      *id);
/* @part: "overview", "terms", "care", "visits", "money" or "history"; "care/risk" shows the
 * risks there */
void       tend_client_view_show_part  (TendClientView  *self,
                                        const char      *part);

G_END_DECLS
