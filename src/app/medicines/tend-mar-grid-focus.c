/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard stands on the chart, and what keys and pointer say of it. */

#include "tend-mar-grid-private.h"

#include <string.h>

static TendMarRow *
find_row (TendMarGrid   *self,
          TendMarSquare *square,
          guint         *index)
{
  int day = tend_mar_square_get_date (square) - self->sheet->chart->from;

  for (guint i = 0; day >= 0 && day < TEND_MAR_DAYS && i < self->rows->len; i++)
    {
      TendMarRow *row = self->rows->pdata[i];

      if (row->squares[day] == square)
        {
          *index = i;
          return row;
        }
    }

  return NULL;
}

TendMarSquare *
tend_mar_grid_find (TendMarGrid *self,
                    const char  *key)
{
  for (guint i = 0; key != NULL && i < self->n_squares; i++)
    {
      TendMarSquare *square = self->squares->pdata[i];
      const char *medication =
        tend_record_get_id (tend_mar_square_get_line (square)->medicine->record);
      g_autofree char *other = NULL;

      /* Most are of other medicines: a key is made of the few that are left. */
      if (!g_str_has_prefix (key, medication))
        continue;
      other = tend_mar_square_dup_key (square);
      if (g_str_equal (key, other))
        return square;
    }

  return NULL;
}

TendMarSquare *
tend_mar_grid_get_focus_square (TendMarGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && TEND_IS_MAR_SQUARE (focus) ? TEND_MAR_SQUARE (focus) : NULL;
}

TendMarSquare *
tend_mar_grid_get_last (TendMarGrid *self)
{
  TendMarSquare *square = tend_mar_grid_get_focus_square (self);

  return square != NULL ? square : tend_mar_grid_find (self, self->last_key);
}

void
tend_mar_grid_focus_square (TendMarGrid   *self,
                            TendMarSquare *square)
{
  g_free (self->last_key);
  self->last_key = tend_mar_square_dup_key (square);
  gtk_widget_grab_focus (GTK_WIDGET (square));
}

/* The days of a key, which end it: "MEDICATION@2026-06-02T08:00". */
static TendDate
key_date (const char *key)
{
  const char *at = strrchr (key, '@');
  g_autofree char *day = at != NULL ? g_strndup (at + 1, 10) : NULL;

  return day != NULL ? tend_date_parse_iso (day) : TEND_DATE_NONE;
}

gboolean
tend_mar_grid_focus_dose (TendMarGrid *self,
                          const char  *key)
{
  TendMarSquare *square;

  g_return_val_if_fail (TEND_IS_MAR_GRID (self), FALSE);

  tend_mar_grid_show_day (self, key_date (key));
  square = tend_mar_grid_find (self, key);
  if (square != NULL)
    tend_mar_grid_focus_square (self, square);

  return square != NULL;
}

/* Arrows */

static gboolean
go_sideways (TendMarGrid   *self,
             TendMarSquare *square,
             int            step)
{
  guint index;
  TendMarRow *row = find_row (self, square, &index);
  TendDate date = tend_mar_square_get_date (square);

  if (row == NULL)
    return FALSE;

  for (int day = date - self->sheet->chart->from + step; day >= 0 && day < TEND_MAR_DAYS;
       day += step)
    {
      gboolean hidden = day < self->first || day >= self->first + self->n_days;

      if (hidden && row->slots[day] != NULL)
        {
          tend_mar_grid_show_day (self, self->sheet->chart->from + day);
          hidden = FALSE;
        }
      if (!hidden && row->squares[day] != NULL)
        {
          tend_mar_grid_focus_square (self, row->squares[day]);
          return TRUE;
        }
    }

  g_signal_emit (self, tend_mar_grid_signal (TEND_MAR_BEYOND), 0,
                 self->sheet->chart->from + (step < 0 ? -1 : TEND_MAR_DAYS));
  return TRUE;
}

/* The square of a row that lies nearest to @day. */
static TendMarSquare *
nearest (TendMarGrid *self,
         TendMarRow  *row,
         int          day)
{
  for (int away = 0; away < self->n_days; away++)
    {
      if (day - away >= 0 && row->squares[day - away] != NULL)
        return row->squares[day - away];
      if (day + away < TEND_MAR_DAYS && row->squares[day + away] != NULL)
        return row->squares[day + away];
    }

  return NULL;
}

static gboolean
go_down (TendMarGrid   *self,
         TendMarSquare *square,
         int            step)
{
  guint index;
  int day = tend_mar_square_get_date (square) - self->sheet->chart->from;

  if (find_row (self, square, &index) == NULL)
    return FALSE;

  for (int i = (int) index + step; i >= 0 && i < (int) self->rows->len; i += step)
    {
      TendMarSquare *found = nearest (self, self->rows->pdata[i], day);

      if (found != NULL)
        {
          tend_mar_grid_focus_square (self, found);
          return TRUE;
        }
    }

  return TRUE;
}

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  TendMarGrid *self = TEND_MAR_GRID (widget);
  TendMarSquare *square = tend_mar_grid_get_focus_square (self);
  int days, rows;

  g_variant_get (arguments, "(ii)", &days, &rows);
  if (square == NULL)
    return FALSE;

  return days != 0 ? go_sideways (self, square, days) : go_down (self, square, rows);
}

/* What is to be written, by time and then down the chart. */

