/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-death.h"

#include "tend-clients.h"
#include "tend-history.h"
#include "tend-kinds.h"
#include "tend-past.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

/* Entries of the history looked at in one go. */
#define PAGE_SIZE 100

void
tend_death_free (TendDeath *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/* What is to come of it */

static gboolean
add_client (TendDeath    *self,
            TendVault    *vault,
            const char   *id,
            TendDate      died_on,
            TendClock     died_at,
            GError      **error)
{
  TendRecord *client = tend_record_load (vault, &tend_client_kind, id, error);

  if (client == NULL)
    return FALSE;

  tend_record_set_int (client, "died_on", died_on);
  if (died_at != TEND_CLOCK_NONE)
    tend_record_set_int (client, "died_at", died_at);
  tend_record_set_text (client, "status", "ended");
  /* Care that was to end later ended with the life. */
  if (!tend_record_is_set (client, "ended_on") ||
      tend_record_get_int (client, "ended_on") > died_on)
    tend_record_set_int (client, "ended_on", died_on);

  g_ptr_array_add (self->records, client);
  return TRUE;
}

/* Ends what is still running by @last_day; what had not begun has one day or none. */
static gboolean
add_ending (TendDeath       *self,
            TendVault       *vault,
            const char      *client,
            const TendKind  *kind,
            TendDate         last_day,
            guint           *n,
            GError         **error)
{
  g_autoptr(GPtrArray) records = tend_client_records (vault, kind, client, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      gint64 ends_on = tend_record_get_int (record, "ends_on");
      gint64 earliest = G_MININT;

      if (ends_on != TEND_DATE_NONE && ends_on <= last_day)
        continue;
      if (kind == &tend_agreement_kind || kind == &tend_medication_kind)
        earliest = tend_record_get_int (record, "starts_on");
      else if (kind == &tend_pattern_kind)
        earliest = tend_record_get_int (record, "starts_on") - 1;

      tend_record_set_int (record, "ends_on", MAX (last_day, earliest));
      if (kind == &tend_medication_kind)
        tend_record_set_text (record, "end_reason", _("The person died."));
      g_ptr_array_add (self->records, g_object_ref (record));
      (*n)++;
    }

  return TRUE;
}

static gboolean
add_visits (TendDeath    *self,
            TendVault    *vault,
            const char   *client,
            TendInstant   from,
            GError      **error)
{
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autoptr(GPtrArray) visits =
    tend_records_select (vault, &tend_visit_kind, error,
                         "WHERE client = :client AND status = 'planned'"
                         " AND planned_start >= CAST(:start AS INTEGER)"
                         " ORDER BY planned_start, id",
                         ":client", client, ":start", start, NULL);

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < visits->len; i++)
    {
      tend_record_set_text (visits->pdata[i], "status", "cancelled");
      tend_record_set_text (visits->pdata[i], "cancel_reason", _("The person died."));
      g_ptr_array_add (self->records, g_object_ref (visits->pdata[i]));
      self->n_visits++;
    }

  return TRUE;
}

