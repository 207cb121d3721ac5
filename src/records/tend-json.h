/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <yajl/yajl_gen.h>

G_BEGIN_DECLS

/**
 * tend_record_write_json:
 * @internal: whether the fields that nesting stands for are written too (as in
 *   the history); interchange leaves them out
 *
 * Writes id and set fields of @record, in table order, into an open map.
 * Dates and times are written as their interchange text, numbers and booleans
 * as such, lists as arrays; a boolean or number that is not set is left out.  In
 * interchange a field with a default that is not set is null.
 */
void tend_record_write_json (TendRecord *record,
                             yajl_gen    gen,
                             gboolean    internal);

G_END_DECLS
