/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-opening.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendSettings:
 *
 * The settings: the carer's own details, what stands on invoices, dated figures,
 * security, and how the window looks.  What is changed is kept at once; there
 * is nothing to save.
 */
#define TEND_TYPE_SETTINGS (tend_settings_get_type ())
G_DECLARE_FINAL_TYPE (TendSettings, tend_settings, TEND, SETTINGS, AdwWindow)

/* @page: (nullable): "you", "invoices", "figures", "security" or "general" */
void tend_settings_present (GtkWidget   *parent,
                            TendOpening *opening,
                            const char  *page);

G_END_DECLS
