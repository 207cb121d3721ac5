/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-window.h"

#include "tend-idle-lock.h"

G_BEGIN_DECLS

struct _TendWindow
{
  AdwApplicationWindow  parent_instance;

  TendOpening          *opening;
  TendOpening          *own;       /* what leaving the sample goes back to */
  TendSession          *session;   /* the open one, else NULL */
  GSettings            *settings;  /* NULL where the schema is not installed */
  char                 *place;     /* the place in view */
  char                 *matter;    /* to open once the vault is open */
  TendIdleLock         *idle_lock;
  guint                 slow;      /* source: the spinner appears when opening takes long */

  AdwToastOverlay      *toasts;
  GtkStack             *states;
  GtkWidget            *flap;      /* an AdwFlap, touched through its properties only */
  GtkListBox           *place_list;
  GtkMenuButton        *menu_button;
  GtkStack             *pages;
  GtkSpinner           *spinner;
  GtkWidget            *wait_label;
  GtkRevealer          *banner;
  GtkLabel             *banner_label;
  GtkWidget            *banner_button;
};

/* tend-window.c */
void _tend_window_show_place     (TendWindow      *self,
                                  const char      *name);
void _tend_window_open           (TendWindow      *self,
                                  const char      *kind,
                                  const char      *id);
void _tend_window_drop_pages     (TendWindow      *self);

/* tend-window-states.c */
void _tend_window_follow         (TendWindow      *self,
                                  TendOpening     *opening);
/* Every window over this one. */
void _tend_window_close_dialogs  (TendWindow      *self);

/* tend-window-lock.c: when nobody has used it for a while */
void _tend_window_lock_idle      (TendWindow      *self);

/* tend-window-actions.c */
void _tend_window_class_install_actions (GtkWidgetClass *klass);
/* What needs an open vault is enabled with it. */
void _tend_window_update_actions        (TendWindow     *self);

G_END_DECLS
