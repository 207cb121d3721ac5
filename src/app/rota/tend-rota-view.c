/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define HOUR_LINES 3.5  /* least height of an hour, in lines of text */
#define GUTTER_EMS 3.9  /* width of the column of hours */
#define TOP_LINES  0.6  /* room above the first hour, for half its label */

G_DEFINE_FINAL_TYPE (TendRotaView, tend_rota_view, GTK_TYPE_WIDGET)

static guint signals[TEND_ROTA_N_SIGNALS];

guint
tend_rota_view_signal (TendRotaSignal signal)
{
  return signals[signal];
}

void
tend_rota_view_say (TendRotaView *self,
                    const char   *text)
{
  g_signal_emit (self, signals[TEND_ROTA_STATUS], 0, text);
}

char *
tend_rota_view_key (const TendVisit *visit)
{
  g_autofree char *day = NULL;

  if (visit->pattern == NULL)
    return g_strdup (visit->id);

  day = tend_date_format_iso (visit->pattern_date);
  return g_strdup_printf ("%s@%s", visit->pattern, day);
}

TendVisit *
tend_rota_view_visit (TendRotaView *self,
                      const char   *key,
                      guint        *index)
{
  for (guint i = 0; self->week != NULL && key != NULL && i < self->week->visits->len; i++)
    {
      TendVisit *visit = self->week->visits->pdata[i];
      g_autofree char *other = tend_rota_view_key (visit);

      if (!g_str_equal (key, other))
        continue;
      if (index != NULL)
        *index = i;
      return visit;
    }

  return NULL;
}

TendVisitBlock *
tend_rota_view_block (TendRotaView *self,
                      const char   *key)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      TendVisitBlock *block = self->blocks->pdata[i];

      if (g_strcmp0 (tend_visit_block_get_key (block), key) == 0)
        return block;
    }

  return NULL;
}

/* Layout */

void
tend_rota_view_update_style (TendRotaView  *self,
                             TendDrawStyle *style)
{
  tend_widget_draw_style (GTK_WIDGET (self), style);
  self->grid.gutter = ceil (style->font_size * GUTTER_EMS);
  self->grid.header = ceil (style->font_size * TOP_LINES);
}

int
tend_rota_view_least_height (TendRotaView *self)
{
  TendDrawStyle style;

  tend_rota_view_update_style (self, &style);
  return ceil (self->grid.header
               + (self->grid.to_hour - self->grid.from_hour) * style.font_size * HOUR_LINES);
}

static void
tend_rota_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = tend_rota_view_least_height (self);
  else
    *minimum = *natural = ceil (self->grid.gutter) + self->grid.n_days * 24;
}

static void
allocate_block (TendRotaView   *self,
                TendVisitBlock *block,
                int             width,
                int             height)
{
  cairo_rectangle_t rect;
  GtkAllocation place;

  tend_rota_part_rect (&self->grid, width, height, tend_visit_block_get_part (block), &rect);

  place.x = round (rect.x);
  place.y = round (rect.y);
  place.width = MAX (round (rect.x + rect.width) - place.x, 1);
  place.height = MAX (round (rect.y + rect.height) - place.y, 1);
  gtk_widget_size_allocate (GTK_WIDGET (block), &place, -1);
}

void
tend_rota_view_slot_rect (TendRotaView *self,
                          TendDate      date,
                          TendClock     clock,
                          GdkRectangle *rect)
{
  double minutes = (self->grid.to_hour - self->grid.from_hour) * 60;
  cairo_rectangle_t place;
  TendRotaPart part = {
    .day = date - self->grid.first_day,
    .width = 1,
    .y = (clock - self->grid.from_hour * 60) / minutes,
    .height = TEND_ROTA_SLOT_LONG / minutes,
    .n_lanes = 1,
  };

  tend_rota_part_rect (&self->grid, gtk_widget_get_width (GTK_WIDGET (self)),
                       gtk_widget_get_height (GTK_WIDGET (self)), &part, &place);

  rect->x = round (place.x);
  rect->y = round (place.y);
  rect->width = MAX (round (place.width), 1);
  rect->height = MAX (round (place.height), 1);
}

static void
allocate_slot (TendRotaView *self)
{
  TendRotaSlot *slot = self->slots[self->slot];
  GdkRectangle rect;

  if (!self->slot_shown)
    return;

  tend_rota_view_slot_rect (self, tend_rota_slot_get_date (slot), tend_rota_slot_get_clock (slot),
                            &rect);
  gtk_widget_size_allocate (GTK_WIDGET (slot), &rect, -1);
}

static void
tend_rota_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);

  for (guint i = 0; i < self->blocks->len; i++)
    allocate_block (self, self->blocks->pdata[i], width, height);
  allocate_slot (self);
  g_signal_emit (self, signals[TEND_ROTA_RESIZED], 0, width);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Drawing */

/* The paper is drawn once for each size, week and palette: a ghost that moves
 * over it costs nothing but itself. */
