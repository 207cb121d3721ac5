/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-earnings-figures.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Earnings on their way out of Tend. */

/* Asks where, and writes the chart of @figures there as a PNG picture. */
void tend_earnings_save_picture (GtkWidget            *parent,
                                 TendEarningsFigures  *figures);
/* Shows them as they print, to be printed or saved as PDF. */
void tend_earnings_print        (GtkWidget            *parent,
                                 TendSession          *session,
                                 TendDate              from,
                                 TendDate              to,
                                 TendEarningsBy        by);

G_END_DECLS
