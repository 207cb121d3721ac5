/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything that is kept about one person, for them or for whoever asks for them: who asks
 * and how they are known comes first, then what is put in; then it is saved as a file to
 * read and one for programs, and the request is in the log. */
void tend_everything_present (GtkWidget   *parent,
                              TendSession *session,
                              TendRecord  *client);

G_END_DECLS
