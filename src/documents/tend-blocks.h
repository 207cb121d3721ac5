/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-flow.h"

G_BEGIN_DECLS

/* What the sheets of the care record are made of.  Each leaves out what has no text. */

/* A heading of the second level, with an entry in the outline and room for what follows. */
void  tend_heading_lay     (TendFlow        *flow,
                            const char      *heading);
/* A label at the left and its text beside it, over as many pages as it takes. */
void  tend_field_lay       (TendFlow        *flow,
                            const char      *label,
                            const char      *text);
/* A label that runs on into its text, for what is said in a few words. */
void  tend_run_in_lay      (TendFlow        *flow,
                            const char      *label,
                            const char      *text);
/* A label, and @n_lines lines to write on. */
void  tend_blank_lay       (TendFlow        *flow,
                            const char      *label,
                            int              n_lines);
/* The field, or on a form that is filled in by hand the lines for it. */
void  tend_answer_lay      (TendFlow        *flow,
                            const char      *label,
                            const char      *text,
                            gboolean         form,
                            int              n_lines);
/* A tinted block with a bar at its edge: what must be seen first.  Text that is too long
 * for a block is set as a field. */
void  tend_notice_lay      (TendFlow        *flow,
                            TendTextStyle    style,
                            const char      *label,
                            const char      *text,
                            gboolean         urgent);
/* (transfer full): "Signed by Rose Hartley on 7 September 2026."; "" for no day.
 * @signed_by: (nullable) */
char *tend_signed_text     (const char      *signed_by,
                            TendDate         signed_on);
/* That what is printed is a copy: by whom and when it was signed (TEND_DATE_NONE: not known).
 * @changed: (nullable): what is known to be otherwise since then, "prices, 1 April 2026" */
void  tend_held_lay        (TendFlow        *flow,
                            const char      *signed_by,
                            TendDate         signed_on,
                            const char      *changed);
/* Where somebody signs: @role over the line, with a line for the date; kept together. */
void  tend_signature_lay   (TendFlow        *flow,
                            const char      *role,
                            const char      *name);

G_END_DECLS
