/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-return-group.h"

#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendReturnGroup
{
  AdwPreferencesGroup  parent_instance;

  TendSession         *session;
  TendQuarter          quarter;
  char                *scheme;   /* (nullable) */
  gboolean             chosen;   /* the scheme, by hand */
  GPtrArray           *schemes;  /* (nullable): TendScheme; as shown */
  TendReturnValues    *values;   /* (nullable): as shown */
  GtkWidget           *later_button;
};

G_DEFINE_FINAL_TYPE (TendReturnGroup, tend_return_group, ADW_TYPE_PREFERENCES_GROUP)

static guint chosen_signal;

static void
go (TendReturnGroup *self,
    int              quarters)
{
  self->quarter += quarters;
  g_signal_emit (self, chosen_signal, 0);
}

static void
earlier_cb (TendReturnGroup *self)
{
  go (self, -1);
}

static void
later_cb (TendReturnGroup *self)
{
  go (self, 1);
}

static void
add_row (TendReturnGroup *self,
         GtkWidget       *row,
         const char      *key)
{
  tend_rows_add (ADW_PREFERENCES_GROUP (self), row, key);
}

/* For whom */

static void
scheme_cb (AdwComboRow     *row,
           GParamSpec      *pspec,
           TendReturnGroup *self)
{
  guint selected = adw_combo_row_get_selected (row);
  const char *id = selected < self->schemes->len
                   ? tend_scheme_get_id (self->schemes->pdata[selected]) : NULL;

  if (g_strcmp0 (id, self->scheme) == 0)
    return;

  g_free (self->scheme);
  self->scheme = g_strdup (id);
  self->chosen = TRUE;
  g_signal_emit (self, chosen_signal, 0);
}

static void
add_scheme_row (TendReturnGroup *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint selected = self->schemes->len;

  for (guint i = 0; i < self->schemes->len; i++)
    {
      gtk_string_list_append (names, tend_scheme_get_name (self->schemes->pdata[i]));
      if (g_strcmp0 (tend_scheme_get_id (self->schemes->pdata[i]), self->scheme) == 0)
        selected = i;
    }
  gtk_string_list_append (names, _("Everybody I support"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Council scheme"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE); /* its name may be long */
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (scheme_cb), self, 0);
  add_row (self, row, "scheme");
}

/* The figures */

static void
client_cb (GtkWidget       *row,
           TendReturnGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "client",
                              gtk_widget_get_name (row));
}

static GtkWidget *
person_row (TendReturnGroup        *self,
            const TendReturnPerson *person,
            const char             *remark)
{
  g_autofree char *time = tend_minutes_format (person->minutes);
  g_autoptr(GString) text = g_string_new (time);
  GtkWidget *row;

  if (person->age >= 0)
    g_string_append_printf (text, _(" · aged %d"), person->age);
  if (person->self_funder)
    g_string_append_printf (text, " · %s", _("pays privately"));
  if (person->personal_care)
    g_string_append_printf (text, " · %s", _("personal care"));
  if (person->home_support)
    g_string_append_printf (text, " · %s", _("home support"));
  if (remark != NULL)
    g_string_append_printf (text, " · %s", remark);

  row = tend_row_link (person->name, text->str);
  gtk_widget_set_name (row, person->client);
  g_signal_connect_object (row, "activated", G_CALLBACK (client_cb), self, 0);
  return row;
}

static void
list_people (TendReturnGroup *self,
             GtkWidget       *expander,
             GPtrArray       *people,
             const char      *remark)
{
  for (guint i = 0; i < people->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              person_row (self, people->pdata[i], remark));
}

static void
add_people (TendReturnGroup *self)
{
  const TendReturn *figures = tend_compose_return_figures (self->values);
  GtkWidget *expander = adw_expander_row_new ();
  guint n = figures->people->len + figures->left_out->len + figures->of_others->len;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("Who is behind the figures"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 _("For you alone: none of it is sent"));
  list_people (self, expander, figures->people, NULL);
  list_people (self, expander, figures->left_out, _("lives elsewhere, not counted"));
  list_people (self, expander, figures->of_others, _("under another scheme, not counted"));
  gtk_widget_set_sensitive (expander, n > 0);
  add_row (self, expander, "people");
}

static void
add_figures (TendReturnGroup *self)
{
  const TendReturnSheet *sheet = tend_compose_return_sheet (self->values);
  g_autoptr(GString) ages = g_string_new (NULL);
  const char *group = NULL;

  for (gsize i = 0; i < sheet->n_lines; i++)
    {
      const TendReturnLine *line = &sheet->lines[i];
      GtkWidget *row;

      if (line->value == NULL)
        {
          group = line->label;
          continue;
        }
      /* The bands of age share one row. */
      if (group != NULL)
        {
          g_string_append_printf (ages, "%s%s: %s", ages->len > 0 ? " · " : "", line->label,
                                  line->value);
          continue;
        }

      row = tend_row_value (line->label, line->meaning);
      tend_row_add_note (row, line->value, "heading");
      add_row (self, row, line->label);
    }

  if (group != NULL)
    add_row (self, tend_row_value (group, ages->str), "ages");
}

