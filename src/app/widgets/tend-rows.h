/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of a boxed list that is filled anew with every answer of the vault. */

/* Takes out the rows that tend_rows_add() put in, and remembers which had the focus. */
void       tend_rows_begin   (AdwPreferencesGroup *group);
/* @key: (nullable): names the row, so that it, or what in it had the focus, has it again after a
 * reload */
void       tend_rows_add     (AdwPreferencesGroup *group,
                              GtkWidget           *row,
                              const char          *key);
/* Gives the focus back. */
void       tend_rows_end     (AdwPreferencesGroup *group);

/* "Phone" small above "01785 123 456"; the value wraps and can be selected. */
GtkWidget *tend_row_value    (const char          *title,
                              const char          *value);
/* Another value, once it is known. */
void       tend_row_set_value (GtkWidget          *row,
                              const char          *value);
/* A value that is shown when asked for. */
GtkWidget *tend_row_masked   (const char          *title,
                              const char          *value);
/* Leads somewhere: connect to "activated".  @subtitle is nullable. */
GtkWidget *tend_row_link     (const char          *title,
                              const char          *subtitle);
/* Says that there is nothing yet. */
GtkWidget *tend_row_nothing  (const char          *text);
/* At the end of @row, before the arrow of one that leads somewhere. */
void       tend_row_add_suffix (GtkWidget         *row,
                                GtkWidget         *widget);
/* Another name to be heard than the title, for rows whose titles are alike; heard alone, where
 * setting the label would have the title said as well. */
void       tend_row_set_name (GtkWidget           *row,
                              const char          *name);
/* A figure or a word there. */
void       tend_row_add_note (GtkWidget           *row,
                              const char          *text,
                              const char          *css_class);

/* A flat button for the head of a group, "_Add…", and what it does in full, to be heard. */
GtkWidget *tend_head_button  (const char          *label,
                              const char          *name);

G_END_DECLS
