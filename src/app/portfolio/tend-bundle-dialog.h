/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tend_bundle_dialog_present:
 * @scheme: (nullable): chosen at first; else the carer's first
 *
 * Puts together a portfolio: for whom, what goes in and how it stands, then a ZIP or a PDF.
 * It says what the file holds and whether it is locked before it is written.
 */
void tend_bundle_dialog_present (GtkWidget   *parent,
                                 TendSession *session,
                                 const char  *scheme);

G_END_DECLS
