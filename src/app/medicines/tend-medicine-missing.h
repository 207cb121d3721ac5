/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-medicine-permission.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is missing before a medicine may be on the carer's round, each with the button that
 * opens what mends it. */

/* What is missing is written in the window of the medicine itself. */
#define TEND_MEDICINE_WRITE_MORE "write-more"

/* @by: (nullable): who sees to it for now, "person", "family" or "other"; NULL: all that is
 * needed is there now, and it goes on the round; else TEND_MEDICINE_WRITE_MORE */
typedef void (*TendMedicineGoOnFunc) (const char *by,
                                      gpointer    user_data);

/**
 * tend_medicine_missing_present:
 * @parent: of the window where the medicine is written
 * @lines: (element-type TendRecord)
 * @func: called at most once
 * @parent_data: an object that lives as long as @parent
 */
void        tend_medicine_missing_present (GtkWidget              *parent,
                                           TendSession            *session,
                                           TendRecord             *medication,
                                           GPtrArray              *lines,
                                           TendMedicineGoOnFunc    func,
                                           gpointer                parent_data);

/* "Written request", "Training in medicines"; translated. */
const char *tend_missing_title            (TendMissing             what);
/* Opens what mends it; @paper of a medicine of @client. */
void        tend_missing_mend             (GtkWidget              *parent,
                                           TendSession            *session,
                                           const TendMissingPaper *paper,
                                           TendRecord             *medication);

G_END_DECLS
