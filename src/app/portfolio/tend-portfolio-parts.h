/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/* What the views of the portfolio are laid out with: one column of groups that scrolls. */

/* (transfer none): the column, in @page. */
GtkBox              *tend_portfolio_column (TendPage   *page);
/* @title, @description, @suffix: (nullable) */
AdwPreferencesGroup *tend_portfolio_group  (GtkBox     *column,
                                            const char *title,
                                            const char *description,
                                            GtkWidget  *suffix);
/* What a place says while there is nothing to show, with one thing to do about it. */
GtkWidget           *tend_portfolio_status (const char *icon,
                                            const char *title,
                                            const char *description,
                                            const char *label,
                                            const char *action);

G_END_DECLS
