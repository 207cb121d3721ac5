/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A change that a form makes, and how: tend_held_change() for one that a scheme may hold back. */

/* Worker: FALSE with an error; with TEND_ERROR_HELD, and @held as tend_hold() gives it, where it
 * is held back and @reason is %NULL. */
typedef gboolean (*TendChangeWork) (TendVault      *vault,
                                    gpointer        data,
                                    const char     *reason,
                                    GPtrArray     **held,
                                    GError        **error);
/* @error: (nullable); G_IO_ERROR_CANCELLED when the carer left it. */
typedef void     (*TendChangeDone) (const GError   *error,
                                    gpointer        data);
/* @data: for both functions, kept until @done has been called
 * @done: called exactly once, also when @parent is gone */
typedef void     (*TendChangeFunc) (GtkWidget      *parent,
                                    TendSession    *session,
                                    TendChangeWork  work,
                                    TendChangeDone  done,
                                    gpointer        data,
                                    GDestroyNotify  destroy);

/* One that nothing holds back. */
void tend_change (GtkWidget      *parent,
                  TendSession    *session,
                  TendChangeWork  work,
                  TendChangeDone  done,
                  gpointer        data,
                  GDestroyNotify  destroy);

G_END_DECLS
