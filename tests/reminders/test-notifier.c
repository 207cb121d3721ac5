/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notices on a desktop that takes only so many. */

#include "tend-notifier.h"

#include "bus-service.h"

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
  guint takes;
  guint taken;
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
  g_autoptr(GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  Desktop desktop = { 0 };
  BusService *service;

  g_test_dbus_up (bus);
  service = bus_service_start (bus, "org.freedesktop.Notifications",
                               "/org/freedesktop/Notifications", introspection, called_cb,
                               &desktop);

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

  bus_service_stop (service);
  g_test_dbus_stop (bus); /* not down: libnotify keeps its connection */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/notifier/a-desktop-that-takes-few", test_a_desktop_that_takes_few);

  return g_test_run ();
}
