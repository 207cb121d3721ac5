/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendEarningsView:
 *
 * What was earned in a period, or how many hours were worked: a chart, and the
 * same figures as a table.  Both can be saved and printed.
 */
#define TEND_TYPE_EARNINGS_VIEW (tend_earnings_view_get_type ())
G_DECLARE_FINAL_TYPE (TendEarningsView, tend_earnings_view, TEND, EARNINGS_VIEW, TendPage)

GtkWidget *tend_earnings_view_new (TendSession *session);

G_END_DECLS
