/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-flow-item.h"

struct _TendFlowItem
{
  GtkFlowBoxChild parent_instance;
};

G_DEFINE_FINAL_TYPE (TendFlowItem, tend_flow_item, GTK_TYPE_FLOW_BOX_CHILD)

static gboolean
tend_flow_item_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  GtkWidget *child = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
tend_flow_item_class_init (TendFlowItemClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = tend_flow_item_focus;
}

static void
tend_flow_item_init (TendFlowItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tend_flow_item_new (GtkWidget *child)
{
  return g_object_new (TEND_TYPE_FLOW_ITEM, "child", child, NULL);
}
