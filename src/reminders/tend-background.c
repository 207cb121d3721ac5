/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-background.h"

#include "tend-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PORTAL  "org.freedesktop.portal.Desktop"
#define OBJECT  "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"

/* Whoever is asked may have gone to make tea; the switch does not wait for ever. */
#define PATIENCE (5 * 60) /* seconds */

/* What the portal's Response says first. */
enum
{
  GRANTED,
  WENT_WRONG = 2,
};

/* One question to the portal; its answer comes as a signal. */
typedef struct
{
  GMainLoop *loop;
  gboolean   answered;
  guint      response;
  gboolean   autostart;
} Question;

gboolean
tend_background_is_wanted (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static char *
granted_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "tend", "reminders-granted", NULL);
}

gboolean
tend_background_is_on (void)
{
  g_autofree char *path = granted_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
keep (gboolean   on,
      GError   **error)
{
  g_autofree char *path = granted_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (on)
    {
      g_mkdir_with_parents (folder, 0700);
      return g_file_set_contents (path, "", 0, error);
    }
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("“%s” could not be removed: %s"), path,
               g_strerror (errno));
  return FALSE;
}

static void
response_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         data)
{
  Question *question = data;
  g_autoptr(GVariant) results = NULL;

  g_variant_get (parameters, "(u@a{sv})", &question->response, &results);
  g_variant_lookup (results, "autostart", "b", &question->autostart);
  question->answered = TRUE;
  g_main_loop_quit (question->loop);
}

static gboolean
too_long_cb (gpointer data)
{
  Question *question = data;

  g_main_loop_quit (question->loop);
  return G_SOURCE_REMOVE;
}

/* Where the answer will come, said beforehand, so that it cannot come too early. */
static char *
request_path (GDBusConnection *bus,
              const char      *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  return g_strdup_printf (OBJECT "/request/%s/%s", g_strdelimit (sender, ".", '_'), token);
}

static GVariant *
describe (const char         *token,
          gboolean            on,
          const char *const  *command)
{
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (
    _("To remind you of what is due, even when Tend is closed")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (on));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));

  return g_variant_new ("(sa{sv})", "", &options);
}

/* Asks, and waits for the signal in a context that is the thread's own. */
static gboolean
ask (GDBusConnection    *bus,
     gboolean            on,
     const char *const  *command,
     Question           *question,
     GError            **error)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GSource) patience = g_timeout_source_new_seconds (PATIENCE);
  g_autoptr(GVariant) handle = NULL;
  g_autofree char *token = g_strdup_printf ("tend%u", g_random_int ());
  g_autofree char *path = request_path (bus, token);
  guint subscription;

  g_main_context_push_thread_default (context);
  question->loop = g_main_loop_new (context, FALSE);
  subscription = g_dbus_connection_signal_subscribe (bus, PORTAL, REQUEST, "Response", path, NULL,
                                                     G_DBUS_SIGNAL_FLAGS_NONE, response_cb,
                                                     question, NULL);
  g_source_set_callback (patience, too_long_cb, question, NULL);
  g_source_attach (patience, context);

  handle = g_dbus_connection_call_sync (bus, PORTAL, OBJECT, "org.freedesktop.portal.Background",
                                        "RequestBackground", describe (token, on, command),
                                        G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                        error);
  if (handle != NULL && !question->answered)
    g_main_loop_run (question->loop);

  g_dbus_connection_signal_unsubscribe (bus, subscription);
  g_source_destroy (patience);
  g_main_context_pop_thread_default (context);
  g_main_loop_unref (question->loop);
  return handle != NULL;
}

gboolean
tend_background_set (gboolean            on,
                     const char *const  *command,
                     GError            **error)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr(GError) problem = NULL;
  Question question = { .response = WENT_WRONG };

  if (bus == NULL)
    return FALSE;

  if (!ask (bus, on, command, &question, &problem))
    {
      g_dbus_error_strip_remote_error (problem);
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("This desktop has no way for Tend to remind you when it is closed (%s). "
                     "While it is open, Today shows what is due."), problem->message);
      return FALSE;
    }
  if (question.response != GRANTED || (on && !question.autostart))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("The desktop did not let Tend start when you log in. You can allow it "
                             "in the desktop’s own settings, under Applications, and switch this "
                             "on again."));
      return FALSE;
    }

  return keep (on, error);
}
