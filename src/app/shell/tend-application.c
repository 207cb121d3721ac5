/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-application.h"

#include "tend-access.h"
#include "tend-desktop.h"
#include "tend-window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

struct _TendApplication
{
  AdwApplication  parent_instance;

  char           *dir;
  gboolean        demo;
  TendDate        today;
  TendOpening    *opening; /* until the window takes it */
};

G_DEFINE_FINAL_TYPE (TendApplication, tend_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a sample, in a temporary place"), NULL },
  { "vault", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Where the records are"), N_("FOLDER") },
  { "open", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What to open, such as client:ID"), N_("KIND:ID") },
  { "on", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, "DATE" },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say the version and end"), NULL },
  { NULL }
};

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "win.place::today", { "<Alt>1" } },
  { "win.place::rota", { "<Alt>2" } },
  { "win.place::clients", { "<Alt>3" } },
  { "win.place::medicines", { "<Alt>4" } },
  { "win.place::mileage", { "<Alt>5" } },
  { "win.place::money", { "<Alt>6" } },
  { "win.place::portfolio", { "<Alt>7" } },
  { "win.search", { "<Control>k" } },
  { "win.settings", { "<Control>comma" } },
  { "app.lock", { "<Control>l" } },
  { "win.toggle-side-bar", { "F9" } },
  { "win.shortcuts", { "F1", "<Control>question" } },
  { "app.quit", { "<Control>q" } },
};

/* The usual vault has the plain application id, every other one its own. */
static char *
application_id (const char *dir)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "tend", NULL);
  g_autofree char *plain = g_canonicalize_filename (dir, NULL);
  g_autofree char *sum = NULL;

  if (g_str_equal (usual, plain))
    return g_strdup (TEND_APP_ID);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plain, -1);

  return g_strdup_printf (TEND_APP_ID ".v%.16s", sum);
}

/* What --demo, --vault and --on say.  Returns whether they make sense. */
static gboolean
read_options (TendApplication *self,
              GVariantDict    *given)
{
  g_autofree char *vault = NULL;
  const char *on = NULL;

  self->demo = g_variant_dict_contains (given, "demo");
  self->dir = g_variant_dict_lookup (given, "vault", "^ay", &vault)
              ? g_canonicalize_filename (vault, NULL) : tend_vault_default_dir ();

  if (!g_variant_dict_lookup (given, "on", "&s", &on))
    return TRUE;

  self->today = tend_date_parse_iso (on);
  if (self->today == TEND_DATE_NONE)
    g_printerr (_("“%s” is not a day written as YYYY-MM-DD.\n"), on);

  return self->today != TEND_DATE_NONE;
}

static int
tend_application_handle_local_options (GApplication *application,
                                       GVariantDict *given)
{
  TendApplication *self = TEND_APPLICATION (application);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  const char *matter = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Tend %s\n", TEND_VERSION);
      return 0;
    }

  if (!read_options (self, given))
    return 2;

  if (self->demo)
    g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);

  id = application_id (self->dir);
  g_application_set_application_id (application, id);

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  if (g_variant_dict_lookup (given, "open", "&s", &matter))
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-matter",
                                    g_variant_new_string (matter));

  return -1;
}

static TendWindow *
ensure_window (TendApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  GList *all = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = all; l != NULL; l = l->next)
    if (TEND_IS_WINDOW (l->data))
      window = l->data;

  if (window == NULL)
    {
      window = GTK_WINDOW (tend_window_new (GTK_APPLICATION (self), self->opening));
      g_clear_object (&self->opening);
    }

  return TEND_WINDOW (window);
}

static void
tend_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (TEND_APPLICATION (application))));
}

static void
open_matter_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TendWindow *window = ensure_window (TEND_APPLICATION (user_data));

  tend_window_open_matter (window, g_variant_get_string (parameter, NULL));
}

/* The application's, so that its key works in every window. */
static void
lock_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  tend_window_lock (ensure_window (TEND_APPLICATION (user_data)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));
  g_autoptr(GList) copy = g_list_copy (windows);

  /* Closing, not destroying: each window says what it still has to. */
  for (GList *l = copy; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* Being told to end by the session or the terminal is to quit, not to crash. */
static gboolean
signal_cb (gpointer user_data)
{
  quit_cb (NULL, NULL, user_data);

  return G_SOURCE_CONTINUE;
}

static const GActionEntry entries[] = {
  { "lock", lock_cb },
  { "open-matter", open_matter_cb, "s" },
  { "quit", quit_cb },
};

/* Follows the setting for light and dark. */
static void
colour_scheme_cb (GSettings       *settings,
                  const char      *key,
                  TendApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK
  };
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager, schemes[g_settings_get_enum (settings, key)]);
}

static void
tend_application_startup (GApplication *application)
{
  TendApplication *self = TEND_APPLICATION (application);
  g_autoptr(GSettings) settings = NULL;

  /* Before GTK starts, so that the two happen side by side. */
  self->opening = self->demo ? tend_opening_new_sample (self->today)
                             : tend_opening_new (self->dir, self->today);

  G_APPLICATION_CLASS (tend_application_parent_class)->startup (application);

  g_unix_signal_add (SIGTERM, signal_cb, self);
  g_unix_signal_add (SIGINT, signal_cb, self);
  g_unix_signal_add (SIGHUP, signal_cb, self);
  tend_access_mend ();
  tend_desktop_leave_recent_alone ();
  gtk_window_set_default_icon_name (TEND_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           (const char *const *) shortcuts[i].keys);

  settings = tend_desktop_settings ();
  if (settings != NULL)
    {
      colour_scheme_cb (settings, "colour-scheme", self);
      g_signal_connect_object (settings, "changed::colour-scheme",
                               G_CALLBACK (colour_scheme_cb), self, 0);
      g_object_set_data_full (G_OBJECT (self), "settings", g_steal_pointer (&settings),
                              g_object_unref);
    }
}

static void
tend_application_finalize (GObject *object)
{
  TendApplication *self = TEND_APPLICATION (object);

  g_clear_object (&self->opening);
  g_free (self->dir);

  G_OBJECT_CLASS (tend_application_parent_class)->finalize (object);
}

static void
tend_application_class_init (TendApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_application_finalize;
  application_class->handle_local_options = tend_application_handle_local_options;
  application_class->startup = tend_application_startup;
  application_class->activate = tend_application_activate;
}

static void
tend_application_init (TendApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

TendApplication *
tend_application_new (void)
{
  return g_object_new (TEND_TYPE_APPLICATION,
                       "application-id", TEND_APP_ID,
                       "resource-base-path", "/org/tendcare/Tend",
                       NULL);
}
