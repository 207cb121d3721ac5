/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-form.h"
#include "tend-retention.h"

G_BEGIN_DECLS

/* The windows in which the records of data protection are written. */

/**
 * tend_log_entry_present:
 * @record: a request for information, a data breach, or a complaint about personal data:
 *   stored, or new, with what is known of it
 * @on_saved: (nullable): called with what was saved and @watcher, while that is there
 */
void tend_log_entry_present        (GtkWidget           *parent,
                                    TendSession         *session,
                                    TendRecord          *record,
                                    TendRecordSavedFunc  on_saved,
                                    GtkWidget           *watcher);
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
