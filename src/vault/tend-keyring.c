/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-keyring.h"

#include "tend-error.h"
#include "tend-guarded.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <sodium.h>
#include <string.h>

#define SECRETS_NAME      "org.freedesktop.secrets"
#define SECRETS_PATH      "/org/freedesktop/secrets"
#define SERVICE_INTERFACE "org.freedesktop.Secret.Service"
#define DEFAULT_PATH      SECRETS_PATH "/aliases/default"

/* For the service to start, and for its answers that need nobody at a prompt. */
#define START_TIMEOUT_MS  5000

#define HEX_LENGTH        (TEND_KEY_BYTES * 2)

/* In a keyring that has not been unlocked yet the service does not know an
 * item's schema, so a search by its name finds nothing and unlocks nothing.  The
 * application attribute is what is unmistakably ours.
 */
static const SecretSchema schema = {
  TEND_APP_ID ".Vault", SECRET_SCHEMA_DONT_MATCH_NAME,
  {
    { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "vault", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  }
};

/* In a sandbox libsecret keeps an encrypted file whose key the Secret portal
 * gives; then there is no Secret Service to ask anything.
 */
static gboolean
uses_portal (void)
{
  const char *backend = g_getenv ("SECRET_BACKEND");

  if (backend != NULL)
    return strcmp (backend, "file") == 0;

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("SNAP_NAME") != NULL;
}

/* Starting is waited for by ourselves, since this is the one wait that may be
 * given up: later there may be a prompt open, and cancelling that brings
 * gnome-keyring down.
 */
static gboolean
start_service (GDBusConnection  *bus,
               GError          **error)
{
  g_autoptr(GVariant) answer = NULL;

  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "StartServiceByName",
                                        g_variant_new ("(su)", SECRETS_NAME, 0),
                                        G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                        START_TIMEOUT_MS, NULL, error);

  return answer != NULL;
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER);
}

static TendKeyringState
say (TendKeyringState   state,
     const char        *detail,
     char             **message)
{
  static const char *const words[] = {
    [TEND_KEYRING_FOUND]   = NULL,
    [TEND_KEYRING_NO_KEY]  = N_("Your login keyring has no key for these records."),
    [TEND_KEYRING_LOCKED]  = N_("Your login keyring is locked."),
    [TEND_KEYRING_MISSING] = N_("This computer session has no keyring."),
    [TEND_KEYRING_FAILED]  = N_("Your login keyring did not answer as it should: %s"),
  };

  if (message == NULL || words[state] == NULL)
    return state;

  *message = state == TEND_KEYRING_FAILED
             ? g_strdup_printf (_(words[state]), detail)
             : g_strdup (_(words[state]));

  return state;
}

