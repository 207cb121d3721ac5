/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tend_sharing_names:
 * @with: (nullable): with whom somebody agreed to sharing, as the consent has it: "Catrin,
 *   Moorland Surgery, and the district nurses"
 *
 * Whether @recipient is one of them, as a whole name: who agreed that "Cambridgeshire County
 * Council" is told has not agreed to "Shire".  A consent with an exception in it names nobody:
 * which of its names are left out is for a person to read.
 */
gboolean tend_sharing_names (const char *with,
                             const char *recipient);

G_END_DECLS
