/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-attachments.h"

#include "tend-blob.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

GPtrArray *
tend_attachments_of (TendVault   *vault,
                     TendRecord  *record,
                     GError     **error)
{
  return tend_records_select (vault, &tend_attachment_kind, error,
                              "WHERE subject_kind = :kind AND subject = :id"
                              " ORDER BY added_on DESC, id DESC",
                              ":kind", tend_record_get_kind (record)->name,
                              ":id", tend_record_get_id (record), NULL);
}

typedef struct
{
  TendRecord   *attachment;
  GInputStream *input;
  GCancellable *cancellable;
  const char   *reason;
} Change;

static gboolean
add_cb (TendVault  *vault,
        gpointer    data,
        GError    **error)
{
  Change *change = data;
  gint64 size;
  g_autofree char *name =
    tend_blob_store (vault, change->input, &size, change->cancellable, error);

  if (name == NULL)
    return FALSE;

  tend_record_set_text (change->attachment, "blob", name);
  tend_record_set_int (change->attachment, "size", size);
  return tend_record_save (vault, change->attachment, NULL, error);
}

gboolean
tend_attachment_add (TendVault     *vault,
                     TendRecord    *record,
                     TendRecord    *attachment,
                     GInputStream  *input,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Change change = { attachment, input, cancellable, NULL };

  tend_record_set_text (attachment, "subject_kind", tend_record_get_kind (record)->name);
  tend_record_set_text (attachment, "subject", tend_record_get_id (record));

  return tend_vault_transact (vault, add_cb, &change, error);
}

static gboolean
remove_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Change *change = data;
  const char *name = tend_record_get_text (change->attachment, "blob");
  g_autoptr(GPtrArray) same = NULL;

  if (!tend_record_remove (vault, change->attachment, change->reason, error))
    return FALSE;

  same = tend_records_select (vault, &tend_attachment_kind, error, "WHERE blob = :blob LIMIT 1",
                              ":blob", name, NULL);

  return same != NULL && (same->len > 0 || tend_blob_remove (vault, name, error));
}

gboolean
tend_attachment_remove (TendVault   *vault,
                        TendRecord  *attachment,
                        const char  *reason,
                        GError     **error)
{
  Change change = { attachment, NULL, NULL, reason };

  return tend_vault_transact (vault, remove_cb, &change, error);
}
