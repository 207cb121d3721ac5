/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-attachments.h"

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

/* A person's own, and those of whatever names them as its client. */
static char *
clause_about (void)
{
  GString *clause = g_string_new ("WHERE CASE subject_kind WHEN 'client' THEN subject = :client");

  for (const TendKind *const *kind = tend_kinds (); *kind != NULL; kind++)
    if (tend_kind_field (*kind, "client") != NULL)
      g_string_append_printf (clause, " WHEN '%s' THEN EXISTS (SELECT 1 FROM %s AS r"
                              " WHERE r.id = subject AND r.client = :client)",
                              (*kind)->name, (*kind)->table);
  g_string_append (clause, " END ORDER BY added_on DESC, id DESC");

  return g_string_free (clause, FALSE);
}

GPtrArray *
tend_attachments_about (TendVault   *vault,
                        const char  *client,
                        GError     **error)
{
  g_autofree char *clause = clause_about ();

  return tend_records_select (vault, &tend_attachment_kind, error, clause, ":client", client, NULL);
}

typedef struct
{
  TendRecord    *attachment;
  TendBlobDraft *draft;
  const char    *reason;
} Change;

static gboolean
keep_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Change *change = data;
  g_autofree char *name = tend_blob_draft_keep (change->draft, vault, error);

  if (name == NULL)
    return FALSE;

  tend_record_set_text (change->attachment, "blob", name);
  tend_record_set_int (change->attachment, "size", tend_blob_draft_get_size (change->draft));
  return tend_record_save (vault, change->attachment, NULL, error);
}

gboolean
tend_attachment_keep (TendVault      *vault,
                      TendRecord     *attachment,
                      TendBlobDraft  *draft,
                      GError        **error)
{
  Change change = { attachment, draft, NULL };

  return tend_vault_transact (vault, keep_cb, &change, error);
}

void
tend_attachment_set_subject (TendRecord     *attachment,
                             const TendKind *kind,
                             const char     *id)
{
  tend_record_set_text (attachment, "subject_kind", kind->name);
  tend_record_set_text (attachment, "subject", id);
}

gboolean
tend_attachment_add (TendVault     *vault,
                     TendRecord    *record,
                     TendRecord    *attachment,
                     GInputStream  *input,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(TendBlobDraft) draft = tend_blob_draft_new (vault);

  tend_attachment_set_subject (attachment, tend_record_get_kind (record),
                               tend_record_get_id (record));

  return tend_blob_draft_write (draft, input, -1, NULL, NULL, cancellable, error) &&
         tend_attachment_keep (vault, attachment, draft, error);
}

GInputStream *
tend_attachment_open (TendVault   *vault,
                      TendRecord  *attachment,
                      GError     **error)
{
  return tend_blob_open (vault, tend_record_get_text (attachment, "blob"), error);
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
  Change change = { attachment, NULL, reason };

  return tend_vault_transact (vault, remove_cb, &change, error);
}
