/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-entry-row.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean   secret;
  GtkWidget *entry;    /* a GtkEntry or a GtkPasswordEntry */
  GtkText   *text;     /* of it */
  GtkWidget *pencil;
  GtkWidget *reveal;   /* NULL unless secret */
  GtkBox    *suffixes;
} TendEntryRowPrivate;

static void editable_init (GtkEditableInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TendEntryRow, tend_entry_row, ADW_TYPE_PREFERENCES_ROW,
                         G_ADD_PRIVATE (TendEntryRow)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, editable_init))

#define PRIVATE(self) ((TendEntryRowPrivate *) tend_entry_row_get_instance_private (self))

typedef enum
{
  PROP_SECRET = 1,
  PROP_INPUT_HINTS,
  N_PROPS, /* those of GtkEditable follow */
} TendEntryRowProperty;

enum
{
  ENTRY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkEditable *
get_delegate (GtkEditable *editable)
{
  GtkWidget *entry = PRIVATE (TEND_ENTRY_ROW (editable))->entry;

  return entry != NULL ? GTK_EDITABLE (entry) : NULL;
}

static void
editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = get_delegate;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The title lies where the text would be, as long as there is none. */
static void
update (TendEntryRow *self)
{
  TendEntryRowPrivate *priv = PRIVATE (self);
  GtkStateFlags flags = gtk_widget_get_state_flags (priv->entry);
  gboolean focused = (flags & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (priv->entry)) == '\0';

  set_class (GTK_WIDGET (self), "focused", focused);
  set_class (GTK_WIDGET (self), "empty", empty && !focused);
  gtk_widget_set_visible (priv->pencil, !focused);
}

static void
pressed_cb (TendEntryRow *self)
{
  gtk_text_grab_focus_without_selecting (PRIVATE (self)->text);
}

static void
reveal_cb (TendEntryRow *self)
{
  TendEntryRowPrivate *priv = PRIVATE (self);
  gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (priv->reveal));

  gtk_text_set_visibility (priv->text, shown);
  gtk_button_set_icon_name (GTK_BUTTON (priv->reveal),
                            shown ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

/* The title's mnemonic is the entry's. */
static void
name_reveal_cb (TendEntryRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_auto(GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autofree char *label = g_strdup_printf (_("Show %s"), plain);

  gtk_accessible_update_property (GTK_ACCESSIBLE (PRIVATE (self)->reveal),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
activate_cb (TendEntryRow *self)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0);
}

static gboolean
tend_entry_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PRIVATE (TEND_ENTRY_ROW (widget))->entry);
}

/* A row of a list takes the focus itself when Shift+Tab leaves what is in it; this one would
 * give it back to the entry, and nobody could go on.
 */
static gboolean
tend_entry_row_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
tend_entry_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TendEntryRowPrivate *priv = PRIVATE (TEND_ENTRY_ROW (object));

  if (prop_id == PROP_SECRET)
    g_value_set_boolean (value, priv->secret);
  else if (prop_id == PROP_INPUT_HINTS)
    g_value_set_flags (value, gtk_text_get_input_hints (priv->text));
  else if (!gtk_editable_delegate_get_property (object, prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tend_entry_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TendEntryRowPrivate *priv = PRIVATE (TEND_ENTRY_ROW (object));

  if (prop_id == PROP_SECRET)
    priv->secret = g_value_get_boolean (value);
  else if (prop_id == PROP_INPUT_HINTS)
    gtk_text_set_input_hints (priv->text, g_value_get_flags (value));
  else if (!gtk_editable_delegate_set_property (object, prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tend_entry_row_dispose (GObject *object)
{
  TendEntryRowPrivate *priv = PRIVATE (TEND_ENTRY_ROW (object));

  if (priv->entry != NULL)
    {
      g_signal_handlers_disconnect_by_data (priv->entry, object);
      gtk_editable_finish_delegate (GTK_EDITABLE (object));
    }
  priv->entry = NULL;

  G_OBJECT_CLASS (tend_entry_row_parent_class)->dispose (object);
}

static GtkWidget *
make_words (TendEntryRow *self)
{
  TendEntryRowPrivate *priv = PRIVATE (self);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  /* This also names the entry for those who hear it. */
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), priv->entry);
  gtk_widget_set_can_target (title, FALSE);
  gtk_widget_add_css_class (title, "title");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "use-underline", title, "use-underline", G_BINDING_SYNC_CREATE);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (words, "words");
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), priv->entry);

  return words;
}

