/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/* Keeps the papers of the sample that have come back signed.  They are drawn here and now,
 * as Tend prints them, with names on the lines to sign on. */
gboolean tend_demo_keep_papers (TendVault  *vault,
                                GError    **error);

G_END_DECLS
