/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Destroying the record of a person: the one way in which what is protected goes
 * (data/schema/0001-vault.sql, erasure).
 */

#include "tend-retention.h"

#include "tend-blob.h"
#include "tend-clients.h"
#include "tend-history.h"
#include "tend-kinds.h"
#include "tend-record-private.h"
#include "tend-selection.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *client;
  TendRecord *note;
  TendDate    today;
  GPtrArray  *records;  /* TendRecord: all that goes, children before their parents */
} Destroying;

static gboolean
run_about (TendVault   *vault,
           const char  *sql,
           const char  *id,
           const char  *note,
           GError     **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":id", id);
  if (note != NULL)
    tend_statement_bind_text (statement, ":note", note);

  return tend_statement_run (statement, error);
}

/* The last kinds first, since they refer to the earlier ones. */
static gboolean
find_records (TendVault   *vault,
              Destroying  *self,
              GError     **error)
{
  g_autoptr(TendSelection) selection =
    tend_selection_new (vault, self->client, TEND_SELECT_ALL, error);
  const TendKind * const *kinds = tend_kinds ();
  guint n = 0;

  if (selection == NULL)
    return FALSE;

  while (kinds[n] != NULL)
    n++;

  for (guint i = n; i-- > 0;)
    {
      g_autoptr(GPtrArray) records = NULL;

      if (kinds[i]->parent != NULL || !tend_selection_is_about (kinds[i]))
        continue;

      records = tend_selection_records (selection, kinds[i], error);
      for (guint j = 0; records != NULL && j < records->len; j++)
        {
          GPtrArray *nested = tend_record_load_all_nested (vault, records->pdata[j], error);

          if (nested == NULL)
            return FALSE;
          g_ptr_array_extend_and_steal (self->records, nested);
          g_ptr_array_add (self->records, g_object_ref (records->pdata[j]));
        }
      if (records == NULL)
        return FALSE;
    }

  return TRUE;
}

/* What must stay of them: no number is given twice, and the totals can still be told. */
static gboolean
keep_invoices (TendVault   *vault,
               Destroying  *self,
               GError     **error)
{
  int position = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      TendRecord *invoice = self->records->pdata[i];
      g_autoptr(TendRecord) kept = NULL;

      if (tend_record_get_kind (invoice) != &tend_invoice_kind)
        continue;

      kept = tend_record_new (&tend_destroyed_invoice_kind);
      tend_record_set_text (kept, "destruction", tend_record_get_id (self->note));
      tend_record_set_int (kept, "position", position++);
      tend_record_set_text (kept, "number", tend_record_get_text (invoice, "number"));
      tend_record_set_int (kept, "issued_on", tend_record_get_int (invoice, "issued_on"));
      if (tend_record_is_set (invoice, "total_pence"))
        tend_record_set_int (kept, "total_pence", tend_record_get_int (invoice, "total_pence"));
      if (!tend_record_save (vault, kept, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_note (TendVault       *vault,
           Destroying      *self,
           const TendKept  *kept,
           GError         **error)
{
  g_autofree char *today = tend_date_format (self->today, TEND_DATE_LONG);
  g_autofree char *copies = g_strdup_printf (
    _("Backups made up to %s still hold it: destroy those too. Tend’s own snapshots are made "
      "anew."), today);
  int n_documents = 0;

  for (guint i = 0; i < self->records->len; i++)
    n_documents += tend_record_get_kind (self->records->pdata[i]) == &tend_attachment_kind;

  tend_record_set_int (self->note, "destroyed_on", self->today);
  tend_record_set_text (self->note, "what", _("All that was kept about one person"));
  tend_record_set_int (self->note, "ended_on", kept->ended);
  tend_record_set_int (self->note, "kept_until", kept->until);
  tend_record_set_text (self->note, "rule", kept->keeping.name);
  tend_record_set_int (self->note, "n_records", self->records->len);
  tend_record_set_int (self->note, "n_documents", n_documents);
  tend_record_set_text (self->note, "copies", copies);

  return tend_record_save (vault, self->note, NULL, error) && keep_invoices (vault, self, error);
}

/* A blob is stored once, however many documents have the same bytes. */
static gboolean
remove_blob (TendVault   *vault,
             TendRecord  *attachment,
             GError     **error)
{
  const char *name = tend_record_get_text (attachment, "blob");
  g_autoptr(GPtrArray) same =
    tend_records_select (vault, &tend_attachment_kind, error, "WHERE blob = :blob LIMIT 1",
                         ":blob", name, NULL);

  return same != NULL && (same->len > 0 || tend_blob_remove (vault, name, error));
}

/* With what was left half typed about it. */
static gboolean
erase_record (TendVault   *vault,
              TendRecord  *record,
              GError     **error)
{
  return tend_record_erase (vault, record, _("Destroyed"), error) &&
         (tend_record_get_kind (record) != &tend_attachment_kind ||
          remove_blob (vault, record, error)) &&
         run_about (vault, "DELETE FROM settings WHERE key LIKE 'draft/%'"
                    " AND (instr (key, :id) > 0 OR instr (value, '\"' || :id || '\"') > 0)",
                    tend_record_get_id (record), NULL, error);
}

static gboolean
erase_all (TendVault   *vault,
           Destroying  *self,
           GError     **error)
{
  if (!run_about (vault, "INSERT INTO erasure (client, at, note)"
                  " VALUES (:id, CAST (strftime ('%s', 'now') AS INTEGER), :note)",
                  self->client, tend_record_get_text (self->note, "copies"), error))
    return FALSE;

  for (guint i = 0; i < self->records->len; i++)
    if (!erase_record (vault, self->records->pdata[i], error))
      return FALSE;

  return run_about (vault, "DELETE FROM history_payload WHERE client = :id", self->client, NULL,
                    error) &&
         run_about (vault, "UPDATE erasure SET open = NULL WHERE client = :id AND open IS NOT NULL",
                    self->client, NULL, error);
}

static gboolean
check_may_go (TendVault       *vault,
              Destroying      *self,
              const TendKept  *kept,
              GError         **error)
{
  g_autofree char *until = kept != NULL ? tend_date_format (kept->until, TEND_DATE_LONG) : NULL;

  if (kept == NULL)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                         _("This record is still in use: it can be destroyed once care has ended "
                           "and its time is over."));
  else if (kept->hold != NULL)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                         _("A legal hold lies on this record. Lift the hold first, if it is no "
                           "longer needed."));
  else if (!tend_kept_is_due (kept, self->today))
    g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED,
                 _("This record is to be kept until %s (%s: %s)."), until, kept->keeping.name,
                 kept->keeping.source);
  else
    return TRUE;

  return FALSE;
}

static gboolean
destroy_cb (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Destroying *self = data;
  g_autoptr(GPtrArray) list = tend_kept_list (vault, self->today, error);
  const TendKept *kept = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_strcmp0 (((TendKept *) list->pdata[i])->client, self->client) == 0)
      kept = list->pdata[i];

  return list != NULL &&
         check_may_go (vault, self, kept, error) &&
         find_records (vault, self, error) &&
         save_note (vault, self, kept, error) &&
         erase_all (vault, self, error);
}

gboolean
tend_client_destroy (TendVault   *vault,
                     const char  *client,
                     TendRecord  *note,
                     TendDate     today,
                     GError     **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Destroying destroying = { client, note, today, records };

  g_return_val_if_fail (tend_record_get_kind (note) == &tend_destruction_kind, FALSE);
  g_return_val_if_fail (!tend_record_is_stored (note), FALSE);

  return tend_vault_transact (vault, destroy_cb, &destroying, error);
}
