/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendUnlockPage:
 *
 * What is shown while the vault is shut: waiting for the keyring, asking for the
 * recovery key or the passphrase, or saying what is damaged and what can be done.
 * It tells nothing of what is in the vault.
 */
#define TEND_TYPE_UNLOCK_PAGE (tend_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (TendUnlockPage, tend_unlock_page, TEND, UNLOCK_PAGE, AdwBin)

GtkWidget *tend_unlock_page_new (TendOpening *opening);

G_END_DECLS
