/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard stands: on a visit, or on the free time between visits. */

#include "tend-rota-view-private.h"

#define SHORTEST_GAP 15 /* minutes; a shorter one between visits is passed over */

/* What Up and Down go through on one day: its blocks, and slots that begin where
 * a visit ends and at every half hour. */
typedef struct
{
  TendClock       clock;
  TendVisitBlock *block; /* NULL: free */
} Stop;

static TendDate
block_date (TendRotaView   *self,
            TendVisitBlock *block)
{
  return self->grid.first_day + tend_visit_block_get_part (block)->day;
}

/* From and to in minutes of the day that its part is on. */
static void
block_minutes (TendRotaView   *self,
               TendVisitBlock *block,
               int            *from,
               int            *to)
{
  const TendRotaPart *part = tend_visit_block_get_part (block);
  double minutes = (self->grid.to_hour - self->grid.from_hour) * 60;

  *from = self->grid.from_hour * 60 + (int) (part->y * minutes + 0.5);
  *to = *from + MAX ((int) (part->height * minutes + 0.5), 1);
}

static int
add_slots (GArray *stops,
           int     from,
           int     to)
{
  while (from + SHORTEST_GAP <= to)
    {
      Stop stop = { from, NULL };

      g_array_append_val (stops, stop);
      from = (from / TEND_ROTA_SLOT_LONG + 1) * TEND_ROTA_SLOT_LONG;
    }

  return from;
}

static GArray *
day_stops (TendRotaView *self,
           TendDate      date)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  int reached = self->grid.from_hour * 60;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      TendVisitBlock *block = self->blocks->pdata[i];
      Stop stop = { .block = block };
      int end;

      if (block_date (self, block) != date)
        continue;

      block_minutes (self, block, &stop.clock, &end);
      add_slots (stops, reached, stop.clock);
      g_array_append_val (stops, stop);
      /* A short visit is drawn longer than it is: what is free begins below. */
      reached = MAX (reached, (end + TEND_ROTA_STEP - 1) / TEND_ROTA_STEP * TEND_ROTA_STEP);
    }

  add_slots (stops, reached, self->grid.to_hour * 60);
  return stops;
}

/* The last stop that begins at @clock or before; -1 on a day without any. */
static int
find_stop (GArray    *stops,
           TendClock  clock)
{
  int found = stops->len > 0 ? 0 : -1;

  for (guint i = 0; i < stops->len; i++)
    if (g_array_index (stops, Stop, i).clock <= clock)
      found = i;

  return found;
}

TendVisitBlock *
tend_rota_view_focused_block (TendRotaView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && TEND_IS_VISIT_BLOCK (focus) ? TEND_VISIT_BLOCK (focus) : NULL;
}

TendRotaSlot *
tend_rota_view_focused_slot (TendRotaView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && TEND_IS_ROTA_SLOT (focus) ? TEND_ROTA_SLOT (focus) : NULL;
}

static gboolean
get_place (TendRotaView *self,
           TendDate     *date,
           TendClock    *clock)
{
  TendVisitBlock *block = tend_rota_view_focused_block (self);
  TendRotaSlot *slot = tend_rota_view_focused_slot (self);
  int end;

  if (block != NULL)
    {
      *date = block_date (self, block);
      block_minutes (self, block, clock, &end);
    }
  else if (slot != NULL)
    {
      *date = tend_rota_slot_get_date (slot);
      *clock = tend_rota_slot_get_clock (slot);
    }

  return block != NULL || slot != NULL;
}

void
tend_rota_view_hide_slot (TendRotaView *self)
{
  if (!self->slot_shown)
    return;

  self->slot_shown = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->slots[self->slot]), FALSE);
}

void
tend_rota_view_focus_block (TendRotaView   *self,
                            TendVisitBlock *block)
{
  const char *key = tend_visit_block_get_key (block);

  if (g_strcmp0 (key, self->last_key) != 0)
    {
      g_free (self->last_key);
      self->last_key = g_strdup (key);
    }

  gtk_widget_grab_focus (GTK_WIDGET (block));
  tend_rota_view_hide_slot (self);
}

static const char *
off_label (TendRotaView *self,
           TendDate      date)
{
  for (guint i = 0; i < self->time_off->len; i++)
    {
      const TendRotaTimeOff *off = &g_array_index (self->time_off, TendRotaTimeOff, i);

      if (date >= off->starts_on && date <= off->ends_on)
        return off->label;
    }

  return NULL;
}

