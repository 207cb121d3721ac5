/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-view.h"

#include "tend-care-tab.h"
#include "tend-client-actions.h"
#include "tend-client-history.h"
#include "tend-client-money.h"
#include "tend-client-overview.h"
#include "tend-client-terms.h"
#include "tend-client-visits.h"
#include "tend-clients.h"
#include "tend-everything.h"
#include "tend-medicines-tab.h"
#include "tend-write-up.h"

#include <glib/gi18n-lib.h>

struct _TendClientView
{
  TendPage         parent_instance;

  char            *id;
  TendRecord      *client;    /* as last loaded */
  gboolean         folded;

  AdwHeaderBar    *header;
  GtkButton       *back_button;
  AdwWindowTitle  *title;
  AdwViewStack    *stack;
};

G_DEFINE_FINAL_TYPE (TendClientView, tend_client_view, TEND_TYPE_PAGE)

typedef enum
{
  PROP_FOLDED = 1,
} TendClientViewProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

enum { BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct
{
  const char  *name;
  const char  *title;
  const char  *icon;
  GtkWidget *(*make) (TendSession *session);
} parts[] = {
  { "overview", N_("Overview"), "avatar-default-symbolic", tend_client_overview_new },
  { "terms", N_("Agreement"), "x-office-document-symbolic", tend_client_terms_new },
  { "care", N_("Care"), "emblem-favorite-symbolic", tend_care_tab_new },
  { "medicines", N_("Medicines"), "tend-medicines-symbolic", tend_medicines_tab_new },
  { "visits", N_("Visits"), "x-office-calendar-symbolic", tend_client_visits_new },
  { "money", N_("Money"), "tend-money-symbolic", tend_client_money_new },
  { "history", N_("History"), "document-open-recent-symbolic", tend_client_history_new },
};

/* "Active, 82 years old" */
static char *
describe (TendRecord *client,
          TendDate    today)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (client), "status");
  const char *status = tend_field_choice_label (field, tend_record_get_text (client, "status"));
  TendDate born = (TendDate) tend_record_get_int (client, "date_of_birth");
  int age;

  if (tend_record_is_set (client, "died_on"))
    {
      g_autofree char *day = tend_date_format ((TendDate) tend_record_get_int (client, "died_on"),
                                               TEND_DATE_LONG);

      return g_strdup_printf (_("Died on %s"), day);
    }
  if (born == TEND_DATE_NONE || born > today)
    return g_strdup (status);

  age = tend_date_age (born, today);
  return g_strdup_printf (ngettext ("%s, %d year old", "%s, %d years old", (gulong) age), status,
                          age);
}

static void
update_actions (TendClientView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = self->client != NULL;
  gboolean died = any && tend_record_is_set (self->client, "died_on");
  gboolean ended = any && g_strcmp0 (tend_record_get_text (self->client, "status"), "ended") == 0;

  gtk_widget_action_set_enabled (widget, "client.edit", any);
  gtk_widget_action_set_enabled (widget, "client.export", any);
  gtk_widget_action_set_enabled (widget, "client.end", any && !ended);
  gtk_widget_action_set_enabled (widget, "client.resume", ended && !died);
  gtk_widget_action_set_enabled (widget, "client.died", any && !died);
  gtk_widget_action_set_enabled (widget, "client.write-up-death", died);
  gtk_widget_action_set_enabled (widget, "client.take-back-death", died);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  return tend_record_load (vault, tend_kind_by_name ("client"), data, error);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendClientView *self = TEND_CLIENT_VIEW (page);
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;

  g_clear_object (&self->client);
  self->client = answer;
  update_actions (self);
  if (self->client == NULL)
    return;

  name = tend_client_name (self->client);
  detail = describe (self->client, tend_session_get_today (tend_page_get_session (page)));
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, detail);
}

static void
tend_client_view_reload (TendPage *page)
{
  TendClientView *self = TEND_CLIENT_VIEW (page);

  if (self->id != NULL)
    tend_page_query (page, load, g_strdup (self->id), g_free, g_object_unref, loaded_cb);
}

