/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-plan-actions.h"

#include "tend-care-form.h"
#include "tend-care-plan.h"
#include "tend-care-reader.h"
#include "tend-compat.h"
#include "tend-draft.h"
#include "tend-held.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

/* What is usual where nothing else was agreed. */
#define WEEKS_TO_REVIEW 26

/* A plan with its lines, asked for in the worker: a draft, or what was in force on a day. */
typedef struct
{
  GtkWidget    *parent;
  TendCareFile *file;
  TendDate      date;    /* TEND_DATE_NONE: the draft */
  TendRecord   *plan;    /* what was found */
  GPtrArray    *lines;
} Question;

static void
question_clear (gpointer data)
{
  Question *question = data;

  tend_care_file_unref (question->file);
  g_clear_object (&question->plan);
  g_clear_pointer (&question->lines, g_ptr_array_unref);
}

static void
question_unref (gpointer question)
{
  g_atomic_rc_box_release_full (question, question_clear);
}

static gpointer
find_plan (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Question *question = data;
  g_autoptr(GError) failure = NULL;

  if (question->date == TEND_DATE_NONE)
    question->plan =
      tend_care_plan_draft (vault, question->file->client, &question->lines, &failure);
  else
    {
      question->plan =
        tend_care_plan_on (vault, question->file->client, question->date, &failure);
      if (question->plan != NULL)
        question->lines = tend_record_load_all_nested (vault, question->plan, &failure);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_atomic_rc_box_acquire (question);
}

/* It prints as it was on @date. */
static void
read_plan (GtkWidget    *parent,
           TendSession  *session,
           TendCareFile *file,
           TendRecord   *plan,
           GPtrArray    *lines,
           const char   *text,
           TendDate      date)
{
  g_autofree char *title = g_strdup_printf (_("Care Plan, Version %d"),
                                            (int) tend_record_get_int (plan, "version"));

  tend_care_reader_present (parent, session, tend_care_section ("care_plan"), file, plan, lines,
                            title, text, date);
}

static void
show_answer (Question    *question,
             TendSession *session)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (question->date == TEND_DATE_NONE)
    {
      tend_care_present (question->parent, session, tend_care_section ("care_plan"),
                         question->file, question->plan, question->lines);
      return;
    }

  day = tend_date_format (question->date, TEND_DATE_LONG);
  if (question->plan == NULL)
    {
      text = g_strdup_printf (_("No plan was in force on %s."), day);
      tend_toast (question->parent, text);
      return;
    }

  text = g_strdup_printf (_("In force on %s."), day);
  read_plan (question->parent, session, question->file, question->plan, question->lines, text,
             question->date);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GtkWidget) parent = data;
  g_autoptr(GError) error = NULL;
  Question *question = tend_session_finish (TEND_SESSION (source), result, &error);

  if (question == NULL)
    {
      tend_toast (parent, error->message);
      return;
    }

  show_answer (question, TEND_SESSION (source));
  question_unref (question);
}

static void
ask (GtkWidget    *parent,
     TendSession  *session,
     TendCareFile *file,
     TendDate      date)
{
  Question *question = g_atomic_rc_box_new0 (Question);

  question->parent = parent;
  question->file = tend_care_file_ref (file);
  question->date = date;
  tend_session_query (session, find_plan, question, question_unref, question_unref, NULL,
                      found_cb, g_object_ref (parent));
}

void
tend_care_plan_write (GtkWidget    *parent,
                      TendSession  *session,
                      TendCareFile *file)
{
  ask (parent, session, file, TEND_DATE_NONE);
}

void
tend_care_plan_read_on (GtkWidget    *parent,
                        TendSession  *session,
                        TendCareFile *file,
                        TendDate      date)
{
  ask (parent, session, file, date);
}

static void
read_opened (GtkWidget             *parent,
             TendSession           *session,
             const TendCareSection *section,
             TendCareFile          *file,
             TendRecord            *record,
             GPtrArray             *lines)
{
  read_plan (parent, session, file, record, lines,
             _("It was agreed, so it stays as it is. “Change…” makes the next version of it."),
             file->today);
}

