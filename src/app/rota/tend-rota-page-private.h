/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the rota page share: the page, -show, -changes, -output. */

#pragma once

#include "tend-rota-days.h"
#include "tend-rota-page.h"
#include "tend-rota-view.h"

G_BEGIN_DECLS

struct _TendRotaPage
{
  TendPage       parent_instance;

  TendDate       monday;     /* of the week wanted */
  TendDate       day;        /* on view when it is one day only */
  TendWeek      *week;       /* on view */
  gboolean       one_day;    /* by choice */
  gboolean       narrow;     /* there is no room for more than one day */
  guint          fold;       /* source: the width has changed */
  guint          minute;     /* source: the time goes on */
  gboolean       scrolled;   /* to the first visit, once */
  char          *focus_id;   /* to have the focus when the answer comes */
  TendDate       focus_date;
  TendClock      focus_clock;

  AdwHeaderBar  *header;
  AdwWindowTitle *title;
  GtkWidget     *today_button;
  GtkStack      *stack;
  GtkLabel      *hours_label;
  GtkLabel      *income_label;
  GtkLabel      *miles_label;
  GtkMenuButton *clash_button;
  GtkLabel      *clash_label;
  GtkBox        *clash_box;
  TendRotaDays  *days;
  GtkScrolledWindow *scroller;
  TendRotaView  *view;
  GtkLabel      *status;
};

void _tend_rota_page_say        (TendRotaPage *self,
                                 const char   *text);
/* The visit of the week on view with this id, or NULL. */
TendVisit *_tend_rota_page_visit (TendRotaPage *self,
                                  const char   *id);

TendDate _tend_rota_page_today  (TendRotaPage *self);

/* -show */

/* Shows the week of @date, and the day when there is but one. */
void _tend_rota_page_go         (TendRotaPage *self,
                                 TendDate      date);
/* @week: (transfer full) */
void _tend_rota_page_show_week  (TendRotaPage *self,
                                 TendWeek     *week);
void _tend_rota_page_show_title (TendRotaPage *self);
/* As many days as there is room for. */
void _tend_rota_page_refold     (TendRotaPage *self);
/* Whether there is room for but one day in that width. */
gboolean _tend_rota_page_is_narrow (TendRotaPage *self,
                                    int           width);
/* Whether there is one, by choice or for want of room. */
gboolean _tend_rota_page_is_one_day (TendRotaPage *self);

/* -changes: what the view asks for */
void _tend_rota_page_place      (TendRotaPage *self,
                                 const char   *id,
                                 int           date,
                                 int           clock,
                                 gboolean      copy);
void _tend_rota_page_retime     (TendRotaPage *self,
                                 const char   *id,
                                 gint64        start,
                                 gint64        end);
void _tend_rota_page_remove     (TendRotaPage *self,
                                 const char   *id);

/* -output */
void _tend_rota_page_install_output (GtkWidgetClass *widget_class);

G_END_DECLS
