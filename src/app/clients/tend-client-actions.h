/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a whole client.  Each asks first, in a window over
 * @parent, and does it in one transaction.
 */

void tend_client_edit         (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *client);
/* The last day and the reason; ends agreements and repeating visits. */
void tend_client_end          (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *client);
void tend_client_resume       (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *client);
/* tend-client-death.c: the day, and all that ends with it; the other for a mistake. */
void tend_client_record_death (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *client);
void tend_client_take_back_death (GtkWidget   *parent,
                                  TendSession *session,
                                  TendRecord  *client);

/* The worker's part of ending care, for @client as it is to be saved. */
gboolean tend_client_end_care (TendVault   *vault,
                               TendRecord  *client,
                               GError     **error);

G_END_DECLS
