/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The places in the side bar, and what can be opened in them.  A new place is
 * one line in tend-places.c.
 */

typedef struct
{
  const char  *name;  /* of the action's target and in the settings */
  const char  *title; /* N_() */
  const char  *icon;
  const char  *make_new; /* the page's action for something new; N does it */
  GtkWidget *(*make) (TendSession *session);
} TendPlace;

typedef struct
{
  const char  *kind;  /* as in "kind:id"; NULL: any of a person's care */
  const char  *place; /* shown first; NULL: stays where one is */
  void       (*open)  (GtkWidget   *page, /* the place's page, else the window */
                       TendSession *session,
                       const char  *kind,
                       const char  *id);
} TendMatter;

/* (array zero-terminated=1): ended by a NULL name, in the order of the side bar. */
const TendPlace  *tend_places         (void);
const TendPlace  *tend_place_by_name  (const char *name);
/* NULL when nothing of that kind can be opened. */
const TendMatter *tend_matter_by_kind (const char *kind);

G_END_DECLS