static TendKeyringState
say_error (const GError  *error,
           char         **message)
{
  g_autoptr(GError) copy = NULL;

  if (is_missing (error))
    return say (TEND_KEYRING_MISSING, NULL, message);
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return say (TEND_KEYRING_LOCKED, NULL, message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return say (TEND_KEYRING_FAILED, _("it did not start."), message);

  copy = g_error_copy (error);
  g_dbus_error_strip_remote_error (copy);

  return say (TEND_KEYRING_FAILED, copy->message, message);
}

/* @bus: (out) (nullable): NULL where libsecret does not use the service
 * Returns: FOUND when there is a service to ask
 */
static TendKeyringState
connect_service (GDBusConnection  **bus,
                 char             **message)
{
  g_autoptr(GDBusConnection) connection = NULL;
  g_autoptr(GError) error = NULL;

  *bus = NULL;
  if (uses_portal ())
    return TEND_KEYRING_FOUND;

  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (connection == NULL)
    return say (TEND_KEYRING_MISSING, NULL, message);

  /* A bus that ends must not end the program with work unsaved. */
  g_dbus_connection_set_exit_on_close (connection, FALSE);

  if (!start_service (connection, &error))
    return say_error (error, message);

  *bus = g_steal_pointer (&connection);

  return TEND_KEYRING_FOUND;
}

static gboolean
default_collection_is_locked (GDBusConnection *bus)
{
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GVariant) value = NULL;

  answer = g_dbus_connection_call_sync (bus, SECRETS_NAME, DEFAULT_PATH,
                                        "org.freedesktop.DBus.Properties", "Get",
                                        g_variant_new ("(ss)", "org.freedesktop.Secret.Collection",
                                                       "Locked"),
                                        G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE,
                                        START_TIMEOUT_MS, NULL, NULL);
  if (answer == NULL) /* no default collection: nothing to be locked */
    return FALSE;

  g_variant_get (answer, "(v)", &value);

  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

/* Our item may be in another collection than the default one. */
static gboolean
item_is_locked (GDBusConnection *bus,
                const char      *vault_id)
{
  g_autoptr(GVariantBuilder) attributes = g_variant_builder_new (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GVariant) locked = NULL;

  g_variant_builder_add (attributes, "{ss}", "application", TEND_APP_ID);
  g_variant_builder_add (attributes, "{ss}", "vault", vault_id);
  answer = g_dbus_connection_call_sync (bus, SECRETS_NAME, SECRETS_PATH, SERVICE_INTERFACE,
                                        "SearchItems", g_variant_new ("(a{ss})", attributes),
                                        G_VARIANT_TYPE ("(aoao)"), G_DBUS_CALL_FLAGS_NONE,
                                        START_TIMEOUT_MS, NULL, NULL);
  if (answer == NULL)
    return FALSE;

  locked = g_variant_get_child_value (answer, 1);

  return g_variant_n_children (locked) > 0;
}

static TendKey *
key_from_text (const char *text)
{
  guint8 *bytes = tend_guarded_alloc (TEND_KEY_BYTES);
  TendKey *key = NULL;
  gsize got;

  if (text != NULL && strlen (text) == HEX_LENGTH &&
      sodium_hex2bin (bytes, TEND_KEY_BYTES, text, HEX_LENGTH, NULL, &got, NULL) == 0 &&
      got == TEND_KEY_BYTES)
    key = tend_key_new (bytes);
  sodium_free (bytes);

  return key;
}

/* (nullable): NULL also when the item stayed locked. */
static TendKey *
key_from_item (SecretRetrievable *item)
{
  g_autoptr(SecretValue) value = secret_retrievable_retrieve_secret_sync (item, NULL, NULL);

  return value != NULL ? key_from_text (secret_value_get_text (value)) : NULL;
}

/* Another program may have put something under the same attributes: the newest
 * entry that holds a key is ours.
 */
static TendKey *
search_key (const char  *vault_id,
            GError     **error)
{
  TendKey *newest = NULL;
  guint64 newest_time = 0;
  GList *items;

  items = secret_password_search_sync (&schema, SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK, NULL,
                                       error,
                                       "application", TEND_APP_ID, "vault", vault_id, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    {
      guint64 time = secret_retrievable_get_modified (l->data);
      g_autoptr(TendKey) key = key_from_item (l->data);

      if (key == NULL || (newest != NULL && time <= newest_time))
        continue;

      g_clear_pointer (&newest, tend_key_unref);
      newest = g_steal_pointer (&key);
      newest_time = time;
    }
  g_list_free_full (items, g_object_unref);

  return newest;
}

static TendKeyringState
lookup (const char  *vault_id,
        gboolean     may_prompt,
        TendKey    **key,
        char       **message)
{
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GError) error = NULL;
  TendKeyringState state;
  char *text;

  g_return_val_if_fail (vault_id != NULL, TEND_KEYRING_FAILED);
  g_return_val_if_fail (key != NULL, TEND_KEYRING_FAILED);

  *key = NULL;
  if (message != NULL)
    *message = NULL;
  state = connect_service (&bus, message);
  if (state != TEND_KEYRING_FOUND)
    return state;

  if (!may_prompt && bus != NULL && item_is_locked (bus, vault_id))
    return say (TEND_KEYRING_LOCKED, NULL, message);

  text = secret_password_lookup_nonpageable_sync (&schema, NULL, &error,
                                                  "application", TEND_APP_ID,
                                                  "vault", vault_id, NULL);
  if (text != NULL)
    *key = key_from_text (text);
  if (text != NULL && *key == NULL)
    *key = search_key (vault_id, &error);
  secret_password_free (text);

  if (*key != NULL)
    return TEND_KEYRING_FOUND;
  if (error != NULL)
    return say_error (error, message);

  /* NULL without an error: locked, refused, dismissed, or truly not there. */
  if (bus != NULL && (item_is_locked (bus, vault_id) || default_collection_is_locked (bus)))
    return say (TEND_KEYRING_LOCKED, NULL, message);

  return say (TEND_KEYRING_NO_KEY, NULL, message);
}

TendKeyringState
tend_keyring_lookup (const char  *vault_id,
                     TendKey    **key,
                     char       **message)
{
  return lookup (vault_id, TRUE, key, message);
}

TendKeyringState
tend_keyring_lookup_unprompted (const char  *vault_id,
                                TendKey    **key,
                                char       **message)
{
  return lookup (vault_id, FALSE, key, message);
}

static gboolean
set_state_error (TendKeyringState   state,
                 const char        *message,
                 GError           **error)
{
  g_set_error_literal (error, TEND_ERROR,
                       state == TEND_KEYRING_LOCKED ? TEND_ERROR_LOCKED : TEND_ERROR_FAILED,
                       message);
  return FALSE;
}

static gboolean
finish_change (const GError  *local_error,
               GError       **error)
{
  g_autofree char *message = NULL;
  TendKeyringState state;

  if (local_error == NULL)
    return TRUE;

  state = say_error (local_error, &message);

  return set_state_error (state, message, error);
}

gboolean
tend_keyring_store (const char  *vault_id,
                    TendKey     *key,
                    GError     **error)
{
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *message = NULL;
  TendKeyringState state;
  char *text;

  g_return_val_if_fail (vault_id != NULL && key != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  state = connect_service (&bus, &message);
  if (state != TEND_KEYRING_FOUND)
    return set_state_error (state, message, error);

  text = tend_guarded_alloc (HEX_LENGTH + 1);
  sodium_bin2hex (text, HEX_LENGTH + 1, tend_key_peek (key), TEND_KEY_BYTES);
  secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT,
                              _("Key to your records in Tend"), text, NULL, &local_error,
                              "application", TEND_APP_ID, "vault", vault_id, NULL);
  sodium_free (text);

  return finish_change (local_error, error);
}

gboolean
tend_keyring_clear (const char  *vault_id,
                    GError     **error)
{
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *message = NULL;
  TendKeyringState state;

  g_return_val_if_fail (vault_id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  state = connect_service (&bus, &message);
  if (state != TEND_KEYRING_FOUND)
    return set_state_error (state, message, error);

  secret_password_clear_sync (&schema, NULL, &local_error,
                              "application", TEND_APP_ID, "vault", vault_id, NULL);

  return finish_change (local_error, error);
}
