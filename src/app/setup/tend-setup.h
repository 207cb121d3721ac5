/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendSetup:
 *
 * From an empty folder to an open vault: who one is, which council's scheme,
 * whether to be reminded, a passphrase if one likes, and the recovery key, which
 * ends with two groups typed back.  Only a name has to be given.
 *
 * Signals: "made" (TendSession) when all is done; "restore" and "sample" when
 * that was chosen on the first page.
 */
#define TEND_TYPE_SETUP (tend_setup_get_type ())
G_DECLARE_FINAL_TYPE (TendSetup, tend_setup, TEND, SETUP, AdwBin)

GtkWidget *tend_setup_new (const char *dir,
                           TendDate    today);

G_END_DECLS
