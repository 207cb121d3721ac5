/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The recovery key as people see it: groups of letters and digits without
 * look-alikes, each group with its own check character, so that a slip is named
 * as one and not taken for a wrong key.
 */

/* (transfer full): a new key, "ACDE3-FGHJ7-…"; at least 125 random bits, in
 * guarded memory: free with tend_recovery_free(), never with g_free(). */
char     *tend_recovery_generate  (void);
void      tend_recovery_free      (char        *text);
/* How many groups a key has. */
guint     tend_recovery_n_groups  (void);
/* (transfer full): group @index, from 0; g_free(). */
char     *tend_recovery_group     (const char  *text,
                                   guint        index);

/**
 * tend_recovery_normalise:
 *
 * Reads what was typed, whatever the case, spaces or dashes.
 *
 * Returns: (nullable): the key in its plain form; %NULL with TEND_ERROR_LOCKED
 *   and a message that names the slip: "Group 3, “ACDE4”, has a slip in it.
 *   Please check it against your sheet.", or how many characters are missing.
 *   In guarded memory: free with tend_recovery_free()
 */
char     *tend_recovery_normalise (const char  *typed,
                                   GError     **error);

G_END_DECLS
