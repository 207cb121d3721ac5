/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-clients.h"
#include "tend-schemes.h"

#include <glib/gi18n-lib.h>

/* Long enough not to save every letter, short enough not to be noticed. */
#define SAVE_DELAY_MS 700

static const struct
{
  gboolean    invoices; /* on the page "Invoices", else on "You" */
  const char *title;
  const char *description;
  const char *fields[5];
} groups[] = {
  { FALSE, N_("Who You Are"), N_("As on your contracts and invoices."),
    { "own_name", "trading_name", "phone", "email" } },
  { FALSE, NULL, NULL, { "address", "postcode" } },
  { FALSE, N_("Your Week"), NULL, { "weekly_capacity_minutes", "travel_minutes" } },
  { FALSE, N_("For Your Tax Return"), NULL,
    { "utr", "home_journeys_are_business", "home_journeys_advice" } },
  { TRUE, N_("On Every Invoice"), NULL, { "payment_details" } },
  { TRUE, N_("Numbers"), N_("Where the numbers begin; after that each is one more than the last."),
    { "first_invoice_number" } },
  { TRUE, N_("In Contracts"), NULL, { "complaints_to" } },
};

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendSettings) self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (object), result, &error);

  if (error != NULL && self->toasts != NULL)
    _tend_settings_toast (self, error->message);
}

void
_tend_settings_save_provider (TendSettings *self)
{
  g_clear_handle_id (&self->save_timeout, g_source_remove);

  if (!self->unsaved || !tend_form_is_valid (self->form))
    return;

  self->unsaved = FALSE;
  tend_session_save (self->session, self->provider, NULL, saved_cb, g_object_ref (self));
}

static gboolean
save_timeout_cb (gpointer data)
{
  TendSettings *self = data;

  self->save_timeout = 0;
  _tend_settings_save_provider (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (TendSettings *self)
{
  self->unsaved = TRUE;
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  self->save_timeout = g_timeout_add (SAVE_DELAY_MS, save_timeout_cb, self);
}

static void
schemes_changed_cb (TendSettings *self,
                    TendSchemes  *schemes)
{
  g_autofree char *ids = tend_schemes_get (schemes);

  tend_record_set_text (self->provider, "schemes", ids);
  changed_cb (self);
}

static void
add_schemes (TendSettings *self)
{
  GtkWidget *schemes = g_object_new (TEND_TYPE_SCHEMES, "title", _("Council schemes"), NULL);

  tend_schemes_set (TEND_SCHEMES (schemes), tend_record_get_text (self->provider, "schemes"));
  g_signal_connect_object (schemes, "changed", G_CALLBACK (schemes_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->you_page, ADW_PREFERENCES_GROUP (schemes));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendSettings) self = data;

  self->provider = tend_session_finish (TEND_SESSION (object), result, NULL);

  if (self->provider == NULL || self->you_page == NULL)
    return;

  self->form = tend_form_new (self->session, self->provider);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      if (groups[i].title != NULL)
        adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(groups[i].title));
      if (groups[i].description != NULL)
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                               _(groups[i].description));
      tend_form_add (self->form, ADW_PREFERENCES_GROUP (group), groups[i].fields);
      adw_preferences_page_add (groups[i].invoices ? self->invoices_page : self->you_page,
                                ADW_PREFERENCES_GROUP (group));
    }

  add_schemes (self);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gpointer
load_provider (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  return tend_provider_load (vault, error);
}

void
_tend_settings_load_provider (TendSettings *self)
{
  tend_session_query (self->session, load_provider, NULL, NULL, g_object_unref,
                      self->cancellable, loaded_cb, g_object_ref (self));
}
