/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-clients.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

char *
tend_client_name (TendRecord *client)
{
  const char *given = tend_record_get_text (client, "preferred_name");
  const char *family = tend_record_get_text (client, "family_name");

  if (given == NULL)
    given = tend_record_get_text (client, "given_name");
  if (given == NULL)
    given = "";

  return family != NULL ? g_strdup_printf ("%s %s", given, family) : g_strdup (given);
}

char *
tend_record_full_address (TendRecord *record)
{
  const char *address = tend_record_get_text (record, "address");
  const char *postcode = tend_record_get_text (record, "postcode");

  if (address != NULL && postcode != NULL)
    return g_strdup_printf ("%s\n%s", address, postcode);

  return g_strdup (address != NULL ? address : postcode != NULL ? postcode : "");
}

TendRecord *
tend_client_find (TendVault   *vault,
                  const char  *id_or_reference,
                  GError     **error)
{
  g_autoptr(GError) failure = NULL;
  TendRecord *client;

  client = tend_records_select_one (vault, &tend_client_kind, &failure,
                                    "WHERE id = :id OR reference = :id ORDER BY id <> :id LIMIT 1",
                                    ":id", id_or_reference, NULL);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (client == NULL)
    {
      g_autofree char *shown = tend_error_quote (id_or_reference);

      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                   _("There is no client with the id or reference “%s”."), shown);
    }

  return client;
}

#define BY_NAME \
  "ORDER BY tend_fold(coalesce(preferred_name, given_name)), tend_fold(family_name), id"

GPtrArray *
tend_clients_list (TendVault   *vault,
                   const char  *status,
                   GError     **error)
{
  if (status == NULL)
    return tend_records_select (vault, &tend_client_kind, error, BY_NAME, NULL);

  return tend_records_select (vault, &tend_client_kind, error,
                              "WHERE status = :status " BY_NAME, ":status", status, NULL);
}

GPtrArray *
tend_client_records (TendVault       *vault,
                     const TendKind  *kind,
                     const char      *client,
                     GError         **error)
{
  return tend_records_select (vault, kind, error,
                              "WHERE client = :client ORDER BY id", ":client", client, NULL);
}

TendRecord *
tend_client_agreement (TendVault   *vault,
                       const char  *client,
                       TendDate     date,
                       GError     **error)
{
  g_autofree char *on = tend_date_format_iso (date);

  return tend_records_select_one (vault, &tend_agreement_kind, error,
                                  "WHERE client = :client AND starts_on <= :on"
                                  " AND (ends_on IS NULL OR ends_on >= :on)"
                                  " ORDER BY starts_on DESC, version DESC, id DESC LIMIT 1",
                                  ":client", client, ":on", on, NULL);
}

TendRecord *
tend_client_agreement_or_next (TendVault   *vault,
                               const char  *client,
                               TendDate     date,
                               GError     **error)
{
  g_autofree char *on = tend_date_format_iso (date);

  return tend_records_select_one (vault, &tend_agreement_kind, error,
                                  "WHERE client = :client"
                                  " AND (ends_on IS NULL OR ends_on >= :on)"
                                  " ORDER BY starts_on > :on,"
                                  " CASE WHEN starts_on > :on THEN starts_on END,"
                                  " starts_on DESC, version DESC, id DESC LIMIT 1",
                                  ":client", client, ":on", on, NULL);
}

gboolean
tend_agreement_in_force (TendRecord *agreement,
                         GPtrArray  *all,
                         TendDate    date)
{
  if (tend_record_get_int (agreement, "starts_on") > date ||
      (tend_record_is_set (agreement, "ends_on") &&
       tend_record_get_int (agreement, "ends_on") < date))
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    if (tend_record_get_int (all->pdata[i], "starts_on") <= date &&
        tend_record_get_int (all->pdata[i], "version") >
        tend_record_get_int (agreement, "version") &&
        g_strcmp0 (tend_record_get_text (all->pdata[i], "service"),
                   tend_record_get_text (agreement, "service")) == 0)
      return FALSE;

  return TRUE;
}

