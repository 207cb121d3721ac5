/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-check.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The way to put right what a check has found: the record it is about, or a new one. */

/**
 * tend_mend_of:
 * @schemes: TendScheme, those of the carer
 *
 * Returns: (transfer full): what to write down, as "credential:training:first_aid"; "" for
 *   the record itself
 */
char       *tend_mend_of      (GPtrArray         *schemes,
                               const TendFinding *finding);
/* Translated, for the end of a row: "Add…", "Open". */
const char *tend_mend_label   (const TendFinding *finding,
                               const char        *mend);
/* Goes there.  @parent: on a page */
void        tend_mend_present (GtkWidget         *parent,
                               TendSession       *session,
                               const TendFinding *finding,
                               const char        *mend);

G_END_DECLS
