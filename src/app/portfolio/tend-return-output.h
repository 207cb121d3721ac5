/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-compose-return.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A quarterly return on its way out. */

void tend_return_print    (GtkWidget              *parent,
                           const TendReturnValues *values);
void tend_return_save_csv (GtkWidget              *parent,
                           const TendReturnValues *values);
/* Puts its lines where they can be pasted from. */
void tend_return_copy     (GtkWidget              *parent,
                           const TendReturnValues *values);
/* Asks when and how it was sent, and keeps that with the figures of that day. */
void tend_return_send     (GtkWidget              *parent,
                           TendSession            *session,
                           const TendReturnValues *values);
/* The copy of a return as it was sent.  @record: a quarterly_return */
void tend_return_present_sent (GtkWidget          *parent,
                               TendSession        *session,
                               TendRecord         *record);

G_END_DECLS
