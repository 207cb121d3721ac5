/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-due.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is due, as rows of Today, and what the carer answers to it. */

/* A row that opens the matter, with a menu of answers: the page's actions "today.due-done",
 * "today.due-not-mine" and "today.due-day" with the item's id, and "today.due-later" with it
 * and a number of days. */
GtkWidget *tend_due_row        (const TendDueItem *item);
/* Goes where the matter is seen to: an action of the window @widget is in. */
void       tend_due_open       (GtkWidget         *widget,
                                const TendDueItem *item);

/* Keeps the answer, with an Undo where one press gave it; a day or a reason is asked for. */
void       tend_due_say_done   (GtkWidget         *page,
                                TendSession       *session,
                                const TendDueItem *item);
void       tend_due_say_later  (GtkWidget         *page,
                                TendSession       *session,
                                const TendDueItem *item,
                                int                days);
void       tend_due_ask_day    (GtkWidget         *page,
                                TendSession       *session,
                                const TendDueItem *item);
void       tend_due_ask_reason (GtkWidget         *page,
                                TendSession       *session,
                                const TendDueItem *item);

G_END_DECLS
