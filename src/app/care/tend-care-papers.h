/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"
#include "tend-compose-care.h"

G_BEGIN_DECLS

/* The papers of a person's care, previewed as they print.  Where there may be a copy without
 * names the preview has a switch for it. */

/* The paper of a section that has one. */
TendCarePaper tend_care_paper_of        (const TendCareSection *section);

/* @request: copied; says nothing of redaction */
void       tend_care_paper_present      (GtkWidget             *parent,
                                         TendSession           *session,
                                         const TendCareRequest *request);
/* Asks for the days first; the last month unless others are wanted. */
void       tend_care_visit_log_present  (GtkWidget             *parent,
                                         TendSession           *session,
                                         const char            *client);

/* "Print…", for the head of a list or a window; what is heard in full names the paper. */
GtkWidget *tend_care_paper_button       (TendCarePaper          paper);
/* The same as a small one for the end of a row; it speaks of @row. */
GtkWidget *tend_care_paper_small_button (const char            *row);
/* A press on @button previews, over @parent, @record's own paper as it was @on a day. */
void       tend_care_paper_on_press     (GtkWidget             *button,
                                         GtkWidget             *parent,
                                         TendSession           *session,
                                         const TendCareSection *section,
                                         TendRecord            *record,
                                         TendDate               on);

G_END_DECLS
