/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-today-page.h"

#include "tend-today.h"

G_BEGIN_DECLS

struct _TendTodayPage
{
  TendPage             parent_instance;

  TendDate             date;   /* on view */
  TendDate             known;  /* what was today when last looked */
  guint                minute; /* source: the time goes on */
  gboolean             all;    /* every unrecorded visit is shown */
  gboolean             all_coming;
  GPtrArray           *dues;   /* TendDueItem, as shown */

  AdwHeaderBar        *header;
  AdwWindowTitle      *title;
  GtkWidget           *today_button;
  GtkStack            *stack;
  GtkLabel            *greeting;
  GtkLabel            *summary;
  AdwPreferencesGroup *steps;
  AdwPreferencesGroup *late;
  AdwPreferencesGroup *coming;
  AdwPreferencesGroup *medicines;
  AdwPreferencesGroup *visits;
  AdwPreferencesGroup *unrecorded;
  AdwPreferencesGroup *overdue;
};

TendSession *_tend_today_page_session  (TendTodayPage       *self);
gboolean     _tend_today_page_is_today (TendTodayPage       *self);
/* "Show 3 more", at the end of @group. */
void         _tend_today_page_add_more (TendTodayPage       *self,
                                        AdwPreferencesGroup *group,
                                        guint                n,
                                        GCallback            callback);

/* tend-today-page-dues.c: the next steps, what is late and what is coming up */
void         _tend_today_page_show_dues       (TendTodayPage  *self,
                                               TendToday      *today);
/* The charts' gaps, into the group of the medicines; how many rows. */
guint        _tend_today_page_show_gaps       (TendTodayPage  *self);
void         _tend_today_page_install_answers (GtkWidgetClass *klass);

G_END_DECLS
