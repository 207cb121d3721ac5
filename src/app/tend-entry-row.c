/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-entry-row.h"

typedef struct
{
  GtkEntry  *entry;
  GtkWidget *pencil;
  GtkBox    *suffixes;
} TendEntryRowPrivate;

static void editable_init (GtkEditableInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TendEntryRow, tend_entry_row, ADW_TYPE_PREFERENCES_ROW,
                         G_ADD_PRIVATE (TendEntryRow)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, editable_init))

#define PRIVATE(self) ((TendEntryRowPrivate *) tend_entry_row_get_instance_private (self))

static GtkEditable *
get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (PRIVATE (TEND_ENTRY_ROW (editable))->entry);
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
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (priv->entry));
  gboolean focused = (flags & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  gboolean empty = gtk_entry_get_text_length (priv->entry) == 0;

  set_class (GTK_WIDGET (self), "focused", focused);
  set_class (GTK_WIDGET (self), "empty", empty && !focused);
  gtk_widget_set_visible (priv->pencil, !focused);
}

static void
pressed_cb (TendEntryRow *self)
{
  gtk_entry_grab_focus_without_selecting (PRIVATE (self)->entry);
}

static gboolean
tend_entry_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PRIVATE (TEND_ENTRY_ROW (widget))->entry));
}

static void
tend_entry_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (!gtk_editable_delegate_get_property (object, prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tend_entry_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (!gtk_editable_delegate_set_property (object, prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tend_entry_row_dispose (GObject *object)
{
  TendEntryRowPrivate *priv = PRIVATE (TEND_ENTRY_ROW (object));

  if (priv->entry != NULL)
    gtk_editable_finish_delegate (GTK_EDITABLE (object));
  priv->entry = NULL;

  G_OBJECT_CLASS (tend_entry_row_parent_class)->dispose (object);
}

static void
tend_entry_row_class_init (TendEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tend_entry_row_get_property;
  object_class->set_property = tend_entry_row_set_property;
  object_class->dispose = tend_entry_row_dispose;
  widget_class->grab_focus = tend_entry_row_grab_focus;

  gtk_editable_install_properties (object_class, 1);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
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
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), GTK_WIDGET (priv->entry));
  gtk_widget_set_can_target (title, FALSE);
  gtk_widget_add_css_class (title, "title");
  g_object_bind_property (self, "title", title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "use-underline", title, "use-underline", G_BINDING_SYNC_CREATE);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (words, "words");
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (priv->entry));

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

static void
tend_entry_row_init (TendEntryRow *self)
{
  TendEntryRowPrivate *priv = PRIVATE (self);
  GtkGesture *click = gtk_gesture_click_new ();

  priv->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_has_frame (priv->entry, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), 6);
  priv->pencil = gtk_image_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_set_valign (priv->pencil, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (priv->pencil, FALSE);
  gtk_widget_add_css_class (priv->pencil, "edit-icon");
  priv->suffixes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_visible (GTK_WIDGET (priv->suffixes), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->suffixes), "suffixes");
  make_row (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "entry");
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
  gtk_editable_init_delegate (GTK_EDITABLE (self));

  g_signal_connect_swapped (priv->entry, "state-flags-changed", G_CALLBACK (update), self);
  g_signal_connect (self, "changed", G_CALLBACK (update), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update (self);
}

GtkWidget *
tend_entry_row_new (const char *title)
{
  return g_object_new (TEND_TYPE_ENTRY_ROW, "title", title, NULL);
}

GtkEntry *
tend_entry_row_get_entry (TendEntryRow *self)
{
  g_return_val_if_fail (TEND_IS_ENTRY_ROW (self), NULL);

  return PRIVATE (self)->entry;
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
