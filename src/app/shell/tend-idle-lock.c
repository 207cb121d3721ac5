/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-idle-lock.h"

#define LOOK_EVERY_SECONDS 10
#define WITHOUT_SETTINGS   10

struct _TendIdleLock
{
  GObject     parent_instance;

  GSettings  *settings;
  GListModel *windows;  /* every toplevel of the program */
  guint       timeout;
  gint64      used_at;  /* monotonic */
};

G_DEFINE_FINAL_TYPE (TendIdleLock, tend_idle_lock, G_TYPE_OBJECT)

enum
{
  LOCK,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The keys of the application's actions do nothing in a window over the main one.  In the
 * file dialogue these go to the place where a path is typed.
 */
static gboolean
is_asked (GdkEvent  *event,
          GtkWidget *window)
{
  return gdk_event_get_event_type (event) == GDK_KEY_PRESS &&
         gtk_window_get_application (GTK_WINDOW (window)) == NULL &&
         !GTK_IS_FILE_CHOOSER (window) &&
         gdk_key_event_matches (event, GDK_KEY_l, GDK_CONTROL_MASK) == GDK_KEY_MATCH_EXACT;
}

static gboolean
event_cb (TendIdleLock       *self,
          GdkEvent           *event,
          GtkEventController *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_MOTION_NOTIFY ||
      type == GDK_SCROLL || type == GDK_TOUCH_BEGIN)
    self->used_at = g_get_monotonic_time ();

  if (!is_asked (event, gtk_event_controller_get_widget (controller)))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[ASKED], 0);
  return GDK_EVENT_STOP;
}

static void
watch_window (TendIdleLock *self,
              GtkWidget    *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
}

static void
windows_changed_cb (TendIdleLock *self,
                    guint         position,
                    guint         removed,
                    guint         added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (self->windows, i);

      watch_window (self, window);
    }
}

static gboolean
look_cb (gpointer data)
{
  TendIdleLock *self = data;
  int minutes = WITHOUT_SETTINGS;

  if (self->settings != NULL)
    minutes = g_settings_get_int (self->settings, "lock-after-minutes");

  if (minutes > 0 &&
      g_get_monotonic_time () - self->used_at >= minutes * G_TIME_SPAN_MINUTE)
    g_signal_emit (self, signals[LOCK], 0);

  return G_SOURCE_CONTINUE;
}

static void
screensaver_cb (TendIdleLock   *self,
                GParamSpec     *pspec,
                GtkApplication *application)
{
  gboolean active;

  g_object_get (application, "screensaver-active", &active, NULL);

  if (active)
    g_signal_emit (self, signals[LOCK], 0);
}

static void
tend_idle_lock_dispose (GObject *object)
{
  TendIdleLock *self = TEND_IDLE_LOCK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tend_idle_lock_parent_class)->dispose (object);
}

static void
tend_idle_lock_class_init (TendIdleLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_idle_lock_dispose;

  signals[LOCK] = g_signal_new ("lock", TEND_TYPE_IDLE_LOCK, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ASKED] = g_signal_new ("asked", TEND_TYPE_IDLE_LOCK, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_idle_lock_init (TendIdleLock *self)
{
  self->used_at = g_get_monotonic_time ();
  self->windows = gtk_window_get_toplevels ();
  self->timeout = g_timeout_add_seconds (LOOK_EVERY_SECONDS, look_cb, self);

  g_signal_connect_object (self->windows, "items-changed", G_CALLBACK (windows_changed_cb),
                           self, G_CONNECT_SWAPPED);
  windows_changed_cb (self, 0, 0, g_list_model_get_n_items (self->windows));
}

TendIdleLock *
tend_idle_lock_new (GtkApplication *application,
                    GSettings      *settings)
{
  TendIdleLock *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (TEND_TYPE_IDLE_LOCK, NULL);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (application, "notify::screensaver-active",
                           G_CALLBACK (screensaver_cb), self, G_CONNECT_SWAPPED);

  return self;
}
