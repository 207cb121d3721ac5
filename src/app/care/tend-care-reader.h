/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-file.h"

G_BEGIN_DECLS

/**
 * tend_care_reader_present:
 * @title: of the window
 * @text: (nullable): above what is read
 * @lines: (element-type TendRecord): what is nested in @record
 * @on: where it has a paper of its own, that is printed as it was on this day
 *
 * A record that stays as it is, to be read: every field that is set, then its lines and
 * the documents kept with it.
 */
void tend_care_reader_present (GtkWidget             *parent,
                               TendSession           *session,
                               const TendCareSection *section,
                               TendCareFile          *file,
                               TendRecord            *record,
                               GPtrArray             *lines,
                               const char            *title,
                               const char            *text,
                               TendDate               on);

/* A row of @group for the field @name of @record, where it is set. */
void       tend_care_read_field (AdwPreferencesGroup *group,
                                 TendRecord          *record,
                                 const char          *name,
                                 GHashTable          *names);
/* A group of those of @lines that are of @type, or %NULL when none is. */
GtkWidget *tend_care_read_lines (const TendLineType  *type,
                                 GPtrArray           *lines,
                                 GHashTable          *names);

G_END_DECLS
