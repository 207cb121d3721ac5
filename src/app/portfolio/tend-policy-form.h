/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A policy of the carer's: the version in force, or the one to begin with, which is Tend's
 * wording until it is changed. @kind: "complaints" */
void tend_policy_present (GtkWidget   *parent,
                          TendSession *session,
                          const char  *kind);
/* It as pages, to be read and printed. */
void tend_policy_print   (GtkWidget   *parent,
                          TendSession *session,
                          const char  *kind);

G_END_DECLS
