/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* A record as it was: read from the values that the history keeps.
 * (transfer full) (nullable): NULL when they were erased or cannot be read */
TendRecord *tend_past_record (const char *kind,
                              const char *values);

G_END_DECLS