static void
focus_slot (TendRotaView *self,
            TendDate      date,
            TendClock     clock)
{
  GtkWidget *before = GTK_WIDGET (self->slots[self->slot]);
  GtkWidget *slot;
  GdkRectangle rect;

  self->slot = !self->slot;
  self->slot_shown = TRUE;
  slot = GTK_WIDGET (self->slots[self->slot]);
  tend_rota_slot_set_place (TEND_ROTA_SLOT (slot), date, clock, off_label (self, date));
  gtk_widget_set_visible (slot, TRUE);

  /* At its place before it has the focus, so that the right spot is scrolled to. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      tend_rota_view_slot_rect (self, date, clock, &rect);
      gtk_widget_measure (slot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (slot, &rect, -1);
    }

  gtk_widget_grab_focus (slot);
  gtk_widget_set_visible (before, FALSE);
}

static void
focus_stop (TendRotaView *self,
            TendDate      date,
            const Stop   *stop)
{
  if (stop->block != NULL)
    tend_rota_view_focus_block (self, stop->block);
  else
    focus_slot (self, date, stop->clock);
}

void
tend_rota_view_focus_time (TendRotaView *self,
                           TendDate      date,
                           TendClock     clock)
{
  g_autoptr(GArray) stops = NULL;
  int found;

  g_return_if_fail (TEND_IS_ROTA_VIEW (self));

  date = CLAMP (date, self->grid.first_day, self->grid.first_day + self->grid.n_days - 1);
  stops = day_stops (self, date);
  found = find_stop (stops, clock);
  if (found >= 0)
    focus_stop (self, date, &g_array_index (stops, Stop, found));
}

gboolean
tend_rota_view_focus_visit (TendRotaView *self,
                            const char   *id)
{
  g_return_val_if_fail (TEND_IS_ROTA_VIEW (self), FALSE);

  for (guint i = 0; id != NULL && i < self->blocks->len; i++)
    {
      TendVisitBlock *block = self->blocks->pdata[i];
      TendVisit *visit = tend_rota_view_visit (self, tend_visit_block_get_key (block), NULL);

      if (visit != NULL && g_str_equal (visit->id, id))
        {
          tend_rota_view_focus_block (self, block);
          return TRUE;
        }
    }

  return FALSE;
}

TendDate
tend_rota_view_get_day (TendRotaView *self)
{
  TendDate date;
  TendClock clock;

  g_return_val_if_fail (TEND_IS_ROTA_VIEW (self), TEND_DATE_NONE);

  if (get_place (self, &date, &clock))
    return date;
  if (self->grid.today >= self->grid.first_day &&
      self->grid.today < self->grid.first_day + self->grid.n_days)
    return self->grid.today;

  return self->grid.first_day;
}

/* The stop that has the focus, among those of its day. */
static int
focused_stop (TendRotaView *self,
              GArray       *stops,
              TendClock     clock)
{
  TendVisitBlock *block = tend_rota_view_focused_block (self);

  for (guint i = 0; block != NULL && i < stops->len; i++)
    if (g_array_index (stops, Stop, i).block == block)
      return i;

  return find_stop (stops, clock);
}

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  g_autoptr(GArray) stops = NULL;
  TendDate date;
  TendClock clock;
  int days, steps, index;

  g_variant_get (arguments, "(ii)", &days, &steps);
  if (!get_place (self, &date, &clock))
    return FALSE;

  if (days != 0 && (date + days < self->grid.first_day ||
                    date + days >= self->grid.first_day + self->grid.n_days))
    {
      g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_BEYOND), 0, date + days, clock);
      return TRUE;
    }

  if (days != 0)
    {
      tend_rota_view_focus_time (self, date + days, clock);
      return TRUE;
    }

  stops = day_stops (self, date);
  index = focused_stop (self, stops, clock) + steps;
  if (index >= 0 && index < (int) stops->len)
    focus_stop (self, date, &g_array_index (stops, Stop, index));

  return TRUE;
}

/* From visit to visit, over what is free. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  int step = g_variant_get_int32 (arguments);
  int best = -1;
  TendDate date;
  TendClock clock;

  if (!get_place (self, &date, &clock))
    return FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      TendVisitBlock *block = self->blocks->pdata[i];
      int from, to;

      if (block == tend_rota_view_focused_block (self))
        {
          best = (int) i + step;
          break;
        }

      block_minutes (self, block, &from, &to);
      if (block_date (self, block) * 1440 + from <= date * 1440 + clock)
        best = step > 0 ? (int) i + 1 : (int) i;
      else if (best < 0 && step > 0)
        best = i;
    }

  if (best >= 0 && best < (int) self->blocks->len)
    tend_rota_view_focus_block (self, self->blocks->pdata[best]);

  return TRUE;
}

/* Where Tab comes in: the visit one was at, else what is next, else today. */
static void
enter (TendRotaView *self)
{
  TendVisitBlock *block = tend_rota_view_block (self, self->last_key);

  for (guint i = 0; block == NULL && i < self->blocks->len; i++)
    {
      TendVisitBlock *next = self->blocks->pdata[i];

      if (self->grid.now != TEND_INSTANT_NONE &&
          tend_visit_block_get_start (next) >= self->grid.now)
        block = next;
    }

  if (block == NULL && self->blocks->len > 0)
    block = self->blocks->pdata[0];

  if (block != NULL)
    tend_rota_view_focus_block (self, block);
  else
    tend_rota_view_focus_time (self, MAX (self->grid.today, self->grid.first_day), 9 * 60);
}

gboolean
tend_rota_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);

  /* One stop: from inside, Tab leaves. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  enter (self);
  return gtk_widget_get_focus_child (widget) != NULL;
}

void
tend_rota_view_bind_focus (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint pad;
    int   days;
    int   steps;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb,
                                    "(ii)", arrows[i].days, arrows[i].steps);
      gtk_widget_class_add_binding (widget_class, arrows[i].pad, 0, arrow_cb,
                                    "(ii)", arrows[i].days, arrows[i].steps);
    }

  /* The page's: but the scroller in between would take the key. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "rota.today", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
}
