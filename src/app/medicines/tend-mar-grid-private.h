/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of TendMarGrid share: the grid itself, -rows, -focus. */

#pragma once

#include "tend-mar-grid.h"
#include "tend-widget-style.h"

G_BEGIN_DECLS

#define TEND_MAR_DAYS TEND_MAR_CYCLE_DAYS

/* A row of the chart: a time of a medicine, or its doses as needed. */
typedef struct
{
  TendMarLine   *line;
  guint          head;    /* the line's place among the lines */
  GtkWidget     *label;   /* "08:00" */
  TendMarSlot   *slots[TEND_MAR_DAYS];
  GPtrArray     *others[TEND_MAR_DAYS];  /* NULL in a row of a time */
  TendMarSquare *squares[TEND_MAR_DAYS]; /* of the days on view; by day of the cycle */
  int            y;
  int            height;
} TendMarRow;

struct _TendMarGrid
{
  GtkWidget      parent_instance;

  TendMarSheet  *sheet;    /* NULL at first */
  GHashTable    *drafts;   /* key → TendRecord */
  GPtrArray     *rows;     /* TendMarRow */
  GPtrArray     *heads;    /* GtkWidget: what each line is */
  GPtrArray     *squares;  /* TendMarSquare: those in use first, as many as n_squares */
  guint          n_squares;
  int            first;    /* of the days on view, from the first of the cycle */
  int            n_days;
  char          *last_key; /* what had the focus last */
  guint          arrange;  /* source: another number of days fits */
  GskRenderNode *paper;    /* what lies under the squares, as last drawn */
};

typedef enum
{
  TEND_MAR_LETTER,
  TEND_MAR_ENTER,
  TEND_MAR_PRESSED,
  TEND_MAR_DROP,
  TEND_MAR_BEYOND,
  TEND_MAR_ARRANGED,
  TEND_MAR_N_SIGNALS,
} TendMarSignal;

guint       tend_mar_grid_signal       (TendMarSignal    signal);

/* Where everything lies in a width. */
typedef struct
{
  gboolean wide;
  int      head;    /* width of the column of what the lines are; 0: they lie above */
  int      times;
  int      row;
  int      before;
  int      n_days;
  double   column;
} TendMarLayout;

/* -layout */
void        tend_mar_grid_find_layout  (TendMarGrid         *self,
                                        int                  width,
                                        TendMarLayout       *layout);
int         tend_mar_grid_least_width  (TendMarGrid         *self);
int         tend_mar_grid_head_height  (TendMarGrid         *self,
                                        guint                head,
                                        const TendMarLayout *layout,
                                        int                  width);
/* Gives every row its place and returns the height of all. */
int         tend_mar_grid_lay_out      (TendMarGrid         *self,
                                        const TendMarLayout *layout,
                                        int                  width);
/* The squares in which no dose can be. */
void        tend_mar_grid_draw_paper   (TendMarGrid         *self,
                                        cairo_t             *cr,
                                        int                  width);

/* -rows: what the sheet comes to, and a square for each dose of the days on view. */
void        tend_mar_grid_build_rows   (TendMarGrid     *self);
void        tend_mar_grid_fill_squares (TendMarGrid     *self);
void        tend_mar_grid_show_square  (TendMarGrid     *self,
                                        TendMarSquare   *square);
/* Before the first day of the line or after its last. */
gboolean    tend_mar_row_is_outside    (TendMarGrid     *self,
                                        TendMarRow      *row,
                                        int              day);
/* A free square, which calls back when it is pressed. */
TendMarSquare *tend_mar_grid_take_square (TendMarGrid   *self);
/* (transfer full): what to call it, a day's doses as needed too. */
char       *tend_mar_square_dup_key    (TendMarSquare   *square);

/* -focus */
void        tend_mar_grid_bind_focus   (GtkWidgetClass  *widget_class);
void        tend_mar_grid_init_focus   (TendMarGrid     *self);
gboolean    tend_mar_grid_focus        (GtkWidget       *widget,
                                        GtkDirectionType direction);
void        tend_mar_grid_focus_square (TendMarGrid     *self,
                                        TendMarSquare   *square);
TendMarSquare *tend_mar_grid_find      (TendMarGrid     *self,
                                        const char      *key);

G_END_DECLS
