/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-settings.h"

#include "tend-form.h"

G_BEGIN_DECLS

struct _TendSettings
{
  AdwWindow             parent_instance;

  TendOpening          *opening;
  TendSession          *session;
  GSettings            *desktop;      /* nullable */
  GCancellable         *cancellable;  /* of all questions; cancelled when the window goes */

  TendRecord           *provider;     /* once it is loaded */
  TendForm             *form;
  guint                 save_timeout;
  gboolean              unsaved;

  GtkWidget            *squeezer;     /* an AdwSqueezer, touched through its properties only */
  AdwViewSwitcherBar   *bar;
  AdwViewStack         *stack;
  AdwToastOverlay      *toasts;

  AdwPreferencesPage   *you_page;
  AdwPreferencesPage   *invoices_page;
  AdwPreferencesGroup  *holidays_group;
  AdwPreferencesGroup  *mileage_group;
  AdwPreferencesPage   *security_page;
  AdwPreferencesPage   *general_page;
};

void _tend_settings_toast         (TendSettings *self,
                                   const char   *text);

/* tend-settings-provider.c: "You" and "Invoices" */
void _tend_settings_load_provider (TendSettings *self);
/* Saves what has been typed, if it is right. */
void _tend_settings_save_provider (TendSettings *self);

/* tend-settings-figures.c */
void _tend_settings_add_figures   (TendSettings *self);

/* tend-settings-security.c */
void _tend_settings_add_security  (TendSettings *self);

/* tend-settings-reminders.c */
void _tend_settings_add_reminders (TendSettings *self);

/* tend-settings-general.c */
void _tend_settings_add_general   (TendSettings *self);

G_END_DECLS