TendDeath *
tend_death_load (TendVault   *vault,
                 const char  *client,
                 TendDate     died_on,
                 TendClock    died_at,
                 GError     **error)
{
  g_autoptr(TendDeath) self = NULL;
  /* A visit that begins in the very minute had begun. */
  TendInstant after = died_at != TEND_CLOCK_NONE ? tend_time_resolve (died_on, died_at) + 1
                                                 : tend_time_resolve (died_on + 1, 0);

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (client != NULL && died_on != TEND_DATE_NONE, NULL);

  self = g_new0 (TendDeath, 1);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);

  if (!add_client (self, vault, client, died_on, died_at, error) ||
      !add_ending (self, vault, client, &tend_agreement_kind, died_on, &self->n_agreements,
                   error) ||
      !add_ending (self, vault, client, &tend_pattern_kind, died_on, &self->n_patterns, error) ||
      !add_ending (self, vault, client, &tend_representative_kind, died_on,
                   &self->n_authorities, error) ||
      !add_ending (self, vault, client, &tend_medication_kind, died_on, &self->n_medicines,
                   error) ||
      !add_visits (self, vault, client, after, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Recording it */

static gboolean
record_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  TendDeath *self = data;

  for (guint i = 0; i < self->records->len; i++)
    if (!tend_record_save (vault, self->records->pdata[i], _("The person died."), error))
      return FALSE;

  return TRUE;
}

gboolean
tend_death_record (TendVault  *vault,
                   TendDeath  *self,
                   GError    **error)
{
  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  return tend_vault_transact (vault, record_cb, self, error);
}

/* Taking it back */

/* Whether this is where the client's death came in. */
static gboolean
is_death (const TendHistoryEntry *entry)
{
  g_autoptr(TendRecord) after = NULL;
  g_autoptr(TendRecord) before = NULL;

  if (!g_str_equal (entry->kind, "client"))
    return FALSE;

  after = tend_past_record (entry->kind, entry->values);
  before = tend_past_record (entry->kind, entry->before);
  return after != NULL && tend_record_is_set (after, "died_on") &&
         (before == NULL || !tend_record_is_set (before, "died_on"));
}

/* The entries of the history that the death wrote: its own and those right after it, of
 * the same transaction and so with the same reason. */
static GPtrArray *
load_entries (TendVault   *vault,
              const char  *client,
              GError     **error)
{
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_history_entry_free);
  gint64 before = 0;

  for (;;)
    {
      g_autoptr(GPtrArray) page =
        tend_history_list_about (vault, client, before, PAGE_SIZE, error);

      if (page == NULL)
        return NULL;
      if (page->len == 0)
        {
          g_ptr_array_set_size (found, 0);
          return g_steal_pointer (&found);
        }

      while (page->len > 0)
        {
          TendHistoryEntry *entry = g_ptr_array_steal_index (page, 0);
          TendHistoryEntry *later = found->len > 0 ? found->pdata[found->len - 1] : NULL;

          before = entry->sequence;
          if (later != NULL && (later->sequence != before + 1 ||
                                g_strcmp0 (later->reason, entry->reason) != 0))
            g_ptr_array_set_size (found, 0);
          g_ptr_array_add (found, entry);
          if (is_death (entry))
            return g_steal_pointer (&found);
        }
    }
}

/* Only what is still as the death left it. */
static gboolean
put_back (TendVault               *vault,
          const TendHistoryEntry  *entry,
          GError                 **error)
{
  const TendKind *kind = tend_kind_by_name (entry->kind);
  g_autoptr(TendRecord) before = tend_past_record (entry->kind, entry->before);
  g_autoptr(TendRecord) after = tend_past_record (entry->kind, entry->values);
  g_autoptr(TendRecord) record = NULL;

  if (before == NULL || after == NULL)
    return TRUE;

  record = tend_record_load (vault, kind, entry->id, error);
  if (record == NULL)
    return FALSE;

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *was = tend_record_format (before, field);
      g_autofree char *left = tend_record_format (after, field);
      g_autofree char *now = tend_record_format (record, field);

      if (!g_str_equal (was, left) && g_str_equal (now, left) &&
          !tend_record_parse (record, field, was, error))
        return FALSE;
    }

  return tend_record_save (vault, record, _("The death was recorded by mistake."), error);
}

/* Where it came with an import there is nothing to go back to but the person alive. */
static gboolean
revive (TendVault   *vault,
        const char  *id,
        GError     **error)
{
  g_autoptr(TendRecord) client = tend_record_load (vault, &tend_client_kind, id, error);

  if (client == NULL)
    return FALSE;
  if (!tend_record_is_set (client, "died_on"))
    return TRUE;

  if (tend_record_get_int (client, "ended_on") == tend_record_get_int (client, "died_on"))
    tend_record_clear (client, "ended_on");
  if (!tend_record_is_set (client, "ended_on"))
    tend_record_set_text (client, "status", "active");
  tend_record_clear (client, "died_on");
  tend_record_clear (client, "died_at");

  return tend_record_save (vault, client, _("The death was recorded by mistake."), error);
}

static gboolean
take_back_cb (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  g_autoptr(GPtrArray) entries = load_entries (vault, data, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!put_back (vault, entries->pdata[i], error))
      return FALSE;

  return revive (vault, data, error);
}

gboolean
tend_death_take_back (TendVault   *vault,
                      const char  *client,
                      GError     **error)
{
  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (client != NULL, FALSE);

  return tend_vault_transact (vault, take_back_cb, (gpointer) client, error);
}