void
tend_care_plan_open (GtkWidget    *parent,
                     TendSession  *session,
                     TendCareFile *file,
                     TendRecord   *plan)
{
  if (g_strcmp0 (tend_record_get_text (plan, "status"), "draft") == 0)
    tend_care_plan_write (parent, session, file);
  else
    tend_care_open (parent, session, tend_care_section ("care_plan"), file, plan, read_opened);
}

static TendRecord *
agree (TendVault   *vault,
       TendRecord  *plan,
       gpointer     today,
       GError     **error)
{
  return tend_care_plan_agree (vault, plan, GPOINTER_TO_INT (today), error) ? g_object_ref (plan)
         : NULL;
}

void
tend_care_plan_agree_present (GtkWidget    *parent,
                              TendSession  *session,
                              TendCareFile *file,
                              TendRecord   *draft)
{
  static const char *const fields[] = {
    "agreed_by", "authority", "representative", "", "agreed_on", "review_on", NULL
  };
  g_autoptr(TendRecord) agreed = tend_record_copy (draft);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *plan_key = tend_draft_key (draft);
  g_autofree char *draft_key = g_strconcat (plan_key, "/agree", NULL);
  TendRecordDialogOptions options = {
    .title = _("Agree This Plan"),
    .text = _("From that day on it is the plan in force, its tasks are on every visit, and it "
              "stays as it is. The version before is kept."),
    .accept = _("_Agree"),
    .fields = fields,
    .check = tend_care_check_days,
    .save = agree,
    .change = tend_held_change,
    .act = TEND_ACT_PLAN,
    .draft_key = draft_key,
    .save_data = GINT_TO_POINTER (file->today),
    .user_data = tend_care_edit_new (session, tend_care_section ("care_plan"), file, none),
    .free_user_data = tend_care_edit_free,
  };

  tend_record_set_text (agreed, "status", "agreed");
  tend_record_set_text (agreed, "authority", "self");
  tend_record_set_int (agreed, "agreed_on", file->today);
  tend_record_set_int (agreed, "review_on", file->today + 7 * WEEKS_TO_REVIEW);
  tend_record_dialog_present_full (parent, session, agreed, &options);
}

/* A draft on its way out. */
typedef struct
{
  TendSession *session;
  TendRecord  *plan;
  GtkWindow   *dialog; /* weak */
} Discard;

static void
discard_free (gpointer data)
{
  Discard *discard = data;

  g_object_unref (discard->session);
  g_object_unref (discard->plan);
  g_clear_weak_pointer (&discard->dialog);
  g_free (discard);
}

static gpointer
remove_draft (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  if (tend_care_plan_save (vault, data, none, error))
    tend_record_remove (vault, data, _("The draft was discarded."), error);
  return NULL;
}

static void
discard_accepted_cb (gpointer data)
{
  Discard *discard = data;

  tend_session_change (discard->session, remove_draft, tend_record_copy (discard->plan),
                       g_object_unref, NULL, NULL, NULL);
  if (discard->dialog != NULL)
    gtk_window_close (discard->dialog);
}

static void
discard_cb (GtkWidget *button)
{
  tend_compat_confirm (button, _("Discard This Draft?"),
                       _("The plan in force stays. What was changed in the draft goes; the "
                         "history keeps it."),
                       _("_Discard"), TRUE, discard_accepted_cb,
                       g_object_get_data (G_OBJECT (button), "discard"));
}

void
tend_care_plan_prepare (TendForm     *form,
                        GtkWindow    *dialog,
                        TendCareEdit *edit)
{
  TendRecord *plan = tend_form_get_record (form);
  GtkWidget *button;
  Discard *discard;

  if (!tend_record_is_stored (plan))
    return;

  discard = g_new0 (Discard, 1);
  discard->session = g_object_ref (edit->session);
  discard->plan = tend_record_copy (plan);
  g_set_weak_pointer (&discard->dialog, dialog);

  button = gtk_button_new_with_mnemonic (_("_Discard This Draft…"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "discard", discard, discard_free);
  g_signal_connect (button, "clicked", G_CALLBACK (discard_cb), NULL);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), button);
}
