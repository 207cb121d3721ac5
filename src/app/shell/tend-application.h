/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendApplication:
 *
 * One process and one window for each vault: the application id names the vault,
 * so that a second start raises the window that is there.  Starting looks for
 * the key and opens the vault while GTK itself still starts.
 */
#define TEND_TYPE_APPLICATION (tend_application_get_type ())
G_DECLARE_FINAL_TYPE (TendApplication, tend_application, TEND, APPLICATION, AdwApplication)

TendApplication *tend_application_new (void);

G_END_DECLS
