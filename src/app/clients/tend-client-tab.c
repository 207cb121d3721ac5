/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-tab.h"

typedef struct
{
  char              *client;
  GtkBox            *content;
  GtkScrolledWindow *scroller;
} TendClientTabPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TendClientTab, tend_client_tab, TEND_TYPE_PAGE)

#define PRIVATE(self) ((TendClientTabPrivate *) tend_client_tab_get_instance_private (self))

static void
ask_free (gpointer data)
{
  TendClientAsk *ask = data;

  g_free (ask->client);
  g_free (ask);
}

static void
tend_client_tab_finalize (GObject *object)
{
  g_free (PRIVATE (TEND_CLIENT_TAB (object))->client);

  G_OBJECT_CLASS (tend_client_tab_parent_class)->finalize (object);
}

static void
tend_client_tab_class_init (TendClientTabClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_client_tab_finalize;
}

static void
tend_client_tab_init (TendClientTab *self)
{
  TendClientTabPrivate *priv = PRIVATE (self);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  priv->content = GTK_BOX (box);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), clamp);

  priv->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (priv->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (priv->scroller, viewport);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->scroller));
}

void
tend_client_tab_set_client (TendClientTab *self,
                            const char    *client)
{
  TendClientTabPrivate *priv = PRIVATE (self);

  g_return_if_fail (TEND_IS_CLIENT_TAB (self));

  if (g_strcmp0 (priv->client, client) != 0)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->scroller), 0);
      if (TEND_CLIENT_TAB_GET_CLASS (self)->reset != NULL)
        TEND_CLIENT_TAB_GET_CLASS (self)->reset (self);
    }

  g_free (priv->client);
  priv->client = g_strdup (client);
  tend_page_reload (TEND_PAGE (self));
}

const char *
tend_client_tab_get_client (TendClientTab *self)
{
  g_return_val_if_fail (TEND_IS_CLIENT_TAB (self), NULL);

  return PRIVATE (self)->client;
}

void
tend_client_tab_append (TendClientTab *self,
                        GtkWidget     *widget)
{
  gtk_box_append (PRIVATE (self)->content, widget);
}

AdwPreferencesGroup *
tend_client_tab_add_group (TendClientTab *self,
                           const char    *title,
                           GtkWidget     *button)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (button != NULL)
    adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  tend_client_tab_append (self, group);

  return ADW_PREFERENCES_GROUP (group);
}

void
tend_client_tab_scroll_to (TendClientTab *self,
                           GtkWidget     *widget)
{
  TendClientTabPrivate *priv = PRIVATE (self);
  GtkWidget *next;
  graphene_point_t place;

  g_return_if_fail (TEND_IS_CLIENT_TAB (self));

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (priv->content), &GRAPHENE_POINT_INIT (0, 0),
                                 &place))
    return;

  /* The focus moves the page too, so it goes first. */
  next = gtk_widget_get_next_sibling (widget);
  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->scroller), place.y);
}

void
tend_client_tab_ask (TendClientTab   *self,
                     TendSessionFunc  func,
                     GDestroyNotify   free_result,
                     TendPageAnswer   answer,
                     TendDate         from,
                     TendDate         to,
                     gint64           before)
{
  TendClientTabPrivate *priv = PRIVATE (self);
  TendSession *session = tend_page_get_session (TEND_PAGE (self));
  TendClientAsk *ask;

  if (priv->client == NULL)
    return;

  ask = g_new0 (TendClientAsk, 1);
  ask->client = g_strdup (priv->client);
  ask->today = tend_session_get_today (session);
  ask->now = tend_session_get_now (session);
  ask->from = from;
  ask->to = to;
  ask->before = before;
  tend_page_query (TEND_PAGE (self), func, ask, ask_free, free_result, answer);
}
