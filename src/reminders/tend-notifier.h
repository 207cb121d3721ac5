/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-telling.h"

G_BEGIN_DECLS

/* Notices on the desktop, by libnotify.  Their buttons work only while whoever showed them
 * lives, with the window open or shut. */
typedef struct _TendNotifier TendNotifier;

/* @matter: what was pressed
 * @token: (nullable): lets the window come to the front */
typedef void (*TendNotifierOpen) (const char *matter,
                                  const char *token,
                                  gpointer    data);

/* (transfer full): notices as one text, from one process to the next; and back.  NULL when
 * it is none. */
char         *tend_notices_to_text   (GPtrArray         *notices);
GPtrArray    *tend_notices_parse     (const char        *text);

TendNotifier *tend_notifier_new      (TendNotifierOpen   open,
                                      gpointer           data);
void          tend_notifier_free     (TendNotifier      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendNotifier, tend_notifier_free)
/* How many were shown, from the first on: a desktop may take no more for a while.  0 with
 * @error: it shows none. */
guint         tend_notifier_show     (TendNotifier      *self,
                                      GPtrArray         *notices,
                                      GError           **error);
/* Stays until they are closed, but no longer than twelve hours. */
void          tend_notifier_wait     (TendNotifier      *self);

G_END_DECLS
