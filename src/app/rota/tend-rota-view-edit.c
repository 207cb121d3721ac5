/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit on the move, by key or by pointer, until it is let go. */

#include "tend-rota-view-private.h"

#include "tend-visit-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SHORTEST     5  /* minutes that stretching leaves */
#define DAY_MINUTES  (24 * 60)
#define MOST_MISSING 8  /* steps over an hour that does not exist */

void
tend_rota_view_cancel_edit (TendRotaView *self)
{
  TendVisitBlock *block = tend_rota_view_block (self, self->edit.key);

  if (self->edit.kind == TEND_ROTA_EDIT_NONE)
    return;

  if (block != NULL)
    {
      tend_visit_block_set_ghost (block, FALSE);
      tend_visit_block_say (block, NULL);
    }

  g_clear_pointer (&self->edit.key, g_free);
  self->edit = (TendRotaEdit) { .kind = TEND_ROTA_EDIT_NONE };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tend_rota_view_put_back (TendRotaView *self)
{
  g_return_if_fail (TEND_IS_ROTA_VIEW (self));

  tend_rota_view_cancel_edit (self);
}

/* Why it must stay where it is, or NULL. */
static const char *
find_hindrance (const TendVisit *visit)
{
  switch (visit->status)
    {
    case TEND_VISIT_DONE:
      return _("This visit has been recorded. Open it to correct its times.");
    case TEND_VISIT_CANCELLED:
      return _("This visit has been cancelled. Copy it to plan it again.");
    case TEND_VISIT_MISSED:
      return _("This visit did not happen. Copy it to plan it again.");
    case TEND_VISIT_PLANNED:
    default:
      return NULL;
    }
}

gboolean
tend_rota_view_begin_edit (TendRotaView     *self,
                           TendRotaEditKind  kind,
                           const char       *key,
                           gboolean          by_key)
{
  TendVisit *visit = tend_rota_view_visit (self, key, NULL);
  TendVisitBlock *block = tend_rota_view_block (self, key);
  const char *hindrance;

  if (visit == NULL || self->edit.settled)
    return FALSE;
  if (self->edit.kind == kind && g_strcmp0 (self->edit.key, key) == 0)
    return TRUE;

  hindrance = kind != TEND_ROTA_EDIT_COPY ? find_hindrance (visit) : NULL;
  if (hindrance != NULL)
    {
      tend_rota_view_say (self, hindrance);
      return FALSE;
    }

  tend_rota_view_commit_edit (self);
  if (self->edit.settled)
    return FALSE;

  self->edit = (TendRotaEdit) {
    .kind = kind,
    .key = g_strdup (key),
    .by_key = by_key,
    .start = tend_visit_start (visit),
    .end = tend_visit_end (visit),
  };
  tend_time_to_local (self->edit.start, &self->edit.date, &self->edit.clock);
  if (block != NULL && kind != TEND_ROTA_EDIT_COPY)
    tend_visit_block_set_ghost (block, TRUE);

  return TRUE;
}

static void
say_edit (TendRotaView *self)
{
  TendVisitBlock *block = tend_rota_view_block (self, self->edit.key);
  g_autofree char *day = tend_date_format (tend_time_date (self->edit.start), TEND_DATE_FULL);
  g_autofree char *span = tend_time_format_span (self->edit.start, self->edit.end);
  g_autofree char *text = NULL;

  switch (self->edit.kind)
    {
    case TEND_ROTA_EDIT_COPY:
      /* Translators: a copy of a visit on its way: a day and times */
      text = g_strdup_printf (_("Copy to %s, %s"), day, span);
      break;
    case TEND_ROTA_EDIT_STRETCH:
      {
        g_autofree char *length =
          tend_minutes_format (tend_time_minutes (self->edit.start, self->edit.end));

        /* Translators: a visit being made longer or shorter: a day, times and a length */
        text = g_strdup_printf (_("%s, %s, %s long"), day, span, length);
        break;
      }
    case TEND_ROTA_EDIT_MOVE:
    case TEND_ROTA_EDIT_NONE:
    default:
      /* Translators: a visit on its way: a day and times */
      text = g_strdup_printf (_("Move to %s, %s"), day, span);
    }

  if (block != NULL)
    tend_visit_block_say (block, text);
  tend_rota_view_say (self, text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_missing (TendDate  date,
            TendClock clock)
{
  TendInstant instant;

  return tend_time_from_local (date, clock, &instant, NULL) == TEND_LOCAL_MISSING;
}

void
tend_rota_view_edit_to (TendRotaView *self,
                        TendDate      date,
                        TendClock     clock)
{
  TendVisit *visit = tend_rota_view_visit (self, self->edit.key, NULL);

  if (visit == NULL || (date == self->edit.date && clock == self->edit.clock))
    return;

  if (is_missing (date, clock))
    {
      g_autofree char *day = tend_date_format (date, TEND_DATE_FULL);
      g_autofree char *time = tend_clock_format (clock);
      g_autofree char *text =
        g_strdup_printf (_("There is no %s on %s: the clocks go forward."), time, day);

      tend_rota_view_say (self, text);
      return;
    }

  self->edit.date = date;
  self->edit.clock = clock;
  tend_time_from_local (date, clock, &self->edit.start, NULL);
  self->edit.end = tend_visit_edit_end (tend_visit_start (visit), tend_visit_end (visit),
                                        self->edit.start);
  say_edit (self);
}

void
tend_rota_view_edit_end (TendRotaView *self,
                         TendInstant   end)
{
  end = MAX (end, self->edit.start + SHORTEST * 60);
  if (end == self->edit.end)
    return;

  self->edit.end = end;
  say_edit (self);
}

void
tend_rota_view_commit_edit (TendRotaView *self)
{
  TendVisit *visit = tend_rota_view_visit (self, self->edit.key, NULL);
  gboolean copy = self->edit.kind == TEND_ROTA_EDIT_COPY;
  g_autofree char *id = NULL;

  if (self->edit.kind == TEND_ROTA_EDIT_NONE || self->edit.settled)
    return;

  if (visit == NULL ||
      (self->edit.start == tend_visit_start (visit) && self->edit.end == tend_visit_end (visit)))
    {
      tend_rota_view_cancel_edit (self);
      return;
    }

  self->edit.settled = TRUE;
  id = g_strdup (visit->id);
  if (self->edit.kind == TEND_ROTA_EDIT_STRETCH)
    g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_RETIME), 0,
                   id, self->edit.start, self->edit.end);
  else
    g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_PLACE), 0,
                   id, self->edit.date, self->edit.clock, copy);
}

