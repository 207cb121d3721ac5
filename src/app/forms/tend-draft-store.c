/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-draft-store.h"

#include "tend-clients.h"

/* A key of the vault's settings and its value, on the way to the worker. */
typedef struct
{
  char *key;
  char *value;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  g_free (setting->key);
  g_free (setting->value);
  g_free (setting);
}

static gpointer
write_setting (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  Setting *setting = data;

  tend_setting_set (vault, setting->key, setting->value, error);
  return NULL;
}

void
tend_draft_keep (TendSession *session,
                 const char  *key,
                 const char  *draft)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->key = g_strdup (key);
  setting->value = g_strdup (draft);
  tend_session_query (session, write_setting, setting, setting_free, NULL, NULL, NULL, NULL);
}

static gpointer
forget_setting (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  tend_setting_forget (vault, data, error);
  return NULL;
}

void
tend_draft_forget (TendSession *session,
                   const char  *key)
{
  tend_session_query (session, forget_setting, g_strdup (key), g_free, NULL, NULL, NULL, NULL);
}

static gpointer
read_setting (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return tend_setting_get (vault, data);
}

void
tend_draft_read (TendSession         *session,
                 const char          *key,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  tend_session_query (session, read_setting, g_strdup (key), g_free, g_free, NULL, callback,
                      user_data);
}

char *
tend_draft_read_finish (TendSession  *session,
                        GAsyncResult *result)
{
  return tend_session_finish (session, result, NULL);
}
