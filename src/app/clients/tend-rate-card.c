/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rate-card.h"

#include "tend-dialog.h"
#include "tend-field-text.h"
#include "tend-form.h"
#include "tend-page.h"
#include "tend-price-list.h"
#include "tend-rate-row.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/**
 * TendRateCard:
 *
 * What is in the window: services, prices for everyone, and earlier prices.
 */
#define TEND_TYPE_RATE_CARD (tend_rate_card_get_type ())
G_DECLARE_FINAL_TYPE (TendRateCard, tend_rate_card, TEND, RATE_CARD, TendPage)

struct _TendRateCard
{
  TendPage             parent_instance;

  AdwToastOverlay     *toasts;
  AdwPreferencesGroup *services;
  AdwPreferencesGroup *rates;
  AdwPreferencesGroup *past;
};

G_DEFINE_FINAL_TYPE (TendRateCard, tend_rate_card, TEND_TYPE_PAGE)

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  return tend_price_list_load (vault, error);
}

static void
edit_service (TendRateCard *self,
              TendRecord   *service)
{
  static const char *const fields[] = { "name", "kind", NULL };

  tend_record_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), service,
                              tend_record_is_stored (service) ? _("Service") : _("Add a Service"),
                              fields, NULL, NULL);
}

static void
open_service_cb (TendRateCard *self,
                 GtkWidget    *row)
{
  edit_service (self, g_object_get_data (G_OBJECT (row), "record"));
}

static void
add_service_cb (TendRateCard *self)
{
  g_autoptr(TendRecord) service = tend_record_new (tend_kind_by_name ("service"));

  edit_service (self, service);
}

static void
add_rate_cb (TendRateCard *self)
{
  tend_rate_add (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), NULL);
}

static void
show_services (TendRateCard *self,
               GPtrArray    *services)
{
  tend_rows_begin (self->services);
  for (guint i = 0; i < services->len; i++)
    {
      TendRecord *service = g_ptr_array_index (services, i);
      g_autofree char *kind = tend_field_text_show (service, "kind");
      GtkWidget *row = tend_row_link (tend_record_get_text (service, "name"), kind);

      g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (service), g_object_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (open_service_cb), self,
                               G_CONNECT_SWAPPED);
      tend_rows_add (self->services, row, tend_record_get_id (service));
    }
  if (services->len == 0)
    tend_rows_add (self->services,
                   tend_row_nothing (_("What you do for people: personal care, shopping, "
                                       "company…")),
                   NULL);
  tend_rows_end (self->services);
}

/* Those for everyone, either of today and later or of before. */
static guint
show_rates (TendRateCard        *self,
            AdwPreferencesGroup *group,
            TendPriceList       *prices,
            gboolean             past)
{
  TendSession *session = tend_page_get_session (TEND_PAGE (self));
  TendDate today = tend_session_get_today (session);
  guint shown = 0;

  tend_rows_begin (group);
  for (guint i = 0; i < prices->rates->len; i++)
    {
      TendRecord *rate = g_ptr_array_index (prices->rates, i);

      if (tend_record_is_set (rate, "client") || tend_rate_is_past (rate, today) != past)
        continue;
      tend_rows_add (group, tend_rate_row_new (session, rate, prices->services),
                     tend_record_get_id (rate));
      shown++;
    }
  if (shown == 0 && !past)
    tend_rows_add (group, tend_row_nothing (_("No price yet. A client may also have their own.")),
                   NULL);
  tend_rows_end (group);

  return shown;
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendRateCard *self = TEND_RATE_CARD (page);
  g_autoptr(TendPriceList) prices = answer;

  if (prices == NULL)
    return;

  show_services (self, prices->services);
  show_rates (self, self->rates, prices, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->past), show_rates (self, self->past, prices, TRUE) > 0);
}

static void
tend_rate_card_reload (TendPage *page)
{
  tend_page_query (page, load, NULL, NULL, (GDestroyNotify) tend_price_list_free, loaded_cb);
}

/* What a page says goes to the window it is in: here the card is that window's page. */
static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *message)
{
  tend_toast_in (TEND_RATE_CARD (widget)->toasts, g_variant_get_string (message, NULL));
}

static void
tend_rate_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_RATE_CARD);

  G_OBJECT_CLASS (tend_rate_card_parent_class)->dispose (object);
}

static void
tend_rate_card_class_init (TendRateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_rate_card_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_rate_card_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-rate-card.ui");
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_bind_template_child (widget_class, TendRateCard, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendRateCard, services);
  gtk_widget_class_bind_template_child (widget_class, TendRateCard, rates);
  gtk_widget_class_bind_template_child (widget_class, TendRateCard, past);
  gtk_widget_class_bind_template_callback (widget_class, add_service_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_rate_cb);
}

static void
tend_rate_card_init (TendRateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_rate_card_present (GtkWidget   *parent,
                        TendSession *session)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *card = g_object_new (TEND_TYPE_RATE_CARD, "session", session, NULL);
  AdwWindow *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", root,
                                    "title", _("Services and Prices"), "default-width", 600,
                                    "default-height", 680, "content", card, NULL);

  tend_dialog_close_on_escape (adw_toast_overlay_get_child (TEND_RATE_CARD (card)->toasts));
  tend_dialog_fit (GTK_WINDOW (window), root);
  gtk_window_present (GTK_WINDOW (window));
}
