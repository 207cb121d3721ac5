/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendWindow:
 *
 * The one window of one vault: set-up, the way to unlock, or the side bar of
 * places with their pages, whichever the TendOpening it follows says.  Pages are
 * made when they are first visited and dropped when the vault is locked.
 */
#define TEND_TYPE_WINDOW (tend_window_get_type ())
G_DECLARE_FINAL_TYPE (TendWindow, tend_window, TEND, WINDOW, AdwApplicationWindow)

TendWindow *tend_window_new          (GtkApplication *application,
                                      TendOpening    *opening);
/* Opens "kind:id" as soon as the vault is open. */
void        tend_window_open_matter  (TendWindow     *self,
                                      const char     *matter);
void        tend_window_toast        (TendWindow     *self,
                                      const char     *text);
/* Closes the vault until the passphrase is typed; offers to make one where there is none. */
void        tend_window_lock         (TendWindow     *self);
/* Shows the sample instead, and the vault again when the sample is left. */
void        tend_window_visit_sample (TendWindow     *self);

G_END_DECLS
