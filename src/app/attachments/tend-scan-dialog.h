/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the stored @attachment in a window over @parent's.  It is decrypted into memory;
 * no part of it is written to a disk unless a copy is asked for. */
void tend_scan_dialog_present (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *attachment);

/* (transfer none): the same window for a PDF that is still being made and is kept nowhere;
 * @cancellable is cancelled when it is closed before. */
GtkWindow *tend_scan_dialog_present_made (GtkWidget     *parent,
                                          const char    *title,
                                          GCancellable  *cancellable);
/* @pdf: (nullable): NULL: @fault says why there is none. */
void       tend_scan_dialog_show_made    (GtkWindow     *window,
                                          GBytes        *pdf,
                                          const char    *fault);

/* Asks where, and writes a copy of it there. */
void tend_scan_save_copy      (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *attachment);

G_END_DECLS
