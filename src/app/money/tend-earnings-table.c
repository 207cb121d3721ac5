/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-earnings-table.h"

#include <glib/gi18n-lib.h>

#define LEAST_NAME 7 /* characters of the first column */

typedef struct
{
  GtkListBox                *list;
  const TendEarningsFigures *figures;
  GtkSizeGroup             **columns; /* of each column's cells */
  TendEarningsRowFunc        focused;
  gpointer                   data;
} Table;

/* What a row does when it gets the focus. */
typedef struct
{
  TendEarningsRowFunc focused;
  GWeakRef            data;
  int                 row;
} Watch;

static void
watch_free (gpointer data,
            GClosure *closure)
{
  Watch *watch = data;

  g_weak_ref_clear (&watch->data);
  g_free (watch);
}

static void
tell (Watch *watch,
      int    row)
{
  g_autoptr(GObject) data = g_weak_ref_get (&watch->data);

  if (data != NULL)
    watch->focused (row, data);
}

static void
entered_cb (GtkEventControllerFocus *controller,
            Watch                   *watch)
{
  tell (watch, watch->row);
}

static void
left_cb (GtkEventControllerFocus *controller,
         Watch                   *watch)
{
  tell (watch, -1);
}

static void
watch_focus (Table     *table,
             GtkWidget *row,
             int        index)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();
  Watch *watch = g_new0 (Watch, 1);

  watch->focused = table->focused;
  watch->row = index;
  g_weak_ref_init (&watch->data, table->data);
  g_signal_connect_data (controller, "enter", G_CALLBACK (entered_cb), watch, watch_free, 0);
  g_signal_connect (controller, "leave", G_CALLBACK (left_cb), watch);
  gtk_widget_add_controller (row, controller);
}

static GtkWidget *
cell_new (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The first cell takes what room there is; figures stand right under each other. */
static GtkWidget *
row_box (Table             *table,
         const char        *name,
         const char *const *cells,
         const char        *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *first = cell_new (name, css_class);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_wrap (GTK_LABEL (first), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (first), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (first), LEAST_NAME);
  gtk_widget_set_hexpand (first, TRUE);
  gtk_box_append (GTK_BOX (box), first);

  for (gsize i = 0; i < table->figures->n_columns; i++)
    {
      GtkWidget *cell = cell_new (cells[i], css_class);

      gtk_widget_add_css_class (cell, "numeric");
      gtk_label_set_xalign (GTK_LABEL (cell), 1);
      gtk_size_group_add_widget (table->columns[i], cell);
      gtk_box_append (GTK_BOX (box), cell);
    }

  gtk_widget_add_css_class (box, "figures-row");
  return box;
}

static GtkWidget *
append_row (Table             *table,
            const char        *name,
            const char *const *cells,
            const char        *css_class)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GString *sentence = g_string_new (name);
  g_autofree char *label = NULL;

  for (gsize i = 0; i < table->figures->n_columns; i++)
    g_string_append_printf (sentence, "%s %s %s", i == 0 ? ":" : ",", table->figures->columns[i],
                            cells[i]);
  label = g_string_free (sentence, FALSE);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), row_box (table, name, cells, css_class));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (table->list, row);

  return row;
}

static void
append_heads (Table *table)
{
  const TendEarningsFigures *figures = table->figures;
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *columns = g_strjoinv (", ", figures->columns);
  g_autofree char *label = g_strdup_printf ("%s, %s", figures->heading, columns);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              row_box (table, figures->heading,
                                       (const char *const *) figures->columns,
                                       "caption-heading"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (table->list, row);
}

static void
append_figures (Table      *table,
                const char *name,
                int         index)
{
  const TendEarningsFigures *figures = table->figures;
  g_auto(GStrv) cells = g_new0 (char *, figures->n_columns + 1);
  GtkWidget *row;

  for (gsize i = 0; i < figures->n_columns; i++)
    cells[i] = tend_earnings_figures_text (figures, index >= 0 ? figures->values[i][index]
                                                               : figures->totals[i]);

  row = append_row (table, name, (const char *const *) cells, index >= 0 ? NULL : "heading");
  watch_focus (table, row, index);
}

void
tend_earnings_table_fill (GtkListBox                *list,
                          const TendEarningsFigures *figures,
                          TendEarningsRowFunc        focused,
                          gpointer                   data)
{
  Table table = { list, figures, NULL, focused, data };
  GtkWidget *child;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (figures != NULL && focused != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);

  table.columns = g_new0 (GtkSizeGroup *, figures->n_columns + 1);
  for (gsize i = 0; i < figures->n_columns; i++)
    table.columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  append_heads (&table);
  for (gsize i = 0; i < figures->n_rows; i++)
    append_figures (&table, figures->names[i], (int) i);
  append_figures (&table, _("Total"), -1);

  for (gsize i = 0; i < figures->n_columns; i++)
    g_object_unref (table.columns[i]);
  g_free (table.columns);
}
