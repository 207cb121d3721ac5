/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The wording of the privacy notice, the same for everybody, to be edited.
 * @wording: (nullable): the carer's own, TEND_SETTING_PRIVACY_WORDING */
void tend_privacy_wording_present (GtkWidget   *parent,
                                   TendSession *session,
                                   const char  *wording);

G_END_DECLS
