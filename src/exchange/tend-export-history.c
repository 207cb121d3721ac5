/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-export-private.h"

#define PAGE 1000

void
tend_export_history_entry (TendWriter             *writer,
                           const TendHistoryEntry *entry,
                           const char             *values)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc (entry->at);
  g_autofree char *text = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  tend_writer_map (writer, NULL);
  tend_writer_int (writer, "sequence", entry->sequence);
  tend_writer_text (writer, "at", text);
  tend_writer_text (writer, "who", entry->who);
  tend_writer_text (writer, "kind", entry->kind);
  tend_writer_text (writer, "id", entry->id);
  tend_writer_text (writer, "action", entry->action);
  if (entry->reason != NULL)
    tend_writer_text (writer, "reason", entry->reason);
  if (values != NULL)
    tend_writer_json (writer, "values", values);
  else
    tend_writer_null (writer, "values");
  tend_writer_end (writer);
}

/* Oldest first, as it is read; the vault gives the newest first. */
gboolean
tend_export_history (TendVault      *vault,
                     TendSelection  *selection,
                     TendWriter     *writer,
                     GError        **error)
{
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gint64 before = 0;
  guint n;

  do
    {
      GPtrArray *page = tend_history_list (vault, NULL, NULL, before, PAGE, error);

      if (page == NULL)
        return FALSE;

      g_ptr_array_add (pages, page);
      n = page->len;
      if (n > 0)
        before = ((TendHistoryEntry *) page->pdata[n - 1])->sequence;
    }
  while (n == PAGE);

  tend_writer_array (writer, "history");
  for (guint i = pages->len; i-- > 0;)
    {
      GPtrArray *page = pages->pdata[i];

      for (guint j = page->len; j-- > 0;)
        if (tend_selection_has (selection, page->pdata[j]))
          {
            g_autofree char *values = tend_selection_values (selection, page->pdata[j]);

            tend_export_history_entry (writer, page->pdata[j], values);
          }
    }
  tend_writer_end (writer);

  return TRUE;
}