/* What can be done with it */

static void
print_cb (TendReturnGroup *self)
{
  tend_return_print (GTK_WIDGET (self), self->values);
}

static void
csv_cb (TendReturnGroup *self)
{
  tend_return_save_csv (GTK_WIDGET (self), self->values);
}

static void
copy_cb (TendReturnGroup *self)
{
  tend_return_copy (GTK_WIDGET (self), self->values);
}

static void
send_cb (TendReturnGroup *self)
{
  tend_return_send (GTK_WIDGET (self), self->session, self->values);
}

static void
add_action (TendReturnGroup *self,
            const char      *title,
            const char      *subtitle,
            GCallback        callback)
{
  GtkWidget *row = tend_row_link (title, subtitle);

  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  add_row (self, row, title);
}

static void
add_actions (TendReturnGroup *self,
             TendRecord      *sent)
{
  g_autofree char *day =
    sent != NULL ? tend_date_format (tend_record_get_int (sent, "sent_on"), TEND_DATE_LONG) : NULL;
  g_autofree char *when = sent != NULL ? g_strdup_printf (_("Sent on %s"), day) : NULL;

  add_action (self, _("View and Print…"), NULL, G_CALLBACK (print_cb));
  add_action (self, _("Copy as Text"), _("To paste into an email or the council’s form"),
              G_CALLBACK (copy_cb));
  add_action (self, _("Save for a Spreadsheet…"), NULL, G_CALLBACK (csv_cb));
  if (self->scheme != NULL)
    add_action (self, sent != NULL ? _("Mark as Sent Again…") : _("Mark as Sent…"), when,
                G_CALLBACK (send_cb));
}

static void
describe (TendReturnGroup *self)
{
  const TendReturnSheet *sheet = tend_compose_return_sheet (self->values);
  g_autofree char *due = tend_date_format (sheet->due_on, TEND_DATE_LONG);
  g_autofree char *text = *due != '\0'
                          /* Translators: "Quarter 1, April to June 2026" and a day */
                          ? g_strdup_printf (_("%s. To arrive by %s."), sheet->quarter, due)
                          : g_strdup_printf ("%s.", sheet->quarter);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), sheet->title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

/* The scheme that asks for a return comes first, until another is chosen. */
static void
guess_scheme (TendReturnGroup *self)
{
  TendDate on = tend_session_get_today (self->session);

  for (guint i = 0; i < self->schemes->len; i++)
    if (tend_scheme_figure (self->schemes->pdata[i], "return_due_day", on) != NULL)
      {
        self->scheme = g_strdup (tend_scheme_get_id (self->schemes->pdata[i]));
        g_signal_emit (self, chosen_signal, 0);
        return;
      }
}

void
tend_return_group_show (TendReturnGroup  *self,
                        GPtrArray        *schemes,
                        TendReturnValues *values,
                        TendRecord       *sent)
{
  g_return_if_fail (TEND_IS_RETURN_GROUP (self));

  tend_rows_begin (ADW_PREFERENCES_GROUP (self));
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->values, tend_return_values_free);
  self->schemes = g_ptr_array_ref (schemes);
  self->values = values;

  describe (self);
  gtk_widget_set_sensitive (self->later_button,
                            self->quarter < tend_quarter_of (tend_session_get_today (
                                                               self->session)));
  if (schemes->len > 0)
    add_scheme_row (self);
  add_figures (self);
  add_people (self);
  add_actions (self, sent);
  tend_rows_end (ADW_PREFERENCES_GROUP (self));

  if (!self->chosen)
    {
      self->chosen = TRUE;
      guess_scheme (self);
    }
}

TendQuarter
tend_return_group_get_quarter (TendReturnGroup *self)
{
  return self->quarter;
}

const char *
tend_return_group_get_scheme (TendReturnGroup *self)
{
  return self->scheme;
}

static GtkWidget *
add_button (TendReturnGroup *self,
            GtkWidget       *box,
            const char      *icon,
            const char      *name,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
tend_return_group_dispose (GObject *object)
{
  TendReturnGroup *self = TEND_RETURN_GROUP (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scheme, g_free);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->values, tend_return_values_free);

  G_OBJECT_CLASS (tend_return_group_parent_class)->dispose (object);
}

static void
tend_return_group_class_init (TendReturnGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_return_group_dispose;
  chosen_signal = g_signal_new ("chosen", TEND_TYPE_RETURN_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
tend_return_group_init (TendReturnGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_button (self, box, "go-previous-symbolic", _("Earlier quarter"), G_CALLBACK (earlier_cb));
  self->later_button = add_button (self, box, "go-next-symbolic", _("Later quarter"),
                                   G_CALLBACK (later_cb));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), box);
}

GtkWidget *
tend_return_group_new (TendSession *session)
{
  TendReturnGroup *self = g_object_new (TEND_TYPE_RETURN_GROUP, NULL);

  self->session = g_object_ref (session);
  /* The one that is over is the one to be sent. */
  self->quarter = tend_quarter_of (tend_session_get_today (session)) - 1;

  return GTK_WIDGET (self);
}
