/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendClientRow:
 *
 * One person in the list of clients.  Its accessible name is one sentence.
 */
#define TEND_TYPE_CLIENT_ROW (tend_client_row_get_type ())
G_DECLARE_FINAL_TYPE (TendClientRow, tend_client_row, TEND, CLIENT_ROW, GtkListBoxRow)

GtkWidget  *tend_client_row_new        (const TendClientSummary *summary);
const char *tend_client_row_get_id     (TendClientRow           *self);
const char *tend_client_row_get_status (TendClientRow           *self);
/* Whether every word of @text begins a word of the name, address or phone. */
gboolean    tend_client_row_matches    (TendClientRow           *self,
                                        const char              *text);

G_END_DECLS
