/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK gives the focus to a button inside @choice, a list of strings, and that button no
 * name: it gets "Period: This year".  To be called again whenever another is chosen. */
void tend_choice_name (GtkDropDown *choice,
                       const char  *name);

G_END_DECLS
