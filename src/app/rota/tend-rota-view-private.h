/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of TendRotaView share: the view itself, -focus, -edit, -pointer. */

#pragma once

#include "tend-rota-slot.h"
#include "tend-rota-view.h"
#include "tend-visit-block.h"
#include "tend-widget-style.h"

G_BEGIN_DECLS

#define TEND_ROTA_STEP      15 /* minutes that a key or the pointer moves by */
#define TEND_ROTA_SLOT_LONG 30 /* minutes of a free slot */

typedef enum
{
  TEND_ROTA_EDIT_NONE,
  TEND_ROTA_EDIT_MOVE,
  TEND_ROTA_EDIT_COPY,
  TEND_ROTA_EDIT_STRETCH,
} TendRotaEditKind;

/* A visit on the move: where it would be if the key or the button were let go. */
typedef struct
{
  TendRotaEditKind  kind;
  char             *key;    /* whose */
  gboolean          by_key;
  gboolean          settled; /* asked for; shown until the answer comes */
  TendDate          date;   /* MOVE and COPY: where it would start, local */
  TendClock         clock;
  TendInstant       start;  /* as drawn */
  TendInstant       end;
} TendRotaEdit;

struct _TendRotaView
{
  GtkWidget        parent_instance;

  TendWeek        *week;       /* borrowed */
  TendDate         monday;     /* of that week */
  TendRotaVisit   *looks;      /* as many as the week has visits */
  GArray          *time_off;   /* TendRotaTimeOff */
  TendRotaGrid     grid;

  GPtrArray       *blocks;     /* TendVisitBlock on view, in order of day and time */
  GPtrArray       *spare;      /* TendVisitBlock not in use */
  TendRotaSlot    *slots[2];
  guint            slot;       /* which of the two is in use */
  gboolean         slot_shown;

  GskRenderNode   *paper;      /* the grid as last drawn, or NULL */
  int              paper_width;
  int              paper_height;

  TendRotaEdit     edit;
  char            *copied;     /* id of what Ctrl+C took */
  char            *last_key;   /* visit that had the focus last */

  /* pointer */
  double           press_x;
  double           press_y;
  TendVisitBlock  *pressed;    /* borrowed, while the button is down */
  gboolean         press_edge; /* on its lower edge */
  gboolean         dragging;
  GtkWidget       *menu;
};

typedef enum
{
  TEND_ROTA_OPEN,
  TEND_ROTA_PLACE,
  TEND_ROTA_RETIME,
  TEND_ROTA_REMOVE,
  TEND_ROTA_REPEAT,
  TEND_ROTA_NEW_VISIT,
  TEND_ROTA_BEYOND,
  TEND_ROTA_RESIZED,
  TEND_ROTA_STATUS,
  TEND_ROTA_N_SIGNALS,
} TendRotaSignal;

guint           tend_rota_view_signal         (TendRotaSignal   signal);
void            tend_rota_view_say            (TendRotaView    *self,
                                               const char      *text);

/* The style of what it draws; takes the widths of its margins from the font. */
void            tend_rota_view_update_style   (TendRotaView    *self,
                                               TendDrawStyle   *style);
int             tend_rota_view_least_height   (TendRotaView    *self);
void            tend_rota_view_forget_paper   (TendRotaView    *self);
/* What Enter does to a block, or to what has the focus when it is NULL. */
void            tend_rota_view_open_block     (TendRotaView    *self,
                                               TendVisitBlock  *block);
/* The visit of a key, and its index; NULL when the week no longer has it. */
TendVisit      *tend_rota_view_visit          (TendRotaView    *self,
                                               const char      *key,
                                               guint           *index);
TendVisitBlock *tend_rota_view_block          (TendRotaView    *self,
                                               const char      *key);
/* Where minutes of a day lie: the rectangle of a slot. */
void            tend_rota_view_slot_rect      (TendRotaView    *self,
                                               TendDate         date,
                                               TendClock        clock,
                                               GdkRectangle    *rect);

/* -focus */
void            tend_rota_view_bind_focus     (GtkWidgetClass  *widget_class);
gboolean        tend_rota_view_focus          (GtkWidget       *widget,
                                               GtkDirectionType direction);
/* What the keyboard stands on: one of the two, or neither. */
TendVisitBlock *tend_rota_view_focused_block  (TendRotaView    *self);
TendRotaSlot   *tend_rota_view_focused_slot   (TendRotaView    *self);
void            tend_rota_view_focus_block    (TendRotaView    *self,
                                               TendVisitBlock  *block);
void            tend_rota_view_hide_slot      (TendRotaView    *self);

/* -edit */
void            tend_rota_view_bind_edit      (GtkWidgetClass  *widget_class);
void            tend_rota_view_init_edit      (TendRotaView    *self);
/* Begins, or goes on with, an edit of the visit. FALSE when it cannot be moved,
 * having said why. */
gboolean        tend_rota_view_begin_edit     (TendRotaView    *self,
                                               TendRotaEditKind kind,
                                               const char      *key,
                                               gboolean         by_key);
void            tend_rota_view_edit_to        (TendRotaView    *self,
                                               TendDate         date,
                                               TendClock        clock);
void            tend_rota_view_edit_end       (TendRotaView    *self,
                                               TendInstant      end);
void            tend_rota_view_commit_edit    (TendRotaView    *self);
void            tend_rota_view_cancel_edit    (TendRotaView    *self);
void            tend_rota_view_snapshot_edit  (TendRotaView    *self,
                                               GtkSnapshot     *snapshot);

/* -pointer */
void            tend_rota_view_init_pointer   (TendRotaView    *self);
void            tend_rota_view_show_menu      (TendRotaView    *self,
                                               double           x,
                                               double           y);

G_END_DECLS
