/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-window-private.h"

#include "tend-desktop.h"
#include "tend-places.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TendWindow, tend_window, ADW_TYPE_APPLICATION_WINDOW)

/* The side bar. */

static GtkWidget *
place_row (const TendPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(place->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, place->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(place->title), -1);

  return row;
}

static void
fill_place_list (TendWindow *self)
{
  for (const TendPlace *place = tend_places (); place->name != NULL; place++)
    gtk_list_box_append (self->place_list, place_row (place));
}

static void
select_row (TendWindow *self,
            const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->place_list, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
      gtk_list_box_select_row (self->place_list, row);
}

static void
row_activated_cb (TendWindow    *self,
                  GtkListBoxRow *row)
{
  gboolean folded;

  _tend_window_show_place (self, gtk_widget_get_name (GTK_WIDGET (row)));

  g_object_get (self->flap, "folded", &folded, NULL);
  if (folded)
    g_object_set (self->flap, "reveal-flap", FALSE, NULL);
}

/* Pages. */

/* Every page's header bar looks like the others, and starts with the button that
 * brings the side bar, shown while that is folded away.
 */
static void
dress_header_bar (TendWindow *self,
                     GtkWidget  *page)
{
  g_autoptr(GtkWidget) header = NULL;
  GtkWidget *button;

  g_object_get (page, "header-bar", &header, NULL);

  button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-symbolic");
  gtk_widget_set_tooltip_text (button, _("Side bar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Side bar"), -1);
  g_object_bind_property (self->flap, "folded", button, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->flap, "reveal-flap", button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  gtk_widget_add_css_class (header, "flat");

  /* Packed last, and yet first. */
  if (GTK_IS_BOX (gtk_widget_get_parent (button)))
    gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (button)), button, NULL);
}

static GtkWidget *
ensure_page (TendWindow      *self,
             const TendPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, place->name);

  if (page == NULL)
    {
      page = place->make (self->session);
      dress_header_bar (self, page);
      gtk_stack_add_named (self->pages, page, place->name);
    }

  return page;
}

void
_tend_window_drop_pages (TendWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "opening");

  for (const TendPlace *place = tend_places (); place->name != NULL; place++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, place->name);

      if (page != NULL)
        gtk_stack_remove (self->pages, page);
    }
}

/* One place's focus is no use in another: the side bar's row says where one is,
 * and Tab goes into the page.
 */
static void
move_focus (TendWindow *self,
            GtkWidget  *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->place_list);

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    return;

  if (row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (row)) ||
      !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
_tend_window_show_place (TendWindow *self,
                         const char *name)
{
  const TendPlace *place = tend_place_by_name (name);
  GtkWidget *page;

  if (place == NULL)
    return;

  if (g_strcmp0 (self->place, name) != 0)
    {
      g_free (self->place);
      self->place = g_strdup (name);
    }

  select_row (self, name);

  if (self->session == NULL)
    return;

  page = ensure_page (self, place);
  gtk_stack_set_visible_child_name (self->pages, name);
  move_focus (self, page);
}

void
_tend_window_open (TendWindow *self,
                   const char *kind,
                   const char *id)
{
  const TendMatter *matter = tend_matter_by_kind (kind);
  GtkWidget *page = GTK_WIDGET (self);

  if (self->session == NULL || matter == NULL)
    return;

  if (matter->place != NULL)
    {
      _tend_window_show_place (self, matter->place);
      page = ensure_page (self, tend_place_by_name (matter->place));
    }

  matter->open (page, self->session, kind, id);
}

/* How the window was left. */

static void
restore_size (TendWindow *self)
{
  int width = 1100;
  int height = 760;

  if (self->settings != NULL)
    {
      width = g_settings_get_int (self->settings, "window-width");
      height = g_settings_get_int (self->settings, "window-height");
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      self->place = g_settings_get_string (self->settings, "place");
    }

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);

  if (tend_place_by_name (self->place) == NULL)
    {
      g_free (self->place);
      self->place = g_strdup (tend_places ()->name);
    }
}

static gboolean
tend_window_close_request (GtkWindow *window)
{
  TendWindow *self = TEND_WINDOW (window);
  int width;
  int height;

  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 290));
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      if (self->place != NULL)
        g_settings_set_string (self->settings, "place", self->place);
    }

  return GTK_WINDOW_CLASS (tend_window_parent_class)->close_request (window);
}

static void
tend_window_dispose (GObject *object)
{
  TendWindow *self = TEND_WINDOW (object);

  g_clear_handle_id (&self->slow, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_WINDOW);
  g_clear_object (&self->idle_lock);
  g_clear_object (&self->session);
  g_clear_object (&self->opening);
  g_clear_object (&self->own);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tend_window_parent_class)->dispose (object);
}

static void
tend_window_finalize (GObject *object)
{
  TendWindow *self = TEND_WINDOW (object);

  g_free (self->place);
  g_free (self->matter);

  G_OBJECT_CLASS (tend_window_parent_class)->finalize (object);
}

static void
tend_window_class_init (TendWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tend_window_dispose;
  object_class->finalize = tend_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tend_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TendWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, states);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, place_list);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, wait_label);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, TendWindow, banner_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  _tend_window_class_install_actions (widget_class);
}

/* What the side bar has no use for is the page's: its keys work wherever the focus is. */
static gboolean
key_pressed_cb (TendWindow            *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                GtkEventControllerKey *keys)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->session == NULL || page == NULL ||
      (focus != NULL && (focus == page || gtk_widget_is_ancestor (focus, page))))
    return GDK_EVENT_PROPAGATE;

  return gtk_event_controller_key_forward (keys, page);
}

static void
tend_window_init (TendWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->settings = tend_desktop_settings ();
  fill_place_list (self);
  restore_size (self);
}

TendWindow *
tend_window_new (GtkApplication *application,
                 TendOpening    *opening)
{
  TendWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (TEND_IS_OPENING (opening), NULL);

  self = g_object_new (TEND_TYPE_WINDOW, "application", application, NULL);
  self->idle_lock = tend_idle_lock_new (application, self->settings);
  g_signal_connect_object (self->idle_lock, "lock", G_CALLBACK (_tend_window_lock_idle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->idle_lock, "asked", G_CALLBACK (tend_window_lock), self,
                           G_CONNECT_SWAPPED);
  _tend_window_follow (self, opening);

  return self;
}

void
tend_window_open_matter (TendWindow *self,
                         const char *matter)
{
  g_auto(GStrv) parts = NULL;

  g_return_if_fail (TEND_IS_WINDOW (self));
  g_return_if_fail (matter != NULL);

  if (self->session == NULL)
    {
      g_free (self->matter);
      self->matter = g_strdup (matter);
      return;
    }

  parts = g_strsplit (matter, ":", 2);
  if (g_strv_length (parts) == 2)
    _tend_window_open (self, parts[0], parts[1]);
}

void
tend_window_toast (TendWindow *self,
                   const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (TEND_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  markup = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
tend_window_visit_sample (TendWindow *self)
{
  g_autoptr(TendOpening) sample = NULL;

  g_return_if_fail (TEND_IS_WINDOW (self));
  g_return_if_fail (self->own == NULL);

  self->own = g_object_ref (self->opening);
  sample = tend_opening_new_sample (TEND_DATE_NONE);
  _tend_window_follow (self, sample);
}
