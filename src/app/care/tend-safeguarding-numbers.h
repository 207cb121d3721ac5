/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A group with whom to ring about somebody at risk.  What is not known yet is typed in its
 * place, and kept as soon as the row is left.
 * @client: (nullable): whose councils alone */
GtkWidget *tend_safeguarding_numbers_new (TendSession *session,
                                          const char  *client);

G_END_DECLS
