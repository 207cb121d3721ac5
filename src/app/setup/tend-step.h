/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendStep:
 *
 * One step of set-up: a heading, a few words, what is asked, and the button that
 * goes on.  The words are where the focus lands when the step comes, so that a
 * screen reader says them.
 *
 * Properties: "icon-name", "title", "body", "content" (GtkWidget), "next-label" (NULL: no
 * button), "other-label" (a second, plainer way on), "can-next", "busy" (a
 * spinner in place of the buttons).  Signals: "next" and "other".
 */
#define TEND_TYPE_STEP (tend_step_get_type ())
G_DECLARE_FINAL_TYPE (TendStep, tend_step, TEND, STEP, AdwBin)

void tend_step_set_busy  (TendStep   *self,
                          gboolean    busy);
/* Says what went wrong above the buttons; NULL takes it away. */
void tend_step_set_fault (TendStep   *self,
                          const char *fault);
/* Moves the focus to the first thing asked. */
void tend_step_begin     (TendStep   *self);

G_END_DECLS
