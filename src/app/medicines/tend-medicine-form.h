/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-medicines.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window to write a line of the chart.  A line that would be on the carer's round
 * while a paper is missing is not saved: tend-medicine-missing.h says what is missing. */

void tend_medicine_add_present    (GtkWidget    *parent,
                                   TendSession  *session,
                                   const char   *client);
/* Mends a line that no dose has been written against; of others only what may still change
 * is taken. */
void tend_medicine_mend_present   (GtkWidget    *parent,
                                   TendSession  *session,
                                   TendMedicine *medicine);
/* Begins a new line with what it says now, and ends this one the day before. */
void tend_medicine_change_present (GtkWidget    *parent,
                                   TendSession  *session,
                                   TendMedicine *medicine);

G_END_DECLS
