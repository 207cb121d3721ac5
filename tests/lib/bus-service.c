/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bus-service.h"

struct _BusService
{
  GDBusConnection      *connection;
  GMainContext         *context;
  GMainLoop            *loop;
  GThread              *thread;
  GDBusInterfaceVTable  table;
};

static gpointer
serve (gpointer data)
{
  BusService *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
request_name (BusService *self,
              const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) reply =
    g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus",
                                 "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                 g_variant_new ("(su)", name, 0), NULL, 0, -1, NULL, &error);

  g_assert_no_error (error);
}

BusService *
bus_service_start (GTestDBus                    *bus,
                   const char                   *name,
                   const char                   *path,
                   const char                   *xml,
                   GDBusInterfaceMethodCallFunc  called,
                   gpointer                      data)
{
  BusService *self = g_new0 (BusService, 1);
  g_autoptr(GDBusNodeInfo) node = NULL;
  g_autoptr(GError) error = NULL;

  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);

  self->table.method_call = called;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (bus), G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
    G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);

  /* Its methods are called in the context that is the default while it is registered. */
  g_main_context_push_thread_default (self->context);
  g_dbus_connection_register_object (self->connection, path, node->interfaces[0], &self->table,
                                     data, NULL, &error);
  g_main_context_pop_thread_default (self->context);
  g_assert_no_error (error);

  self->thread = g_thread_new ("service", serve, self);
  request_name (self, name);
  return self;
}

void
bus_service_stop (BusService *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);

  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_object_unref (self->connection);
  g_free (self);
}