int
tend_agreement_billing_days (TendRecord *agreement)
{
  const char *billing = agreement != NULL ? tend_record_get_text (agreement, "billing") : NULL;

  if (g_strcmp0 (billing, "week") == 0)
    return 7;
  if (g_strcmp0 (billing, "fortnight") == 0)
    return 14;

  return g_strcmp0 (billing, "month") == 0 ? 31 : 28;
}

TendDate
tend_client_first_visit (TendVault   *vault,
                         const char  *client,
                         GError     **error)
{
  g_autoptr(TendRecord) visit =
    tend_records_select_one (vault, &tend_visit_kind, error,
                             "WHERE client = :client AND status = 'done' "
                             "ORDER BY planned_start LIMIT 1",
                             ":client", client, NULL);

  return visit != NULL ? tend_time_date (tend_record_get_int (visit, "planned_start"))
                       : TEND_DATE_NONE;
}

char *
tend_client_bill_name (TendRecord *client)
{
  g_autofree char *name = tend_client_name (client);

  if (!tend_record_is_set (client, "died_on"))
    return g_steal_pointer (&name);

  return g_strdup_printf (_("The personal representatives of %s"), name);
}

/* Whoever looked after the person's money did so for them while they lived; a council, an
 * organisation and somebody who pays of their own still owe what they owed.
 */
TendRecord *
tend_client_payer (TendVault   *vault,
                   const char  *client,
                   GError     **error)
{
  return tend_records_select_one (vault, &tend_person_kind, error,
                                  "WHERE client = :client"
                                  " AND (relation = 'payer' OR pays_bills = 1)"
                                  " AND (relation IN ('payer', 'council')"
                                  "      OR organisation IS NOT NULL"
                                  "      OR client IN (SELECT id FROM clients"
                                  "                    WHERE died_on IS NULL))"
                                  " ORDER BY pays_bills IS NOT 1, id LIMIT 1",
                                  ":client", client, NULL);
}

TendRecord *
tend_provider_load (TendVault  *vault,
                    GError    **error)
{
  g_autoptr(GError) failure = NULL;
  TendRecord *provider = tend_records_select_one (vault, &tend_provider_kind, &failure, "", NULL);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (provider == NULL)
    provider = tend_record_new (&tend_provider_kind);

  return provider;
}

gboolean
tend_setting_read (TendVault   *vault,
                   const char  *key,
                   char       **value,
                   GError     **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault, "SELECT value FROM settings WHERE key = :key", error);
  TendStep step;

  *value = NULL;
  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":key", key);
  step = tend_statement_step (statement, error);
  if (step == TEND_STEP_ROW)
    *value = g_strdup (tend_statement_get_text (statement, 0));

  return step != TEND_STEP_ERROR;
}

char *
tend_setting_get (TendVault  *vault,
                  const char *key)
{
  char *value;

  return tend_setting_read (vault, key, &value, NULL) ? value : NULL;
}

typedef struct
{
  const char *key;
  const char *value;
} Setting;

static gboolean
set_cb (TendVault  *vault,
        gpointer    data,
        GError    **error)
{
  Setting *setting = data;
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        setting->value != NULL
                          ? "INSERT INTO settings (key, value) VALUES (:key, :value)"
                            " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                          : "DELETE FROM settings WHERE key = :key",
                        error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":key", setting->key);
  if (setting->value != NULL)
    tend_statement_bind_text (statement, ":value", setting->value);

  return tend_statement_run (statement, error);
}

gboolean
tend_setting_set (TendVault   *vault,
                  const char  *key,
                  const char  *value,
                  GError     **error)
{
  Setting setting = { key, value };

  return tend_vault_transact (vault, set_cb, &setting, error);
}

static gboolean
forget_cb (TendVault  *vault,
           gpointer    key,
           GError    **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "DELETE FROM settings WHERE key = :key"
                        " OR substr (key, 1, length (:key) + 1) = :key || '/'", error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":key", key);

  return tend_statement_run (statement, error);
}

gboolean
tend_setting_forget (TendVault   *vault,
                     const char  *key,
                     GError     **error)
{
  return tend_vault_transact (vault, forget_cb, (gpointer) key, error);
}
