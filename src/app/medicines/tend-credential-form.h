/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The carer's own papers as far as medicines ask for them: training and insurance. */

/* The window of one; @record: stored or not. */
void tend_credential_present     (GtkWidget   *parent,
                                  TendSession *session,
                                  TendRecord  *record);
/* For a new one that covers medicines; @kind: "training", "public_liability". */
void tend_credential_add_present (GtkWidget   *parent,
                                  TendSession *session,
                                  const char  *kind);

G_END_DECLS
