/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From a client and some days to an issued invoice: choose, look, issue. */

/* Asks for whom and for which days. @client: (nullable): chosen beforehand */
void tend_new_invoice_present (GtkWidget   *parent,
                               TendSession *session,
                               const char  *client);
/* Shows what the invoice would be, with a button to issue it. */
void tend_new_invoice_preview (GtkWidget   *parent,
                               TendSession *session,
                               const char  *client,
                               TendDate     from,
                               TendDate     to);

G_END_DECLS
