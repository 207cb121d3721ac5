/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-block.h"

#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>

struct _TendVisitBlock
{
  GtkWidget      parent_instance;

  char          *key;
  char          *client;
  char          *service;
  TendRotaVisit  visit; /* its text is the two above */
  TendRotaPart   part;
  gboolean       ghost;
};

G_DEFINE_FINAL_TYPE (TendVisitBlock, tend_visit_block, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TendRotaDrawFlags
draw_flags (TendVisitBlock *self)
{
  GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (self));
  TendRotaDrawFlags flags = TEND_ROTA_DRAW_NONE;

  if (state & GTK_STATE_FLAG_FOCUSED)
    flags |= TEND_ROTA_DRAW_SELECTED;
  if (state & GTK_STATE_FLAG_PRELIGHT)
    flags |= TEND_ROTA_DRAW_HOVER;
  if (self->ghost)
    flags |= TEND_ROTA_DRAW_GHOST;

  return flags;
}

static void
tend_visit_block_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TendVisitBlock *self = TEND_VISIT_BLOCK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TendDrawStyle style;
  cairo_t *cr;

  if (self->key == NULL)
    return;

  tend_widget_draw_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  tend_rota_draw_visit (cr, width, height, &self->visit, &self->part, draw_flags (self), &style);
  cairo_destroy (cr);
}

static void
tend_visit_block_state_flags_changed (GtkWidget     *widget,
                                      GtkStateFlags  before)
{
  GtkStateFlags drawn = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_PRELIGHT;

  if ((before ^ gtk_widget_get_state_flags (widget)) & drawn)
    gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (tend_visit_block_parent_class)->state_flags_changed (widget, before);
}

/* The view decides on the room; a block takes whatever it is given. */
static void
tend_visit_block_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATE], 0);
}

static void
tend_visit_block_finalize (GObject *object)
{
  TendVisitBlock *self = TEND_VISIT_BLOCK (object);

  g_free (self->key);
  g_free (self->client);
  g_free (self->service);

  G_OBJECT_CLASS (tend_visit_block_parent_class)->finalize (object);
}

static void
tend_visit_block_class_init (TendVisitBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tend_visit_block_finalize;
  widget_class->measure = tend_visit_block_measure;
  widget_class->snapshot = tend_visit_block_snapshot;
  widget_class->state_flags_changed = tend_visit_block_state_flags_changed;

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "visitblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "visit.open", NULL, open_action);
}

static void
tend_visit_block_init (TendVisitBlock *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  tend_widget_follow_palette (GTK_WIDGET (self));
}

GtkWidget *
tend_visit_block_new (void)
{
  return g_object_new (TEND_TYPE_VISIT_BLOCK, NULL);
}

static void
update_label (TendVisitBlock *self)
{
  g_autofree char *label = tend_rota_visit_label (&self->visit);
  const char *description = "";

  if (self->visit.clash)
    description = _("Clashes with another visit.");
  if (self->part.from_before)
    description = _("Began the day before.");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static gboolean
is_same_visit (const TendRotaVisit *a,
               const TendRotaVisit *b)
{
  return a->start == b->start && a->end == b->end && a->state == b->state &&
         a->color == b->color && a->clash == b->clash &&
         g_strcmp0 (a->client, b->client) == 0 && g_strcmp0 (a->service, b->service) == 0;
}

/* Where a part lies is for the layout; only these are drawn. */
static gboolean
is_same_part (const TendRotaPart *a,
              const TendRotaPart *b)
{
  return a->from_before == b->from_before && a->goes_on == b->goes_on;
}

gboolean
tend_visit_block_update (TendVisitBlock      *self,
                         const char          *key,
                         const TendRotaVisit *visit,
                         const TendRotaPart  *part)
{
  gboolean same;

  g_return_val_if_fail (TEND_IS_VISIT_BLOCK (self), FALSE);
  g_return_val_if_fail (key != NULL && visit != NULL && part != NULL, FALSE);

  same = self->key != NULL && is_same_visit (&self->visit, visit) &&
         is_same_part (&self->part, part);

  if (g_strcmp0 (self->key, key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (key);
    }
  self->part = *part;

  if (same)
    return FALSE;

  g_free (self->client);
  g_free (self->service);
  self->client = g_strdup (visit->client);
  self->service = g_strdup (visit->service);
  self->visit = *visit;
  self->visit.client = self->client;
  self->visit.service = self->service;

  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

const char *
tend_visit_block_get_key (TendVisitBlock *self)
{
  g_return_val_if_fail (TEND_IS_VISIT_BLOCK (self), NULL);

  return self->key;
}

const TendRotaPart *
tend_visit_block_get_part (TendVisitBlock *self)
{
  g_return_val_if_fail (TEND_IS_VISIT_BLOCK (self), NULL);

  return &self->part;
}

TendInstant
tend_visit_block_get_start (TendVisitBlock *self)
{
  g_return_val_if_fail (TEND_IS_VISIT_BLOCK (self), TEND_INSTANT_NONE);

  return self->visit.start;
}

void
tend_visit_block_say (TendVisitBlock *self,
                      const char     *text)
{
  g_return_if_fail (TEND_IS_VISIT_BLOCK (self));

  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  else
    update_label (self);
}

void
tend_visit_block_set_ghost (TendVisitBlock *self,
                            gboolean        ghost)
{
  g_return_if_fail (TEND_IS_VISIT_BLOCK (self));

  if (self->ghost == ghost)
    return;

  self->ghost = ghost;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
