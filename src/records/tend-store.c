/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Load, save and remove any record, by its field table. */

#include "tend-record-private.h"

#include "tend-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* `id, "given_name", …` with a prefix before each name. */
static char *
column_list (const TendKind *kind,
             const char     *prefix)
{
  GString *text = g_string_new (NULL);
  gboolean bare = *prefix != '\0';

  g_string_append_printf (text, "%sid", prefix);
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (text, bare ? ", %s%s" : ", %s\"%s\"", prefix, field->name);

  return g_string_free (text, FALSE);
}

static void
read_value (TendStatement   *statement,
            int              column,
            const TendField *field,
            TendValue       *value)
{
  const char *text;

  if (tend_statement_is_null (statement, column))
    return;

  value->set = TRUE;
  if (!(tend_field_is_text (field) || field->type == TEND_FIELD_DATE ||
        field->type == TEND_FIELD_CLOCK || field->type == TEND_FIELD_DAY))
    {
      value->number = tend_statement_get_int (statement, column);
      return;
    }

  text = tend_statement_get_text (statement, column);
  if (tend_field_is_text (field))
    value->text = g_strdup (text);
  else if (field->type == TEND_FIELD_DATE)
    value->number = tend_date_parse_iso (text);
  else if (field->type == TEND_FIELD_CLOCK)
    value->number = tend_clock_parse_iso (text);
  else
    value->number = atoi (text) * 100 + (strlen (text) == 5 ? atoi (text + 3) : 0);
}

static TendRecord *
record_from_row (const TendKind *kind,
                 TendStatement  *statement)
{
  TendRecord *record = g_object_new (tend_kind_type (kind), NULL);

  tend_record_set_id (record, tend_statement_get_text (statement, 0));
  tend_record_set_stored (record, TRUE);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    read_value (statement, i + 1, &kind->fields[i], tend_record_value (record, i));

  return record;
}

static GPtrArray *
select_va (TendVault       *vault,
           const TendKind  *kind,
           GError         **error,
           const char      *clause,
           va_list          arguments)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *columns = column_list (kind, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s %s", columns, kind->table, clause);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);
  const char *name;
  TendStep step;

  if (statement == NULL)
    return NULL;

  while ((name = va_arg (arguments, const char *)) != NULL)
    tend_statement_bind_text (statement, name, va_arg (arguments, const char *));

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (records, record_from_row (kind, statement));

  return step == TEND_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
tend_records_select (TendVault       *vault,
                     const TendKind  *kind,
                     GError         **error,
                     const char      *clause,
                     ...)
{
  va_list arguments;
  GPtrArray *records;

  va_start (arguments, clause);
  records = select_va (vault, kind, error, clause, arguments);
  va_end (arguments);

  return records;
}

TendRecord *
tend_records_select_one (TendVault       *vault,
                         const TendKind  *kind,
                         GError         **error,
                         const char      *clause,
                         ...)
{
  g_autoptr(GPtrArray) records = NULL;
  va_list arguments;

  va_start (arguments, clause);
  records = select_va (vault, kind, error, clause, arguments);
  va_end (arguments);

  return records != NULL && records->len > 0 ? g_object_ref (records->pdata[0]) : NULL;
}

TendRecord *
tend_record_load (TendVault       *vault,
                  const TendKind  *kind,
                  const char      *id,
                  GError         **error)
{
  g_autoptr(GError) failure = NULL;
  TendRecord *record = tend_records_select_one (vault, kind, &failure, "WHERE id = :id", ":id", id,
                                                NULL);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                 /* Translators: an id, and the kind of a record, such as "Care plan" */
                 _("There is no record “%s” (%s)."), id, _(kind->label));

  return record;
}

GPtrArray *
tend_record_load_all (TendVault       *vault,
                      const TendKind  *kind,
                      GError         **error)
{
  return tend_records_select (vault, kind, error, "ORDER BY id", NULL);
}

