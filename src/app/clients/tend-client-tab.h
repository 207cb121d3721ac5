/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendClientTab:
 *
 * One part of a person's page: a column of groups about one client, asked for
 * when it comes into view.
 */
#define TEND_TYPE_CLIENT_TAB (tend_client_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (TendClientTab, tend_client_tab, TEND, CLIENT_TAB, TendPage)

struct _TendClientTabClass
{
  TendPageClass parent_class;

  /* (nullable): somebody else is on view: back to the period of today */
  void        (*reset) (TendClientTab *self);
};

/* What a part asks the worker: who, when, and a period or a place in a list. */
typedef struct
{
  char        *client;
  TendDate     today;
  TendInstant  now;
  TendDate     from;
  TendDate     to;
  gint64       before;
} TendClientAsk;

void                 tend_client_tab_set_client (TendClientTab       *self,
                                                 const char          *client);
/* NULL before there is one. */
const char          *tend_client_tab_get_client (TendClientTab       *self);
/* Something else than groups, at the foot of the column so far. */
void                 tend_client_tab_append     (TendClientTab       *self,
                                                 GtkWidget           *widget);
/* @button: (nullable) (transfer floating): for the head of the group */
AdwPreferencesGroup *tend_client_tab_add_group  (TendClientTab       *self,
                                                 const char          *title,
                                                 GtkWidget           *button);
/* Moves the page so that @widget is at its top, and the focus to what comes after it. */
void                 tend_client_tab_scroll_to  (TendClientTab       *self,
                                                 GtkWidget           *widget);
/* @func gets a TendClientAsk; from, to and before as given. */
void                 tend_client_tab_ask        (TendClientTab       *self,
                                                 TendSessionFunc      func,
                                                 GDestroyNotify       free_result,
                                                 TendPageAnswer       answer,
                                                 TendDate             from,
                                                 TendDate             to,
                                                 gint64               before);

G_END_DECLS
