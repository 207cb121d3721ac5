/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-desktop.h"
#include "tend-dialog.h"
#include "tend-page.h"
#include "tend-view-bar.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TendSettings, tend_settings, ADW_TYPE_WINDOW)

void
_tend_settings_toast (TendSettings *self,
                      const char   *text)
{
  tend_toast_in (self->toasts, text);
}

static gboolean
tend_settings_close_request (GtkWindow *window)
{
  _tend_settings_save_provider (TEND_SETTINGS (window));

  return GTK_WINDOW_CLASS (tend_settings_parent_class)->close_request (window);
}

static void
tend_settings_dispose (GObject *object)
{
  TendSettings *self = TEND_SETTINGS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_SETTINGS);
  g_clear_object (&self->form);
  g_clear_object (&self->provider);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desktop);
  g_clear_object (&self->session);
  g_clear_object (&self->opening);

  G_OBJECT_CLASS (tend_settings_parent_class)->dispose (object);
}

static void
tend_settings_class_init (TendSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_settings_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tend_settings_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, TendSettings, squeezer);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, bar);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, stack);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, you_page);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, invoices_page);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, holidays_group);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, mileage_group);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, security_page);
  gtk_widget_class_bind_template_child (widget_class, TendSettings, general_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_settings_init (TendSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_view_bar_follow (self->bar, self->squeezer);
  tend_dialog_close_on_escape (adw_toast_overlay_get_child (self->toasts));

  self->cancellable = g_cancellable_new ();
  self->desktop = tend_desktop_settings ();
}

void
tend_settings_present (GtkWidget   *parent,
                       TendOpening *opening,
                       const char  *page)
{
  TendSettings *self;
  TendSession *session;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_OPENING (opening));

  session = tend_opening_get_session (opening);
  g_return_if_fail (session != NULL);

  self = g_object_new (TEND_TYPE_SETTINGS,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->opening = g_object_ref (opening);
  self->session = g_object_ref (session);

  _tend_settings_load_provider (self);
  _tend_settings_add_figures (self);
  _tend_settings_add_security (self);
  _tend_settings_add_general (self);

  if (page != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);

  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
}
