/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a new passphrase, twice, and sets it.  @on_set: called once it is set. */
void tend_passphrase_dialog_present (GtkWidget    *parent,
                                     TendSession  *session,
                                     void        (*on_set) (gpointer user_data),
                                     gpointer      user_data);

G_END_DECLS
