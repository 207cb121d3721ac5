/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-selection.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <string.h>
#include <yajl/yajl_gen.h>
#include <yajl/yajl_tree.h>

/* Visits that may tell of an incident: the one that it names, and those of some days. */
typedef struct
{
  char     *visit; /* nullable */
  TendDate  from;
  TendDate  to;
} Harm;

static void
harm_clear (gpointer data)
{
  Harm *self = data;

  g_free (self->visit);
}

struct _TendSelection
{
  TendVault       *vault;
  char            *client;
  TendSelectGroup  groups;
  GHashTable      *records;  /* kind to GPtrArray; empty where everything is selected */
  GHashTable      *about;    /* "kind/id" of all that is about the person */
  GHashTable      *needed;   /* "kind/id" of what has no client and is referred to */
  GHashTable      *withheld; /* "kind/id" of what is left out */
  GArray          *harm;     /* Harm, of what is left out for safeguarding */
  GHashTable      *told;     /* "visit/id" of the visits that these happened at */
  TendSelectGroup  left_out; /* for which something was */
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

/* Whether @record refers to one of @set, records that have a client; with those it is
 * kept with. */
static gboolean
hangs_on (GHashTable *set,
          TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (field->type == TEND_FIELD_REFERENCE && tend_record_is_set (record, field->name) &&
        has_client (tend_kind_by_name (field->refers_to)) &&
        contains (set, field->refers_to, tend_record_get_text (record, field->name)))
      return TRUE;

  return tend_kind_field (kind, "subject_kind") != NULL &&
         contains (set, tend_record_get_text (record, "subject_kind"),
                   tend_record_get_text (record, "subject"));
}

/* Which of the groups a record belongs to as a whole. */
static TendSelectGroup
group_of (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  const char *relation;

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & TEND_FIELD_KEY) && (field->flags & TEND_FIELD_REQUIRED))
      return TEND_SELECT_KEYS;

  if (kind == &tend_incident_kind &&
      (g_strcmp0 (tend_record_get_text (record, "kind"), "safeguarding") == 0 ||
       g_strcmp0 (tend_record_get_text (record, "what"), "abuse") == 0 ||
       tend_record_is_set (record, "abuse")))
    return TEND_SELECT_SAFEGUARDING;

  if (kind == &tend_feedback_kind)
    {
      relation = tend_record_get_text (record, "relation");
      return relation == NULL || strcmp (relation, "self") == 0 ? 0 : TEND_SELECT_OTHERS;
    }

  return 0;
}

/* The groups for which a field is left out; 0 when it is not. */
static TendSelectGroup
groups_of_field (TendSelection   *self,
                   const TendField *field)
{
  TendSelectGroup groups =
    ((field->flags & TEND_FIELD_KEY) ? TEND_SELECT_KEYS : 0) |
    ((field->flags & TEND_FIELD_OTHERS) ? TEND_SELECT_OTHERS : 0) |
    ((field->flags & TEND_FIELD_SAFEGUARDING) ? TEND_SELECT_SAFEGUARDING : 0);

  return groups & ~self->groups;
}

/* Whether what was written of @visit may tell of harm that is left out. */
static gboolean
tells_of_harm (TendSelection *self,
               TendRecord    *visit)
{
  gboolean was = tend_record_is_set (visit, "actual_start") &&
                 tend_record_is_set (visit, "actual_end");
  TendInstant start = tend_record_get_int (visit, was ? "actual_start" : "planned_start");
  TendInstant end = tend_record_get_int (visit, was ? "actual_end" : "planned_end");

  for (guint i = 0; i < self->harm->len; i++)
    {
      const Harm *harm = &g_array_index (self->harm, Harm, i);

      if (g_strcmp0 (harm->visit, tend_record_get_id (visit)) == 0 ||
          (tend_time_date (end) >= harm->from && tend_time_date (start) <= harm->to))
        return TRUE;
    }

  return FALSE;
}

/* The groups for which a field of that record is left out: of a visit at which somebody was
 * harmed, all that was written of it. */
