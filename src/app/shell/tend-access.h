/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Mends, for every widget of the program, what GTK 4.8 tells assistive technology
 * wrongly:
 *
 *   - a button with a mnemonic is named twice, "_Save Save";
 *   - pages of a stack that are not in view, and what a revealer or the side bar
 *     hides, are told as if they were there;
 *   - the switch of a row that can be opened has no name.
 *
 * To be called once, after GTK has started.
 */
void tend_access_mend (void);

G_END_DECLS