static void
make_row (TendEntryRow *self)
{
  TendEntryRowPrivate *priv = PRIVATE (self);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (header, "header");
  gtk_box_append (GTK_BOX (header), make_words (self));
  gtk_box_append (GTK_BOX (header), priv->pencil);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (priv->suffixes));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), header);
}

/* A screen reader does not read out what is typed into a password entry. */
static void
make_entry (TendEntryRow *self)
{
  TendEntryRowPrivate *priv = PRIVATE (self);

  priv->entry = priv->secret ? gtk_password_entry_new () : gtk_entry_new ();
  priv->text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (priv->entry)));
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), 6);

  g_signal_connect_swapped (priv->entry, "state-flags-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (priv->entry, "activate", G_CALLBACK (activate_cb), self);
}

static void
make_reveal (TendEntryRow *self)
{
  GtkWidget *reveal = gtk_toggle_button_new ();

  PRIVATE (self)->reveal = reveal;
  gtk_widget_set_tooltip_text (reveal, _("Show"));
  gtk_widget_set_valign (reveal, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reveal, "flat");
  tend_entry_row_add_suffix (self, reveal);

  g_signal_connect_swapped (reveal, "toggled", G_CALLBACK (reveal_cb), self);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_reveal_cb), NULL);
  reveal_cb (self);
  name_reveal_cb (self);
}

static void
tend_entry_row_constructed (GObject *object)
{
  TendEntryRow *self = TEND_ENTRY_ROW (object);
  TendEntryRowPrivate *priv = PRIVATE (self);
  GtkGesture *click = gtk_gesture_click_new ();

  G_OBJECT_CLASS (tend_entry_row_parent_class)->constructed (object);

  make_entry (self);
  priv->pencil = gtk_image_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_set_valign (priv->pencil, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (priv->pencil, FALSE);
  gtk_widget_add_css_class (priv->pencil, "edit-icon");
  priv->suffixes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_visible (GTK_WIDGET (priv->suffixes), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->suffixes), "suffixes");
  make_row (self);
  if (priv->secret)
    make_reveal (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
  gtk_editable_init_delegate (GTK_EDITABLE (self));

  g_signal_connect (self, "changed", G_CALLBACK (update), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update (self);
}

static void
tend_entry_row_class_init (TendEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tend_entry_row_constructed;
  object_class->get_property = tend_entry_row_get_property;
  object_class->set_property = tend_entry_row_set_property;
  object_class->dispose = tend_entry_row_dispose;
  widget_class->focus = tend_entry_row_focus;
  widget_class->grab_focus = tend_entry_row_grab_focus;

  g_object_class_install_property (object_class, PROP_INPUT_HINTS,
    g_param_spec_flags ("input-hints", NULL, NULL, GTK_TYPE_INPUT_HINTS, GTK_INPUT_HINT_NONE,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_SECRET,
    g_param_spec_boolean ("secret", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_editable_install_properties (object_class, N_PROPS);
  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", TEND_TYPE_ENTRY_ROW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tend_entry_row_init (TendEntryRow *self)
{
}

GtkWidget *
tend_entry_row_new (const char *title)
{
  return g_object_new (TEND_TYPE_ENTRY_ROW, "title", title, NULL);
}

GtkWidget *
tend_entry_row_get_entry (TendEntryRow *self)
{
  g_return_val_if_fail (TEND_IS_ENTRY_ROW (self), NULL);

  return PRIVATE (self)->entry;
}

GtkText *
tend_entry_row_get_text (TendEntryRow *self)
{
  g_return_val_if_fail (TEND_IS_ENTRY_ROW (self), NULL);

  return PRIVATE (self)->text;
}

void
tend_entry_row_add_suffix (TendEntryRow *self,
                           GtkWidget    *widget)
{
  TendEntryRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (TEND_IS_ENTRY_ROW (self));

  gtk_box_append (priv->suffixes, widget);
  gtk_widget_set_visible (GTK_WIDGET (priv->suffixes), TRUE);
}

void
tend_entry_row_describe (TendEntryRow *self,
                         const char   *text,
                         gboolean      wrong)
{
  GtkAccessible *entry;

  g_return_if_fail (TEND_IS_ENTRY_ROW (self));

  entry = GTK_ACCESSIBLE (PRIVATE (self)->entry);
  set_class (GTK_WIDGET (self), "error", wrong);

  if (text != NULL)
    gtk_accessible_update_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  if (wrong)
    gtk_accessible_update_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (entry, GTK_ACCESSIBLE_STATE_INVALID);
}
