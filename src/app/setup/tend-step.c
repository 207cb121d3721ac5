/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-step.h"

struct _TendStep
{
  AdwBin      parent_instance;

  gboolean    begin_when_mapped;

  GtkImage   *icon;
  GtkLabel   *title;
  GtkLabel   *body;
  AdwBin     *content;
  GtkLabel   *fault;
  GtkWidget  *buttons;
  GtkButton  *next;
  GtkButton  *other;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (TendStep, tend_step, ADW_TYPE_BIN)

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_BODY,
  PROP_CONTENT,
  PROP_NEXT_LABEL,
  PROP_OTHER_LABEL,
  PROP_CAN_NEXT,
  PROP_BUSY,
} TendStepProperty;

static GParamSpec *properties[PROP_BUSY + 1];

enum
{
  NEXT,
  OTHER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_focus (TendStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content));
}

static void
begin_later (gpointer data)
{
  g_autoptr(TendStep) self = data;

  if (self->begin_when_mapped && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tend_step_begin (self);
}

/* Whoever shows the step may still move the focus afterwards. */
static void
tend_step_map (GtkWidget *widget)
{
  TendStep *self = TEND_STEP (widget);

  GTK_WIDGET_CLASS (tend_step_parent_class)->map (widget);

  if (self->begin_when_mapped)
    g_idle_add_once (begin_later, g_object_ref (self));
}

static void
next_cb (TendStep *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
other_cb (TendStep *self)
{
  g_signal_emit (self, signals[OTHER], 0);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_button (GtkButton  *button,
            const char *text)
{
  gtk_button_set_label (button, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (button), text != NULL);
}

static void
tend_step_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TendStep *self = TEND_STEP (object);

  switch ((TendStepProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;

    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;

    case PROP_BODY:
      g_value_set_string (value, gtk_label_get_label (self->body));
      break;

    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content));
      break;

    case PROP_NEXT_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->next));
      break;

    case PROP_OTHER_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->other));
      break;

    case PROP_CAN_NEXT:
      g_value_set_boolean (value, gtk_widget_get_sensitive (GTK_WIDGET (self->next)));
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, gtk_spinner_get_spinning (self->spinner));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_step_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TendStep *self = TEND_STEP (object);

  switch ((TendStepProperty) prop_id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->icon), g_value_get_string (value) != NULL);
      break;

    case PROP_TITLE:
      set_label (self->title, g_value_get_string (value));
      break;

    case PROP_BODY:
      set_label (self->body, g_value_get_string (value));
      break;

    case PROP_CONTENT:
      adw_bin_set_child (self->content, g_value_get_object (value));
      break;

    case PROP_NEXT_LABEL:
      set_button (self->next, g_value_get_string (value));
      break;

    case PROP_OTHER_LABEL:
      set_button (self->other, g_value_get_string (value));
      break;

    case PROP_CAN_NEXT:
      gtk_widget_set_sensitive (GTK_WIDGET (self->next), g_value_get_boolean (value));
      break;

    case PROP_BUSY:
      tend_step_set_busy (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tend_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_STEP);

  G_OBJECT_CLASS (tend_step_parent_class)->dispose (object);
}

static void
tend_step_class_init (TendStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tend_step_dispose;
  object_class->get_property = tend_step_get_property;
  object_class->set_property = tend_step_set_property;
  widget_class->map = tend_step_map;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NEXT_LABEL] = g_param_spec_string ("next-label", NULL, NULL, NULL, flags);
  properties[PROP_OTHER_LABEL] = g_param_spec_string ("other-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_NEXT] = g_param_spec_boolean ("can-next", NULL, NULL, TRUE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[NEXT] = g_signal_new ("next", TEND_TYPE_STEP, G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OTHER] = g_signal_new ("other", TEND_TYPE_STEP, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-step.ui");
  gtk_widget_class_bind_template_child (widget_class, TendStep, icon);
  gtk_widget_class_bind_template_child (widget_class, TendStep, title);
  gtk_widget_class_bind_template_child (widget_class, TendStep, body);
  gtk_widget_class_bind_template_child (widget_class, TendStep, content);
  gtk_widget_class_bind_template_child (widget_class, TendStep, fault);
  gtk_widget_class_bind_template_child (widget_class, TendStep, buttons);
  gtk_widget_class_bind_template_child (widget_class, TendStep, next);
  gtk_widget_class_bind_template_child (widget_class, TendStep, other);
  gtk_widget_class_bind_template_child (widget_class, TendStep, spinner);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
}

static void
tend_step_init (TendStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_step_set_busy (TendStep *self,
                    gboolean  busy)
{
  GtkRoot *root;

  g_return_if_fail (TEND_IS_STEP (self));

  /* An entry that is made insensitive under the cursor would go on blinking. */
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (busy && root != NULL && has_focus (self))
    gtk_root_set_focus (root, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self->content), !busy);
  gtk_widget_set_visible (self->buttons, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  g_object_set (self->spinner, "spinning", busy, NULL);
}

void
tend_step_set_fault (TendStep   *self,
                     const char *fault)
{
  g_return_if_fail (TEND_IS_STEP (self));

  set_label (self->fault, fault);
  if (fault != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->fault));
}

void
tend_step_begin (TendStep *self)
{
  g_return_if_fail (TEND_IS_STEP (self));

  self->begin_when_mapped = !gtk_widget_get_mapped (GTK_WIDGET (self));

  /* A stack that changes pages has put the focus there already. */
  if (self->begin_when_mapped || has_focus (self))
    return;

  if (!gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
}