static int
compare_squares (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  TendMarSquare *first = *(TendMarSquare **) a;
  TendMarSquare *second = *(TendMarSquare **) b;
  TendInstant first_at = tend_mar_square_get_slot (first)->due_at;
  TendInstant second_at = tend_mar_square_get_slot (second)->due_at;
  GPtrArray *squares = data;
  guint first_place, second_place;

  if (first_at != second_at)
    return first_at < second_at ? -1 : 1;

  g_ptr_array_find (squares, first, &first_place);
  g_ptr_array_find (squares, second, &second_place);
  return (first_place > second_place) - (first_place < second_place);
}

/* (transfer container): the squares that may be signed by now, and @here among them. */
static GPtrArray *
list_open (TendMarGrid   *self,
           TendMarSquare *here)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < self->n_squares; i++)
    {
      TendMarSquare *square = self->squares->pdata[i];
      TendMarSlot *slot = tend_mar_square_get_slot (square);

      if (slot == NULL)
        continue;
      if (square == here || (slot->state != TEND_SLOT_NOT_MINE &&
                             tend_mar_slot_is_open (tend_mar_square_get_line (square), slot,
                                                    self->sheet->now)))
        g_ptr_array_add (open, square);
    }
  g_ptr_array_sort_with_data (open, compare_squares, self->squares);

  return open;
}

gboolean
tend_mar_grid_focus_next (TendMarGrid *self,
                          int          step)
{
  TendMarSquare *here = tend_mar_grid_get_last (self);
  g_autoptr(GPtrArray) open = NULL;
  guint at;

  g_return_val_if_fail (TEND_IS_MAR_GRID (self), FALSE);

  open = list_open (self, here);
  if (here == NULL || !g_ptr_array_find (open, here, &at))
    at = step > 0 ? G_MAXUINT : open->len;
  at += step;
  if (at >= open->len)
    return FALSE;

  tend_mar_grid_focus_square (self, open->pdata[at]);
  return TRUE;
}

void
tend_mar_grid_focus_first (TendMarGrid *self)
{
  g_autoptr(GPtrArray) open = NULL;
  TendMarSquare *best = NULL;

  g_return_if_fail (TEND_IS_MAR_GRID (self));

  open = list_open (self, NULL);
  for (guint i = 0; i < open->len && best == NULL; i++)
    if (tend_mar_square_get_date (open->pdata[i]) == self->sheet->today)
      best = open->pdata[i];
  if (best == NULL && self->sheet->gap != NULL && tend_mar_grid_focus_dose (self, self->sheet->gap))
    return;
  for (guint i = 0; i < self->n_squares && best == NULL; i++)
    if (tend_mar_square_get_date (self->squares->pdata[i]) == self->sheet->today)
      best = self->squares->pdata[i];
  if (best == NULL && self->n_squares > 0)
    best = self->squares->pdata[0];

  if (best != NULL)
    tend_mar_grid_focus_square (self, best);
}

static gboolean
next_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  return tend_mar_grid_focus_next (TEND_MAR_GRID (widget), g_variant_get_int32 (arguments));
}

/* One stop: from inside, Tab leaves. */
gboolean
tend_mar_grid_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  TendMarGrid *self = TEND_MAR_GRID (widget);
  TendMarSquare *square;

  if (gtk_widget_get_focus_child (widget) != NULL || self->sheet == NULL)
    return FALSE;

  square = tend_mar_grid_find (self, self->last_key);
  if (square != NULL)
    tend_mar_grid_focus_square (self, square);
  else
    tend_mar_grid_focus_first (self);

  return gtk_widget_get_focus_child (widget) != NULL;
}

void
tend_mar_grid_bind_focus (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint pad;
    int   days;
    int   rows;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb, "(ii)",
                                    arrows[i].days, arrows[i].rows);
      gtk_widget_class_add_binding (widget_class, arrows[i].pad, 0, arrow_cb, "(ii)",
                                    arrows[i].days, arrows[i].rows);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, next_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, next_cb, "i", 1);
}

/* Keys and pointer */

static gboolean
key_cb (TendMarGrid     *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (tend_mar_grid_get_focus_square (self) == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    g_signal_emit (self, tend_mar_grid_signal (TEND_MAR_ENTER), 0);
  else if (key == GDK_KEY_Escape && tend_mar_grid_n_drafts (self) > 0)
    g_signal_emit (self, tend_mar_grid_signal (TEND_MAR_DROP), 0);
  else if (letter == ' ' || g_unichar_isalpha (letter))
    g_signal_emit (self, tend_mar_grid_signal (TEND_MAR_LETTER), 0, letter);
  else
    return FALSE;

  return TRUE;
}

static void
activate_cb (TendMarGrid   *self,
             TendMarSquare *square)
{
  tend_mar_grid_focus_square (self, square);
  g_signal_emit (self, tend_mar_grid_signal (TEND_MAR_ENTER), 0);
}

static void
pressed_cb (TendMarGrid *self,
            int          n_press,
            double       x,
            double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || !TEND_IS_MAR_SQUARE (picked))
    return;

  tend_mar_grid_focus_square (self, TEND_MAR_SQUARE (picked));
  g_signal_emit (self, tend_mar_grid_signal (TEND_MAR_PRESSED), 0);
}

void
tend_mar_grid_init_focus (TendMarGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

TendMarSquare *
tend_mar_grid_take_square (TendMarGrid *self)
{
  TendMarSquare *square;

  if (self->n_squares == self->squares->len)
    {
      square = TEND_MAR_SQUARE (tend_mar_square_new ());
      gtk_widget_set_parent (GTK_WIDGET (square), GTK_WIDGET (self));
      g_signal_connect_object (square, "activate", G_CALLBACK (activate_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->squares, square);
    }
  square = self->squares->pdata[self->n_squares++];
  gtk_widget_set_visible (GTK_WIDGET (square), TRUE);

  return square;
}
