/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that read the chart share. */

#pragma once

#include "tend-mar.h"

G_BEGIN_DECLS

/* The number of the paper that is in use on @last; 0 with an error. */
int tend_mar_chart_version (TendVault   *vault,
                            TendRecord  *client,
                            TendDate     last,
                            GError     **error);

G_END_DECLS
