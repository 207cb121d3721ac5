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

/* Asks where, and writes a copy of it there. */
void tend_scan_save_copy      (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *attachment);

G_END_DECLS
