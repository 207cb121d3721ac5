/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prices as rows, and the windows that change them. */

/* A dated price: activating it edits it, its button puts a new price from a day on.
 * @services: (element-type TendRecord): for their names */
GtkWidget *tend_rate_row_new        (TendSession  *session,
                                     TendRecord   *rate,
                                     GPtrArray    *services);
/* (transfer full): "£20.00 an hour" */
char      *tend_rate_format_price   (TendRecord   *rate);

/* @client: (nullable): whose own price; %NULL for everyone's */
void       tend_rate_add            (GtkWidget    *parent,
                                     TendSession  *session,
                                     const char   *client);
/* A new price from a day on: the old one ends the day before. */
void       tend_rate_change         (GtkWidget    *parent,
                                     TendSession  *session,
                                     TendRecord   *rate);
/* The worker's part of that: saves @rate and ends @old_id.  TEND_ERROR_INVALID
 * when the day is not after the old price's first. */
TendRecord *tend_rate_change_save   (TendVault    *vault,
                                     TendRecord   *rate,
                                     gpointer      old_id,
                                     GError      **error);

G_END_DECLS
