/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-opening.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Putting a backup, or a snapshot of an earlier day, in the vault's place: asked
 * for, shown while it goes on, and the opening started again afterwards.  What
 * is there is moved aside, never removed.
 */

/* Lets a .tend-backup file be chosen. */
void tend_restore_backup   (GtkWidget   *parent,
                            TendOpening *opening);
/* Lets one of the vault's snapshots be chosen. */
void tend_restore_snapshot (GtkWidget   *parent,
                            TendOpening *opening);

G_END_DECLS