GPtrArray *
tend_record_load_nested (TendVault       *vault,
                         TendRecord      *parent,
                         const TendKind  *kind,
                         GError         **error)
{
  g_autofree char *clause = g_strdup_printf ("WHERE %s = :parent ORDER BY position, id",
                                             kind->parent);

  return tend_records_select (vault, kind, error, clause,
                              ":parent", tend_record_get_id (parent), NULL);
}

GPtrArray *
tend_record_load_all_nested (TendVault   *vault,
                             TendRecord  *parent,
                             GError     **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  const TendKind *kind;

  for (guint i = 0; (kind = tend_kind_nested (tend_record_get_kind (parent), i)) != NULL; i++)
    {
      GPtrArray *records = tend_record_load_nested (vault, parent, kind, error);

      if (records == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, records);
    }

  return g_steal_pointer (&all);
}

static void
bind_record (TendStatement *statement,
             TendRecord    *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  tend_statement_bind_text (statement, ":id", tend_record_get_id (record));

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const TendField *field = &kind->fields[i];
      TendValue *value = tend_record_value (record, i);
      char parameter[64];

      g_snprintf (parameter, sizeof parameter, ":%s", field->name);

      if (!value->set)
        {
          tend_statement_bind_null (statement, parameter);
        }
      else if (tend_field_is_text (field))
        {
          tend_statement_bind_text (statement, parameter, value->text);
        }
      else if (field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_CLOCK ||
               field->type == TEND_FIELD_DAY)
        {
          g_autofree char *text = tend_record_format (record, field);

          tend_statement_bind_text (statement, parameter, text);
        }
      else
        {
          tend_statement_bind_int (statement, parameter, value->number);
        }
    }
}

static char *
save_sql (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autofree char *columns = column_list (kind, "");
  g_autofree char *parameters = column_list (kind, ":");
  GString *sql;

  if (!tend_record_is_stored (record))
    return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", kind->table, columns, parameters);

  sql = g_string_new (NULL);
  g_string_printf (sql, "UPDATE %s SET ", kind->table);
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (sql, "%s\"%s\" = :%s",
                            field == kind->fields ? "" : ", ", field->name, field->name);
  g_string_append (sql, " WHERE id = :id");

  return g_string_free (sql, FALSE);
}

/* "Client “c1”, First name: “First name” is needed." */
static gboolean
check_valid (TendRecord  *record,
             GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autoptr(TendFaults) faults = tend_record_validate (record);
  const TendRecordFault *fault;

  if (tend_faults_count (faults) == 0)
    return TRUE;

  fault = tend_faults_get (faults, 0);
  g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, "%s “%s”, %s: %s",
               _(kind->label), tend_record_get_id (record),
               fault->field != NULL ? fault->field : "", fault->message);
  return FALSE;
}

typedef struct
{
  TendRecord *record;
  const char *reason;
} Change;

static gboolean
has_client (TendRecord *record)
{
  return tend_kind_field (tend_record_get_kind (record), "client") != NULL &&
         tend_record_is_set (record, "client");
}

/* Of a record that need not name its client and does not: the first that it names instead,
 * such as the visit of an incident. */
static const TendKind *
named_instead (TendRecord  *record,
               const char **id)
{
  const TendKind *kind = tend_record_get_kind (record);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (field->type == TEND_FIELD_REFERENCE && tend_record_is_set (record, field->name) &&
        tend_kind_field (tend_kind_by_name (field->refers_to), "client") != NULL)
      {
        *id = tend_record_get_text (record, field->name);
        return tend_kind_by_name (field->refers_to);
      }

  return NULL;
}

/* What a record lies in or is kept with, and its id; NULL for one that stands alone. */
static const TendKind *
parent_of (TendRecord  *record,
           const char **id)
{
  const TendKind *kind = tend_record_get_kind (record);

  if (tend_kind_field (kind, "subject_kind") != NULL)
    {
      *id = tend_record_get_text (record, "subject");
      return tend_kind_by_name (tend_record_get_text (record, "subject_kind"));
    }
  if (kind->parent == NULL)
    return has_client (record) ? NULL : named_instead (record, id);

  *id = tend_record_get_text (record, kind->parent);
  return tend_kind_by_name (tend_kind_field (kind, kind->parent)->refers_to);
}

