/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-grid-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (TendMarGrid, tend_mar_grid, GTK_TYPE_WIDGET)

static guint signals[TEND_MAR_N_SIGNALS];

guint
tend_mar_grid_signal (TendMarSignal signal)
{
  return signals[signal];
}

/* Layout */

static GtkSizeRequestMode
tend_mar_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tend_mar_grid_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TendMarGrid *self = TEND_MAR_GRID (widget);
  TendMarLayout layout;
  int width = tend_mar_grid_least_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = width;
      return;
    }

  if (for_size > 0)
    width = for_size;
  tend_mar_grid_find_layout (self, width, &layout);
  *minimum = *natural = tend_mar_grid_lay_out (self, &layout, width);
}

static void
allocate (GtkWidget *widget,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, MAX (width, 1), MAX (height, 1) },
                            -1);
}

static void
allocate_row (TendMarGrid  *self,
              TendMarRow   *row,
              const TendMarLayout *layout)
{
  double column = layout->column * layout->n_days / self->n_days;
  int start = layout->head + layout->times;

  allocate (row->label, layout->head, row->y, layout->times, row->height);
  for (int i = 0; i < self->n_days; i++)
    {
      TendMarSquare *square = row->squares[self->first + i];
      int x = start + round (column * i);

      if (square != NULL)
        allocate (GTK_WIDGET (square), x, row->y, start + (int) round (column * (i + 1)) - x,
                  row->height);
    }
}

static void
keep_first (TendMarGrid *self,
            int          day)
{
  self->first = CLAMP (day - day % self->n_days, 0, TEND_MAR_DAYS - 1);
  if (self->first + self->n_days > TEND_MAR_DAYS)
    self->first = TEND_MAR_DAYS - self->n_days;
}

static void
forget_paper (TendMarGrid *self)
{
  g_clear_pointer (&self->paper, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Fills the squares anew for the days on view; the focus stays on the same dose. */
static void
fill (TendMarGrid *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  TendMarSquare *square;

  tend_mar_grid_fill_squares (self);
  forget_paper (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[TEND_MAR_ARRANGED], 0);

  square = focused ? tend_mar_grid_find (self, self->last_key) : NULL;
  if (square != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (square));
}

/* The day that one is at, of the cycle: the focus', else today, else the first on view. */
static int
day_at (TendMarGrid *self)
{
  TendMarSquare *square = tend_mar_grid_get_last (self);
  int today = self->sheet != NULL ? (int) (self->sheet->today - self->sheet->chart->from) : 0;

  if (square != NULL)
    return tend_mar_square_get_date (square) - self->sheet->chart->from;

  return today >= 0 && today < TEND_MAR_DAYS ? today : self->first;
}

static gboolean
arrange_cb (gpointer data)
{
  TendMarGrid *self = data;
  TendMarLayout layout;
  int day = day_at (self);

  self->arrange = 0;
  tend_mar_grid_find_layout (self, gtk_widget_get_width (GTK_WIDGET (self)), &layout);
  self->n_days = layout.n_days;
  keep_first (self, day);
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
tend_mar_grid_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TendMarGrid *self = TEND_MAR_GRID (widget);
  TendMarLayout layout;

  tend_mar_grid_find_layout (self, width, &layout);
  tend_mar_grid_lay_out (self, &layout, width);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TendMarRow *row = self->rows->pdata[i];

      if (i == 0 || ((TendMarRow *) self->rows->pdata[i - 1])->head != row->head)
        {
          int head = tend_mar_grid_head_height (self, row->head, &layout, width);

          allocate (self->heads->pdata[row->head], 0, layout.wide ? row->y : row->y - head,
                    layout.wide ? layout.head : width, head);
        }
      allocate_row (self, row, &layout);
    }

  g_clear_pointer (&self->paper, gsk_render_node_unref);
  if (layout.n_days != self->n_days && self->arrange == 0)
    self->arrange = g_idle_add (arrange_cb, self);
  else
    g_signal_emit (self, signals[TEND_MAR_ARRANGED], 0);
}

/* Drawing */

static void
tend_mar_grid_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TendMarGrid *self = TEND_MAR_GRID (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0 || self->sheet == NULL)
    return;

  if (self->paper == NULL)
    {
      cairo_t *cr;

      self->paper = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
      cr = gsk_cairo_node_get_draw_context (self->paper);
      tend_mar_grid_draw_paper (self, cr, width);
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->paper);
  GTK_WIDGET_CLASS (tend_mar_grid_parent_class)->snapshot (widget, snapshot);
}

