/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rows.h"

#include <glib/gi18n-lib.h>

#define ROWS_KEY  "tend-rows"
#define FOCUS_KEY "tend-rows-focus"
#define PART_KEY  "tend-rows-focus-part" /* GType of what in the row had it */
#define TAIL_KEY  "tend-row-tail"
#define HEARD_KEY "tend-row-heard"

static GPtrArray *
rows_of (AdwPreferencesGroup *group)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS_KEY);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (group), ROWS_KEY, rows, (GDestroyNotify) g_ptr_array_unref);
    }

  return rows;
}

/* What has the focus, if it is @widget or something in it. */
static GtkWidget *
find_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)) ? focus
                                                                                      : NULL;
}

/* A box to tick or a button in a row has the focus again, not the row. */
static gboolean
focus_part (GtkWidget *widget,
            GType      type)
{
  if (G_OBJECT_TYPE (widget) == type && gtk_widget_grab_focus (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_part (child, type))
      return TRUE;

  return FALSE;
}

void
tend_rows_begin (AdwPreferencesGroup *group)
{
  GPtrArray *rows = rows_of (group);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      GtkWidget *focus = find_focus (row);

      if (focus != NULL)
        {
          g_object_set_data_full (G_OBJECT (group), FOCUS_KEY,
                                  g_strdup (gtk_widget_get_name (row)), g_free);
          g_object_set_data (G_OBJECT (group), PART_KEY,
                             GSIZE_TO_POINTER (G_OBJECT_TYPE (focus)));
        }
      adw_preferences_group_remove (group, row);
    }

  g_ptr_array_set_size (rows, 0);
}

void
tend_rows_add (AdwPreferencesGroup *group,
               GtkWidget           *row,
               const char          *key)
{
  if (key != NULL)
    gtk_widget_set_name (row, key);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows_of (group), row);
}

void
tend_rows_end (AdwPreferencesGroup *group)
{
  g_autofree char *key = g_object_steal_data (G_OBJECT (group), FOCUS_KEY);
  GType part = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (group), PART_KEY));
  GPtrArray *rows = rows_of (group);

  for (guint i = 0; key != NULL && i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      if (g_str_equal (gtk_widget_get_name (row), key) && !focus_part (row, part))
        gtk_widget_grab_focus (row);
    }
}

void
tend_row_set_name (GtkWidget  *row,
                   const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A row is heard by its title; what else stands in it is its description. */
static void
describe (GtkWidget  *row,
          const char *text)
{
  const char *before = g_object_get_data (G_OBJECT (row), HEARD_KEY);
  char *heard;

  if (text == NULL)
    return;

  heard = before != NULL ? g_strdup_printf ("%s, %s", before, text) : g_strdup (text);
  g_object_set_data_full (G_OBJECT (row), HEARD_KEY, heard, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heard, -1);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  describe (row, subtitle);

  return row;
}

GtkWidget *
tend_row_value (const char *title,
                const char *value)
{
  GtkWidget *row = make_row (title, value);

  gtk_widget_add_css_class (row, "value");
  return row;
}

void
tend_row_set_value (GtkWidget  *row,
                    const char *value)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
}

static void
show_cb (GtkToggleButton *button,
         GParamSpec      *pspec,
         GtkWidget       *row)
{
  const char *value = g_object_get_data (G_OBJECT (row), "value");
  gboolean shown = gtk_toggle_button_get_active (button);

  tend_row_set_value (row, shown ? value : _("Hidden"));
  gtk_button_set_icon_name (GTK_BUTTON (button),
                            shown ? "view-conceal-symbolic" : "view-reveal-symbolic");
}

GtkWidget *
tend_row_masked (const char *title,
                 const char *value)
{
  GtkWidget *row = tend_row_value (title, _("Hidden"));
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *name = g_strdup_printf (_("Show %s"), title);

  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value), g_free);
  gtk_button_set_icon_name (GTK_BUTTON (button), "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (show_cb), row, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

GtkWidget *
tend_row_link (const char *title,
               const char *subtitle)
{
  GtkWidget *row = make_row (title, subtitle);
  GtkWidget *tail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (tail), gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  /* Enter is for the row also where the window has a button that Enter presses. */
  gtk_widget_set_receives_default (row, TRUE);
  g_object_set_data (G_OBJECT (row), TAIL_KEY, tail);

  return row;
}

void
tend_row_add_suffix (GtkWidget *row,
                     GtkWidget *widget)
{
  GtkWidget *tail = g_object_get_data (G_OBJECT (row), TAIL_KEY);

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  if (tail == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  else
    gtk_widget_insert_before (widget, tail, gtk_widget_get_last_child (tail));
}

GtkWidget *
tend_row_nothing (const char *text)
{
  GtkWidget *row = make_row (text, NULL);

  gtk_widget_add_css_class (row, "nothing");
  return row;
}

void
tend_row_add_note (GtkWidget  *row,
                   const char *text,
                   const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  tend_row_add_suffix (row, label);
  describe (row, text);
}

GtkWidget *
tend_head_button (const char *label,
                  const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);

  return button;
}
