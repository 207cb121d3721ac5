/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written down of the person.  What an ordinary visit has nothing to say of stays
 * folded, and opens by itself where there is something in it.
 */

#include "tend-visit-dialog-private.h"

#include "tend-attachment-list.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-rows.h"
#include "tend-visit-record.h"

#include <glib/gi18n-lib.h>

static const char * const how_fields[] = { "mood", "appetite" };
static const char * const more_fields[] = { "intake", "skin", "observations", "handover" };
static const char * const money_fields[] = { "money_given_pence", "money_spent_pence",
                                             "money_returned_pence", "money_receipt",
                                             "money_note" };

static gboolean
is_any_set (TendRecord         *visit,
            const char * const *fields,
            gsize               n)
{
  for (gsize i = 0; i < n; i++)
    if (tend_record_is_set (visit, fields[i]))
      return TRUE;

  return FALSE;
}

static AdwExpanderRow *
add_expander (TendVisitDialog     *self,
              AdwPreferencesGroup *group,
              const char          *title,
              const char          *subtitle,
              const char * const  *fields,
              gsize                n)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, subtitle);
  for (gsize i = 0; i < n; i++)
    adw_expander_row_add_row (row, tend_form_row (self->form, fields[i]));
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

/* What is missing, or what is too much, in words that accuse nobody. */
static char *
describe_money (TendRecord *visit)
{
  gint64 missing = tend_visit_money_missing_pence (visit);
  g_autofree char *amount = tend_money_format (ABS (missing));
  g_autofree char *given = NULL;

  if (missing > 0)
    return g_strdup_printf (_("%s is neither spent nor given back yet. If an amount is missing, "
                              "put it in; if not, say below what became of it."), amount);
  if (missing < 0)
    return g_strdup_printf (_("%s more was spent and given back than was given to you. If an "
                              "amount was mistyped, put it right; if not, say below where it came "
                              "from."), amount);
  if (!tend_record_is_set (visit, "money_given_pence"))
    return g_strdup (_("What they gave you to spend, and the change"));

  given = tend_money_format (tend_record_get_int (visit, "money_given_pence"));
  return g_strdup_printf (_("%s given, and it adds up"), given);
}

void
_tend_visit_dialog_update_money (TendVisitDialog *self)
{
  g_autofree char *text = describe_money (self->sheet->visit);
  GtkWidget *row = GTK_WIDGET (self->money_row);

  if (tend_visit_money_missing_pence (self->sheet->visit) != 0)
    gtk_widget_add_css_class (row, "unbalanced");
  else
    gtk_widget_remove_css_class (row, "unbalanced");
  adw_expander_row_set_subtitle (self->money_row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Whatever the outcome, and of a closed record too: a worry often comes later. */
static void
add_write_up (TendVisitDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *before = GTK_WIDGET (self->concern_group);
  GtkWidget *row = tend_row_link (_("Write Up What Happened…"),
                                  self->sheet->closed
                                    ? _("A fall, an injury, a near miss or a worry")
                                    : _("A fall, an injury, a near miss or a worry. This visit is "
                                        "saved first."));

  g_signal_connect_object (row, "activated", G_CALLBACK (_tend_visit_dialog_write_up), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (before)), group, before);
}

/* A photograph of the fridge or a receipt: kept at once, also of a closed record, since a
 * document has a day of its own. */
static void
add_documents (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit_before;
  GtkWidget *list = tend_attachment_list_new ();

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), self->session, &tend_visit_kind,
                             tend_record_is_stored (visit) ? tend_record_get_id (visit) : NULL);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->charge_group))), list);
}

void
_tend_visit_dialog_build_care (TendVisitDialog *self)
{
  static const char * const note[] = { "note", NULL };
  static const char * const concern[] = { "concern" };

  for (gsize i = 0; i < G_N_ELEMENTS (how_fields); i++)
    {
      self->chips[i] = TEND_CHIPS (tend_chips_new (self->sheet->visit, how_fields[i]));
      adw_preferences_group_add (self->how_group, GTK_WIDGET (self->chips[i]));
      g_signal_connect_object (self->chips[i], "changed", G_CALLBACK (_tend_visit_dialog_changed),
                               self, G_CONNECT_SWAPPED);
    }

  tend_form_add (self->form, self->note_group, note);
  self->more_row = add_expander (self, self->more_group, _("More about the visit"),
                                 _("Food and drink, skin, what you noticed, for who comes next"),
                                 more_fields, G_N_ELEMENTS (more_fields));
  self->money_row = add_expander (self, self->more_group, _("Money handled"), "", money_fields,
                                  G_N_ELEMENTS (money_fields));
  self->concern_row = add_expander (self, self->concern_group, _("Something concerned me"),
                                    _("What you saw or heard, in plain words, and whom you told"),
                                    concern, G_N_ELEMENTS (concern));
  add_write_up (self);
  add_documents (self);
}

void
_tend_visit_dialog_show_care (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;

  for (gsize i = 0; i < G_N_ELEMENTS (self->chips); i++)
    tend_chips_show (self->chips[i]);
  adw_expander_row_set_expanded (self->more_row,
                                 is_any_set (visit, more_fields, G_N_ELEMENTS (more_fields)));
  adw_expander_row_set_expanded (self->money_row,
                                 is_any_set (visit, money_fields, G_N_ELEMENTS (money_fields)));
  adw_expander_row_set_expanded (self->concern_row, tend_record_is_set (visit, "concern"));
  _tend_visit_dialog_update_money (self);
}

/* What can only be said of a visit that took place. */
void
_tend_visit_dialog_clear_care (TendVisitDialog *self)
{
  TendVisitSheet *sheet = self->sheet;

  for (gsize i = 0; i < G_N_ELEMENTS (how_fields); i++)
    tend_record_clear (sheet->visit, how_fields[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (more_fields); i++)
    tend_record_clear (sheet->visit, more_fields[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (money_fields); i++)
    tend_record_clear (sheet->visit, money_fields[i]);

  for (guint i = 0; i < sheet->tasks->len; i++)
    {
      tend_record_set_int (sheet->tasks->pdata[i], "done", FALSE);
      tend_record_clear (sheet->tasks->pdata[i], "reason");
    }
}
