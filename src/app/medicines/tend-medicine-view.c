/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-view.h"

#include "tend-care-window.h"
#include "tend-page.h"

/* The view's, by the window that owns it. */
#define KEY "tend-medicine-view"

typedef struct
{
  TendMedicineFile *file;
  GPtrArray        *moves;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->file, tend_medicine_file_free);
  g_clear_pointer (&answer->moves, g_ptr_array_unref);
  g_free (answer);
}

static void
view_free (gpointer data)
{
  TendMedicineView *self = data;

  g_cancellable_cancel (self->asking);
  g_object_unref (self->asking);
  g_object_unref (self->session);
  g_clear_pointer (&self->file, tend_medicine_file_free);
  g_clear_pointer (&self->moves, g_ptr_array_unref);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->id);
  g_free (self);
}

/* What is asked, and of which day. */
typedef struct
{
  char     *id;
  TendDate  today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->id);
  g_free (question);
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  TendRecord *first = *(TendRecord **) a;
  TendRecord *second = *(TendRecord **) b;
  gint64 days = tend_record_get_int (second, "date") - tend_record_get_int (first, "date");

  if (days != 0)
    return days > 0 ? 1 : -1;

  return g_strcmp0 (tend_record_get_id (second), tend_record_get_id (first));
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->file = tend_medicine_file_load (vault, question->id, question->today, error);
  if (answer->file != NULL)
    answer->moves = tend_stock_records (vault, question->id, TEND_DATE_EPOCH, question->today,
                                        error);
  if (answer->moves == NULL)
    g_clear_pointer (&answer, answer_free);
  else
    g_ptr_array_sort (answer->moves, compare_moves);

  return answer;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GtkWindow) window = data;
  g_autoptr(GError) error = NULL;
  Answer *answer = tend_session_finish (TEND_SESSION (source), result, &error);
  TendMedicineView *self = g_object_get_data (G_OBJECT (window), KEY);

  if (answer == NULL || self == NULL)
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }

  g_clear_pointer (&self->file, tend_medicine_file_free);
  g_clear_pointer (&self->moves, g_ptr_array_unref);
  self->file = g_steal_pointer (&answer->file);
  self->moves = g_steal_pointer (&answer->moves);
  answer_free (answer);
  self->show (self, self->file, self->data);
}

static void
reload (GtkWindow *window)
{
  TendMedicineView *self = g_object_get_data (G_OBJECT (window), KEY);
  Question *question = g_new0 (Question, 1);

  question->id = g_strdup (self->id);
  question->today = tend_session_get_today (self->session);
  tend_session_query (self->session, load, question, question_free, answer_free, self->asking,
                      loaded_cb, g_object_ref (window));
}

TendMedicineView *
tend_medicine_view_new (GtkWidget            *parent,
                        TendSession          *session,
                        const char           *id,
                        const char           *title,
                        TendMedicineShowFunc  show,
                        gpointer              data,
                        GDestroyNotify        free_data)
{
  TendMedicineView *self = g_new0 (TendMedicineView, 1);

  self->window = tend_care_window_new (parent, title, &self->page);
  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  self->asking = g_cancellable_new ();
  self->show = show;
  self->data = data;
  self->free_data = free_data;
  g_object_set_data_full (G_OBJECT (self->window), KEY, self, view_free);
  g_signal_connect_object (session, "changed", G_CALLBACK (reload), self->window,
                           G_CONNECT_SWAPPED);

  return self;
}

AdwPreferencesGroup *
tend_medicine_view_add_group (TendMedicineView *self,
                              const char       *title,
                              const char       *about)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  if (about != NULL)
    adw_preferences_group_set_description (group, about);
  adw_preferences_page_add (self->page, group);
  return group;
}

void
tend_medicine_view_present (TendMedicineView *self)
{
  reload (self->window);
  gtk_window_present (self->window);
}
