/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The mileage book of a tax year on its way out of Tend.  @year: its 6 April */

/* Shows it as it prints, to be printed or saved as PDF. */
void tend_mileage_print    (GtkWidget   *parent,
                            TendSession *session,
                            TendDate     year);
/* Asks where, and writes it there for a spreadsheet. */
void tend_mileage_save_csv (GtkWidget   *parent,
                            TendSession *session,
                            TendDate     year);

G_END_DECLS
