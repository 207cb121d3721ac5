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
 * Council" is told has not agreed to "Shire".  A consent with an exception or a condition in it
 * names nobody ("I won't share with: …", "my GP only"): which of its names are left out is for a
 * person to read.
 */
gboolean tend_sharing_names   (const char *with,
                               const char *recipient);
/* Whether a refusal of sharing @with them may be meant for @recipient: where it can be read both
 * ways it is.  "The council" refuses "Cambridgeshire County Council", and so does "anybody but my
 * GP". */
gboolean tend_sharing_refuses (const char *with,
                               const char *recipient);

G_END_DECLS
