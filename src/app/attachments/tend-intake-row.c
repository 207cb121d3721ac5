/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-intake-row.h"

#include <glib/gi18n-lib.h>

/* How often the bar moves, in milliseconds. */
#define TICK 80

struct _TendIntakeRow
{
  AdwPreferencesRow  parent_instance;

  TendIntake        *intake;
  guint              ticking;  /* source */

  GtkLabel          *name;
  GtkLabel          *detail;
  GtkProgressBar    *bar;
  GtkButton         *button;
};

G_DEFINE_FINAL_TYPE (TendIntakeRow, tend_intake_row, ADW_TYPE_PREFERENCES_ROW)

void
tend_intake_choose (GtkWidget      *parent,
                    TendFileFunc    on_chosen,
                    gpointer        user_data,
                    GDestroyNotify  free_user_data)
{
  static const char *const endings[] = { "pdf", "jpg", "jpeg", "png", "heic", "heif", NULL };

  tend_compat_open_kind (parent, _("Choose a Scan or Photograph"), _("Scans and photographs"),
                         endings, on_chosen, user_data, free_user_data);
}

static gboolean
tick_cb (gpointer data)
{
  TendIntakeRow *self = data;
  double progress = tend_intake_get_progress (self->intake);

  /* Written to its end, it is read back: nobody knows how long that takes. */
  if (progress > 0 && progress < 1)
    gtk_progress_bar_set_fraction (self->bar, progress);
  else
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

/* "PDF · 2.4 MB" */
static char *
describe (TendIntake *intake)
{
  g_autofree char *size = g_format_size (tend_intake_get_size (intake));

  return g_strdup_printf ("%s · %s", tend_media_name (tend_intake_get_media (intake)), size);
}

static void
show_detail (TendIntakeRow *self,
             const char    *text,
             gboolean       wrong)
{
  GtkAccessible *button = GTK_ACCESSIBLE (self->button);

  gtk_label_set_label (self->detail, text);
  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->detail), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
    }

  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
changed_cb (TendIntakeRow *self)
{
  TendIntakeState state = tend_intake_get_state (self->intake);
  const char *name = tend_intake_get_name (self->intake);
  gboolean reading = state == TEND_INTAKE_READING;
  g_autofree char *detail = NULL;

  g_clear_handle_id (&self->ticking, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), reading);
  if (reading)
    self->ticking = g_timeout_add (TICK, tick_cb, self);

  gtk_label_set_label (self->name, name != NULL ? name : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);

  if (state == TEND_INTAKE_READY)
    detail = describe (self->intake);
  show_detail (self,
               state == TEND_INTAKE_FAILED ? tend_intake_get_fault (self->intake)
               : detail != NULL ? detail : _("Being taken in…"),
               state == TEND_INTAKE_FAILED);
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  TendIntakeRow *self = data;

  /* The window may have gone meanwhile, with a lock. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tend_intake_take (self->intake, file);
}

static void
clicked_cb (TendIntakeRow *self)
{
  tend_intake_choose (GTK_WIDGET (self), chosen_cb, g_object_ref (self), g_object_unref);
}

static void
tend_intake_row_dispose (GObject *object)
{
  TendIntakeRow *self = TEND_INTAKE_ROW (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->intake);

  G_OBJECT_CLASS (tend_intake_row_parent_class)->dispose (object);
}

static void
tend_intake_row_class_init (TendIntakeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_intake_row_dispose;
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
tend_intake_row_init (TendIntakeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "intake");

  self->name = add_label (column);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Being taken in…"), -1);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->bar));
  self->detail = add_label (column);

  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_("Choose An_other…")));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
tend_intake_row_new (TendIntake *intake)
{
  TendIntakeRow *self = g_object_new (TEND_TYPE_INTAKE_ROW, NULL);

  self->intake = g_object_ref (intake);
  g_signal_connect_object (intake, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