static void
palette_cb (TendMarGrid *self)
{
  for (guint i = 0; i < self->n_squares; i++)
    gtk_widget_queue_draw (self->squares->pdata[i]);
  forget_paper (self);
}

static void
tend_mar_grid_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tend_mar_grid_parent_class)->css_changed (widget, change);

  forget_paper (TEND_MAR_GRID (widget));
}

/* Class */

static void
tend_mar_grid_dispose (GObject *object)
{
  TendMarGrid *self = TEND_MAR_GRID (object);
  GtkWidget *child;

  g_clear_handle_id (&self->arrange, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->heads, 0);
  g_ptr_array_set_size (self->squares, 0);
  self->n_squares = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);

  G_OBJECT_CLASS (tend_mar_grid_parent_class)->dispose (object);
}

static void
tend_mar_grid_finalize (GObject *object)
{
  TendMarGrid *self = TEND_MAR_GRID (object);

  g_clear_pointer (&self->paper, gsk_render_node_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->squares);
  g_hash_table_unref (self->drafts);
  g_free (self->last_key);

  G_OBJECT_CLASS (tend_mar_grid_parent_class)->finalize (object);
}

static void
create_signals (GType type)
{
  static const struct
  {
    TendMarSignal signal;
    const char   *name;
    GType         value; /* 0: none */
  } all[] = {
    { TEND_MAR_LETTER, "letter", G_TYPE_UINT },
    { TEND_MAR_ENTER, "enter", 0 },
    { TEND_MAR_PRESSED, "pressed", 0 },
    { TEND_MAR_DROP, "drop", 0 },
    { TEND_MAR_BEYOND, "beyond", G_TYPE_INT },
    { TEND_MAR_ARRANGED, "arranged", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    signals[all[i].signal] =
      all[i].value != 0
        ? g_signal_new (all[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 1, all[i].value)
        : g_signal_new (all[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 0);
}

static void
tend_mar_grid_class_init (TendMarGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_mar_grid_dispose;
  object_class->finalize = tend_mar_grid_finalize;
  widget_class->get_request_mode = tend_mar_grid_get_request_mode;
  widget_class->measure = tend_mar_grid_measure;
  widget_class->size_allocate = tend_mar_grid_size_allocate;
  widget_class->snapshot = tend_mar_grid_snapshot;
  widget_class->css_changed = tend_mar_grid_css_changed;
  widget_class->focus = tend_mar_grid_focus;

  create_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "margrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  tend_mar_grid_bind_focus (widget_class);
}

static void
tend_mar_grid_init (TendMarGrid *self)
{
  self->rows = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  self->squares = g_ptr_array_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->n_days = TEND_MAR_DAYS;
  tend_mar_grid_init_focus (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("MAR chart"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (palette_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (palette_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_mar_grid_new (void)
{
  return g_object_new (TEND_TYPE_MAR_GRID, NULL);
}

/* A dose that has been written meanwhile, or is of another cycle, has no draft. */
static gboolean
is_past_drafting (gpointer key,
                  gpointer value,
                  gpointer data)
{
  TendMarGrid *self = data;
  TendRecord *draft = value;
  TendMarLine *line = tend_mar_sheet_line (self->sheet,
                                           tend_record_get_text (draft, "medication"));

  return line == NULL || tend_mar_line_slot (line, draft) == NULL;
}

/* In another cycle the keyboard stands on the same medicine and time, at the edge that it came
 * over. */
static void
cross_over (TendMarGrid *self,
            TendDate     date)
{
  const char *at = self->last_key != NULL ? strrchr (self->last_key, '@') : NULL;
  const char *time = at != NULL ? strchr (at, 'T') : NULL;
  g_autofree char *medication = at != NULL ? g_strndup (self->last_key, at - self->last_key) : NULL;
  g_autofree char *day = tend_date_format_iso (date);
  g_autofree char *key =
    at != NULL ? g_strdup_printf ("%s@%s%s", medication, day, time != NULL ? time : "") : NULL;

  if (key == NULL || !tend_mar_grid_focus_dose (self, key))
    tend_mar_grid_focus_first (self);
}

/* Whether midnight has come while the day that was today is on view, with nobody at a dose. */
static gboolean
day_is_over (TendMarGrid  *self,
             TendMarSheet *before,
             gboolean      focused)
{
  int day = before->today - before->chart->from;

  return !focused && self->sheet->today != before->today &&
         day >= self->first && day < self->first + self->n_days;
}

/* Where the days on view begin in a sheet of other days than before. */
static int
first_day (TendMarSheet *sheet,
           gboolean      earlier)
{
  int today = sheet->today - sheet->chart->from;

  if (today >= 0 && today < TEND_MAR_DAYS)
    return today;

  return earlier ? TEND_MAR_DAYS - 1 : 0;
}

void
tend_mar_grid_set_sheet (TendMarGrid  *self,
                         TendMarSheet *sheet)
{
  TendMarSheet *before;
  gboolean same, other, earlier, focused;

  g_return_if_fail (TEND_IS_MAR_GRID (self));
  g_return_if_fail (sheet != NULL);

  before = self->sheet;
  same = before != NULL && g_strcmp0 (before->chart->client, sheet->chart->client) == 0;
  other = !same || before->chart->from != sheet->chart->from;
  earlier = same && before->chart->from > sheet->chart->from;
  focused = tend_mar_grid_get_focus_square (self) != NULL;
  self->sheet = tend_mar_sheet_ref (sheet);
  g_hash_table_foreach_remove (self->drafts, is_past_drafting, self);
  if (other || day_is_over (self, before, focused))
    keep_first (self, first_day (sheet, earlier));
  tend_mar_grid_build_rows (self);
  fill (self);
  if (same && other && focused)
    cross_over (self, earlier ? sheet->chart->to : sheet->chart->from);
  g_clear_pointer (&before, tend_mar_sheet_unref);
}

void
tend_mar_grid_set_draft (TendMarGrid *self,
                         TendMarLine *line,
                         TendMarSlot *slot,
                         TendRecord  *draft)
{
  g_autofree char *key = tend_mar_dose_key (line, slot->due_at);
  TendMarSquare *square = tend_mar_grid_find (self, key);

  if (draft != NULL)
    g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_object_ref (draft));
  else
    g_hash_table_remove (self->drafts, key);
  if (square != NULL)
    tend_mar_grid_show_square (self, square);
}

TendRecord *
tend_mar_grid_get_draft (TendMarGrid *self,
                         TendMarLine *line,
                         TendMarSlot *slot)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->drafts) == 0)
    return NULL;

  key = tend_mar_dose_key (line, slot->due_at);
  return g_hash_table_lookup (self->drafts, key);
}

guint
tend_mar_grid_n_drafts (TendMarGrid *self)
{
  return g_hash_table_size (self->drafts);
}

GPtrArray *
tend_mar_grid_dup_drafts (TendMarGrid *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    g_ptr_array_add (drafts, g_object_ref (draft));

  return drafts;
}

TendDate
tend_mar_grid_get_days (TendMarGrid *self,
                        int         *n_days,
                        double      *x,
                        double      *column)
{
  TendMarLayout layout;

  tend_mar_grid_find_layout (self, gtk_widget_get_width (GTK_WIDGET (self)), &layout);
  *n_days = self->n_days;
  *x = layout.head + layout.times;
  *column = layout.column * layout.n_days / self->n_days;

  return self->sheet != NULL ? self->sheet->chart->from + self->first : TEND_DATE_NONE;
}

TendDate
tend_mar_grid_get_today (TendMarGrid *self)
{
  return self->sheet != NULL ? self->sheet->today : TEND_DATE_NONE;
}

gboolean
tend_mar_grid_turn (TendMarGrid *self,
                    int          step)
{
  int first = self->first + step * self->n_days;

  if (first + self->n_days <= 0 || first >= TEND_MAR_DAYS)
    return FALSE;

  g_clear_pointer (&self->last_key, g_free);
  keep_first (self, MAX (first, 0));
  fill (self);
  return TRUE;
}

void
tend_mar_grid_show_day (TendMarGrid *self,
                        TendDate     date)
{
  int day = self->sheet != NULL ? date - self->sheet->chart->from : -1;

  if (day < 0 || day >= TEND_MAR_DAYS ||
      (day >= self->first && day < self->first + self->n_days))
    return;

  keep_first (self, day);
  fill (self);
}
