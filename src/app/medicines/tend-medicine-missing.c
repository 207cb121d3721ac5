/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-missing.h"

#include "tend-care-window.h"
#include "tend-medicines.h"
#include "tend-page.h"
#include "tend-question.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The window, and what belongs to it. */
typedef struct
{
  GtkWindow            *window;      /* owns this */
  TendSession          *session;
  GCancellable         *asking;
  TendRecord           *medication;
  GPtrArray            *lines;
  TendMedicineGoOnFunc  func;
  gpointer              data;
  GPtrArray            *missing;     /* as last loaded */

  AdwPreferencesGroup  *needed;
  AdwPreferencesGroup  *advised;
  GtkWidget            *put_on;
} Missing;

static void
missing_free (gpointer data)
{
  Missing *self = data;

  g_cancellable_cancel (self->asking);
  g_object_unref (self->asking);
  g_object_unref (self->session);
  g_object_unref (self->medication);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

/* The answer */

/* The window goes first: saving the medicine closes the one below as well. */
static void
go_on (Missing    *self,
       const char *by)
{
  TendMedicineGoOnFunc func = self->func;
  gpointer data = self->data;

  gtk_window_destroy (self->window);
  func (by, data);
}

static void
put_on_cb (Missing *self)
{
  go_on (self, NULL);
}

static void
chosen_cb (const char *id,
           const char *reason,
           gpointer    data)
{
  if (id != NULL)
    go_on (data, id);
}

static void
keep_off_cb (Missing *self)
{
  static const TendAnswer answers[] = {
    { "person", N_("The person"), NULL }, { "family", N_("Family"), NULL },
    { "other", N_("Another provider"), NULL },
  };
  TendAnswer translated[G_N_ELEMENTS (answers)];

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    translated[i] = (TendAnswer) { answers[i].id, _(answers[i].title), NULL };

  tend_question_present (GTK_WIDGET (self->needed), _("Who sees to it for now?"),
                         _("It is on the chart with their name, and no dose of it is yours. Put "
                           "it on your round once everything is there."),
                         NULL, translated, G_N_ELEMENTS (translated), chosen_cb, self);
}

/* The list */

static void
mend_cb (GtkWidget *button,
         Missing   *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const TendMissingPaper *paper = self->missing->pdata[index];

  if (paper->what == TEND_MISSING_SPECIALIST)
    go_on (self, TEND_MEDICINE_WRITE_MORE);
  else
    tend_missing_mend (GTK_WIDGET (self->needed), self->session, paper, self->medication);
}

/* (transfer full): what each of the schemes says of the same paper, each sentence once. */
static char *
messages_of (GPtrArray *missing,
             guint      index)
{
  TendMissing what = ((const TendMissingPaper *) missing->pdata[index])->what;
  GString *text = g_string_new (NULL);

  for (guint i = index; i < missing->len; i++)
    {
      const TendMissingPaper *paper = missing->pdata[i];

      if (paper->what == what && strstr (text->str, paper->message) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paper->message);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (Missing *self,
          guint    index)
{
  const TendMissingPaper *paper = self->missing->pdata[index];
  const char *title = tend_missing_title (paper->what);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Write It…"));
  /* Translators: of a button; what is missing */
  g_autofree char *name = g_strdup_printf (_("Write it: %s"), title);
  g_autofree char *messages = messages_of (self->missing, index);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), messages);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (mend_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* Two schemes may miss the same paper: it is written once. */
static gboolean
is_said_already (GPtrArray *missing,
                 guint      index)
{
  const TendMissingPaper *paper = missing->pdata[index];

  for (guint i = 0; i < index; i++)
    if (((const TendMissingPaper *) missing->pdata[i])->what == paper->what)
      return TRUE;

  return FALSE;
}

static void
show_missing (Missing *self)
{
  guint n_stops = 0, n_advised = 0;

  tend_rows_begin (self->needed);
  tend_rows_begin (self->advised);
  for (guint i = 0; i < self->missing->len; i++)
    {
      const TendMissingPaper *paper = self->missing->pdata[i];

      if (is_said_already (self->missing, i))
        continue;
      tend_rows_add (paper->stops ? self->needed : self->advised, make_row (self, i),
                     tend_missing_title (paper->what));
      n_stops += paper->stops;
      n_advised += !paper->stops;
    }
  if (n_stops == 0)
    tend_rows_add (self->needed, tend_row_nothing (_("Everything that is needed is there.")),
                   NULL);
  tend_rows_end (self->needed);
  tend_rows_end (self->advised);

  gtk_widget_set_visible (GTK_WIDGET (self->advised), n_advised > 0);
  gtk_widget_set_sensitive (self->put_on, n_stops == 0);
}

/* Asking */

typedef struct
{
  TendRecord *medication;
  GPtrArray  *lines;
  TendDate    today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->medication);
  g_ptr_array_unref (question->lines);
  g_free (question);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Question *question = data;

  return tend_medicine_missing_for_round (vault, question->medication, question->lines,
                                          question->today, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GtkWindow) window = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) missing = tend_session_finish (TEND_SESSION (source), result, &error);
  Missing *self = g_object_get_data (G_OBJECT (window), "missing");

  if (missing == NULL || self == NULL)
    return;

  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing = g_steal_pointer (&missing);
  show_missing (self);
}

static void
reload (Missing *self)
{
  Question *question = g_new0 (Question, 1);

  question->medication = g_object_ref (self->medication);
  question->lines = g_ptr_array_ref (self->lines);
  question->today = tend_session_get_today (self->session);
  tend_session_query (self->session, load, question, question_free,
                      (GDestroyNotify) g_ptr_array_unref, self->asking, loaded_cb,
                      g_object_ref (self->window));
}

static void
session_changed_cb (GtkWindow *window)
{
  reload (g_object_get_data (G_OBJECT (window), "missing"));
}

/* The window */

static GtkWidget *
make_buttons (Missing *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *keep_off = gtk_button_new_with_mnemonic (_("_Keep It off My Round for Now…"));

  self->put_on = gtk_button_new_with_mnemonic (_("_Put It on My Round"));
  gtk_widget_add_css_class (self->put_on, "suggested-action");
  gtk_widget_set_sensitive (self->put_on, FALSE);
  g_signal_connect_swapped (self->put_on, "clicked", G_CALLBACK (put_on_cb), self);
  g_signal_connect_swapped (keep_off, "clicked", G_CALLBACK (keep_off_cb), self);
  gtk_box_append (GTK_BOX (box), self->put_on);
  gtk_box_append (GTK_BOX (box), keep_off);

  return box;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *about)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, about);
  adw_preferences_page_add (page, group);
  return group;
}

void
tend_medicine_missing_present (GtkWidget            *parent,
                               TendSession          *session,
                               TendRecord           *medication,
                               GPtrArray            *lines,
                               TendMedicineGoOnFunc  func,
                               gpointer              parent_data)
{
  Missing *self = g_new0 (Missing, 1);
  g_autofree char *title = tend_medicine_title (medication);
  AdwPreferencesPage *page;

  self->window = tend_care_window_new (parent, _("Not on Your Round Yet"), &page);
  self->session = g_object_ref (session);
  self->asking = g_cancellable_new ();
  self->medication = tend_record_copy (medication);
  self->lines = g_ptr_array_ref (lines);
  self->func = func;
  self->data = parent_data;
  g_object_set_data_full (G_OBJECT (self->window), "missing", self, missing_free);

  self->needed = add_group (page, title,
                            _("This is asked for before you help with it. What has already "
                              "happened can always be written down."));
  self->advised = add_group (page, _("Good to Do"), NULL);
  adw_preferences_group_add (add_group (page, NULL, NULL), make_buttons (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self->window,
                           G_CONNECT_SWAPPED);

  reload (self);
  gtk_window_present (self->window);
}
