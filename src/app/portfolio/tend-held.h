/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-change.h"

G_BEGIN_DECLS

/* A change that a scheme may hold back (tend-hold.h). */

/**
 * tend_held_change:
 *
 * Makes the change.  What holds it back is said, with the scheme that asks for it.  It can be put
 * right: then @parent closes, if it is a window over the main one, and what is in the way opens.
 * Whoever goes on all the same gives a reason, which is kept, and the change is tried again with
 * it.
 */
void tend_held_change (GtkWidget      *parent,
                       TendSession    *session,
                       TendChangeWork  work,
                       TendChangeDone  done,
                       gpointer        data,
                       GDestroyNotify  destroy);

G_END_DECLS
