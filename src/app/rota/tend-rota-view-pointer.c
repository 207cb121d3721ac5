/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pointer: a click opens, a drag moves, on the lower edge it stretches, with
 * Ctrl it copies.  On free time a click puts the keyboard there, a second one
 * makes a visit. */

#include "tend-rota-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define EDGE        7 /* pixels of a block's lower edge that stretch it */
#define SCROLL_ZONE 28
#define DAY_MINUTES (24 * 60)

static TendVisitBlock *
block_at (TendRotaView *self,
          double        x,
          double        y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return hit != NULL && TEND_IS_VISIT_BLOCK (hit) ? TEND_VISIT_BLOCK (hit) : NULL;
}

static gboolean
is_on_edge (TendRotaView   *self,
            TendVisitBlock *block,
            double          y)
{
  graphene_rect_t bounds;

  return !tend_visit_block_get_part (block)->goes_on &&
         gtk_widget_compute_bounds (GTK_WIDGET (block), GTK_WIDGET (self), &bounds) &&
         bounds.size.height > 2 * EDGE &&
         y >= bounds.origin.y + bounds.size.height - EDGE;
}

static int
wall_at (TendRotaView *self,
         double        x,
         double        y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  TendDate date;
  TendClock clock;

  x = CLAMP (x, self->grid.gutter, width - 1);
  y = CLAMP (y, self->grid.header, height - 1);
  if (!tend_rota_at (&self->grid, width, height, x, y, &date, &clock))
    return -1;

  return date * DAY_MINUTES + clock;
}

static int
snap (int wall)
{
  return (int) round (wall / (double) TEND_ROTA_STEP) * TEND_ROTA_STEP;
}

/* The instant of a local time; of a time that happens twice the one after @start. */
static TendInstant
instant_at (int         wall,
            TendInstant start)
{
  TendInstant first, second;

  tend_time_from_local (wall / DAY_MINUTES, wall % DAY_MINUTES, &first, &second);
  return first > start ? first : second;
}

static void
drag_begin_cb (TendRotaView   *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  self->press_x = x;
  self->press_y = y;
  self->pressed = block_at (self, x, y);
  self->press_edge = self->pressed != NULL && is_on_edge (self, self->pressed, y);
  self->dragging = FALSE;

  if (self->pressed != NULL)
    tend_rota_view_focus_block (self, self->pressed);
  else if (x < self->grid.gutter)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
start_dragging (TendRotaView *self,
                GtkGesture   *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TendRotaEditKind kind = TEND_ROTA_EDIT_MOVE;

  if (self->press_edge)
    kind = TEND_ROTA_EDIT_STRETCH;
  else if (state & GDK_CONTROL_MASK)
    kind = TEND_ROTA_EDIT_COPY;

  self->dragging = tend_rota_view_begin_edit (self, kind,
                                              tend_visit_block_get_key (self->pressed), FALSE);
  gtk_gesture_set_state (gesture, self->dragging ? GTK_EVENT_SEQUENCE_CLAIMED
                                                 : GTK_EVENT_SEQUENCE_DENIED);
  return self->dragging;
}

/* Scrolls on when the pointer nears the upper or lower edge of what is seen. */
static void
scroll_along (TendRotaView *self,
              double        y)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double top, bottom;

  if (scroller == NULL)
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = gtk_adjustment_get_value (adjustment);
  bottom = top + gtk_adjustment_get_page_size (adjustment);
  if (y < top + SCROLL_ZONE)
    gtk_adjustment_set_value (adjustment, y - SCROLL_ZONE);
  else if (y > bottom - SCROLL_ZONE)
    gtk_adjustment_set_value (adjustment, top + y - (bottom - SCROLL_ZONE));
}

static void
drag_update_cb (TendRotaView   *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  TendVisit *visit;
  int from, to, wall;

  if (self->pressed == NULL)
    return;
  if (!self->dragging &&
      (!gtk_drag_check_threshold (GTK_WIDGET (self), self->press_x, self->press_y,
                                  self->press_x + dx, self->press_y + dy) ||
       !start_dragging (self, GTK_GESTURE (gesture))))
    return;

  visit = tend_rota_view_visit (self, self->edit.key, NULL);
  from = wall_at (self, self->press_x, self->press_y);
  to = wall_at (self, self->press_x + dx, self->press_y + dy);
  if (visit == NULL || from < 0 || to < 0)
    return;

  if (self->edit.kind == TEND_ROTA_EDIT_STRETCH)
    {
      wall = snap (to % DAY_MINUTES)
             + (self->grid.first_day + tend_visit_block_get_part (self->pressed)->day)
               * DAY_MINUTES;
      tend_rota_view_edit_end (self, instant_at (wall, self->edit.start));
    }
  else
    {
      TendDate date;
      TendClock clock;

      tend_time_to_local (tend_visit_start (visit), &date, &clock);
      wall = date * DAY_MINUTES + clock + (to / DAY_MINUTES - from / DAY_MINUTES) * DAY_MINUTES
             + (to % DAY_MINUTES - from % DAY_MINUTES);
      wall = snap (wall);
      tend_rota_view_edit_to (self, wall / DAY_MINUTES, wall % DAY_MINUTES);
    }

  scroll_along (self, self->press_y + dy);
}