static void
back_cb (TendClientView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
client_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TendClientView *self = TEND_CLIENT_VIEW (widget);
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  if (self->client == NULL)
    return;

  if (g_str_equal (name, "client.edit"))
    tend_client_edit (widget, session, self->client);
  else if (g_str_equal (name, "client.export"))
    tend_everything_present (widget, session, self->client);
  else if (g_str_equal (name, "client.end"))
    tend_client_end (widget, session, self->client);
  else if (g_str_equal (name, "client.resume"))
    tend_client_resume (widget, session, self->client);
  else if (g_str_equal (name, "client.died"))
    tend_client_record_death (widget, session, self->client);
  else if (g_str_equal (name, "client.write-up-death"))
    tend_write_up_death (widget, session, self->id);
  else
    tend_client_take_back_death (widget, session, self->client);
}

static void
tend_client_view_constructed (GObject *object)
{
  TendClientView *self = TEND_CLIENT_VIEW (object);

  G_OBJECT_CLASS (tend_client_view_parent_class)->constructed (object);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    adw_view_stack_add_titled_with_icon (self->stack,
                                         parts[i].make (tend_page_get_session (TEND_PAGE (self))),
                                         parts[i].name, _(parts[i].title), parts[i].icon);
  update_actions (self);
}

static void
tend_client_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TendClientViewProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, TEND_CLIENT_VIEW (object)->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_client_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TendClientView *self = TEND_CLIENT_VIEW (object);

  switch ((TendClientViewProperty) prop_id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->back_button), self->folded);
      adw_header_bar_set_show_start_title_buttons (self->header, self->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_client_view_dispose (GObject *object)
{
  TendClientView *self = TEND_CLIENT_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_CLIENT_VIEW);
  g_clear_object (&self->client);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (tend_client_view_parent_class)->dispose (object);
}

static void
tend_client_view_class_init (TendClientViewClass *klass)
{
  static const char *const actions[] = {
    "client.edit", "client.export", "client.end", "client.resume", "client.died",
    "client.write-up-death", "client.take-back-death"
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tend_client_view_constructed;
  object_class->dispose = tend_client_view_dispose;
  object_class->get_property = tend_client_view_get_property;
  object_class->set_property = tend_client_view_set_property;
  TEND_PAGE_CLASS (klass)->reload = tend_client_view_reload;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[BACK] = g_signal_new ("back", TEND_TYPE_CLIENT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-client-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TendClientView, header);
  gtk_widget_class_bind_template_child (widget_class, TendClientView, back_button);
  gtk_widget_class_bind_template_child (widget_class, TendClientView, title);
  gtk_widget_class_bind_template_child (widget_class, TendClientView, stack);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, client_action);
}

static void
tend_client_view_init (TendClientView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
}

GtkWidget *
tend_client_view_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENT_VIEW, "session", session, NULL);
}

void
tend_client_view_set_client (TendClientView *self,
                             const char     *id)
{
  g_return_if_fail (TEND_IS_CLIENT_VIEW (self));

  g_free (self->id);
  self->id = g_strdup (id);
  g_clear_object (&self->client);
  adw_view_stack_set_visible_child_name (self->stack, parts[0].name);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    tend_client_tab_set_client (
      TEND_CLIENT_TAB (adw_view_stack_get_child_by_name (self->stack, parts[i].name)), id);
  tend_page_reload (TEND_PAGE (self));
}

void
tend_client_view_show_part (TendClientView *self,
                            const char     *part)
{
  g_auto(GStrv) names = g_strsplit (part, "/", 2);

  g_return_if_fail (TEND_IS_CLIENT_VIEW (self));

  adw_view_stack_set_visible_child_name (self->stack, names[0]);
  if (names[1] != NULL)
    tend_care_tab_show_section (
      TEND_CARE_TAB (adw_view_stack_get_child_by_name (self->stack, names[0])), names[1]);
}
