/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-ledger.h"

#include "tend-money.h"

#define DESCRIPTION "tend-description"

char *
tend_ledger_tenths (gint64 tenths)
{
  return tend_tenths_format_long (tenths);
}

void
tend_ledger_clear (GtkFlowBox *cards)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (cards))) != NULL)
    gtk_flow_box_remove (cards, child);
}

void
tend_ledger_add_card (GtkFlowBox *cards,
                      const char *title,
                      const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *figure = gtk_label_new (value);
  GtkWidget *name = gtk_label_new (title);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", title, value);

  gtk_widget_add_css_class (figure, "title-2");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), name);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_flow_box_insert (cards, child, -1);
}

/* What is said after the row's title. */
static void
describe (GtkWidget  *row,
          const char *part,
          gboolean    first)
{
  const char *before = g_object_get_data (G_OBJECT (row), DESCRIPTION);
  char *text;

  if (part == NULL || *part == '\0')
    return;

  if (before == NULL)
    text = g_strdup (part);
  else
    text = first ? g_strdup_printf ("%s, %s", part, before)
                 : g_strdup_printf ("%s, %s", before, part);

  g_object_set_data_full (G_OBJECT (row), DESCRIPTION, text, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static GtkWidget *
amount_box (const char *amount,
            const char *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  if (state != NULL)
    {
      GtkWidget *small = gtk_label_new (state);

      gtk_widget_add_css_class (small, "caption");
      gtk_widget_add_css_class (small, "dim-label");
      gtk_label_set_xalign (GTK_LABEL (small), 1);
      gtk_box_append (GTK_BOX (box), small);
    }

  return box;
}

GtkWidget *
tend_ledger_row (const char *title,
                 const char *subtitle,
                 const char *amount,
                 const char *state)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amount_box (amount, state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  describe (row, amount, FALSE);
  describe (row, state, FALSE);
  describe (row, subtitle, FALSE);

  return row;
}

void
tend_ledger_row_mark (GtkWidget  *row,
                      const char *icon_name,
                      const char *css_class,
                      const char *meaning)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (mark),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
  gtk_widget_set_tooltip_text (mark, meaning);
  if (css_class != NULL)
    gtk_widget_add_css_class (mark, css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  describe (row, meaning, TRUE);
}
