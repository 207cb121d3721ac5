/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window for an incident of a visit that is stored: whose, when and where it was are
 * filled in, and what concerned the carer is where the facts go. */
void tend_write_up_present (GtkWidget   *parent,
                            TendSession *session,
                            const char  *visit);

/* The same for the death of a client, as it is recorded; the one that is there, once there is
 * one.  Who was told of a death, and when, is kept with it. */
void tend_write_up_death   (GtkWidget   *parent,
                            TendSession *session,
                            const char  *client);

G_END_DECLS
