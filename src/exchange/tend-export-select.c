/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to a person: the records that name them as their client, those
 * that name nobody but hang on one of these, and the services and vehicles that
 * these need to be understood.
 */

#include "tend-export-private.h"

#include "tend-clients.h"

#include <string.h>
#include <yajl/yajl_tree.h>

struct _TendSelection
{
  TendVault  *vault;
  char       *client;
  GHashTable *records; /* kind to GPtrArray; empty where everything is selected */
  GHashTable *about;   /* "kind/id" of all that is about the person */
  GHashTable *needed;  /* "kind/id" of what has no client and is referred to */
};

static char *
key_of (const char *kind,
        const char *id)
{
  return g_strdup_printf ("%s/%s", kind, id);
}

static gboolean
has_client (const TendKind *kind)
{
  return strcmp (kind->name, "client") == 0 || tend_kind_field (kind, "client") != NULL;
}

static gboolean
contains (GHashTable *set,
          const char *kind,
          const char *id)
{
  g_autofree char *key = key_of (kind, id);

  return g_hash_table_contains (set, key);
}

/* Whether @record, which names no client, hangs on a record that does. */
static gboolean
hangs_on_selected (TendSelection *self,
                   TendRecord    *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (field->type == TEND_FIELD_REFERENCE && tend_record_is_set (record, field->name) &&
        has_client (tend_kind_by_name (field->refers_to)) &&
        contains (self->about, field->refers_to, tend_record_get_text (record, field->name)))
      return TRUE;

  return tend_kind_field (kind, "subject_kind") != NULL &&
         contains (self->about, tend_record_get_text (record, "subject_kind"),
                   tend_record_get_text (record, "subject"));
}

static void
take (TendSelection *self,
      GPtrArray     *records,
      TendRecord    *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  g_ptr_array_add (records, g_object_ref (record));
  g_hash_table_add (self->about, key_of (kind->name, tend_record_get_id (record)));

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (field->type == TEND_FIELD_REFERENCE && tend_record_is_set (record, field->name) &&
        !has_client (tend_kind_by_name (field->refers_to)))
      g_hash_table_add (self->needed,
                        key_of (field->refers_to, tend_record_get_text (record, field->name)));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  TendRecord *first = *(TendRecord **) a;
  TendRecord *second = *(TendRecord **) b;

  return strcmp (tend_record_get_id (first), tend_record_get_id (second));
}

/* What names the client, and of the records that need not name one what hangs on these. */
static gboolean
select_of_client (TendSelection   *self,
                  const TendKind  *kind,
                  GPtrArray       *records,
                  GError         **error)
{
  const TendField *field = tend_kind_field (kind, "client");
  g_autoptr(GPtrArray) named = NULL;
  g_autoptr(GPtrArray) all = NULL;

  if (strcmp (kind->name, "client") == 0)
    {
      g_autoptr(TendRecord) client = tend_record_load (self->vault, kind, self->client, error);

      if (client != NULL)
        take (self, records, client);
      return client != NULL;
    }

  if (field != NULL)
    {
      named = tend_client_records (self->vault, kind, self->client, error);
      if (named == NULL)
        return FALSE;
      for (guint i = 0; i < named->len; i++)
        take (self, records, named->pdata[i]);
      if (field->flags & TEND_FIELD_REQUIRED)
        return TRUE;
    }

  all = tend_record_load_all (self->vault, kind, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if ((field == NULL || !tend_record_is_set (all->pdata[i], "client")) &&
        hangs_on_selected (self, all->pdata[i]))
      take (self, records, all->pdata[i]);

  return all != NULL;
}

static gboolean
select_needed (TendSelection   *self,
               const TendKind  *kind,
               GPtrArray       *records,
               GError         **error)
{
  g_autoptr(GPtrArray) all = tend_record_load_all (self->vault, kind, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (contains (self->needed, kind->name, tend_record_get_id (all->pdata[i])))
      g_ptr_array_add (records, g_object_ref (all->pdata[i]));

  return all != NULL;
}

static gboolean
select_kinds (TendSelection  *self,
              gboolean        of_client,
              GError        **error)
{
  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      gboolean about = has_client (*kind) || tend_kind_field (*kind, "subject_kind") != NULL;
      g_autoptr(GPtrArray) records = NULL;

      if (about != of_client || (*kind)->parent != NULL)
        continue;

      records = g_ptr_array_new_with_free_func (g_object_unref);
      if (!(of_client ? select_of_client (self, *kind, records, error)
                      : select_needed (self, *kind, records, error)))
        return FALSE;

      g_ptr_array_sort (records, compare_ids);
      g_hash_table_insert (self->records, (gpointer) *kind, g_steal_pointer (&records));
    }

  return TRUE;
}

TendSelection *
tend_selection_new (TendVault   *vault,
                    const char  *client,
                    GError     **error)
{
  g_autoptr(TendSelection) self = g_new0 (TendSelection, 1);

  self->vault = vault;
  self->client = g_strdup (client);
  self->records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->about = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (client != NULL && !(select_kinds (self, TRUE, error) && select_kinds (self, FALSE, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_selection_free (TendSelection *self)
{
  g_free (self->client);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->about);
  g_hash_table_unref (self->needed);
  g_free (self);
}

GPtrArray *
tend_selection_records (TendSelection   *self,
                        const TendKind  *kind,
                        GError         **error)
{
  if (self->client == NULL)
    return tend_record_load_all (self->vault, kind, error);

  return g_ptr_array_ref (g_hash_table_lookup (self->records, kind));
}

/* Whether the values of a history entry name @id of @kind in the field @name. */
static gboolean
values_name (TendSelection *self,
             yajl_val       values,
             const char    *name,
             const char    *kind)
{
  const char *path[] = { name, NULL };
  yajl_val value = yajl_tree_get (values, path, yajl_t_string);

  return value != NULL && contains (self->about, kind, YAJL_GET_STRING (value));
}

gboolean
tend_selection_has (TendSelection          *self,
                    const TendHistoryEntry *entry)
{
  const TendKind *kind = tend_kind_by_name (entry->kind);
  char message[80];
  yajl_val values;
  gboolean has;

  if (self->client == NULL || contains (self->about, entry->kind, entry->id))
    return TRUE;
  if (entry->values == NULL || kind == NULL)
    return FALSE;

  /* Records that were removed are known by their last values. */
  values = yajl_tree_parse (entry->values, message, sizeof message);
  if (values == NULL)
    return FALSE;

  has = values_name (self, values, "client", "client") ||
        (kind->parent != NULL &&
         values_name (self, values, kind->parent, tend_kind_field (kind, kind->parent)->refers_to));
  yajl_tree_free (values);

  if (has)
    g_hash_table_add (self->about, key_of (entry->kind, entry->id));

  return has;
}
