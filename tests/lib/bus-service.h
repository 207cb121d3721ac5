/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A desktop's service as a test wants it: one object on the test's own bus. */
typedef struct _BusService BusService;

/* Returns once the bus knows its name.  @xml has the one interface; @called answers its
 * methods, in a thread of the service's own. */
BusService *bus_service_start (GTestDBus                    *bus,
                               const char                   *name,
                               const char                   *path,
                               const char                   *xml,
                               GDBusInterfaceMethodCallFunc  called,
                               gpointer                      data);
void        bus_service_stop  (BusService                   *self);