/* Drawing */

static TendRotaVisit
ghost_visit (TendRotaView *self)
{
  TendRotaVisit look = { .client = "" };
  guint index;

  if (tend_rota_view_visit (self, self->edit.key, &index) != NULL)
    look = self->looks[index];

  look.start = self->edit.start;
  look.end = self->edit.end;
  look.clash = FALSE;
  look.state = TEND_ROTA_PLANNED;
  return look;
}

void
tend_rota_view_snapshot_edit (TendRotaView *self,
                              GtkSnapshot  *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr(GArray) parts = NULL;
  TendRotaVisit look;
  TendDrawStyle style;

  if (self->edit.kind == TEND_ROTA_EDIT_NONE)
    return;

  look = ghost_visit (self);
  tend_rota_view_update_style (self, &style);
  parts = tend_rota_layout (&look, 1, &self->grid,
                            tend_rota_min_minutes (&self->grid, height, &style));

  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);
      cairo_rectangle_t rect;
      cairo_t *cr;

      tend_rota_part_rect (&self->grid, width, height, part, &rect);
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (rect.x, rect.y,
                                                           rect.width, rect.height));
      cairo_translate (cr, rect.x, rect.y);
      tend_rota_draw_visit (cr, rect.width, rect.height, &look, part,
                            TEND_ROTA_DRAW_SELECTED, &style);
      cairo_destroy (cr);
    }
}

/* Keys */

static TendVisit *
focused_visit (TendRotaView *self)
{
  TendVisitBlock *block = tend_rota_view_focused_block (self);

  return block != NULL
         ? tend_rota_view_visit (self, tend_visit_block_get_key (block), NULL) : NULL;
}

