/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-export.h"

#include "tend-attachment-files.h"
#include "tend-export-private.h"
#include "tend-json.h"
#include "tend-output.h"

#include <string.h>

typedef struct
{
  const char      *client;
  TendSelectGroup  groups;
  const char      *folder;  /* where attachments go, or NULL */
  gboolean         history;
  GBytes          *text;
} Export;

static gboolean
write_nested (TendSelection   *selection,
              TendWriter      *writer,
              TendRecord      *parent,
              const TendKind  *kind,
              GError         **error)
{
  g_autoptr(GPtrArray) records = tend_selection_nested (selection, parent, kind, error);

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;

  tend_writer_array (writer, kind->nested_as);
  for (guint i = 0; i < records->len; i++)
    {
      tend_writer_map (writer, NULL);
      tend_record_write_json (records->pdata[i], tend_writer_get_gen (writer), FALSE);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);

  return TRUE;
}

static gboolean
write_record (TendSelection  *selection,
              TendWriter     *writer,
              TendRecord     *record,
              GError        **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  const TendKind *nested;

  tend_writer_map (writer, kind->single ? kind->table : NULL);
  tend_record_write_json (record, tend_writer_get_gen (writer), FALSE);

  for (guint i = 0; (nested = tend_kind_nested (kind, i)) != NULL; i++)
    if (!write_nested (selection, writer, record, nested, error))
      return FALSE;

  tend_writer_end (writer);
  return TRUE;
}

static gboolean
write_attachments (TendVault   *vault,
                   GPtrArray   *records,
                   const char  *folder,
                   GError     **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!tend_attachment_write (vault, records->pdata[i], folder, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_kind (TendVault       *vault,
            Export          *self,
            TendSelection   *selection,
            TendWriter      *writer,
            const TendKind  *kind,
            GError         **error)
{
  g_autoptr(GPtrArray) records = tend_selection_records (selection, kind, error);

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;

  if (!kind->single)
    tend_writer_array (writer, kind->table);
  for (guint i = 0; i < records->len; i++)
    if (!write_record (selection, writer, records->pdata[i], error))
      return FALSE;
  if (!kind->single)
    tend_writer_end (writer);

  return self->folder == NULL || tend_kind_field (kind, "blob") == NULL ||
         write_attachments (vault, records, self->folder, error);
}

/* Inside one view of the vault, so that everything in the file belongs together. */
static gboolean
export_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Export *self = data;
  g_autoptr(TendSelection) selection = tend_selection_new (vault, self->client, self->groups,
                                                             error);
  g_autoptr(TendWriter) writer = tend_writer_new ();

  if (selection == NULL)
    return FALSE;

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "format", "tend");
  tend_writer_int (writer, "version", 1);

  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    if ((*kind)->parent == NULL && !write_kind (vault, self, selection, writer, *kind, error))
      return FALSE;

  if (self->history && !tend_export_history (vault, selection, writer, error))
    return FALSE;

  tend_writer_end (writer);
  self->text = tend_writer_finish (writer);
  return TRUE;
}

GBytes *
tend_export_bytes (TendVault       *vault,
                   const char      *client,
                   TendSelectGroup  groups,
                   gboolean         history,
                   GError         **error)
{
  Export export = { client, groups, NULL, history, NULL };

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);

  return tend_vault_read (vault, export_cb, &export, error) ? export.text : NULL;
}

gboolean
tend_export_file (TendVault       *vault,
                  const char      *path,
                  const char      *client,
                  TendSelectGroup  groups,
                  gboolean         history,
                  GError         **error)
{
  g_autofree char *folder = tend_attachments_folder (path);
  g_autoptr(GBytes) text = NULL;
  Export export = { client, groups, folder, history, NULL };

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);

  /* Before any attachment is written beside it. */
  if (!tend_output_check_place (path, error) || !tend_vault_read (vault, export_cb, &export, error))
    return FALSE;

  text = export.text;
  return tend_output_write (path, text, error);
}
