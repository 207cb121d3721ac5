/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the JSON Schema (draft 2020-12) of the interchange file, made
 * from the field tables.  What no schema can say, such as that an id is given
 * once, is in the descriptions and checked by the import.
 */
GBytes *tend_interchange_schema (void);

G_END_DECLS