static void
click_free (TendRotaView *self)
{
  TendRotaSlot *slot = tend_rota_view_focused_slot (self);
  int wall = wall_at (self, self->press_x, self->press_y);
  TendDate date = wall / DAY_MINUTES;
  TendClock clock = wall % DAY_MINUTES;

  if (slot != NULL && tend_rota_slot_get_date (slot) == date &&
      clock >= tend_rota_slot_get_clock (slot) &&
      clock < tend_rota_slot_get_clock (slot) + TEND_ROTA_SLOT_LONG)
    g_signal_emit (self, tend_rota_view_signal (TEND_ROTA_NEW_VISIT), 0,
                   date, tend_rota_slot_get_clock (slot));
  else
    tend_rota_view_focus_time (self, date, clock);
}

static void
drag_end_cb (TendRotaView   *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  TendVisitBlock *pressed = self->pressed;
  gboolean moved = gtk_drag_check_threshold (GTK_WIDGET (self), self->press_x, self->press_y,
                                             self->press_x + dx, self->press_y + dy);

  self->pressed = NULL;

  if (self->dragging)
    tend_rota_view_commit_edit (self);
  else if (!moved && pressed != NULL)
    tend_rota_view_open_block (self, pressed);
  else if (!moved && self->press_x >= self->grid.gutter)
    click_free (self);

  self->dragging = FALSE;
}

static void
drag_cancel_cb (TendRotaView *self)
{
  if (self->dragging)
    tend_rota_view_cancel_edit (self);
  self->dragging = FALSE;
  self->pressed = NULL;
}

static void
motion_cb (TendRotaView *self,
           double        x,
           double        y)
{
  TendVisitBlock *block = block_at (self, x, y);
  const char *cursor = NULL;

  if (self->dragging)
    cursor = self->edit.kind == TEND_ROTA_EDIT_STRETCH ? "ns-resize" : "grabbing";
  else if (block != NULL)
    cursor = is_on_edge (self, block, y) ? "ns-resize" : "pointer";

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* The menu */

static GMenuModel *
make_menu (TendRotaView *self)
{
  TendVisitBlock *block = tend_rota_view_focused_block (self);
  TendVisit *visit = block != NULL
                     ? tend_rota_view_visit (self, tend_visit_block_get_key (block), NULL) : NULL;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) second = g_menu_new ();

  if (visit != NULL)
    {
      g_menu_append (first, _("_Open"), "rota.open");
      g_menu_append (first, _("_Copy"), "rota.copy");
      if (visit->pattern != NULL)
        g_menu_append (second, _("_Repeating Visit…"), "rota.repeat");
      g_menu_append (second, _("Cancel or _Skip…"), "rota.remove");
    }
  else
    {
      g_menu_append (first, _("_New Visit"), "rota.new");
      g_menu_append (first, _("_Paste"), "rota.paste");
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
tend_rota_view_show_menu (TendRotaView *self,
                          double        x,
                          double        y)
{
  g_autoptr(GMenuModel) menu = make_menu (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    {
      gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_at (TendRotaView *self,
         double        x,
         double        y)
{
  TendVisitBlock *block = block_at (self, x, y);
  int wall = wall_at (self, x, y);

  if (block != NULL)
    tend_rota_view_focus_block (self, block);
  else if (x >= self->grid.gutter)
    tend_rota_view_focus_time (self, wall / DAY_MINUTES, wall % DAY_MINUTES);
  else
    return;

  tend_rota_view_show_menu (self, x, y);
}

static void
secondary_pressed_cb (TendRotaView *self,
                      int           n_press,
                      double        x,
                      double        y)
{
  menu_at (self, x, y);
}

void
tend_rota_view_init_pointer (TendRotaView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (menu_at), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
