/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-redact-people.h"

#include "tend-clients.h"
#include "tend-kinds.h"

typedef struct
{
  TendRedaction *redaction;
  TendVault     *vault;
  GPtrArray     *clients; /* TendRecord */
  GPtrArray     *people;  /* likewise, of all of them */
  GPtrArray     *plans;   /* with whom to ring */
} Collection;

static void
add_client (Collection *self,
            TendRecord *client)
{
  const char *given = tend_record_get_text (client, "given_name");
  const char *family = tend_record_get_text (client, "family_name");
  g_autofree char *called = tend_client_name (client);
  g_autofree char *full = g_strdup_printf ("%s %s", given, family != NULL ? family : "");

  tend_redaction_add (self->redaction, full);
  tend_redaction_add (self->redaction, called);
}

static void
add_name (Collection *self,
          TendRecord *record)
{
  if (tend_record_is_set (record, "name"))
    tend_redaction_add (self->redaction, tend_record_get_text (record, "name"));
}

static gboolean
is_of (TendRecord *record,
       const char *client)
{
  return g_strcmp0 (tend_record_get_text (record, "client"), client) == 0;
}

/* Those to ring who are not among the people. */
static gboolean
add_contacts (Collection  *self,
              TendRecord  *plan,
              GError     **error)
{
  g_autoptr(GPtrArray) contacts =
    tend_record_load_nested (self->vault, plan, &tend_contingency_contact_kind, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    add_name (self, contacts->pdata[i]);

  return contacts != NULL;
}

static gboolean
add_round (Collection  *self,
           const char  *client,
           GError     **error)
{
  for (guint i = 0; i < self->people->len; i++)
    if (is_of (self->people->pdata[i], client))
      add_name (self, self->people->pdata[i]);

  for (guint i = 0; i < self->plans->len; i++)
    if (is_of (self->plans->pdata[i], client) && !add_contacts (self, self->plans->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
add_first (Collection  *self,
           const char  *first,
           GError     **error)
{
  for (guint i = 0; i < self->clients->len; i++)
    if (g_strcmp0 (tend_record_get_id (self->clients->pdata[i]), first) == 0)
      {
        add_client (self, self->clients->pdata[i]);
        return add_round (self, first, error);
      }

  return TRUE;
}

/* All clients before those round them: a surname is rather theirs. */
static gboolean
add_all (Collection  *self,
         GHashTable  *named,
         GError     **error)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->clients->len; i++)
      {
        TendRecord *client = self->clients->pdata[i];

        if (named != NULL && g_hash_table_contains (named, tend_record_get_id (client)))
          continue;
        if (pass == 0)
          add_client (self, client);
        else if (!add_round (self, tend_record_get_id (client), error))
          return FALSE;
      }

  return TRUE;
}

gboolean
tend_redact_people (TendRedaction  *redaction,
                    TendVault      *vault,
                    const char     *first,
                    GHashTable     *named,
                    GError        **error)
{
  g_autoptr(GPtrArray) clients = tend_clients_list (vault, NULL, error);
  g_autoptr(GPtrArray) people =
    clients != NULL ? tend_record_load_all (vault, &tend_person_kind, error) : NULL;
  g_autoptr(GPtrArray) plans =
    people != NULL ? tend_record_load_all (vault, &tend_contingency_plan_kind, error) : NULL;
  Collection collection = { redaction, vault, clients, people, plans };

  return plans != NULL && add_first (&collection, first, error) &&
         add_all (&collection, named, error);
}
