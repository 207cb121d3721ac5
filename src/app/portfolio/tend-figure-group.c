/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-figure-group.h"

#include "tend-figure-form.h"
#include "tend-figure-words.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendFigureGroup
{
  AdwPreferencesGroup  parent_instance;

  TendSession         *session;
  GHashTable          *open;    /* ids of the schemes whose figures are on view */
};

G_DEFINE_FINAL_TYPE (TendFigureGroup, tend_figure_group, ADW_TYPE_PREFERENCES_GROUP)

#define SCHEME_KEY "tend-figure-scheme"
#define FIGURE_KEY "tend-figure"
#define VALUE_KEY  "tend-figure-value"
#define RECORD_KEY "tend-figure-record"

static void
correct_cb (GtkWidget       *row,
            TendFigureGroup *self)
{
  gint64 *value = g_object_get_data (G_OBJECT (row), VALUE_KEY);

  tend_figure_correct (GTK_WIDGET (self), self->session,
                       g_object_get_data (G_OBJECT (row), SCHEME_KEY),
                       g_object_get_data (G_OBJECT (row), FIGURE_KEY), *value);
}

static void
change_cb (GtkWidget       *row,
           TendFigureGroup *self)
{
  tend_figure_change (GTK_WIDGET (self), self->session,
                      g_object_get_data (G_OBJECT (row), RECORD_KEY));
}

/* What is known of a figure beside its value: for when it is, where it is from, and whether
 * it is the carer's own. */
static char *
describe (const TendSchemeFigure *figure,
          gboolean                over)
{
  g_autofree char *validity = tend_figure_validity (figure);
  g_autofree char *day = tend_date_format (figure->entered_on, TEND_DATE_LONG);
  g_autoptr(GString) text = g_string_new (validity);

  g_string_append_printf (text, "%s%s", *validity != '\0' ? "\n" : "", figure->source);
  if (figure->corrected && *day != '\0')
    g_string_append_printf (text, _("\nCorrected by you on %s"), day);
  else if (figure->corrected)
    g_string_append_printf (text, "\n%s", _("Corrected by you"));
  if (over)
    g_string_append_printf (text, "\n%s", _("It has run out. Press to write down the new one."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
figure_row (TendFigureGroup  *self,
            const TendScheme *scheme,
            const char       *figure)
{
  TendDate today = tend_session_get_today (self->session);
  const TendSchemeFigure *current = tend_scheme_figure (scheme, figure, today);
  /* One that has run out, or has not begun, is better than none. */
  const TendSchemeFigure *shown =
    current != NULL ? current : tend_scheme_last_figure (scheme, figure, G_MAXINT);
  gboolean over = current == NULL && tend_scheme_last_figure (scheme, figure, today) != NULL;
  g_autofree char *name = tend_figure_name (figure);
  g_autofree char *value = tend_figure_format (figure, shown->value);
  g_autofree char *detail = describe (shown, over);
  GtkWidget *row = tend_row_link (name, detail);

  tend_row_add_note (row, value, over ? "warning" : "heading");
  g_object_set_data_full (G_OBJECT (row), SCHEME_KEY, g_strdup (tend_scheme_get_id (scheme)),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), FIGURE_KEY, g_strdup (figure), g_free);
  g_object_set_data_full (G_OBJECT (row), VALUE_KEY, g_memdup2 (&shown->value, sizeof (gint64)),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (correct_cb), self, 0);
  return row;
}

/* A correction, to be corrected. */
static GtkWidget *
correction_row (TendFigureGroup *self,
                TendRecord      *correction)
{
  const char *figure = tend_record_get_text (correction, "figure");
  TendSchemeFigure values = {
    .value = tend_record_get_int (correction, "value"),
    .from = tend_record_get_int (correction, "valid_from"),
    .to = tend_record_get_int (correction, "valid_to"),
    .source = (char *) tend_record_get_text (correction, "source"),
    .corrected = TRUE,
    .entered_on = tend_record_get_int (correction, "entered_on"),
  };
  g_autofree char *name = tend_figure_name (figure);
  /* Translators: a figure by its name: "Your correction: How old a DBS certificate may be" */
  g_autofree char *title = g_strdup_printf (_("Your correction: %s"), name);
  g_autofree char *value = tend_figure_format (figure, values.value);
  g_autofree char *detail = describe (&values, FALSE);
  GtkWidget *row = tend_row_link (title, detail);

  tend_row_add_note (row, value, "dim-label");
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (correction), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (change_cb), self, 0);
  return row;
}

static void
expanded_cb (AdwExpanderRow  *row,
             GParamSpec      *pspec,
             TendFigureGroup *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), SCHEME_KEY);

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, g_strdup (id));
  else
    g_hash_table_remove (self->open, id);
}

static gboolean
is_of (TendRecord       *correction,
       const TendScheme *scheme)
{
  return g_strcmp0 (tend_record_get_text (correction, "scheme"), tend_scheme_get_id (scheme)) == 0;
}

static GtkWidget *
scheme_row (TendFigureGroup  *self,
            const TendScheme *scheme,
            GPtrArray        *corrections)
{
  g_autoptr(GPtrArray) figures = tend_scheme_figure_names (scheme);
  g_autofree char *text = tend_scheme_get_text (scheme, "text");
  const char *id = tend_scheme_get_id (scheme);
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tend_scheme_get_name (scheme));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text != NULL ? text : "");
  for (guint i = 0; i < figures->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), figure_row (self, scheme, figures->pdata[i]));
  for (guint i = 0; i < corrections->len; i++)
    if (is_of (corrections->pdata[i], scheme))
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                correction_row (self, corrections->pdata[i]));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->open, id));
  g_object_set_data_full (G_OBJECT (row), SCHEME_KEY, g_strdup (id), g_free);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

void
tend_figure_group_show (TendFigureGroup *self,
                        GPtrArray       *schemes,
                        GPtrArray       *corrections)
{
  g_return_if_fail (TEND_IS_FIGURE_GROUP (self));

  tend_rows_begin (ADW_PREFERENCES_GROUP (self));
  for (guint i = 0; i < schemes->len; i++)
    tend_rows_add (ADW_PREFERENCES_GROUP (self),
                   scheme_row (self, schemes->pdata[i], corrections),
                   tend_scheme_get_id (schemes->pdata[i]));
  tend_rows_end (ADW_PREFERENCES_GROUP (self));
  gtk_widget_set_visible (GTK_WIDGET (self), schemes->len > 0);
}

static void
tend_figure_group_finalize (GObject *object)
{
  TendFigureGroup *self = TEND_FIGURE_GROUP (object);

  g_clear_object (&self->session);
  g_hash_table_unref (self->open);

  G_OBJECT_CLASS (tend_figure_group_parent_class)->finalize (object);
}

static void
tend_figure_group_class_init (TendFigureGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_figure_group_finalize;
}

static void
tend_figure_group_init (TendFigureGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_preferences_group_set_title (group, _("What the Schemes Count With"));
  adw_preferences_group_set_description (
    group, _("Prices, limits and days, each with where it was read. When a council changes one, "
             "press it and write the new one down; Tend then checks with that."));
}

GtkWidget *
tend_figure_group_new (TendSession *session)
{
  TendFigureGroup *self = g_object_new (TEND_TYPE_FIGURE_GROUP, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
