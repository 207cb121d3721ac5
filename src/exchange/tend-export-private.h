/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the steps of an export share: history, writing. */

#pragma once

#include "tend-export.h"
#include "tend-selection.h"

G_BEGIN_DECLS

/* Writes the array "history". */
gboolean        tend_export_history     (TendVault           *vault,
                                         TendSelection       *selection,
                                         TendWriter          *writer,
                                         GError             **error);

G_END_DECLS
