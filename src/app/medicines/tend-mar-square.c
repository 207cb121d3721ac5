/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-square.h"

#include "tend-mar-words.h"
#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>

struct _TendMarSquare
{
  GtkWidget     parent_instance;

  TendMarLine  *line;     /* borrowed from the sheet, as are these */
  TendMarSlot  *slot;
  GPtrArray    *others;
  TendDate      date;
  TendMarCell   cell;
  GStringChunk *words;    /* what was made for the cell */
};

G_DEFINE_FINAL_TYPE (TendMarSquare, tend_mar_square, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tend_mar_square_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TendMarSquare *self = TEND_MAR_SQUARE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TendDrawStyle style;
  cairo_t *cr;

  if (self->line == NULL)
    return;

  tend_widget_draw_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  tend_mar_cell_draw (cr, &self->cell, width, height, &style);
  cairo_destroy (cr);
}

/* The grid decides on the room; a square takes whatever it is given. */
static void
tend_mar_square_measure (GtkWidget      *widget,
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
tend_mar_square_finalize (GObject *object)
{
  g_string_chunk_free (TEND_MAR_SQUARE (object)->words);

  G_OBJECT_CLASS (tend_mar_square_parent_class)->finalize (object);
}

static void
tend_mar_square_class_init (TendMarSquareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_mar_square_finalize;
  widget_class->measure = tend_mar_square_measure;
  widget_class->snapshot = tend_mar_square_snapshot;

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "marsquare");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "square.open", NULL, open_action);
}

static void
tend_mar_square_init (TendMarSquare *self)
{
  self->words = g_string_chunk_new (32);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tend_mar_square_new (void)
{
  return g_object_new (TEND_TYPE_MAR_SQUARE, NULL);
}

static void
say (TendMarSquare *self,
     const char    *sentence)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tend_mar_square_show_dose (TendMarSquare *self,
                           TendMarLine   *line,
                           TendMarSlot   *slot,
                           TendRecord    *draft,
                           TendDate       today,
                           TendInstant    now)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (TEND_IS_MAR_SQUARE (self));

  self->line = line;
  self->slot = slot;
  self->others = NULL;
  self->date = tend_time_date (slot->due_at);
  g_string_chunk_clear (self->words);
  tend_mar_cell_of (&self->cell, line, slot, draft, self->words);
  self->cell.today = self->date == today;
  sentence = tend_mar_dose_words (line, slot, draft, now);
  say (self, sentence);
}

/* "2 doses", and the last of them. */
static char *
day_words (TendMarLine *line,
           GPtrArray   *others,
           TendDate     date)
{
  g_autofree char *day = tend_date_format (date, TEND_DATE_FULL);
  g_autofree char *title = tend_medicine_title (line->medicine->record);
  g_autofree char *last = NULL;

  if (others->len == 0)
    /* Translators: a day of a medicine as needed: day, medicine */
    return g_strdup_printf (_("%s, %s, no dose written"), day, title);

  last = tend_mar_entry_words (line->medicine,
                               ((TendMarSlot *) others->pdata[others->len - 1])->entry);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %s, %u dose written: %s",
                                       "%s, %s, %u doses written, the last: %s", others->len),
                          day, title, others->len, last);
}

void
tend_mar_square_show_day (TendMarSquare *self,
                          TendMarLine   *line,
                          GPtrArray     *others,
                          TendDate       date,
                          TendDate       today)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (TEND_IS_MAR_SQUARE (self));

  self->line = line;
  self->slot = NULL;
  self->others = others;
  self->date = date;
  g_string_chunk_clear (self->words);
  self->cell = (TendMarCell) { .state = TEND_MAR_CELL_DUE };
  if (others->len == 1)
    tend_mar_cell_of (&self->cell, line, others->pdata[0], NULL, self->words);
  else if (others->len > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u×", others->len);

      self->cell.state = TEND_MAR_CELL_WRITTEN;
      self->cell.text = g_string_chunk_insert (self->words, count);
    }
  self->cell.today = date == today;
  sentence = day_words (line, others, date);
  say (self, sentence);
}

TendMarLine *
tend_mar_square_get_line (TendMarSquare *self)
{
  g_return_val_if_fail (TEND_IS_MAR_SQUARE (self), NULL);

  return self->line;
}

TendMarSlot *
tend_mar_square_get_slot (TendMarSquare *self)
{
  g_return_val_if_fail (TEND_IS_MAR_SQUARE (self), NULL);

  return self->slot;
}

GPtrArray *
tend_mar_square_get_others (TendMarSquare *self)
{
  g_return_val_if_fail (TEND_IS_MAR_SQUARE (self), NULL);

  return self->others;
}

TendDate
tend_mar_square_get_date (TendMarSquare *self)
{
  g_return_val_if_fail (TEND_IS_MAR_SQUARE (self), TEND_DATE_NONE);

  return self->date;
}
