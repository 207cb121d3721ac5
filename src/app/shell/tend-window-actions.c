/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-window-private.h"

#include "tend-backup.h"
#include "tend-bundle-dialog.h"
#include "tend-compat.h"
#include "tend-new-client.h"
#include "tend-new-invoice.h"
#include "tend-pattern-dialog.h"
#include "tend-places.h"
#include "tend-privacy-window.h"
#include "tend-recovery-dialog.h"
#include "tend-search-dialog.h"
#include "tend-settings.h"
#include "tend-trip-dialog.h"

static void
place_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _tend_window_show_place (TEND_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *kind;
  const char *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  _tend_window_open (TEND_WINDOW (widget), kind, id);
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  tend_window_toast (TEND_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  tend_compat_show_about (GTK_WINDOW (widget));
}

/* Made when it is asked for.  GTK would make it with the window and keep it, hidden, and
 * 4.8 answers a screen reader that asks for one window too many with a hidden one. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/tendcare/Tend/ui/tend-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tend_search_dialog_present (widget, TEND_WINDOW (widget)->session);
}

static void
settings_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tend_settings_present (widget, TEND_WINDOW (widget)->opening, NULL);
}

static void
privacy_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  tend_privacy_window_present (widget, TEND_WINDOW (widget)->session);
}

static void
bundle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  tend_bundle_dialog_present (widget, TEND_WINDOW (widget)->session, NULL);
}

static void
back_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  tend_backup_present (widget, TEND_WINDOW (widget)->session);
}

static void
recovery_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tend_recovery_dialog_present (widget, TEND_WINDOW (widget)->session, FALSE);
}

/* Also with the keyboard in the side bar, where it is after going to a place. */
static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  const TendPlace *place = tend_place_by_name (self->place);

  if (place != NULL)
    gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), place->make_new, NULL);
}

static void
new_client_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tend_new_client_present (widget, TEND_WINDOW (widget)->session);
}

static void
new_visit_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  tend_visit_new_present (widget, TEND_WINDOW (widget)->session, NULL, TEND_DATE_NONE,
                          TEND_CLOCK_NONE, NULL, NULL);
}

static void
new_invoice_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  tend_new_invoice_present (widget, TEND_WINDOW (widget)->session, NULL);
}

static void
new_trip_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  tend_trip_dialog_present (widget, TEND_WINDOW (widget)->session, NULL);
}

static void
leave_sample_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  g_autoptr(TendOpening) own = g_steal_pointer (&self->own);

  if (own != NULL)
    _tend_window_follow (self, own);
}

static void
toggle_side_bar_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  TendWindow *self = TEND_WINDOW (widget);
  gboolean shown;

  g_object_get (self->flap, "reveal-flap", &shown, NULL);
  g_object_set (self->flap, "reveal-flap", !shown, NULL);
}

/* needs_vault: enabled only while the vault is open. */
static const struct
{
  const char                  *name;
  const char                  *parameter;
  GtkWidgetActionActivateFunc  activate;
  gboolean                     needs_vault;
} actions[] = {
  { "win.place", "s", place_action, TRUE },
  { "win.open", "(ss)", open_action, TRUE },
  { "win.new", NULL, new_action, TRUE },
  { "win.new-client", NULL, new_client_action, TRUE },
  { "win.new-visit", NULL, new_visit_action, TRUE },
  { "win.new-invoice", NULL, new_invoice_action, TRUE },
  { "win.new-trip", NULL, new_trip_action, TRUE },
  { "win.search", NULL, search_action, TRUE },
  { "win.settings", NULL, settings_action, TRUE },
  { "win.bundle", NULL, bundle_action, TRUE },
  { "win.privacy", NULL, privacy_action, TRUE },
  { "win.back-up", NULL, back_up_action, TRUE },
  { "win.check-recovery", NULL, recovery_action, TRUE },
  { "win.toast", "s", toast_action, FALSE },
  { "win.about", NULL, about_action, FALSE },
  { "win.shortcuts", NULL, shortcuts_action, FALSE },
  { "win.leave-sample", NULL, leave_sample_action, FALSE },
  { "win.toggle-side-bar", NULL, toggle_side_bar_action, FALSE },
};

void
_tend_window_class_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, 0, "win.new", NULL);
}

void
_tend_window_update_actions (TendWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_vault)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, self->session != NULL);
}
