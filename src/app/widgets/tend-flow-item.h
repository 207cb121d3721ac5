/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendFlowItem:
 *
 * What stands in a GtkFlowBox as if in a plain box: Tab goes to the button inside,
 * and on.  GtkFlowBoxChild takes the focus itself, and where it must not, the focus
 * stays where it was for good.  A box whose items hold nothing to press has its
 * "can-focus" off instead.
 */
#define TEND_TYPE_FLOW_ITEM (tend_flow_item_get_type ())
G_DECLARE_FINAL_TYPE (TendFlowItem, tend_flow_item, TEND, FLOW_ITEM, GtkFlowBoxChild)

GtkWidget *tend_flow_item_new (GtkWidget *child);

G_END_DECLS
