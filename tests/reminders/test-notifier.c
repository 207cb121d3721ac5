/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices on a desktop that takes only so many: one of the test's own, on a bus of the test's
 * own. */

#include "tend-notifier.h"

#include <gio/gio.h>

static const char introspection[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/></method>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "</interface></node>";

typedef struct
{
  GTestDBus *bus;
  GThread   *thread;
  GMainLoop *loop;
  guint      takes;
  guint      taken;
  int        up;      /* atomic */
} Desktop;

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
  Desktop *desktop = data;
  const char *const actions[] = { "actions", "body", NULL };

  if (g_str_equal (method, "GetCapabilities"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", actions));
  else if (g_str_equal (method, "GetServerInformation"))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(ssss)", "Few", "Test", "1", "1.2"));
  else if (desktop->taken == desktop->takes)
    g_dbus_method_invocation_return_dbus_error (invocation,
                                                "org.freedesktop.Notifications.Error.ExcessNotice",
                                                "Created too many in quick succession");
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", ++desktop->taken));
}

static gpointer
run_desktop (gpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  Desktop *desktop = data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr(GDBusConnection) connection = NULL;
  g_autoptr(GVariant) named = NULL;
  g_autoptr(GError) error = NULL;

  g_main_context_push_thread_default (context);
  desktop->loop = g_main_loop_new (context, FALSE);
  connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (desktop->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (connection, "/org/freedesktop/Notifications",
                                     node->interfaces[0], &table, desktop, NULL, &error);
  g_assert_no_error (error);
  named = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.Notifications", 0),
                                       NULL, 0, -1, NULL, &error);
  g_assert_no_error (error);

  g_atomic_int_set (&desktop->up, 1);
  g_main_loop_run (desktop->loop);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
open_cb (const char *matter,
         const char *token,
         gpointer    data)
{
}

static GPtrArray *
four_notices (void)
{
  return tend_notices_parse ("[('due:a', 'First', 'Today.'), ('due:b', 'Second', 'Today.'),"
                             " ('due:c', 'Third', 'Today.'), ('due:', '2 more', 'Look.')]");
}

/* How many were shown is said, so that the others are told another time. */
static void
test_a_desktop_that_takes_few (void)
{
  static const guint takes[] = { 4, 3, 1, 0 };
  Desktop desktop = { .bus = g_test_dbus_new (G_TEST_DBUS_NONE) };

  g_test_dbus_up (desktop.bus);
  desktop.thread = g_thread_new ("desktop", run_desktop, &desktop);
  while (!g_atomic_int_get (&desktop.up))
    g_usleep (1000);

  for (gsize i = 0; i < G_N_ELEMENTS (takes); i++)
    {
      g_autoptr(TendNotifier) notifier = tend_notifier_new (open_cb, NULL);
      g_autoptr(GPtrArray) notices = four_notices ();
      g_autoptr(GError) error = NULL;

      desktop.taken = 0;
      desktop.takes = takes[i];
      g_assert_cmpuint (tend_notifier_show (notifier, notices, &error), ==, takes[i]);
      if (takes[i] > 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
    }

  g_main_loop_quit (desktop.loop);
  g_thread_join (desktop.thread);
  g_main_loop_unref (desktop.loop);
  g_test_dbus_stop (desktop.bus);
  g_object_unref (desktop.bus);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/notifier/a-desktop-that-takes-few", test_a_desktop_that_takes_few);

  return g_test_run ();
}
