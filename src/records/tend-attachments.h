/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-blob.h"
#include "tend-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Documents kept with a record: the bytes are a blob of the vault, the record says what
 * they are and what they belong to.
 */

/* (element-type TendRecord): those kept with @record, the newest first. */
GPtrArray    *tend_attachments_of    (TendVault     *vault,
                                      TendRecord    *record,
                                      GError       **error);
/* (element-type TendRecord): those kept with a person, and with any record that names
 * them as its client; the newest first. */
GPtrArray    *tend_attachments_about (TendVault     *vault,
                                      const char    *client,
                                      GError       **error);
/* What the unsaved @attachment is to be kept with: the record @id of @kind. */
void          tend_attachment_set_subject (TendRecord     *attachment,
                                           const TendKind *kind,
                                           const char     *id);
/**
 * tend_attachment_keep:
 * @attachment: unsaved, with a subject and a name; a title and the rest as the caller likes
 * @draft: written to its end
 *
 * Keeps what was written together with its record, all or nothing.
 */
gboolean      tend_attachment_keep   (TendVault     *vault,
                                      TendRecord    *attachment,
                                      TendBlobDraft *draft,
                                      GError       **error);
/* The same in one go: streams @input into the vault and keeps it with @record. */
gboolean      tend_attachment_add    (TendVault     *vault,
                                      TendRecord    *record,
                                      TendRecord    *attachment,
                                      GInputStream  *input,
                                      GCancellable  *cancellable,
                                      GError       **error);
/* A stream of its bytes, to be read in any one thread; as tend_blob_open(). */
GInputStream *tend_attachment_open   (TendVault     *vault,
                                      TendRecord    *attachment,
                                      GError       **error);
/* Removes it, and its bytes unless another record has the same. */
gboolean      tend_attachment_remove (TendVault     *vault,
                                      TendRecord    *attachment,
                                      const char    *reason,
                                      GError       **error);

G_END_DECLS
