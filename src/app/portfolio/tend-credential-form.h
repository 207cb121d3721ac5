/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The carer's own papers: certificates, insurance, courses, what was signed and declared.
 * A window asks for what papers of the kind say; one that is kept can be renewed, which
 * makes a new one and keeps the old. */

/* The window of one; @record: stored or not. */
void        tend_credential_present     (GtkWidget   *parent,
                                         TendSession *session,
                                         TendRecord  *record);
/* The same, below the words in which a scheme asks for it: (nullable). */
void        tend_credential_present_asked (GtkWidget *parent,
                                         TendSession *session,
                                         TendRecord  *record,
                                         const char  *asked);
/* For a new one that covers medicines; @kind: "training", "public_liability". */
void        tend_credential_add_present (GtkWidget   *parent,
                                         TendSession *session,
                                         const char  *kind);
/* (transfer full): a new one, unsaved.  @kind, @covers, @scheme: (nullable) */
TendRecord *tend_credential_new         (const char  *kind,
                                         const char  *covers,
                                         const char  *scheme);

G_END_DECLS