static TendSelectGroup
groups_of_value (TendSelection   *self,
                 const TendKind  *kind,
                 const char      *id,
                 const TendField *field)
{
  TendSelectGroup groups = groups_of_field (self, field);

  if (kind == &tend_visit_kind && field->type == TEND_FIELD_NOTE &&
      contains (self->told, kind->name, id))
    groups |= TEND_SELECT_SAFEGUARDING;
  return groups;
}

/* The record itself, or a copy without what is withheld: (transfer full). */
static TendRecord *
without_withheld (TendSelection *self,
                  TendRecord    *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  TendRecord *copy = NULL;

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      TendSelectGroup groups = groups_of_value (self, kind, tend_record_get_id (record), field);

      if (groups == 0 || !tend_record_is_set (record, field->name))
        continue;
      if (copy == NULL)
        copy = tend_record_copy (record);
      self->left_out |= groups;
      tend_record_clear (copy, field->name);
    }

  return copy != NULL ? copy : g_object_ref (record);
}

static void
take (TendSelection *self,
      GPtrArray     *records,
      TendRecord    *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  TendSelectGroup group = group_of (record);

  if ((group & ~self->groups) != 0 || hangs_on (self->withheld, record))
    {
      self->left_out |= group & ~self->groups;
      g_hash_table_add (self->withheld, key_of (kind->name, tend_record_get_id (record)));
      return;
    }

  if (kind == &tend_visit_kind && tells_of_harm (self, record))
    g_hash_table_add (self->told, key_of (kind->name, tend_record_get_id (record)));
  g_ptr_array_add (records, without_withheld (self, record));
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

/* The field by which every record of @kind hangs on one that names its client, such as a
 * dose on its medicine; NULL where there is none. */
static const TendField *
link_of (const TendKind *kind)
{
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      const TendField *client = field->refers_to != NULL
        ? tend_kind_field (tend_kind_by_name (field->refers_to), "client") : NULL;

      if ((field->flags & TEND_FIELD_REQUIRED) && client != NULL &&
          (client->flags & TEND_FIELD_REQUIRED))
        return field;
    }

  return NULL;
}

/* The records of @kind that may be about the client, where they do not name one: asked by
 * their link, so that not everybody's doses are read for one person's. */
static GPtrArray *
load_candidates (TendSelection   *self,
                 const TendKind  *kind,
                 GError         **error)
{
  const TendField *link = link_of (kind);
  g_autofree char *clause = NULL;

  if (link == NULL)
    return tend_record_load_all (self->vault, kind, error);

  clause = g_strdup_printf ("WHERE \"%s\" IN (SELECT id FROM %s WHERE client = :client)",
                            link->name, tend_kind_by_name (link->refers_to)->table);
  return tend_records_select (self->vault, kind, error, clause, ":client", self->client, NULL);
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

  all = load_candidates (self, kind, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if ((field == NULL || !tend_record_is_set (all->pdata[i], "client")) &&
        (hangs_on (self->about, all->pdata[i]) || hangs_on (self->withheld, all->pdata[i])))
      take (self, records, all->pdata[i]);

  return all != NULL;
}

/* Of what is not about the person, what it takes to tell it apart: which car, not its plate.
 * (transfer full) */
static TendRecord *
named_only (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  TendRecord *copy = tend_record_copy (record);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (!(field->flags & TEND_FIELD_REQUIRED) && tend_record_is_set (copy, field->name))
      tend_record_clear (copy, field->name);
  return copy;
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
      g_ptr_array_add (records, named_only (all->pdata[i]));

  return all != NULL;
}

gboolean
tend_selection_is_about (const TendKind *kind)
{
  if (kind->parent != NULL)
    return tend_selection_is_about (
      tend_kind_by_name (tend_kind_field (kind, kind->parent)->refers_to));

  return has_client (kind) || link_of (kind) != NULL ||
         tend_kind_field (kind, "subject_kind") != NULL;
}

static gboolean
select_kinds (TendSelection  *self,
              gboolean        of_client,
              GError        **error)
{
  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) records = NULL;

      if (tend_selection_is_about (*kind) != of_client || (*kind)->parent != NULL)
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

/* The days on which somebody was told of it.  FALSE with an error. */
static gboolean
add_told (TendSelection  *self,
          TendRecord     *incident,
          Harm           *harm,
          GError        **error)
{
  g_autoptr(GPtrArray) reports =
    tend_record_load_nested (self->vault, incident, &tend_incident_report_kind, error);
  gboolean is_over = harm->to != TEND_DATE_NONE;

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      TendDate day = tend_time_date (tend_record_get_int (reports->pdata[i], "told_at"));
      const Harm told = { NULL, day, day };

      /* Until it was followed up it is what is talked of; later that day alone. */
      if (is_over)
        g_array_append_val (self->harm, told);
      else
        harm->to = MAX (harm->to, day);
    }

  return reports != NULL;
}

