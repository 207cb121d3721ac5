/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-new-client.h"

#include "tend-clients.h"
#include "tend-contract.h"
#include "tend-dialog.h"
#include "tend-draft-store.h"
#include "tend-draft.h"
#include "tend-form.h"
#include "tend-pattern-dialog.h"
#include "tend-rate-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

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
  GPtrArray           *services;   /* TendRecord, those there are */
  GPtrArray           *rates;      /* TendRecord, everyone's */
  char                *draft_key;
  gboolean             saving;

  GtkStack            *stack;
  GtkButton           *cancel_button;
  GtkButton           *next_button;
  GtkRevealer         *draft_bar;
  GtkLabel            *fault;
  AdwPreferencesGroup *name_group;
  AdwPreferencesGroup *address_group;
  AdwPreferencesGroup *pays_group;
  AdwPreferencesGroup *service_group;
  AdwPreferencesGroup *price_group;
  AdwStatusPage       *done;
  GtkWidget           *plan_button;
};

G_DEFINE_FINAL_TYPE (TendNewClient, tend_new_client, ADW_TYPE_WINDOW)

void
tend_new_client_plan_free (TendNewClientPlan *self)
{
  g_clear_object (&self->client);
  g_clear_object (&self->service);
  g_clear_object (&self->rate);
  g_free (self->draft_key);
  g_free (self);
}

gboolean
tend_new_client_save (TendVault          *vault,
                      TendNewClientPlan  *plan,
                      GError            **error)
{
  if (!tend_record_save (vault, plan->client, NULL, error))
    return FALSE;
  if (plan->service != NULL && !tend_record_save (vault, plan->service, NULL, error))
    return FALSE;
  if (plan->rate != NULL)
    {
      tend_record_set_text (plan->rate, "client", tend_record_get_id (plan->client));
      if (plan->service != NULL)
        tend_record_set_text (plan->rate, "service", tend_record_get_id (plan->service));
      if (!tend_record_save (vault, plan->rate, NULL, error))
        return FALSE;
    }

  return tend_setting_set (vault, plan->draft_key, NULL, error);
}

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

