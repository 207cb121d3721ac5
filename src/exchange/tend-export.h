/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-selection.h"
#include "tend-writer.h"

G_BEGIN_DECLS

/* The interchange file out (design.md, section 6).  Arrays and keys come in table
 * order and records by id, so that the same records give the same bytes, and a
 * file imported into an empty vault is exported again as it was.
 */

/**
 * tend_export_file:
 * @client: (nullable): the id of one person, for everything about them alone: what
 *   names them as its client, and what that refers to; %NULL for everything
 * @groups: what is put into one person's file beside the rest
 * @history: whether the history is added; such a file is for reading, not for import
 *
 * Writes @path, for its owner's eyes only and whole or not at all, and attachments
 * to "@path.attachments".  Nothing in it is encrypted: say so before calling this.
 */
gboolean  tend_export_file          (TendVault               *vault,
                                     const char              *path,
                                     const char              *client,
                                     TendSelectGroup          groups,
                                     gboolean                 history,
                                     GError                 **error);
/* (transfer full): the file's text, without the attachments. */
GBytes   *tend_export_bytes         (TendVault               *vault,
                                     const char              *client,
                                     TendSelectGroup          groups,
                                     gboolean                 history,
                                     GError                 **error);

/* One entry of the history as an object inside an array; @values stand for its own. */
void      tend_export_history_entry (TendWriter              *writer,
                                     const TendHistoryEntry  *entry,
                                     const char              *values);

G_END_DECLS
