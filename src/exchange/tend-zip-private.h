/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-zip.h"

G_BEGIN_DECLS

/**
 * tend_zip_end_with:
 * @name: in ASCII
 * @offset: how long the ZIP is before its list of files
 * @list: that list with the record that ends it, as libarchive made them
 *
 * The end of a ZIP with one more file in it, which is stored as it is and comes first in the list
 * (APPNOTE.TXT 4.3).
 *
 * Returns: (transfer full) (nullable): what to write instead of @list; %NULL when that is of a
 *   form that is not known here
 */
GByteArray *tend_zip_end_with (const char *name,
                               const char *text,
                               guint64     offset,
                               GByteArray *list);

G_END_DECLS
