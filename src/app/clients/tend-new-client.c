/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-new-client.h"

#include "tend-clients.h"
#include "tend-contract.h"
#include "tend-dialog.h"
#include "tend-draft-store.h"
#include "tend-draft.h"
#include "tend-form.h"
#include "tend-pattern-dialog.h"
#include "tend-price-list.h"
#include "tend-rate-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* How long after the last change the draft is written, in milliseconds. */
#define DRAFT_DELAY 1500

/**
 * TendNewClient:
 *
 * The steps: who it is, what is done for how much, and what next.
 */
#define TEND_TYPE_NEW_CLIENT (tend_new_client_get_type ())
G_DECLARE_FINAL_TYPE (TendNewClient, tend_new_client, TEND, NEW_CLIENT, AdwWindow)

struct _TendNewClient
{
  AdwWindow            parent_instance;

  TendSession         *session;
  GWeakRef             origin;     /* the widget it was called from */
  TendRecord          *client;
  TendRecord          *blank;      /* the client as it began */
  TendRecord          *service;
  TendRecord          *rate;
  TendForm            *client_form;
  TendForm            *service_form;
  TendForm            *rate_form;
  TendPriceList       *prices;     /* NULL until loaded */
  char                *draft_key;
  guint                draft_timeout;
  gboolean             saving;

  GtkStack            *stack;
  GtkButton           *cancel_button;
  GtkButton           *next_button;
  GtkRevealer         *draft_bar;
  GtkLabel            *fault;
  AdwPreferencesGroup *name_group;
  AdwPreferencesGroup *address_group;
  AdwPreferencesGroup *pays_group;
  AdwPreferencesGroup *price_group;
  AdwStatusPage       *done;
  GtkWidget           *plan_button;
};

G_DEFINE_FINAL_TYPE (TendNewClient, tend_new_client, ADW_TYPE_WINDOW)

static gpointer
save (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  tend_new_client_save (vault, data, error);
  return NULL;
}

static void
show_fault (TendNewClient *self,
            const char    *message)
{
  gtk_label_set_label (self->fault, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), message != NULL);
}

static const char *
step (TendNewClient *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static gboolean
wants_new_service (TendNewClient *self)
{
  return !tend_record_is_set (self->rate, "service");
}

static void
show_step (TendNewClient *self,
           const char    *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_button_set_label (self->cancel_button,
                        g_str_equal (name, "price") ? _("_Back") : _("_Cancel"));
  gtk_button_set_label (self->next_button, g_str_equal (name, "who") ? _("_Next") : _("_Save"));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !g_str_equal (name, "done"));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !g_str_equal (name, "done"));
  show_fault (self, NULL);

  if (g_str_equal (name, "who"))
    tend_form_begin (self->client_form);
  else if (g_str_equal (name, "price"))
    tend_form_begin (wants_new_service (self) ? self->service_form : self->rate_form);
}

static void
show_done (TendNewClient *self)
{
  g_autofree char *name = tend_client_name (self->client);
  g_autofree char *title = g_strdup_printf (_("%s Is in Your Records"), name);
  g_autoptr(GtkWidget) origin = g_weak_ref_get (&self->origin);

  adw_status_page_set_title (self->done, title);
  show_step (self, "done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_widget_grab_focus (self->plan_button);
  if (origin != NULL)
    gtk_widget_activate_action (origin, "win.open", "(ss)",
                                "client", tend_record_get_id (self->client));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendNewClient) self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  if (self->stack == NULL)
    return;

  self->saving = FALSE;
  if (error != NULL)
    {
      show_fault (self, error->message);
      return;
    }

  g_clear_pointer (&self->draft_key, g_free);
  show_done (self);
}

static gboolean
has_service_name (TendNewClient *self)
{
  return tend_record_is_set (self->service, "name");
}

/* What has been left open is not kept: no price, no service. */
static gboolean
check_price (TendNewClient *self)
{
  gboolean priced = tend_record_is_set (self->rate, "amount_pence") ||
                    !tend_form_is_readable (self->rate_form);

  if (wants_new_service (self) && (priced || has_service_name (self)) &&
      !tend_form_check (self->service_form))
    return FALSE;

  return !priced || tend_form_check (self->rate_form);
}

