/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scheme-row.h"

#include "tend-care-form.h"
#include "tend-scheme.h"

#include <glib/gi18n-lib.h>

const char *
tend_scheme_row_name (GPtrArray  *schemes,
                      const char *id)
{
  const TendScheme *scheme = id != NULL ? tend_schemes_find (schemes, id) : NULL;

  return scheme != NULL ? tend_scheme_get_name (scheme) : id;
}

void
tend_scheme_row_guess (TendRecord *record,
                       GPtrArray  *schemes)
{
  if (schemes->len == 1 && !tend_record_is_set (record, "scheme"))
    tend_record_set_text (record, "scheme", tend_scheme_get_id (schemes->pdata[0]));
}

static void
selected_cb (AdwComboRow *row,
             GParamSpec  *pspec,
             TendForm    *form)
{
  GPtrArray *schemes = g_object_get_data (G_OBJECT (row), "schemes");
  guint selected = adw_combo_row_get_selected (row);

  tend_record_set_text (tend_form_get_record (form), "scheme",
                        selected == 0 ? NULL : tend_scheme_get_id (schemes->pdata[selected - 1]));
  g_signal_emit_by_name (form, "changed");
}

static GtkWidget *
first_group (TendForm *form)
{
  GtkWidget *child = gtk_widget_get_first_child (tend_care_form_box (form));

  while (!ADW_IS_PREFERENCES_GROUP (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

void
tend_scheme_row_add (TendForm  *form,
                     GPtrArray *schemes)
{
  TendRecord *record = tend_form_get_record (form);
  const char *scheme = tend_record_get_text (record, "scheme");
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row, *group;
  guint selected = 0;

  if (schemes->len == 0 || (schemes->len == 1 && scheme != NULL))
    return;

  gtk_string_list_append (names, _("Any that asks for it"));
  for (guint i = 0; i < schemes->len; i++)
    {
      gtk_string_list_append (names, tend_scheme_get_name (schemes->pdata[i]));
      if (g_strcmp0 (tend_scheme_get_id (schemes->pdata[i]), scheme) == 0)
        selected = i + 1;
    }

  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _(tend_kind_field (tend_record_get_kind (record),
                                                    "scheme")->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data_full (G_OBJECT (row), "schemes", g_ptr_array_ref (schemes),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), form, 0);

  group = first_group (form);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}
