/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-week.h"

G_BEGIN_DECLS

/**
 * tend_ics_week:
 * @stamp: the moment it is made
 *
 * Returns: (transfer full): the rota as iCalendar (RFC 5545), for another
 *   calendar to read: visits in UTC, so that any calendar shows the right time,
 *   cancelled and missed ones marked as cancelled, and time off as whole days
 */
char *tend_ics_week (const TendWeek *week,
                     TendInstant     stamp);

G_END_DECLS
