/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-care-section.h"

G_BEGIN_DECLS

/* At the end of a record's window: takes it out, with "Undo" in @parent's window, or says
 * there why it stays. */
GtkWidget *tend_care_remove_button_new (GtkWidget   *parent,
                                        GtkWindow   *dialog,
                                        TendSession *session,
                                        TendRecord  *record);

G_END_DECLS
