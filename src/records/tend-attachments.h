/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Documents kept with a record: the bytes are a blob of the vault, the record says what
 * they are and what they belong to.
 */

/* (element-type TendRecord): those kept with @record, the newest first. */
GPtrArray *tend_attachments_of   (TendVault     *vault,
                                  TendRecord    *record,
                                  GError       **error);
/**
 * tend_attachment_add:
 * @attachment: unsaved, with a name; a title and the rest as the caller likes
 *
 * Streams @input into the vault and keeps it with @record, all or nothing.
 */
gboolean   tend_attachment_add   (TendVault     *vault,
                                  TendRecord    *record,
                                  TendRecord    *attachment,
                                  GInputStream  *input,
                                  GCancellable  *cancellable,
                                  GError       **error);
/* Removes it, and its bytes unless another record has the same. */
gboolean   tend_attachment_remove (TendVault    *vault,
                                   TendRecord   *attachment,
                                   const char   *reason,
                                   GError      **error);

G_END_DECLS
