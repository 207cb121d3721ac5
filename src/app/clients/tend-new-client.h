/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_new_client_present:
 * @parent: in the window, which is asked to show the new person ("win.open")
 *
 * From nothing to a client with a price, in two short steps; then offers what
 * comes next.  Only a first name is needed.
 */
void     tend_new_client_present (GtkWidget    *parent,
                                  TendSession  *session);

/* What the steps gave, for the worker. */
typedef struct
{
  TendRecord *client;
  TendRecord *service; /* (nullable): a new one */
  TendRecord *rate;    /* (nullable): their own price */
  char       *draft_key;
} TendNewClientPlan;

void     tend_new_client_plan_free (TendNewClientPlan *self);
gboolean tend_new_client_save      (TendVault          *vault,
                                    TendNewClientPlan  *plan,
                                    GError            **error);

G_END_DECLS
