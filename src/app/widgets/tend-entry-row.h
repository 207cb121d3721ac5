/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendEntryRow:
 *
 * A row to type into, its title small above the text.  It looks like AdwEntryRow,
 * whose text tells assistive technology neither that it has the focus nor what is
 * typed (libadwaita 1.2); here a GtkEntry does.  A row that is secret shows dots
 * until its button is pressed, and says that Caps Lock is on.
 *
 * It is a GtkEditable; its delegate is the entry, which has the focus and the
 * accessible name.
 * Properties: secret (when made), input-hints (as of GtkEntry).
 * Signal: "entry-activated", on Return.
 */
#define TEND_TYPE_ENTRY_ROW (tend_entry_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendEntryRow, tend_entry_row, TEND, ENTRY_ROW, AdwPreferencesRow)

struct _TendEntryRowClass
{
  AdwPreferencesRowClass parent_class;
};

GtkWidget *tend_entry_row_new        (const char   *title);
/* What has the focus. */
GtkWidget *tend_entry_row_get_entry  (TendEntryRow *self);
/* What shows the letters in it. */
GtkText   *tend_entry_row_get_text   (TendEntryRow *self);
void       tend_entry_row_add_suffix (TendEntryRow *self,
                                      GtkWidget    *widget);
/* What is heard after the name; NULL for nothing.  A row whose text is @wrong looks so. */
void       tend_entry_row_describe   (TendEntryRow *self,
                                      const char   *text,
                                      gboolean      wrong);

G_END_DECLS
