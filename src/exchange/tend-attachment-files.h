/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Attachments beside an interchange file, in "FILE.attachments": one file for
 * each, named by the attachment's id, whatever that may hold.
 */

/* (transfer full): "FILE.attachments" */
char     *tend_attachments_folder   (const char    *path);
/* (transfer full): letters, digits, "-" and "_" of the id as they are, other
 * bytes as %XX, and the ending of its file name if that is a plain one. */
char     *tend_attachment_file_name (TendRecord    *attachment);

/* ".pdf": by what it is, else as its name ends; "" for none that is safe anywhere. */
const char *tend_attachment_ending  (TendRecord    *attachment);

/* Whether its file is in @folder, of the size the record says; a record that says
 * none is given it.  TEND_ERROR_INVALID otherwise. */
gboolean  tend_attachment_check     (TendRecord    *attachment,
                                     const char    *folder,
                                     GError       **error);
/* Whether the file in @folder has the bytes of the stored @attachment. */
gboolean  tend_attachment_is_same   (TendVault     *vault,
                                     TendRecord    *attachment,
                                     const char    *folder);
/* Stores the file of @folder in the vault and names it in the record. */
gboolean  tend_attachment_store     (TendVault     *vault,
                                     TendRecord    *attachment,
                                     const char    *folder,
                                     GCancellable  *cancellable,
                                     GError       **error);
/* Writes the stored bytes to @folder, which is made when missing. */
gboolean  tend_attachment_write     (TendVault     *vault,
                                     TendRecord    *attachment,
                                     const char    *folder,
                                     GError       **error);

G_END_DECLS
