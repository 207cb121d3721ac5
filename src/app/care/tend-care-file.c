/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-file.h"

#include "tend-care-plan.h"
#include "tend-care.h"
#include "tend-clients.h"
#include "tend-risks.h"

static void
clear (gpointer data)
{
  TendCareFile *self = data;

  g_free (self->client);
  g_free (self->missing);
  g_free (self->plan);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->not_signed, g_ptr_array_unref);
}

TendCareFile *
tend_care_file_ref (TendCareFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tend_care_file_unref (TendCareFile *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

GPtrArray *
tend_care_file_get (TendCareFile          *self,
                    const TendCareSection *section)
{
  return g_hash_table_lookup (self->records, section->kind);
}

/* Those of the same day as they were written down, the later one first. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const TendCareSection *section = data;
  TendRecord *first = *(TendRecord *const *) a;
  TendRecord *second = *(TendRecord *const *) b;
  gint64 of_first = tend_record_get_int (first, section->day);
  gint64 of_second = tend_record_get_int (second, section->day);
  int heavier = section->weigh != NULL ? section->weigh (second) - section->weigh (first) : 0;

  if (heavier != 0)
    return heavier;

  if (of_first != of_second)
    return of_first > of_second ? -1 : 1;

  return g_strcmp0 (tend_record_get_id (second), tend_record_get_id (first));
}

/* (transfer full) */
static GPtrArray *
load_records (TendCareFile           *self,
              TendVault              *vault,
              const TendCareSection  *section,
              GError                **error)
{
  if (self->client != NULL)
    return tend_client_records (vault, tend_kind_by_name (section->kind), self->client, error);

  return g_str_equal (section->kind, "incident")
         ? tend_incidents_about_nobody (vault, error)
         : g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
load_section (TendCareFile           *self,
              TendVault              *vault,
              const TendCareSection  *section,
              GError                **error)
{
  GPtrArray *records = load_records (self, vault, section, error);

  if (records == NULL)
    return FALSE;

  g_ptr_array_sort_with_data (records, compare, (gpointer) section);
  g_hash_table_insert (self->records, (gpointer) section->kind, records);
  return TRUE;
}

static void
add_name (TendCareFile *self,
          TendRecord   *record,
          const char   *name)
{
  g_hash_table_insert (self->names, g_strdup (tend_record_get_id (record)), g_strdup (name));
}

static gboolean
load_names (TendCareFile  *self,
            TendVault     *vault,
            GError       **error)
{
  GPtrArray *acting = g_hash_table_lookup (self->records, "representative");
  g_autoptr(GPtrArray) people =
    tend_client_records (vault, tend_kind_by_name ("person"), self->client, error);
  g_autoptr(GPtrArray) services = NULL;

  if (people != NULL)
    services = tend_record_load_all (vault, tend_kind_by_name ("service"), error);
  if (services == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    add_name (self, people->pdata[i], tend_record_get_text (people->pdata[i], "name"));
  for (guint i = 0; i < services->len; i++)
    add_name (self, services->pdata[i], tend_record_get_text (services->pdata[i], "name"));
  for (guint i = 0; i < acting->len; i++)
    add_name (self, acting->pdata[i],
              g_hash_table_lookup (self->names,
                                   tend_record_get_text (acting->pdata[i], "person")));

  return TRUE;
}

static gboolean
load_death (TendCareFile  *self,
            TendVault     *vault,
            GError       **error)
{
  g_autoptr(TendRecord) client =
    tend_record_load (vault, tend_kind_by_name ("client"), self->client, error);

  self->died = client != NULL && tend_record_is_set (client, "died_on");
  return client != NULL;
}

static gboolean
load_plan_in_force (TendCareFile  *self,
                    TendVault     *vault,
                    GError       **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) plan = tend_care_plan_on (vault, self->client, self->today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->plan = plan != NULL ? g_strdup (tend_record_get_id (plan)) : NULL;
  return TRUE;
}

static gboolean
load_draft (TendCareFile  *self,
            TendVault     *vault,
            GError       **error)
{
  GPtrArray *plans = g_hash_table_lookup (self->records, "care_plan");

  if (plans->len == 0 ||
      g_strcmp0 (tend_record_get_text (plans->pdata[0], "status"), "draft") != 0)
    return TRUE;

  self->missing = tend_care_plan_missing (vault, plans->pdata[0], error);
  return self->missing != NULL;
}

/* What is known of the person beside their records. */
static gboolean
load_person (TendCareFile  *self,
             TendVault     *vault,
             GError       **error)
{
  self->not_signed = tend_pack_unsigned (vault, self->client, self->today, error);

  return self->not_signed != NULL && load_death (self, vault, error) &&
         load_names (self, vault, error) && load_plan_in_force (self, vault, error) &&
         load_draft (self, vault, error);
}

TendCareFile *
tend_care_file_load (TendVault    *vault,
                     const char   *client,
                     TendDate      today,
                     TendInstant   now,
                     GError      **error)
{
  g_autoptr(TendCareFile) self = g_atomic_rc_box_new0 (TendCareFile);

  self->client = g_strdup (client);
  self->today = today;
  self->now = now;
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const TendCareSection *section = tend_care_sections; section->kind != NULL; section++)
    if (!load_section (self, vault, section, error))
      return NULL;

  self->bands = tend_risk_bands (vault, error);
  if (self->bands == NULL || (client != NULL && !load_person (self, vault, error)))
    return NULL;

  return g_steal_pointer (&self);
}