static void
snapshot_paper (TendRotaView *self,
                GtkSnapshot  *snapshot,
                int           width,
                int           height)
{
  if (self->paper == NULL || width != self->paper_width || height != self->paper_height)
    {
      TendDrawStyle style;
      cairo_t *cr;

      g_clear_pointer (&self->paper, gsk_render_node_unref);
      self->paper = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
      self->paper_width = width;
      self->paper_height = height;

      tend_rota_view_update_style (self, &style);
      cr = gsk_cairo_node_get_draw_context (self->paper);
      tend_rota_draw_grid (cr, width, height, &self->grid, &style);
      cairo_destroy (cr);
    }

  gtk_snapshot_append_node (snapshot, self->paper);
}

static void
tend_rota_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0)
    return;

  snapshot_paper (self, snapshot, width, height);
  GTK_WIDGET_CLASS (tend_rota_view_parent_class)->snapshot (widget, snapshot);
  tend_rota_view_snapshot_edit (self, snapshot);
}

void
tend_rota_view_forget_paper (TendRotaView *self)
{
  g_clear_pointer (&self->paper, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tend_rota_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tend_rota_view_parent_class)->css_changed (widget, change);

  tend_rota_view_forget_paper (TEND_ROTA_VIEW (widget));
}

static void
tend_rota_view_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tend_rota_view_parent_class)->system_setting_changed (widget, setting);

  tend_rota_view_forget_paper (TEND_ROTA_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

/* Class */

static void
tend_rota_view_dispose (GObject *object)
{
  TendRotaView *self = TEND_ROTA_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->spare, 0);
  self->week = NULL;

  G_OBJECT_CLASS (tend_rota_view_parent_class)->dispose (object);
}

static void
tend_rota_view_finalize (GObject *object)
{
  TendRotaView *self = TEND_ROTA_VIEW (object);

  g_clear_pointer (&self->paper, gsk_render_node_unref);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->spare);
  g_array_unref (self->time_off);
  g_free (self->looks);
  g_free (self->edit.key);
  g_free (self->copied);
  g_free (self->last_key);

  G_OBJECT_CLASS (tend_rota_view_parent_class)->finalize (object);
}

static void
create_signals (GType type)
{
  static const struct
  {
    TendRotaSignal signal;
    const char    *name;
  } of_id[] = {
    { TEND_ROTA_OPEN, "open" },
    { TEND_ROTA_REMOVE, "remove" },
    { TEND_ROTA_REPEAT, "repeat" },
    { TEND_ROTA_STATUS, "status" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (of_id); i++)
    signals[of_id[i].signal] =
      g_signal_new (of_id[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[TEND_ROTA_PLACE] =
    g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                  G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[TEND_ROTA_RETIME] =
    g_signal_new ("retime", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                  G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
  signals[TEND_ROTA_NEW_VISIT] =
    g_signal_new ("new-visit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_INT, G_TYPE_INT);
  signals[TEND_ROTA_RESIZED] =
    g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_INT);
  signals[TEND_ROTA_BEYOND] =
    g_signal_new ("beyond", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_INT, G_TYPE_INT);
}

static void
tend_rota_view_class_init (TendRotaViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_rota_view_dispose;
  object_class->finalize = tend_rota_view_finalize;
  widget_class->measure = tend_rota_view_measure;
  widget_class->size_allocate = tend_rota_view_size_allocate;
  widget_class->snapshot = tend_rota_view_snapshot;
  widget_class->focus = tend_rota_view_focus;
  widget_class->css_changed = tend_rota_view_css_changed;
  widget_class->system_setting_changed = tend_rota_view_system_setting_changed;

  create_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "rotaview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  tend_rota_view_bind_focus (widget_class);
  tend_rota_view_bind_edit (widget_class);
}

static void
tend_rota_view_init (TendRotaView *self)
{
  self->blocks = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->time_off = g_array_new (FALSE, FALSE, sizeof (TendRotaTimeOff));
  self->grid = (TendRotaGrid) { .n_days = 7, .from_hour = 8, .to_hour = 18,
                                .now = TEND_INSTANT_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (self->slots); i++)
    {
      self->slots[i] = TEND_ROTA_SLOT (tend_rota_slot_new ());
      gtk_widget_set_visible (GTK_WIDGET (self->slots[i]), FALSE);
      gtk_widget_set_parent (GTK_WIDGET (self->slots[i]), GTK_WIDGET (self));
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("The week"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys go from visit to visit. Control with an arrow "
                                    "moves a visit, Shift with Up or Down changes its end."), -1);
  tend_rota_view_init_edit (self);
  tend_rota_view_init_pointer (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (tend_rota_view_forget_paper), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (tend_rota_view_forget_paper), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_rota_view_new (void)
{
  return g_object_new (TEND_TYPE_ROTA_VIEW, NULL);
}

int
tend_rota_view_get_gutter (TendRotaView *self)
{
  TendDrawStyle style;

  g_return_val_if_fail (TEND_IS_ROTA_VIEW (self), 0);

  tend_rota_view_update_style (self, &style);
  return ceil (self->grid.gutter);
}

double
tend_rota_view_get_y (TendRotaView *self,
                      TendClock     clock)
{
  double height, minutes;

  g_return_val_if_fail (TEND_IS_ROTA_VIEW (self), 0);

  height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), tend_rota_view_least_height (self));
  minutes = (self->grid.to_hour - self->grid.from_hour) * 60;

  return self->grid.header
         + (height - self->grid.header) * (clock - self->grid.from_hour * 60) / minutes;
}
