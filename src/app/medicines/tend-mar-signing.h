/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-edit.h"
#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the chart, its panel and a visit's record do alike. */

/* tend_mar_edit_sign() in the worker, with a copy of @draft; tend_session_finish() gives the
 * entry (transfer full), or %NULL with an error. */
void tend_mar_sign_async  (TendSession         *session,
                           TendRecord          *draft,
                           gboolean             already_taken,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

/**
 * tend_mar_note_present:
 * @kind: (nullable): "note"; %NULL: asks whether it is the effect
 * @on_saved: (nullable)
 * @user_data: (transfer full): an object, or %NULL
 *
 * A window to add to what was written of a dose.
 */
void tend_mar_note_present (GtkWidget          *parent,
                            TendSession        *session,
                            TendRecord         *entry,
                            const char         *title,
                            const char         *text,
                            const char         *kind,
                            void              (*on_saved) (TendRecord *note,
                                                           gpointer    user_data),
                            gpointer            user_data);

/* Writes in the worker that the patch of @entry is still on; tend_session_finish() gives @entry
 * (transfer full), or %NULL with an error. */
void tend_mar_look_async   (TendSession        *session,
                            TendRecord         *entry,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
/* A window to say that it had come off, and what was done; the arguments as above. */
void tend_mar_off_present  (GtkWidget          *parent,
                            TendSession        *session,
                            TendRecord         *entry,
                            void              (*on_saved) (TendRecord *note,
                                                           gpointer    user_data),
                            gpointer            user_data);

G_END_DECLS
