/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-training-group.h"

#include "tend-credential-form.h"
#include "tend-kinds.h"
#include "tend-papers.h"
#include "tend-rows.h"
#include "tend-scheme-row.h"
#include "tend-training-chart.h"
#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>

struct _TendTrainingGroup
{
  AdwPreferencesGroup  parent_instance;

  TendSession         *session;
  GPtrArray           *papers;   /* (nullable): TendPaper, what the rows point into */
  GPtrArray           *subjects; /* utf8: "first_aid", in the order they are asked for */
  GPtrArray           *titles;   /* utf8: of each, as it is read */
  GPtrArray           *schemes;  /* utf8: ids of those that ask for some */
  GPtrArray           *names;    /* utf8: of each, as it is read */
  GArray              *cells;    /* TendTrainingCell */
  GtkWidget           *area;
};

G_DEFINE_FINAL_TYPE (TendTrainingGroup, tend_training_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_asked (const TendPaper *paper)
{
  return paper->scheme != NULL && paper->subject != NULL && g_str_equal (paper->kind, "training") &&
         paper->state != TEND_PAPER_NOT_APPLICABLE;
}

static guint
place_of (GPtrArray  *texts,
          const char *text)
{
  guint place;

  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &place))
    {
      g_ptr_array_add (texts, g_strdup (text));
      place = texts->len - 1;
    }

  return place;
}

static TendTrainingCell
cell_of (TendPaperState state)
{
  switch (state)
    {
    case TEND_PAPER_OK:
      return TEND_TRAINING_IN_DATE;

    case TEND_PAPER_SOON:
    case TEND_PAPER_DUE:
      return TEND_TRAINING_SOON;

    case TEND_PAPER_OVER:
    case TEND_PAPER_LOW:
    case TEND_PAPER_GAP:
    case TEND_PAPER_MISSING:
      return TEND_TRAINING_MISSING;

    case TEND_PAPER_ADVISED:
    case TEND_PAPER_NOT_APPLICABLE:
    default:
      return TEND_TRAINING_NOT_ASKED;
    }
}

/* The chart */

static TendTrainingChart
chart_of (TendTrainingGroup *self)
{
  return (TendTrainingChart) {
    .columns = (const char *const *) self->names->pdata,
    .n_columns = self->names->len,
    .rows = (const char *const *) self->titles->pdata,
    .n_rows = self->titles->len,
    .cells = (const TendTrainingCell *) self->cells->data,
  };
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        data)
{
  TendTrainingGroup *self = data;
  TendTrainingChart chart = chart_of (self);
  TendDrawStyle style;

  if (chart.n_columns == 0)
    return;

  tend_widget_draw_style (GTK_WIDGET (area), &style);
  tend_training_chart_draw (cr, width, height, &chart, &style);
}

static void
fill_cells (TendTrainingGroup *self)
{
  for (guint i = 0; i < self->papers->len; i++)
    {
      const TendPaper *paper = self->papers->pdata[i];

      if (!is_asked (paper))
        continue;
      place_of (self->schemes, paper->scheme);
      if (place_of (self->subjects, paper->subject) == self->titles->len)
        g_ptr_array_add (self->titles, g_strdup (tend_field_choice_label (
                                         tend_kind_field (&tend_credential_kind, "covers"),
                                         paper->subject)));
    }

  g_array_set_size (self->cells, self->subjects->len * self->schemes->len);
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, TendTrainingCell, i) = TEND_TRAINING_NOT_ASKED;
  for (guint i = 0; i < self->papers->len; i++)
    {
      const TendPaper *paper = self->papers->pdata[i];

      if (is_asked (paper))
        g_array_index (self->cells, TendTrainingCell,
                       place_of (self->subjects, paper->subject) * self->schemes->len +
                       place_of (self->schemes, paper->scheme)) = cell_of (paper->state);
    }
}

/* The same in words */

static void
course_cb (GtkWidget         *row,
           TendTrainingGroup *self)
{
  tend_credential_present (GTK_WIDGET (self), self->session,
                           g_object_get_data (G_OBJECT (row), "record"));
}

