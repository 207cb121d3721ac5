/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Checks that the recovery sheet opens the records, by typing the key from it, or
 * makes a new key where the sheet is lost.
 * @renew: begins with the new key */
void tend_recovery_dialog_present (GtkWidget   *parent,
                                   TendSession *session,
                                   gboolean     renew);

G_END_DECLS
