/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The agreement with a client and the contract that is made of it. */

/* Looks at the contract as it prints; an unsigned one can be marked as signed. */
void        tend_contract_present  (GtkWidget    *parent,
                                    TendSession  *session,
                                    const char   *client);
/* The same, where nothing may have been agreed yet: that is asked for first. */
void        tend_contract_make     (GtkWidget    *parent,
                                    TendSession  *session,
                                    const char   *client);

/* Adds or changes an agreement that has not been signed. */
void        tend_agreement_edit    (GtkWidget    *parent,
                                    TendSession  *session,
                                    TendRecord   *agreement);
/* Other terms from a day on: a new version; the old one ends the day before. */
void        tend_agreement_renew   (GtkWidget    *parent,
                                    TendSession  *session,
                                    TendRecord   *agreement);
void        tend_agreement_sign    (GtkWidget    *parent,
                                    TendSession  *session,
                                    TendRecord   *agreement);
/* (transfer full): a new one for @client, with the usual terms. */
TendRecord *tend_agreement_new     (const char   *client,
                                    TendDate      today);
/* The worker's part of renewing: saves @agreement and ends @old_id. */
TendRecord *tend_agreement_renew_save (TendVault    *vault,
                                       TendRecord   *agreement,
                                       gpointer      old_id,
                                       GError      **error);

G_END_DECLS
