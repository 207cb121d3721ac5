/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendProgress:
 *
 * A window for work that takes a while: what is being done, how far it is, and
 * a way to stop it; then what came of it.
 */
#define TEND_TYPE_PROGRESS (tend_progress_get_type ())
G_DECLARE_FINAL_TYPE (TendProgress, tend_progress, TEND, PROGRESS, AdwWindow)

/* (transfer none): shown over @parent.  Its work is to watch the cancellable. */
TendProgress *tend_progress_present         (GtkWidget    *parent,
                                             const char   *title,
                                             const char   *text);
GCancellable *tend_progress_get_cancellable (TendProgress *self);
/* From any thread: 0.0 to 1.0.  Until it is first called the bar goes to and fro. */
void          tend_progress_report          (double        fraction,
                                             gpointer      progress);
/* Ends it with something to read, and the button to close it. */
void          tend_progress_finish          (TendProgress *self,
                                             const char   *title,
                                             const char   *text);

G_END_DECLS
