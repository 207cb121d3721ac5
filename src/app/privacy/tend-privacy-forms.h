/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-retention.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The windows in which the records of data protection are written. */

/* @record: stored, or new, with what is known of it */
void tend_request_present          (GtkWidget         *parent,
                                    TendSession       *session,
                                    TendRecord        *record);
void tend_breach_present           (GtkWidget         *parent,
                                    TendSession       *session,
                                    TendRecord        *record);
/* A complaint about personal data. */
void tend_data_complaint_present   (GtkWidget         *parent,
                                    TendSession       *session,
                                    TendRecord        *record);
/* Another period: for everybody, or with @client (nullable) for one person. */
void tend_retention_period_present (GtkWidget         *parent,
                                    TendSession       *session,
                                    const TendKeeping *keeping,
                                    const char        *client);
void tend_legal_hold_present       (GtkWidget         *parent,
                                    TendSession       *session,
                                    const TendKept    *kept);
/* Asks why, and whether to go on; then destroys the record and makes the snapshots anew. */
void tend_destroy_present          (GtkWidget         *parent,
                                    TendSession       *session,
                                    const TendKept    *kept);

G_END_DECLS
