/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-retention.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Closed records, what their time is, and what can be done about each.
 * @list: (element-type TendKept) */
void tend_kept_rows_fill (AdwPreferencesGroup *group,
                          TendSession         *session,
                          GPtrArray           *list);

G_END_DECLS