/* Somebody who lives with whoever did it must not read in the notes of the days after what the
 * report is left out for: of each visit until it was followed up, or closed. */
static gboolean
add_harm (TendSelection  *self,
          TendRecord     *incident,
          GError        **error)
{
  Harm harm = {
    .visit = g_strdup (tend_record_get_text (incident, "visit")),
    .from = tend_time_date (tend_record_get_int (incident, "happened_at")),
    .to = tend_record_get_int (incident, "followed_up_on"),
  };
  gboolean done;

  if (harm.to == TEND_DATE_NONE)
    harm.to = tend_record_get_int (incident, "closed_on");
  done = add_told (self, incident, &harm, error);
  harm.to = MAX (harm.to, harm.from);
  g_array_append_val (self->harm, harm);
  return done;
}

/* Known before the visits, which come before them. */
static gboolean
find_harm (TendSelection  *self,
           GError        **error)
{
  g_autoptr(GPtrArray) incidents =
    tend_client_records (self->vault, &tend_incident_kind, self->client, error);

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    if ((group_of (incidents->pdata[i]) & TEND_SELECT_SAFEGUARDING & ~self->groups) &&
        !add_harm (self, incidents->pdata[i], error))
      return FALSE;

  return incidents != NULL;
}

TendSelection *
tend_selection_new (TendVault       *vault,
                    const char      *client,
                    TendSelectGroup  groups,
                    GError         **error)
{
  g_autoptr(TendSelection) self = g_new0 (TendSelection, 1);

  self->vault = vault;
  self->client = g_strdup (client);
  self->groups = client != NULL ? groups : TEND_SELECT_ALL;
  self->records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->about = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->withheld = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->harm = g_array_new (FALSE, FALSE, sizeof (Harm));
  g_array_set_clear_func (self->harm, harm_clear);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (client != NULL && !(find_harm (self, error) && select_kinds (self, TRUE, error) &&
                          select_kinds (self, FALSE, error)))
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
  g_hash_table_unref (self->withheld);
  g_array_unref (self->harm);
  g_hash_table_unref (self->told);
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

GPtrArray *
tend_selection_nested (TendSelection   *self,
                       TendRecord      *parent,
                       const TendKind  *kind,
                       GError         **error)
{
  g_autoptr(GPtrArray) all = tend_record_load_nested (self->vault, parent, kind, error);
  GPtrArray *records;

  if (all == NULL)
    return NULL;

  records = g_ptr_array_new_with_free_func (g_object_unref);
  /* What was added to a visit goes where its own words go. */
  if (kind == &tend_visit_addendum_kind &&
      contains (self->told, tend_visit_kind.name, tend_record_get_id (parent)))
    return records;
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (records, without_withheld (self, all->pdata[i]));

  return records;
}

TendSelectGroup
tend_selection_get_left_out (TendSelection *self)
{
  return self->left_out;
}

guint
tend_selection_n_withheld (TendSelection *self)
{
  return g_hash_table_size (self->withheld);
}

/* Whether the values of a history entry name one of @set, of @kind, in the field @name. */
static gboolean
values_name (GHashTable *set,
             yajl_val    values,
             const char *name,
             const char *kind)
{
  const char *path[] = { name, NULL };
  yajl_val value = yajl_tree_get (values, path, yajl_t_string);

  return value != NULL && contains (set, kind, YAJL_GET_STRING (value));
}

/* Whether they hang on one of @set, as a record of @kind with a parent. */
static gboolean
values_lie_in (GHashTable     *set,
               yajl_val        values,
               const TendKind *kind)
{
  return kind->parent != NULL &&
         values_name (set, values, kind->parent, tend_kind_field (kind, kind->parent)->refers_to);
}

/* Of a record that is gone nobody can say any more what it was in the end: an incident
 * counts as safeguarding, feedback as somebody else's. */
static TendSelectGroup
group_of_removed (const TendKind *kind)
{
  if (kind == &tend_incident_kind)
    return TEND_SELECT_SAFEGUARDING;
  if (kind == &tend_feedback_kind)
    return TEND_SELECT_OTHERS;

  return kind == &tend_secret_kind ? TEND_SELECT_KEYS : 0;
}

gboolean
tend_selection_has (TendSelection          *self,
                    const TendHistoryEntry *entry)
{
  const TendKind *kind = tend_kind_by_name (entry->kind);
  char message[80];
  yajl_val values;
  gboolean withheld;
  gboolean has;

  if (self->client == NULL || contains (self->about, entry->kind, entry->id))
    return TRUE;
  if (entry->values == NULL || kind == NULL || contains (self->withheld, entry->kind, entry->id))
    return FALSE;

  /* Records that were removed, and those that lie in others, are known by their values. */
  values = yajl_tree_parse (entry->values, message, sizeof message);
  if (values == NULL)
    return FALSE;

  withheld = (group_of_removed (kind) & ~self->groups) != 0 ||
             values_lie_in (self->withheld, values, kind) ||
             (kind == &tend_visit_addendum_kind && values_lie_in (self->told, values, kind));
  has = !withheld && (values_name (self->about, values, "client", "client") ||
                      values_lie_in (self->about, values, kind));
  yajl_tree_free (values);

  if (has || withheld)
    g_hash_table_add (has ? self->about : self->withheld, key_of (entry->kind, entry->id));

  return has;
}

/* Only what the history holds: texts, numbers, booleans, and lists of them. */
static void
write_value (yajl_gen gen,
             yajl_val value)
{
  const char *text = YAJL_GET_STRING (value);
  const char *number = YAJL_GET_NUMBER (value);

  if (text != NULL)
    yajl_gen_string (gen, (const guchar *) text, strlen (text));
  else if (number != NULL)
    yajl_gen_number (gen, number, strlen (number));
  else if (YAJL_IS_TRUE (value) || YAJL_IS_FALSE (value))
    yajl_gen_bool (gen, YAJL_IS_TRUE (value));
  else if (!YAJL_IS_ARRAY (value))
    yajl_gen_null (gen);
  else
    {
      yajl_gen_array_open (gen);
      for (gsize i = 0; i < YAJL_GET_ARRAY (value)->len; i++)
        write_value (gen, YAJL_GET_ARRAY (value)->values[i]);
      yajl_gen_array_close (gen);
    }
}

char *
tend_selection_values (TendSelection          *self,
                       const TendHistoryEntry *entry)
{
  const TendKind *kind = tend_kind_by_name (entry->kind);
  char message[80];
  yajl_val values;
  yajl_gen gen;
  const guchar *text;
  gsize length;
  char *json;

  if (entry->values == NULL || kind == NULL || self->groups == TEND_SELECT_ALL)
    return g_strdup (entry->values);

  values = yajl_tree_parse (entry->values, message, sizeof message);
  if (values == NULL || !YAJL_IS_OBJECT (values))
    {
      g_clear_pointer (&values, yajl_tree_free);
      return NULL;
    }

  gen = yajl_gen_alloc (NULL);
  yajl_gen_map_open (gen);
  for (gsize i = 0; i < YAJL_GET_OBJECT (values)->len; i++)
    {
      const char *name = YAJL_GET_OBJECT (values)->keys[i];
      const TendField *field = tend_kind_field (kind, name);

      if (field != NULL && groups_of_value (self, kind, entry->id, field))
        continue;
      yajl_gen_string (gen, (const guchar *) name, strlen (name));
      write_value (gen, YAJL_GET_OBJECT (values)->values[i]);
    }
  yajl_gen_map_close (gen);
  yajl_gen_get_buf (gen, &text, &length);
  json = g_strndup ((const char *) text, length);
  yajl_gen_free (gen);
  yajl_tree_free (values);

  return json;
}
