/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting with the desktop from a sandbox: a portal of the test's own answers as it is told
 * to and keeps what it was asked. */

#include "tend-background.h"

#include "bus-service.h"
#include "tend-error.h"

#include <glib/gstdio.h>

static const char *const command[] = { "tend-cli", "due", "--notify", "--stay", NULL };

static const char introspection[] =
  "<node><interface name='org.freedesktop.portal.Background'>"
  "<method name='RequestBackground'>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='o' direction='out'/></method></interface></node>";

typedef struct
{
  GTestDBus  *bus;
  BusService *service;
  guint       response; /* what it answers */
  gboolean    grants;
  GVariant   *asked;    /* the options it was last asked with */
} Portal;

/* At once, before the method's own answer: nobody may miss it. */
static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *object,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  Portal *portal = data;
  g_autofree char *name = g_strdup (sender + 1);
  g_autofree char *path = NULL;
  const char *token;
  GVariantDict results;

  g_clear_pointer (&portal->asked, g_variant_unref);
  g_variant_get (parameters, "(&s@a{sv})", NULL, &portal->asked);
  g_assert_true (g_variant_lookup (portal->asked, "handle_token", "&s", &token));
  path = g_strdup_printf ("%s/request/%s/%s", object, g_strdelimit (name, ".", '_'), token);

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", portal->grants);
  g_variant_dict_insert (&results, "autostart", "b", portal->grants);
  g_dbus_connection_emit_signal (connection, sender, path, "org.freedesktop.portal.Request",
                                 "Response", g_variant_new ("(u@a{sv})", portal->response,
                                                            g_variant_dict_end (&results)), NULL);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
}

static void
start (Portal *portal)
{
  portal->service = bus_service_start (portal->bus, "org.freedesktop.portal.Desktop",
                                       "/org/freedesktop/portal/desktop", introspection,
                                       called_cb, portal);
}

static void
stop (Portal *portal)
{
  bus_service_stop (portal->service);
  g_clear_pointer (&portal->asked, g_variant_unref);
}

static void
test_granted (gconstpointer data)
{
  Portal *portal = (Portal *) data;
  g_autoptr(GError) error = NULL;
  g_autofree const char **words = NULL;
  gboolean on = FALSE;

  portal->response = 0;
  portal->grants = TRUE;
  start (portal);
  g_assert_false (tend_background_is_on ());
  g_assert_true (tend_background_set (TRUE, command, &error));
  g_assert_no_error (error);
  g_assert_true (tend_background_is_on ());
  g_assert_true (g_variant_lookup (portal->asked, "autostart", "b", &on) && on);
  g_assert_true (g_variant_lookup (portal->asked, "commandline", "^a&s", &words));
  g_assert_true (g_strv_equal (words, command));

  portal->grants = FALSE; /* it is off: so it says */
  g_assert_true (tend_background_set (FALSE, command, &error));
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (portal->asked, "autostart", "b", &on) && !on);
  g_assert_false (tend_background_is_on ());
  stop (portal);
}

static void
assert_refused (Portal   *portal,
                guint     response,
                gboolean  grants)
{
  g_autoptr(GError) error = NULL;

  portal->response = response;
  portal->grants = grants;
  g_assert_false (tend_background_set (TRUE, command, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "did not let"));
  g_assert_false (tend_background_is_on ());
}

/* The owner says no, puts the question away, or the desktop forbids it. */
static void
test_refused (gconstpointer data)
{
  Portal *portal = (Portal *) data;

  start (portal);
  assert_refused (portal, 0, FALSE);
  assert_refused (portal, 1, TRUE);
  assert_refused (portal, 2, FALSE);
  stop (portal);
}

static void
test_none (gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_background_set (TRUE, command, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "no way"));
  g_assert_false (tend_background_is_on ());
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = g_dir_make_tmp ("tend-background-XXXXXX", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -r '%s'", dir);
  Portal portal = { .bus = NULL };
  int status;

  g_setenv ("XDG_CONFIG_HOME", dir, TRUE);
  g_test_init (&argc, &argv, NULL);
  portal.bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (portal.bus);

  g_test_add_data_func ("/reminders/background/granted", &portal, test_granted);
  g_test_add_data_func ("/reminders/background/refused", &portal, test_refused);
  g_test_add_data_func ("/reminders/background/none", &portal, test_none);

  status = g_test_run ();
  g_test_dbus_down (portal.bus);
  g_object_unref (portal.bus);
  g_assert_true (g_spawn_command_line_sync (sweep, NULL, NULL, NULL, NULL));
  return status;
}
