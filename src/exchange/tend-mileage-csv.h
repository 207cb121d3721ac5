/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/**
 * tend_mileage_csv:
 * @start: the 6 April of the tax year
 *
 * Returns: (transfer full): the journeys of a tax year as CSV for a spreadsheet,
 *   the oldest first, with heads; what counts as business says so
 */
GBytes *tend_mileage_csv (TendVault  *vault,
                          TendDate    start,
                          GError    **error);

G_END_DECLS