static void
save_all (TendNewClient *self)
{
  TendNewClientPlan *plan;

  if (self->saving || !check_price (self))
    return;

  plan = g_new0 (TendNewClientPlan, 1);
  plan->client = g_object_ref (self->client);
  plan->draft_key = g_strdup (self->draft_key);
  if (wants_new_service (self) && has_service_name (self))
    plan->service = tend_record_copy (self->service);
  if (tend_record_is_set (self->rate, "amount_pence"))
    plan->rate = tend_record_copy (self->rate);

  self->saving = TRUE;
  tend_session_change (self->session, save, plan, (GDestroyNotify) tend_new_client_plan_free, NULL,
                       saved_cb, g_object_ref (self));
}

static void
next_cb (TendNewClient *self)
{
  if (g_str_equal (step (self), "price"))
    save_all (self);
  else if (g_str_equal (step (self), "who") && tend_form_check (self->client_form))
    show_step (self, "price");
}

static void
cancel_cb (TendNewClient *self)
{
  if (g_str_equal (step (self), "price"))
    show_step (self, "who");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* (nullable): the price everyone pays for the chosen service */
static TendRecord *
usual_rate (TendNewClient *self)
{
  const char *service = tend_record_get_text (self->rate, "service");

  if (service == NULL || self->prices == NULL)
    return NULL;

  return tend_price_list_usual (self->prices, service, tend_session_get_today (self->session));
}

static void
price_changed_cb (TendNewClient *self)
{
  TendRecord *usual = usual_rate (self);

  gtk_widget_set_visible (tend_form_find_row (self->service_form, "name"),
                          wants_new_service (self));
  gtk_widget_set_visible (tend_form_find_row (self->service_form, "kind"),
                          wants_new_service (self));
  if (usual != NULL)
    {
      g_autofree char *price = tend_rate_format_price (usual);
      g_autofree char *text =
        g_strdup_printf (_("Everyone pays %s. Leave the price open for that."), price);

      adw_preferences_group_set_description (self->price_group, text);
    }
  else
    adw_preferences_group_set_description (self->price_group,
                                           _("Leave the price open if you have not agreed one "
                                             "yet."));
}

static gpointer
load_prices (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  return tend_price_list_load (vault, error);
}

/* The first of the services there are is as good a guess as any. */
static void
show_services (TendNewClient *self,
               GPtrArray     *services)
{
  tend_form_set_choices (self->rate_form, "service", services, _("A new service"));
  gtk_widget_set_visible (tend_form_find_row (self->rate_form, "service"), services->len > 0);
  if (services->len > 0)
    {
      tend_record_set_text (self->rate, "service",
                            tend_record_get_id (g_ptr_array_index (services, 0)));
      tend_form_show (self->rate_form, "service");
    }
}

static void
prices_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(TendNewClient) self = data;
  g_autoptr(TendPriceList) prices = tend_session_finish (TEND_SESSION (source), result, NULL);

  if (prices == NULL || self->stack == NULL)
    return;

  self->prices = g_steal_pointer (&prices);
  show_services (self, self->prices->services);
  price_changed_cb (self);
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(TendNewClient) self = data;
  g_autofree char *draft = tend_draft_read_finish (TEND_SESSION (source), result);
  g_auto(GStrv) typed = NULL;

  if (draft == NULL || self->stack == NULL)
    return;

  typed = tend_draft_dup_typed (draft);
  if (!tend_draft_apply (draft, self->client) && *typed == NULL)
    return;

  tend_form_show_all (self->client_form);
  tend_form_type (self->client_form, (const char *const *) typed);
  gtk_revealer_set_reveal_child (self->draft_bar, TRUE);
}

static void
start_over_cb (TendNewClient *self)
{
  tend_draft_reset (self->client, self->blank);
  tend_form_show_all (self->client_form);
  gtk_revealer_set_reveal_child (self->draft_bar, FALSE);
  show_step (self, "who");
}

/* What comes next is asked over the window, not over this one, which is done. */
static void
plan_cb (TendNewClient *self)
{
  g_autoptr(GtkWidget) origin = g_weak_ref_get (&self->origin);

  gtk_window_close (GTK_WINDOW (self));
  if (origin != NULL)
    tend_visit_new_present (origin, self->session, tend_record_get_id (self->client),
                            TEND_DATE_NONE, TEND_CLOCK_NONE, NULL, NULL);
}

static void
contract_cb (TendNewClient *self)
{
  g_autoptr(GtkWidget) origin = g_weak_ref_get (&self->origin);

  gtk_window_close (GTK_WINDOW (self));
  if (origin != NULL)
    tend_contract_make (origin, self->session, tend_record_get_id (self->client));
}

