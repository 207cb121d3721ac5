/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tend_vault_harden_process:
 *
 * To be called first thing in main(), before any thread: no core dumps (a limit;
 * the process stays dumpable, since portals refuse callers that are not), and
 * TMPDIR in memory, $XDG_RUNTIME_DIR/tend, so that print spools and spreadsheet
 * parts never reach a disk.
 *
 * Returns: whether temporary files are kept in memory; where a session has no
 *   such folder they are not, and the program should still start
 */
gboolean tend_vault_harden_process (void);

G_END_DECLS
