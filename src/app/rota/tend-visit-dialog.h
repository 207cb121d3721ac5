/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_visit_dialog_present:
 * @id: of a visit, or "PATTERN\@DATE"
 *
 * The visit record: what happened, in under a minute.  Ctrl+S or Ctrl+Enter
 * saves; Escape closes and keeps what was typed for the next time.
 */
void tend_visit_dialog_present (GtkWidget   *parent,
                                TendSession *session,
                                const char  *id);

G_END_DECLS