/* Whom a record is about that hangs on another and so does not name its client: (nullable). */
static char *
client_of_parent (TendVault  *vault,
                  TendRecord *record)
{
  const char *id = NULL;
  const TendKind *parent = parent_of (record, &id);
  g_autoptr(TendRecord) loaded = NULL;

  if (parent == NULL)
    return NULL;
  if (strcmp (parent->name, "client") == 0)
    return g_strdup (id);

  loaded = tend_record_load (vault, parent, id, NULL);
  if (loaded == NULL)
    return NULL;

  return has_client (loaded) ? g_strdup (tend_record_get_text (loaded, "client"))
                             : client_of_parent (vault, loaded);
}

static gboolean
append_history (TendVault   *vault,
                Change      *change,
                const char  *action,
                const char  *json,
                GError     **error)
{
  TendRecord *record = change->record;
  g_autofree char *client = client_of_parent (vault, record);

  return tend_history_append_about (vault, client, tend_record_get_kind (record)->name,
                                    tend_record_get_id (record), action, change->reason, json,
                                    error);
}

static gboolean
save_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Change *change = data;
  TendRecord *record = change->record;
  const TendKind *kind = tend_record_get_kind (record);
  g_autofree char *sql = save_sql (record);
  g_autofree char *json = tend_record_to_json (record);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  bind_record (statement, record);
  if (!tend_statement_run (statement, error))
    return FALSE;

  if (tend_record_is_stored (record) && tend_statement_n_changed (statement) == 0)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                   _("This %s has been removed meanwhile."), kind->name);
      return FALSE;
    }

  return tend_search_index_update (vault, record, FALSE, error) &&
         append_history (vault, change, tend_record_is_stored (record) ? "change" : "add", json,
                         error);
}

gboolean
tend_record_save (TendVault   *vault,
                  TendRecord  *record,
                  const char  *reason,
                  GError     **error)
{
  Change change = { record, reason };

  g_return_val_if_fail (TEND_IS_RECORD (record), FALSE);

  if (!check_valid (record, error))
    return FALSE;

  if (tend_record_is_stored (record))
    {
      g_autoptr(TendRecord) before =
        tend_record_load (vault, tend_record_get_kind (record), tend_record_get_id (record), error);

      if (before == NULL)
        return FALSE;
      if (tend_record_equal (before, record))
        return TRUE;
    }

  if (!tend_vault_transact (vault, save_cb, &change, error))
    return FALSE;

  tend_record_set_stored (record, TRUE);
  return TRUE;
}

static gboolean
delete_record (TendVault   *vault,
               TendRecord  *record,
               GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = :id", kind->table);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":id", tend_record_get_id (record));

  return tend_statement_run (statement, error) &&
         tend_search_index_update (vault, record, TRUE, error);
}

static gboolean
remove_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Change *change = data;
  g_autofree char *json = tend_record_to_json (change->record);

  return delete_record (vault, change->record, error) &&
         append_history (vault, change, "remove", json, error);
}

gboolean
tend_record_erase (TendVault   *vault,
                   TendRecord  *record,
                   const char  *reason,
                   GError     **error)
{
  g_return_val_if_fail (tend_vault_in_transaction (vault), FALSE);

  if (!delete_record (vault, record, error) ||
      !tend_history_append (vault, tend_record_get_kind (record)->name,
                            tend_record_get_id (record), "erase", reason, NULL, error))
    return FALSE;

  tend_record_set_stored (record, FALSE);
  return TRUE;
}

gboolean
tend_record_remove (TendVault   *vault,
                    TendRecord  *record,
                    const char  *reason,
                    GError     **error)
{
  Change change = { record, reason };

  g_return_val_if_fail (TEND_IS_RECORD (record), FALSE);
  g_return_val_if_fail (tend_record_is_stored (record), FALSE);

  if (!tend_vault_transact (vault, remove_cb, &change, error))
    return FALSE;

  tend_record_set_stored (record, FALSE);
  return TRUE;
}
