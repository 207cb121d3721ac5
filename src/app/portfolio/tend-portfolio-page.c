/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-page.h"

#include "tend-council-view.h"
#include "tend-kinds.h"
#include "tend-learning-view.h"
#include "tend-papers-view.h"
#include "tend-policy-form.h"
#include "tend-portfolio-section.h"
#include "tend-scheme.h"
#include "tend-standing-view.h"
#include "tend-view-bar.h"

#include <glib/gi18n-lib.h>

struct _TendPortfolioPage
{
  TendPage             parent_instance;

  AdwHeaderBar        *header;
  GtkWidget           *add_button;
  GtkWidget           *squeezer; /* touched through its properties only */
  AdwViewStack        *views;
  AdwViewSwitcherBar  *bar;
};

G_DEFINE_FINAL_TYPE (TendPortfolioPage, tend_portfolio_page, TEND_TYPE_PAGE)

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *adds; /* a kind, by the button at the top */
  const char *add;  /* N_(): what the button says */
  GtkWidget *(*make) (TendSession *session);
} views[] = {
  { "standing", N_("Standing"), "tend-portfolio-symbolic", "credential", N_("Add a paper"),
    tend_standing_view_new },
  { "papers", N_("Papers"), "tend-invoice-symbolic", "credential", N_("Add a paper"),
    tend_papers_view_new },
  { "learning", N_("Learning"), "tend-learning-symbolic", "cpd",
    N_("Write down what you learnt"), tend_learning_view_new },
  { "council", N_("Council"), "tend-council-symbolic", "service_request",
    N_("Write down a request"), tend_council_view_new },
};

static guint
view_on_show (TendPortfolioPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (views) && g_strcmp0 (views[i].name, name) != 0)
    i++;
  return i;
}

/* The button at the top adds to what is on view, and says what. */
static void
view_cb (TendPortfolioPage *self)
{
  const char *add = _(views[view_on_show (self)].add);

  if (self->add_button == NULL) /* the views go with the page */
    return;

  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
}

/* The views ask for themselves. */
static void
tend_portfolio_page_reload (TendPage *page)
{
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendPortfolioPage *self = TEND_PORTFOLIO_PAGE (widget);

  tend_portfolio_page_open (self, views[view_on_show (self)].adds, "");
}

/* Opening one record */

typedef struct
{
  GtkWidget                  *parent; /* weak */
  const TendPortfolioSection *section;
  char                       *id;     /* "" for a new one */
  GPtrArray                  *schemes;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_weak_pointer (&opening->parent);
  g_clear_pointer (&opening->schemes, g_ptr_array_unref);
  g_free (opening->id);
  g_free (opening);
}

/* (transfer full): the record, or a new one. */
static gpointer
load_record (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  Opening *opening = data;

  opening->schemes = tend_schemes_of_carer (vault, error);
  if (opening->schemes == NULL)
    return NULL;

  return *opening->id != '\0'
         ? tend_record_load (vault, tend_kind_by_name (opening->section->kind), opening->id, error)
         : tend_record_new (tend_kind_by_name (opening->section->kind));
}

static void
record_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *opening = data;
  TendSession *session = TEND_SESSION (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = tend_session_finish (session, result, &error);

  if (opening->parent != NULL && record == NULL)
    tend_toast (opening->parent, error->message);
  else if (opening->parent != NULL && *opening->id == '\0')
    tend_portfolio_add (opening->parent, session, opening->section, opening->schemes);
  else if (opening->parent != NULL)
    tend_portfolio_present (opening->parent, session, opening->section, record, opening->schemes);

  opening_free (opening);
}

/* A policy is opened by what it is about: the version in force. */
static gpointer
load_policy_kind (TendVault  *vault,
                  gpointer    data,
                  GError    **error)
{
  g_autoptr(TendRecord) policy = tend_record_load (vault, &tend_policy_kind, data, error);

  return policy != NULL ? g_strdup (tend_record_get_text (policy, "kind")) : NULL;
}

static void
policy_kind_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GtkWidget) page = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *kind = tend_session_finish (TEND_SESSION (source), result, &error);

  if (kind != NULL)
    tend_policy_present (page, TEND_SESSION (source), kind);
  else
    tend_toast (page, error->message);
}

void
tend_portfolio_page_open (TendPortfolioPage *self,
                          const char        *kind,
                          const char        *id)
{
  TendSession *session = tend_page_get_session (TEND_PAGE (self));
  const TendPortfolioSection *section = tend_portfolio_section (kind);
  Opening *opening;

  g_return_if_fail (TEND_IS_PORTFOLIO_PAGE (self));

  if (section == NULL)
    {
      adw_view_stack_set_visible_child_name (self->views,
                                             g_str_equal (kind, "view") ? id
                                             : g_str_equal (kind, "policy") ? "papers" : "council");
      if (g_str_equal (kind, "policy") && *id != '\0')
        tend_session_query (session, load_policy_kind, g_strdup (id), g_free, g_free, NULL,
                            policy_kind_cb, g_object_ref (self));
      return;
    }

  adw_view_stack_set_visible_child_name (self->views, section->view);
  opening = g_new0 (Opening, 1);
  g_set_weak_pointer (&opening->parent, GTK_WIDGET (self));
  opening->section = section;
  opening->id = g_strdup (id);
  tend_session_query (session, load_record, opening, NULL, g_object_unref, NULL, record_cb,
                      opening);
}

static void
tend_portfolio_page_constructed (GObject *object)
{
  TendPortfolioPage *self = TEND_PORTFOLIO_PAGE (object);
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  G_OBJECT_CLASS (tend_portfolio_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwViewStackPage *page =
        adw_view_stack_add_titled (self->views, views[i].make (session), views[i].name,
                                   _(views[i].title));

      adw_view_stack_page_set_icon_name (page, views[i].icon);
    }
}

static void
tend_portfolio_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_PORTFOLIO_PAGE);

  G_OBJECT_CLASS (tend_portfolio_page_parent_class)->dispose (object);
}

static void
tend_portfolio_page_class_init (TendPortfolioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tend_portfolio_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tend_portfolio_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_portfolio_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-portfolio-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendPortfolioPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendPortfolioPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TendPortfolioPage, squeezer);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_child (widget_class, TendPortfolioPage, views);
  gtk_widget_class_bind_template_child (widget_class, TendPortfolioPage, bar);

  gtk_widget_class_install_action (widget_class, "portfolio.add", NULL, add_action);
}

static void
tend_portfolio_page_init (TendPortfolioPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
  tend_view_bar_follow (self->bar, self->squeezer);
}

GtkWidget *
tend_portfolio_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_PORTFOLIO_PAGE, "session", session, NULL);
}