static void
show_step (TendNewClient *self,
           const char    *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_button_set_label (self->cancel_button, g_str_equal (name, "price") ? _("_Back") : _("_Cancel"));
  gtk_button_set_label (self->next_button, g_str_equal (name, "who") ? _("_Next") : _("_Save"));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !g_str_equal (name, "done"));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !g_str_equal (name, "done"));
  show_fault (self, NULL);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_done (TendNewClient *self)
{
  g_autofree char *name = tend_client_name (self->client);
  g_autofree char *title = g_strdup_printf (_("%s Is in Your Records"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autoptr(GtkWidget) origin = g_weak_ref_get (&self->origin);

  adw_status_page_set_title (self->done, escaped);
  show_step (self, "done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_widget_grab_focus (self->plan_button);
  if (origin != NULL)
    gtk_widget_activate_action (origin, "win.open", "(ss)", "client", tend_record_get_id (self->client));
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
wants_new_service (TendNewClient *self)
{
  return !tend_record_is_set (self->rate, "service");
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
  gboolean priced = tend_record_is_set (self->rate, "amount_pence");

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

/* Not for a Saturday, a bank holiday or the like, and not for miles. */
static gboolean
is_plain (TendRecord *rate)
{
  const char *applies = tend_record_get_text (rate, "applies");

  return (g_strcmp0 (applies, "any") == 0 || g_strcmp0 (applies, "weekday") == 0) &&
         g_strcmp0 (tend_record_get_text (rate, "unit"), "mile") != 0;
}

/* (nullable): the price everyone pays for the chosen service, on a plain day */
static TendRecord *
usual_rate (TendNewClient *self)
{
  const char *service = tend_record_get_text (self->rate, "service");

  for (guint i = 0; service != NULL && self->rates != NULL && i < self->rates->len; i++)
    {
      TendRecord *rate = g_ptr_array_index (self->rates, i);
      const char *of = tend_record_get_text (rate, "service");

      if (!tend_record_is_set (rate, "client") && (of == NULL || g_str_equal (of, service)) &&
          is_plain (rate) &&
          !tend_rate_is_past (rate, tend_session_get_today (self->session)))
        return rate;
    }

  return NULL;
}

static void
price_changed_cb (TendNewClient *self)
{
  TendRecord *usual = usual_rate (self);

  gtk_widget_set_visible (GTK_WIDGET (self->service_group), wants_new_service (self));
  if (usual != NULL)
    {
      g_autofree char *price = tend_rate_format_price (usual);
      g_autofree char *text = g_strdup_printf (_("Everyone pays %s. Leave the price open for that."), price);

      adw_preferences_group_set_description (self->price_group, text);
    }
  else
    adw_preferences_group_set_description (self->price_group,
                                           _("Leave the price open if you have not agreed one yet."));
}

typedef struct
{
  GPtrArray *services;
  GPtrArray *rates;
} Card;

static void
card_free (gpointer data)
{
  Card *card = data;

  g_clear_pointer (&card->services, g_ptr_array_unref);
  g_clear_pointer (&card->rates, g_ptr_array_unref);
  g_free (card);
}

static gpointer
load_card (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Card *card = g_new0 (Card, 1);

  card->services = tend_record_load_all (vault, tend_kind_by_name ("service"), error);
  if (card->services != NULL)
    card->rates = tend_record_load_all (vault, tend_kind_by_name ("rate"), error);
  if (card->rates == NULL)
    g_clear_pointer (&card, card_free);

  return card;
}

static void
card_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(TendNewClient) self = data;
  g_autoptr(GError) error = NULL;
  Card *card = tend_session_finish (TEND_SESSION (source), result, &error);

  if (card != NULL && self->stack != NULL)
    {
      self->rates = g_steal_pointer (&card->rates);
      tend_form_set_choices (self->rate_form, "service", card->services, _("A new service"));
      gtk_widget_set_visible (tend_form_find_row (self->rate_form, "service"), card->services->len > 0);
      if (card->services->len > 0)
        {
          tend_record_set_text (self->rate, "service",
                                tend_record_get_id (g_ptr_array_index (card->services, 0)));
          tend_form_show (self->rate_form, "service");
        }
      price_changed_cb (self);
    }
  if (card != NULL)
    card_free (card);
}

static void
show_client (TendNewClient *self)
{
  for (const TendField *field = tend_record_get_kind (self->client)->fields; field->name != NULL; field++)
    tend_form_show (self->client_form, field->name);
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(TendNewClient) self = data;
  g_autofree char *draft = tend_draft_read_finish (TEND_SESSION (source), result);

  if (draft == NULL || self->stack == NULL || !tend_draft_apply (draft, self->client))
    return;

  show_client (self);
  gtk_revealer_set_reveal_child (self->draft_bar, TRUE);
}

static void
start_over_cb (TendNewClient *self)
{
  tend_draft_reset (self->client, self->blank);
  show_client (self);
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

static gboolean
tend_new_client_close_request (GtkWindow *window)
{
  TendNewClient *self = TEND_NEW_CLIENT (window);

  if (self->draft_key != NULL && !self->saving)
    {
      g_autofree char *draft = tend_draft_make (self->blank, self->client, NULL);

      tend_draft_keep (self->session, self->draft_key, draft);
    }

  return GTK_WINDOW_CLASS (tend_new_client_parent_class)->close_request (window);
}

static void
tend_new_client_dispose (GObject *object)
{
  TendNewClient *self = TEND_NEW_CLIENT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_NEW_CLIENT);
  g_clear_object (&self->client_form);
  g_clear_object (&self->service_form);
  g_clear_object (&self->rate_form);
  g_clear_object (&self->client);
  g_clear_object (&self->blank);
  g_clear_object (&self->service);
  g_clear_object (&self->rate);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, TendNewClient, service_group);
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "client.next", NULL);
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
  static const char *const prices[] = { "service", "amount_pence", "unit", NULL };
  static const char *const services[] = { "name", "kind", NULL };

  self->client = tend_record_new (tend_kind_by_name ("client"));
  self->blank = tend_record_copy (self->client);
  self->service = tend_record_new (tend_kind_by_name ("service"));
  self->rate = tend_record_new (tend_kind_by_name ("rate"));

  self->client_form = tend_form_new (self->session, self->client);
  tend_form_add (self->client_form, self->name_group, names);
  tend_form_add (self->client_form, self->address_group, addresses);
  tend_form_add (self->client_form, self->pays_group, pays);

  self->service_form = tend_form_new (self->session, self->service);
  tend_form_add (self->service_form, self->service_group, services);

  self->rate_form = tend_form_new (self->session, self->rate);
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

  tend_session_query (session, load_card, NULL, NULL, card_free, NULL, card_loaded_cb,
                      g_object_ref (self));
  tend_draft_read (session, self->draft_key, draft_read_cb, g_object_ref (self));

  tend_dialog_fit (GTK_WINDOW (self), root);
  gtk_window_present (GTK_WINDOW (self));
  show_step (self, "who");
}
