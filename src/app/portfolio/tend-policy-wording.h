/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The wording of a policy, to be edited.  What is kept is the next version, from today; the
 * one before stays as it was. */
void tend_policy_wording_present (GtkWidget   *parent,
                                  TendSession *session,
                                  TendRecord  *policy);

G_END_DECLS
