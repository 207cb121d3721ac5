/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

G_BEGIN_DECLS

/* Faults of the days and moments in @fields that are still to come, where only what has
 * been can be written down.
 * @fields: (array zero-terminated=1): names of date and instant fields */
void tend_care_check_past (TendSession        *session,
                           TendRecord         *record,
                           const char *const  *fields,
                           TendFaults         *faults);

G_END_DECLS
