/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes its time with keys, each in a thread of its own and with data of its own:
 * the keyring's entry written and read, and a key made of what was typed.
 */

#include "tend-opening-private.h"

#include <string.h>

typedef struct
{
  char    *dir;
  TendKey *key;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->dir);
  tend_key_unref (entry->key);
  g_free (entry);
}

static void
store_entry (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Entry *entry = data;
  g_autofree char *id = NULL;
  GError *error = NULL;

  id = tend_vault_read_id (entry->dir, &error);

  if (id != NULL && tend_keyring_store (id, entry->key, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
_tend_opening_store_key (TendOpening         *self,
                         const char          *dir,
                         TendKey             *key,
                         GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, NULL);
  Entry *entry = g_new0 (Entry, 1);

  entry->dir = g_strdup (dir);
  entry->key = key;
  g_task_set_task_data (task, entry, entry_free);
  g_task_run_in_thread (task, store_entry);
}

static void
lookup_free (gpointer data)
{
  TendKeyLookup *lookup = data;

  g_free (lookup->dir);
  g_clear_pointer (&lookup->key, tend_key_unref);
  g_free (lookup->message);
  g_free (lookup);
}

static void
look_up (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  TendKeyLookup *lookup = data;
  g_autofree char *id = NULL;
  GError *error = NULL;

  id = tend_vault_read_id (lookup->dir, &error);

  if (id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  lookup->state = tend_keyring_lookup (id, &lookup->key, &lookup->message);
  g_task_return_boolean (task, TRUE);
}

void
_tend_opening_look_up_key (TendOpening         *self,
                           const char          *dir,
                           guint                attempt,
                           GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, NULL);
  TendKeyLookup *lookup = g_new0 (TendKeyLookup, 1);

  lookup->dir = g_strdup (dir);
  lookup->attempt = attempt;
  g_task_set_task_data (task, lookup, lookup_free);
  g_task_run_in_thread (task, look_up);
}

typedef struct
{
  char      *dir;
  TendWords  words;
  char      *typed;
} Typed;

static void
typed_free (gpointer data)
{
  Typed *typed = data;

  memset (typed->typed, 0, strlen (typed->typed));
  g_free (typed->typed);
  g_free (typed->dir);
  g_free (typed);
}

static void
derive_key (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Typed *typed = data;
  GError *error = NULL;
  TendKey *key;

  if (typed->words == TEND_WORDS_RECOVERY)
    key = tend_vault_key_from_recovery (typed->dir, typed->typed, &error);
  else
    key = tend_vault_key_from_passphrase (typed->dir, typed->typed, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) tend_key_unref);
  else
    g_task_return_error (task, error);
}

void
_tend_opening_derive_key (TendOpening         *self,
                          const char          *dir,
                          TendWords            words,
                          const char          *typed,
                          GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, NULL);
  Typed *data = g_new0 (Typed, 1);

  data->dir = g_strdup (dir);
  data->words = words;
  data->typed = g_strdup (typed);
  g_task_set_task_data (task, data, typed_free);
  g_task_run_in_thread (task, derive_key);
}
