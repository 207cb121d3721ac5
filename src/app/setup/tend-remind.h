/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one switch for reminders while Tend is closed (tend-schedule.h), in set-up and in the
 * settings alike. */

/* What is asked by itself is what is in the usual place: for others there is no switch. */
gboolean   tend_remind_fits       (const char           *dir);
/* (transfer floating): the row; *@toggle is what is pressed in it. */
GtkWidget *tend_remind_row_new    (GtkSwitch           **toggle);

/* Both in a thread of their own: the desktop may take its time, and may ask its owner. */
void       tend_remind_ask_async  (GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              data);
void       tend_remind_set_async  (gboolean              on,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              data);
/* Whether they are on now. */
gboolean   tend_remind_finish     (GAsyncResult         *result,
                                   GError              **error);
/* Where they are off, asks in a window over @parent whether to turn them on: what has been brought
 * in from a backup knows nothing of the computer it was on. */
void       tend_remind_offer      (GtkWidget            *parent);

G_END_DECLS
