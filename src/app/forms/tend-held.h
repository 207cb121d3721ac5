/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A change that a scheme may hold back (tend-hold.h). */

/* Worker: FALSE with TEND_ERROR_HELD, and @held as tend_hold() gives it, where it is held back
 * and @reason is %NULL. */
typedef gboolean (*TendHeldWork) (TendVault     *vault,
                                  gpointer       data,
                                  const char    *reason,
                                  GPtrArray    **held,
                                  GError       **error);
/* @error: (nullable); G_IO_ERROR_CANCELLED when the carer left it. */
typedef void     (*TendHeldDone) (const GError  *error,
                                  gpointer       data);

/**
 * tend_held_change:
 * @data: for both functions, kept until @done has been called
 * @done: called exactly once, also when @parent is gone
 *
 * Makes the change.  What holds it back is said, with the scheme that asks for it.  It can be put
 * right: then @parent closes, if it is a window over the main one, and what is in the way opens.
 * Whoever goes on all the same gives a reason, which is kept, and the change is tried again with
 * it.
 */
void tend_held_change (GtkWidget      *parent,
                       TendSession    *session,
                       TendHeldWork    work,
                       TendHeldDone    done,
                       gpointer        data,
                       GDestroyNotify  destroy);

G_END_DECLS