static gboolean
begin_with_key (TendRotaView     *self,
                TendRotaEditKind  kind)
{
  TendVisitBlock *block = tend_rota_view_focused_block (self);

  return block != NULL &&
         tend_rota_view_begin_edit (self, kind, tend_visit_block_get_key (block), TRUE);
}

/* By days and minutes of local time, over an hour that does not exist. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  int days, minutes, wall;

  g_variant_get (arguments, "(ii)", &days, &minutes);
  /* On free time there is nothing to move, and nothing to scroll either. */
  if (focused_visit (self) == NULL || !begin_with_key (self, TEND_ROTA_EDIT_MOVE))
    return TRUE;

  wall = (self->edit.date + days) * DAY_MINUTES + self->edit.clock + minutes;
  for (int i = 0; minutes != 0 && i < MOST_MISSING; i++)
    {
      if (!is_missing (wall / DAY_MINUTES, wall % DAY_MINUTES))
        break;
      wall += minutes;
    }

  tend_rota_view_edit_to (self, wall / DAY_MINUTES, wall % DAY_MINUTES);
  return TRUE;
}

static gboolean
stretch_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   data)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);

  if (focused_visit (self) != NULL && begin_with_key (self, TEND_ROTA_EDIT_STRETCH))
    tend_rota_view_edit_end (self, self->edit.end + g_variant_get_int32 (arguments) * 60);

  return TRUE;
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  TendVisit *visit = focused_visit (self);
  g_autofree char *text = NULL;

  if (visit == NULL)
    return;

  g_free (self->copied);
  self->copied = g_strdup (tend_visit_block_get_key (tend_rota_view_focused_block (self)));
  gtk_widget_action_set_enabled (widget, "rota.paste", TRUE);

  text = g_strdup_printf (_("Copied the visit to %s. Go to another time and press Ctrl+V."),
                          visit->client_name);
  tend_rota_view_say (self, text);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  TendRotaSlot *slot = tend_rota_view_focused_slot (self);
  TendVisit *visit = tend_rota_view_visit (self, self->copied, NULL);
  TendDate date = tend_rota_view_get_day (self);
  TendClock clock;

  if (visit == NULL)
    {
      tend_rota_view_say (self, _("What was copied is not in this week any more."));
      return;
    }

  tend_time_to_local (tend_visit_start (visit), NULL, &clock);
  if (slot != NULL)
    clock = tend_rota_slot_get_clock (slot);

  if (!tend_rota_view_begin_edit (self, TEND_ROTA_EDIT_COPY, self->copied, FALSE))
    return;

  tend_rota_view_edit_to (self, date, clock);
  tend_rota_view_commit_edit (self);
}

void
tend_rota_view_open_block (TendRotaView   *self,
                           TendVisitBlock *block)
{
  TendVisit *visit = tend_rota_view_visit (self, tend_visit_block_get_key (block), NULL);

  if (visit != NULL)
    g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_OPEN), 0, visit->id);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  TendVisitBlock *block = tend_rota_view_focused_block (self);
  TendRotaSlot *slot = tend_rota_view_focused_slot (self);

  if (self->edit.kind != TEND_ROTA_EDIT_NONE)
    tend_rota_view_commit_edit (self);
  else if (block != NULL)
    tend_rota_view_open_block (self, block);
  else if (slot != NULL)
    g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_NEW_VISIT), 0,
                   tend_rota_slot_get_date (slot), tend_rota_slot_get_clock (slot));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  TendVisit *visit = focused_visit (self);
  TendRotaSlot *slot = tend_rota_view_focused_slot (self);
  TendClock clock = TEND_CLOCK_NONE;

  if (slot != NULL)
    clock = tend_rota_slot_get_clock (slot);
  else if (visit != NULL)
    clock = tend_time_clock (tend_visit_end (visit));

  g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_NEW_VISIT), 0,
                 tend_rota_view_get_day (self), clock);
}