static void
keep_draft (TendNewClient *self)
{
  g_auto(GStrv) typed = tend_form_dup_unreadable (self->client_form);
  g_autofree char *draft = tend_draft_make (self->blank, self->client,
                                            (const char *const *) typed);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (self->draft_key != NULL && !self->saving)
    tend_draft_keep (self->session, self->draft_key, draft);
}

static gboolean
draft_timeout_cb (gpointer data)
{
  TendNewClient *self = data;

  self->draft_timeout = 0;
  keep_draft (self);

  return G_SOURCE_REMOVE;
}

static void
client_changed_cb (TendNewClient *self)
{
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->draft_timeout = g_timeout_add (DRAFT_DELAY, draft_timeout_cb, self);
}

static gboolean
tend_new_client_close_request (GtkWindow *window)
{
  keep_draft (TEND_NEW_CLIENT (window));

  return GTK_WINDOW_CLASS (tend_new_client_parent_class)->close_request (window);
}

static void
tend_new_client_dispose (GObject *object)
{
  TendNewClient *self = TEND_NEW_CLIENT (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_NEW_CLIENT);
  g_clear_object (&self->client_form);
  g_clear_object (&self->service_form);
  g_clear_object (&self->rate_form);
  g_clear_object (&self->client);
  g_clear_object (&self->blank);
  g_clear_object (&self->service);
  g_clear_object (&self->rate);
  g_clear_pointer (&self->prices, tend_price_list_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->draft_key, g_free);

  G_OBJECT_CLASS (tend_new_client_parent_class)->dispose (object);
}

static void
tend_new_client_finalize (GObject *object)
{
  g_weak_ref_clear (&TEND_NEW_CLIENT (object)->origin);

  G_OBJECT_CLASS (tend_new_client_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, stack);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, next_button);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, fault);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, name_group);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, address_group);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, pays_group);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, price_group);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, done);
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, plan_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, contract_cb);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  next_cb (TEND_NEW_CLIENT (widget));
}

static void
tend_new_client_class_init (TendNewClientClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_new_client_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_new_client_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tend_new_client_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-new-client.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "client.next", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "client.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_new_client_init (TendNewClient *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_forms (TendNewClient *self)
{
  static const char *const names[] = { "given_name", "family_name", NULL };
  static const char *const addresses[] = { "address", "postcode", "phone", NULL };
  static const char *const pays[] = { "funding", NULL };
  static const char *const which[] = { "service", NULL };
  static const char *const services[] = { "name", "kind", NULL };
  static const char *const prices[] = { "amount_pence", "unit", NULL };

  self->client = tend_record_new (tend_kind_by_name ("client"));
  self->blank = tend_record_copy (self->client);
  self->service = tend_record_new (tend_kind_by_name ("service"));
  self->rate = tend_record_new (tend_kind_by_name ("rate"));

  self->client_form = tend_form_new (self->session, self->client);
  tend_form_add (self->client_form, self->name_group, names);
  tend_form_add (self->client_form, self->address_group, addresses);
  tend_form_add (self->client_form, self->pays_group, pays);
  g_signal_connect_object (self->client_form, "changed", G_CALLBACK (client_changed_cb),
                           self, G_CONNECT_SWAPPED);

  self->service_form = tend_form_new (self->session, self->service);
  self->rate_form = tend_form_new (self->session, self->rate);
  tend_form_add (self->rate_form, self->price_group, which);
  tend_form_add (self->service_form, self->price_group, services);
  tend_form_add (self->rate_form, self->price_group, prices);
  tend_form_set_choices (self->rate_form, "service", NULL, _("A new service"));
  g_signal_connect_object (self->rate_form, "changed", G_CALLBACK (price_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

void
tend_new_client_present (GtkWidget   *parent,
                         TendSession *session)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  TendNewClient *self = g_object_new (TEND_TYPE_NEW_CLIENT, "transient-for", root, NULL);

  g_weak_ref_init (&self->origin, parent);
  self->session = g_object_ref (session);
  make_forms (self);
  self->draft_key = tend_draft_key (self->client);

  tend_session_query (session, load_prices, NULL, NULL, (GDestroyNotify) tend_price_list_free, NULL,
                      prices_loaded_cb, g_object_ref (self));
  tend_draft_read (session, self->draft_key, draft_read_cb, g_object_ref (self));

  tend_dialog_fit (GTK_WINDOW (self), root);
  gtk_window_present (GTK_WINDOW (self));
  show_step (self, "who");
}
