/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the pages with figures share: cards to take in at a glance, and rows that
 * end in an amount.  A screen reader gets each as one thing.
 */

/* (transfer full): miles as "4,713.0" */
char      *tend_ledger_tenths    (gint64       tenths);
/* Takes all cards out. */
void       tend_ledger_clear     (GtkFlowBox  *cards);
/* "£1,250.00" large above "Owed to you" */
void       tend_ledger_add_card  (GtkFlowBox  *cards,
                                  const char  *title,
                                  const char  *value);
/* @state: (nullable): beside the amount, in small: "on invoice 0012" */
GtkWidget *tend_ledger_row       (const char  *title,
                                  const char  *subtitle,
                                  const char  *amount,
                                  const char  *state);
/* A sign before the row, and its meaning in words. */
void       tend_ledger_row_mark  (GtkWidget   *row,
                                  const char  *icon_name,
                                  const char  *css_class,
                                  const char  *meaning);

G_END_DECLS
