/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-error.h"
#include "tend-keyring.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Run by tests/lib/with-keyring.sh: a real gnome-keyring, unlocked, in a session
 * of its own and with no display for prompts.  What needs another bus runs in a
 * child of its own, since a process keeps the bus it met first.
 */

#define PATH "/org/freedesktop/secrets"

static GVariant *
call (const char *path,
      const char *interface,
      const char *method,
      GVariant   *parameters)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GVariant *answer;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", path, interface, method,
                                        parameters, NULL, G_DBUS_CALL_FLAGS_NONE, 5000, NULL,
                                        &error);
  g_assert_no_error (error);

  return answer;
}

static void
lock_keyring (void)
{
  const char *paths[] = { PATH "/collection/login", NULL };
  g_autoptr(GVariant) answer = NULL;

  answer = call (PATH, "org.freedesktop.Secret.Service", "Lock",
                 g_variant_new ("(^ao)", paths));
}

/* By gnome-keyring's own way without a prompt, which its tests use too. */
static void
unlock_keyring (void)
{
  const char *password = g_getenv ("TEND_TEST_KEYRING_PASSWORD");
  g_autoptr(GVariant) opened = NULL;
  g_autoptr(GVariant) unlocked = NULL;
  const char *session;
  GVariant *bytes;

  opened = call (PATH, "org.freedesktop.Secret.Service", "OpenSession",
                 g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  g_variant_get (opened, "(v&o)", NULL, &session);

  bytes = g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, password, strlen (password), 1);
  unlocked = call (PATH, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                   "UnlockWithMasterPassword",
                   g_variant_new ("(o(o@ay@ays))", PATH "/collection/login", session,
                                  g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
                                  bytes, "text/plain"));
}

static void
assert_state (const char       *id,
              TendKeyringState  expected)
{
  g_autoptr(TendKey) key = NULL;
  g_autofree char *message = NULL;

  g_assert_cmpint (tend_keyring_lookup (id, &key, &message), ==, expected);
  g_assert_null (key);
  g_assert_nonnull (message);
}

static void
assert_found (const char *id,
              TendKey    *expected)
{
  g_autoptr(TendKey) key = NULL;
  g_autofree char *message = NULL;

  g_assert_cmpint (tend_keyring_lookup (id, &key, &message), ==, TEND_KEYRING_FOUND);
  g_assert_null (message);
  g_assert_cmpmem (tend_key_peek (key), TEND_KEY_BYTES, tend_key_peek (expected), TEND_KEY_BYTES);
}

static void
store (const char *id,
       TendKey    *key)
{
  g_autoptr(GError) error = NULL;

  tend_keyring_store (id, key, &error);
  g_assert_no_error (error);
}

static void
test_store (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) one = tend_key_new_random ();
  g_autoptr(TendKey) two = tend_key_new_random ();

  assert_state ("vault-one", TEND_KEYRING_NO_KEY);
  store ("vault-one", one);
  store ("vault-two", two);
  assert_found ("vault-one", one);
  assert_found ("vault-two", two);

  /* Storing again replaces this vault's entry and no other. */
  store ("vault-one", two);
  assert_found ("vault-one", two);
  store ("vault-two", one);
  assert_found ("vault-one", two);

  g_assert_true (tend_keyring_clear ("vault-one", &error));
  g_assert_no_error (error);
  assert_state ("vault-one", TEND_KEYRING_NO_KEY);
  assert_found ("vault-two", one);

  /* Clearing what is not there is no error. */
  g_assert_true (tend_keyring_clear ("vault-one", &error));
  g_assert_no_error (error);
}

/* libsecret says NULL without an error here: it must never look like no key. */
static void
test_locked (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) key = tend_key_new_random ();

  store ("vault-locked", key);
  lock_keyring ();

  assert_state ("vault-locked", TEND_KEYRING_LOCKED);
  assert_state ("vault-never-stored", TEND_KEYRING_LOCKED);
  g_assert_false (tend_keyring_store ("vault-locked", key, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_LOCKED);

  unlock_keyring ();
  assert_found ("vault-locked", key);
}

static void
store_foreign (const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *command = NULL;
  int status;

  command = g_strdup_printf ("sh -c 'printf nonsense | secret-tool store --label=x "
                             "application org.tendcare.Tend vault %s'", id);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* An entry that is not ours to read does not hide ours. */
static void
test_foreign_text (void)
{
  /* Which of two entries the keyring names first is chance: so several times. */
  for (int i = 0; i < 8; i++)
    {
      g_autoptr(TendKey) key = tend_key_new_random ();
      g_autofree char *id = g_strdup_printf ("vault-odd-%d", i);

      store_foreign (id);
      assert_state (id, TEND_KEYRING_NO_KEY);
      store (id, key);
      assert_found (id, key);
    }
}

/* A bus on which the Secret Service is what @exec says; NULL for none. */
static void
run_on_other_bus (const char       *exec,
                  TendKeyringState  expected)
{
  g_autoptr(GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) key = tend_key_new_random ();
  g_autofree char *dir = g_dir_make_tmp ("tend-bus-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "secrets.service", NULL);
  g_autofree char *text = NULL;
  gint64 start;

  if (exec != NULL)
    {
      text = g_strdup_printf ("[D-BUS Service]\nName=org.freedesktop.secrets\nExec=%s\n", exec);
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_test_dbus_add_service_dir (bus, dir);
    }
  g_test_dbus_up (bus);

  start = g_get_monotonic_time ();
  assert_state ("vault-one", expected);
  g_assert_false (tend_keyring_store ("vault-one", key, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);

  g_test_dbus_stop (bus);
  g_unlink (path);
  g_rmdir (dir);
}

typedef struct
{
  const char       *name;
  const char       *exec;
  TendKeyringState  expected;
} Service;

static const Service services[] = {
  { "/vault/keyring/missing", NULL, TEND_KEYRING_MISSING },
  { "/vault/keyring/failing", "/bin/false", TEND_KEYRING_FAILED },
  { "/vault/keyring/hanging", "/bin/sleep 11", TEND_KEYRING_FAILED },
};

static void
test_other_bus (gconstpointer data)
{
  const Service *service = data;

  if (g_test_subprocess ())
    {
      run_on_other_bus (service->exec, service->expected);
      return;
    }

  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_no_bus (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
      assert_state ("vault-one", TEND_KEYRING_MISSING);
      return;
    }

  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/keyring/store", test_store);
  g_test_add_func ("/vault/keyring/locked", test_locked);
  g_test_add_func ("/vault/keyring/foreign-text", test_foreign_text);
  g_test_add_func ("/vault/keyring/no-bus", test_no_bus);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    g_test_add_data_func (services[i].name, &services[i], test_other_bus);

  return g_test_run ();
}
