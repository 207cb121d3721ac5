/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-chips.h"

#include <glib/gi18n-lib.h>

struct _TendChips
{
  AdwPreferencesRow  parent_instance;

  TendRecord        *record;
  const TendField   *field;
  GtkFlowBox        *box;
  gboolean           showing; /* changes are ours */
};

G_DEFINE_FINAL_TYPE (TendChips, tend_chips, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
get_chip (TendChips *self,
          int        index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->box, index);

  return GTK_TOGGLE_BUTTON (gtk_flow_box_child_get_child (child));
}

void
tend_chips_show (TendChips *self)
{
  const char *value;
  g_auto(GStrv) words = NULL;

  g_return_if_fail (TEND_IS_CHIPS (self));

  value = tend_record_get_text (self->record, self->field->name);
  words = g_strsplit (value != NULL ? value : "", "\n", -1);
  self->showing = TRUE;
  for (int i = 0; self->field->choices[i].value != NULL; i++)
    gtk_toggle_button_set_active (get_chip (self, i),
                                  g_strv_contains ((const char *const *) words,
                                                   self->field->choices[i].value));
  self->showing = FALSE;
}

/* (transfer full): the words of the chips that are set, one a line. */
static char *
set_words (TendChips *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (int i = 0; self->field->choices[i].value != NULL; i++)
    if (gtk_toggle_button_get_active (get_chip (self, i)))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                              self->field->choices[i].value);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
toggled_cb (TendChips       *self,
            GtkToggleButton *chip)
{
  g_autofree char *words = NULL;

  if (self->showing)
    return;

  if (self->field->type == TEND_FIELD_LIST)
    words = set_words (self);
  else if (gtk_toggle_button_get_active (chip))
    words = g_strdup (gtk_widget_get_name (GTK_WIDGET (chip)));
  tend_record_set_text (self->record, self->field->name, words);
  tend_chips_show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static int
count_chips (TendChips *self)
{
  int n = 0;

  while (self->field->choices[n].value != NULL)
    n++;

  return n;
}

static int
focused_chip (TendChips *self)
{
  for (int i = 0; i < count_chips (self); i++)
    if (gtk_widget_has_focus (GTK_WIDGET (get_chip (self, i))))
      return i;

  return -1;
}

/* One stop for Tab: the chip that is set, else the first. */
static gboolean
tend_chips_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  TendChips *self = TEND_CHIPS (widget);
  int at = 0;

  if (focused_chip (self) >= 0)
    return FALSE;

  for (int i = 0; i < count_chips (self); i++)
    if (gtk_toggle_button_get_active (get_chip (self, i)))
      at = i;

  return gtk_widget_grab_focus (GTK_WIDGET (get_chip (self, at)));
}

/* Arrows go from chip to chip, before the box takes them for its own. */
static gboolean
key_cb (TendChips *self,
        guint      key)
{
  int at = focused_chip (self);
  int step = key == GDK_KEY_Left || key == GDK_KEY_Up ? -1
             : key == GDK_KEY_Right || key == GDK_KEY_Down ? 1 : 0;

  if (at < 0 || step == 0)
    return FALSE;

  at = CLAMP (at + step, 0, count_chips (self) - 1);
  gtk_widget_grab_focus (GTK_WIDGET (get_chip (self, at)));
  return TRUE;
}

static void
tend_chips_finalize (GObject *object)
{
  g_clear_object (&TEND_CHIPS (object)->record);

  G_OBJECT_CLASS (tend_chips_parent_class)->finalize (object);
}

static void
tend_chips_class_init (TendChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_chips_finalize;
  GTK_WIDGET_CLASS (klass)->focus = tend_chips_focus;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_chips_init (TendChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
add_chip (TendChips        *self,
          const TendChoice *choice)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (_(choice->label));
  GtkWidget *child;

  gtk_widget_set_name (chip, choice->value);
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->box, chip);

  child = gtk_widget_get_parent (chip);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
}

GtkWidget *
tend_chips_new (TendRecord *record,
                const char *field)
{
  TendChips *self = g_object_new (TEND_TYPE_CHIPS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (NULL);

  self->record = g_object_ref (record);
  self->field = tend_kind_field (tend_record_get_kind (record), field);

  gtk_label_set_label (GTK_LABEL (title), _(self->field->label));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (title, "caption");
  gtk_box_append (GTK_BOX (box), title);

  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 8);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->field->label), -1);
  for (const TendChoice *choice = self->field->choices; choice->value != NULL; choice++)
    add_chip (self, choice);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));

  gtk_widget_add_css_class (box, "chips");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  tend_chips_show (self);
  return GTK_WIDGET (self);
}