/* The actions that are a signal with the id of the visit in focus. */
static void
visit_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);
  TendVisit *visit = focused_visit (self);
  gboolean repeat = g_str_equal (name, "rota.repeat");

  if (visit != NULL && (!repeat || visit->pattern != NULL))
    g_signal_emit (self, tend_rota_view_signal (repeat ? TEND_ROTA_REPEAT : TEND_ROTA_REMOVE), 0,
                   visit->id);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  TendRotaView *self = TEND_ROTA_VIEW (widget);

  if (self->edit.kind == TEND_ROTA_EDIT_NONE)
    return FALSE;

  self->dragging = FALSE;
  tend_rota_view_cancel_edit (self);
  tend_rota_view_say (self, _("Put back where it was."));
  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;

  tend_rota_view_show_menu (TEND_ROTA_VIEW (widget), bounds.origin.x + 12,
                            bounds.origin.y + MIN (bounds.size.height, 24));
  return TRUE;
}

/* A move by key is over when its Ctrl, Alt or Shift is let go: on a keyboard with
 * sticky keys that is with the arrow itself. */
static void
key_released_cb (TendRotaView          *self,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 GtkEventControllerKey *controller)
{
  GdkModifierType held = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;

  if (self->edit.kind == TEND_ROTA_EDIT_NONE || !self->edit.by_key)
    return;

  if (key == GDK_KEY_Control_L || key == GDK_KEY_Control_R)
    state &= ~GDK_CONTROL_MASK;
  else if (key == GDK_KEY_Alt_L || key == GDK_KEY_Alt_R)
    state &= ~GDK_ALT_MASK;
  else if (key == GDK_KEY_Shift_L || key == GDK_KEY_Shift_R)
    state &= ~GDK_SHIFT_MASK;

  if ((state & held) == 0)
    tend_rota_view_commit_edit (self);
}

static void
focus_left_cb (TendRotaView *self)
{
  if (self->edit.by_key)
    tend_rota_view_commit_edit (self);
}

void
tend_rota_view_init_edit (TendRotaView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  for (gsize i = 0; i < G_N_ELEMENTS (self->slots); i++)
    g_signal_connect_object (self->slots[i], "activate", G_CALLBACK (open_action), self,
                             G_CONNECT_SWAPPED);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rota.paste", FALSE);
}

static void
bind_moves (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType with;
    int             days;
    int             minutes;
  } moves[] = {
    { GDK_KEY_Left, GDK_CONTROL_MASK, -1, 0 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 1, 0 },
    { GDK_KEY_Up, GDK_CONTROL_MASK, 0, -TEND_ROTA_STEP },
    { GDK_KEY_Down, GDK_CONTROL_MASK, 0, TEND_ROTA_STEP },
    { GDK_KEY_Up, GDK_ALT_MASK, 0, -TEND_ROTA_STEP },
    { GDK_KEY_Down, GDK_ALT_MASK, 0, TEND_ROTA_STEP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].with, move_cb,
                                  "(ii)", moves[i].days, moves[i].minutes);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_SHIFT_MASK, stretch_cb,
                                "i", -TEND_ROTA_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_SHIFT_MASK, stretch_cb,
                                "i", TEND_ROTA_STEP);
}

void
tend_rota_view_bind_edit (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *action;
    GtkWidgetActionActivateFunc  activate;
    guint                        keys[3];
    GdkModifierType              with;
  } actions[] = {
    { "rota.open", open_action, { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space }, 0 },
    { "rota.new", new_action, { GDK_KEY_n, GDK_KEY_Insert }, 0 },
    { "rota.remove", visit_action, { GDK_KEY_Delete, GDK_KEY_KP_Delete }, 0 },
    { "rota.copy", copy_action, { GDK_KEY_c }, GDK_CONTROL_MASK },
    { "rota.paste", paste_action, { GDK_KEY_v }, GDK_CONTROL_MASK },
    { "rota.repeat", visit_action, { GDK_KEY_r }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].action, NULL,
                                       actions[i].activate);
      for (gsize k = 0; k < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], actions[i].with,
                                             actions[i].action, NULL);
    }

  bind_moves (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  /* With the key that moves still held down. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_CONTROL_MASK, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_SHIFT_MASK, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}