static void
add_course (TendTrainingGroup *self,
            guint              subject,
            GPtrArray         *schemes)
{
  const char *name = self->subjects->pdata[subject];
  g_autoptr(GString) text = g_string_new (NULL);
  TendRecord *record = NULL;
  gboolean missing = FALSE;
  GtkWidget *row;

  for (guint i = 0; i < self->papers->len; i++)
    {
      const TendPaper *paper = self->papers->pdata[i];
      g_autofree char *last = tend_date_format (paper->last_day, TEND_DATE_LONG);

      if (!is_asked (paper) || !g_str_equal (paper->subject, name))
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                              tend_scheme_row_name (schemes, paper->scheme),
                              tend_paper_state_title (paper->state));
      if (*last != '\0')
        /* Translators: a day, after "In order" */
        g_string_append_printf (text, _(", until %s"), last);
      missing |= cell_of (paper->state) == TEND_TRAINING_MISSING;
      if (record == NULL && paper->record != NULL)
        record = g_object_ref (paper->record);
    }

  if (record == NULL)
    record = tend_credential_new ("training", name, NULL);
  row = tend_row_link (self->titles->pdata[subject], text->str);
  if (missing)
    tend_row_add_note (row, _("To do"), "warning");
  g_object_set_data_full (G_OBJECT (row), "record", record, g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (course_cb), self, 0);
  tend_rows_add (ADW_PREFERENCES_GROUP (self), row, name);
}

static void
clear_table (TendTrainingGroup *self)
{
  g_ptr_array_set_size (self->subjects, 0);
  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->schemes, 0);
  g_ptr_array_set_size (self->names, 0);
}

/* The chart stands above the rows, in a row of its own. */
static GtkWidget *
chart_row (TendTrainingGroup *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  TendTrainingChart chart = chart_of (self);
  TendDrawStyle style;

  tend_widget_draw_style (GTK_WIDGET (self), &style);
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                             NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) tend_training_chart_height (&chart, &style));
  gtk_widget_set_margin_top (self->area, 12);
  gtk_widget_set_margin_bottom (self->area, 12);
  gtk_widget_set_margin_start (self->area, 12);
  gtk_widget_set_margin_end (self->area, 12);
  tend_widget_follow_palette (self->area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart of the courses that are in date; the rows below say "
                                    "the same"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Chart of the courses"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->area);

  return row;
}

void
tend_training_group_show (TendTrainingGroup *self,
                          GPtrArray         *papers,
                          GPtrArray         *schemes)
{
  g_return_if_fail (TEND_IS_TRAINING_GROUP (self));

  tend_rows_begin (ADW_PREFERENCES_GROUP (self));
  clear_table (self);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  self->papers = g_ptr_array_ref (papers);
  fill_cells (self);
  for (guint i = 0; i < self->schemes->len; i++)
    g_ptr_array_add (self->names,
                     g_strdup (tend_scheme_row_name (schemes, self->schemes->pdata[i])));

  if (self->subjects->len > 0)
    tend_rows_add (ADW_PREFERENCES_GROUP (self), chart_row (self), NULL);
  for (guint i = 0; i < self->subjects->len; i++)
    add_course (self, i, schemes);
  if (self->subjects->len == 0)
    tend_rows_add (ADW_PREFERENCES_GROUP (self),
                   tend_row_nothing (_("No scheme of yours asks for a course.")), NULL);
  tend_rows_end (ADW_PREFERENCES_GROUP (self));
}

static void
tend_training_group_finalize (GObject *object)
{
  TendTrainingGroup *self = TEND_TRAINING_GROUP (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->schemes);
  g_ptr_array_unref (self->names);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (tend_training_group_parent_class)->finalize (object);
}

static void
tend_training_group_class_init (TendTrainingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_training_group_finalize;
}

static void
tend_training_group_init (TendTrainingGroup *self)
{
  self->subjects = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->schemes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (TendTrainingCell));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Courses That Are Asked For"));
}

GtkWidget *
tend_training_group_new (TendSession *session)
{
  TendTrainingGroup *self = g_object_new (TEND_TYPE_TRAINING_GROUP, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
