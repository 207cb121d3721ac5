/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-slot.h"

#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>

struct _TendRotaSlot
{
  GtkWidget  parent_instance;

  GtkWidget *label;

  TendDate   date;
  TendClock  clock;
};

G_DEFINE_FINAL_TYPE (TendRotaSlot, tend_rota_slot, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tend_rota_slot_measure (GtkWidget      *widget,
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
tend_rota_slot_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TendRotaSlot *self = TEND_ROTA_SLOT (widget);
  int natural;

  /* A slot lower or narrower than its words says them only to a screen reader. */
  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_child_visible (self->label, natural <= height);
  if (natural <= height)
    gtk_widget_allocate (self->label, width, height, -1, NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATE], 0);
}

static void
tend_rota_slot_dispose (GObject *object)
{
  TendRotaSlot *self = TEND_ROTA_SLOT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (tend_rota_slot_parent_class)->dispose (object);
}

static void
tend_rota_slot_class_init (TendRotaSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_rota_slot_dispose;
  widget_class->measure = tend_rota_slot_measure;
  widget_class->size_allocate = tend_rota_slot_size_allocate;

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rotaslot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "slot.new", NULL, new_action);
}

static void
tend_rota_slot_init (TendRotaSlot *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
tend_rota_slot_new (void)
{
  return g_object_new (TEND_TYPE_ROTA_SLOT, NULL);
}

void
tend_rota_slot_set_place (TendRotaSlot *self,
                          TendDate      date,
                          TendClock     clock,
                          const char   *off)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (TEND_IS_ROTA_SLOT (self));

  self->date = date;
  self->clock = clock;

  day = tend_date_format (date, TEND_DATE_FULL);
  time = tend_clock_format (clock);
  shown = g_strdup_printf ("+ %s", time);

  if (off != NULL)
    /* Translators: a free time in the rota: day, time, and "Holiday" or the like */
    label = g_strdup_printf (_("%s, %s, free, %s"), day, time, off);
  else
    /* Translators: a free time in the rota: day and time */
    label = g_strdup_printf (_("%s, %s, free"), day, time);

  gtk_label_set_text (GTK_LABEL (self->label), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Press Enter for a new visit here."), -1);
}

TendDate
tend_rota_slot_get_date (TendRotaSlot *self)
{
  g_return_val_if_fail (TEND_IS_ROTA_SLOT (self), TEND_DATE_NONE);

  return self->date;
}

TendClock
tend_rota_slot_get_clock (TendRotaSlot *self)
{
  g_return_val_if_fail (TEND_IS_ROTA_SLOT (self), TEND_CLOCK_NONE);

  return self->clock;
}
