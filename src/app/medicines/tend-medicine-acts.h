/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The small windows of what happens to a line of the chart. @medication is stored. */

void tend_medicine_end_present    (GtkWidget   *parent,
                                   TendSession *session,
                                   TendRecord  *medication);
void tend_medicine_review_present (GtkWidget   *parent,
                                   TendSession *session,
                                   TendRecord  *medication);
void tend_medicine_check_present  (GtkWidget   *parent,
                                   TendSession *session,
                                   TendRecord  *medication);

G_END_DECLS
