/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendClientsPage:
 *
 * The people cared for: a list, and beside it (or, where there is no room,
 * instead of it) the page of one person.
 */
#define TEND_TYPE_CLIENTS_PAGE (tend_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (TendClientsPage, tend_clients_page, TEND, CLIENTS_PAGE, TendPage)

GtkWidget *tend_clients_page_new  (TendSession     *session);
/* Shows one person; @part: (nullable): of their page, "care" */
void       tend_clients_page_open (TendClientsPage *self,
                                   const char      *id,
                                   const char      *part);

G_END_DECLS
