/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy-window.h"

#include "tend-care-form.h"
#include "tend-care-papers.h"
#include "tend-care-row.h"
#include "tend-care-show.h"
#include "tend-care-window.h"
#include "tend-clients.h"
#include "tend-compose-care.h"
#include "tend-kept-rows.h"
#include "tend-kinds.h"
#include "tend-privacy-forms.h"
#include "tend-privacy-log.h"
#include "tend-privacy-wording.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many days before, a request stands out. */
#define PRESSING_DAYS 7

typedef struct
{
  GtkWidget           *window;
  TendSession         *session;
  GCancellable        *cancellable;
  AdwPreferencesGroup *requests;
  AdwPreferencesGroup *complaints;
  AdwPreferencesGroup *breaches;
  AdwPreferencesGroup *incidents;
  AdwPreferencesGroup *kept;
  AdwPreferencesGroup *notice;
  AdwPreferencesGroup *periods;
  AdwPreferencesGroup *destroyed;
  TendCareFile        *file;      /* of what is about nobody; NULL until it was asked for */
} Privacy;

/* All that the window shows, asked for at once. */
typedef struct
{
  char      *wording;    /* the carer's own, of the privacy notice; NULL: Tend's */
  GPtrArray *requests;
  GPtrArray *complaints;
  GPtrArray *breaches;
  TendCareFile *file;
  GPtrArray *kept;
  GArray    *keepings;
  GPtrArray *destroyed;
} Answer;

typedef struct
{
  TendDate    today;
  TendInstant now;
} Day;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->wording);
  g_clear_pointer (&answer->requests, g_ptr_array_unref);
  g_clear_pointer (&answer->complaints, g_ptr_array_unref);
  g_clear_pointer (&answer->breaches, g_ptr_array_unref);
  g_clear_pointer (&answer->file, tend_care_file_unref);
  g_clear_pointer (&answer->kept, g_ptr_array_unref);
  g_clear_pointer (&answer->keepings, g_array_unref);
  g_clear_pointer (&answer->destroyed, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const Day *day = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->wording = tend_setting_get (vault, TEND_SETTING_PRIVACY_WORDING);
  if ((answer->requests = tend_requests_list (vault, error)) == NULL ||
      (answer->complaints = tend_data_complaints_list (vault, error)) == NULL ||
      (answer->breaches = tend_breaches_list (vault, error)) == NULL ||
      (answer->file = tend_care_file_load (vault, NULL, day->today, day->now, error)) == NULL ||
      (answer->kept = tend_kept_list (vault, day->today, error)) == NULL ||
      (answer->keepings = tend_keepings (vault, NULL, error)) == NULL ||
      (answer->destroyed = tend_record_load_all (vault, &tend_destruction_kind, error)) == NULL)
    g_clear_pointer (&answer, answer_free);

  return answer;
}

static void
wording_cb (GtkWidget *row,
            Privacy   *self)
{
  tend_privacy_wording_present (row, self->session, g_object_get_data (G_OBJECT (row), "wording"));
}

static void
show_notice (Privacy    *self,
             const char *wording)
{
  GtkWidget *row = tend_row_link (_("Wording"), wording != NULL
                                                ? _("Your own")
                                                : _("Tend’s; change it as you like"));

  g_object_set_data_full (G_OBJECT (row), "wording", g_strdup (wording), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (wording_cb), self);
  tend_rows_begin (self->notice);
  tend_rows_add (self->notice, row, "wording");
  tend_rows_end (self->notice);
}

/* Rows that open a record of the log. */

static void
entry_cb (GtkWidget *row,
          Privacy   *self)
{
  tend_log_entry_present (row, self->session, g_object_get_data (G_OBJECT (row), "record"), NULL,
                          NULL);
}

static void
add_record_row (AdwPreferencesGroup *group,
                GtkWidget           *row,
                TendRecord          *record,
                Privacy             *self)
{
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (entry_cb), self);
  tend_rows_add (group, row, tend_record_get_id (record));
}

static const char *
choice_label (TendRecord *record,
              const char *field)
{
  return tend_field_choice_label (tend_kind_field (tend_record_get_kind (record), field),
                                  tend_record_get_text (record, field));
}

static void
add_request (Privacy              *self,
             const TendRequestRow *request)
{
  TendDate today = tend_session_get_today (self->session);
  TendDate due = request->due;
  gboolean open = tend_request_is_open (request->request);
  TendDate day = open ? due : (TendDate) tend_record_get_int (request->request, "answered_on");
  g_autofree char *date = tend_date_format (day, TEND_DATE_LONG);
  g_autofree char *subtitle =
    g_strdup_printf ("%s%s%s", choice_label (request->request, "kind"),
                     *request->client != '\0' ? ": " : "", request->client);
  g_autofree char *note =
    !open ? g_strdup_printf (_("Answered %s"), date)
    : due == TEND_DATE_NONE ? g_strdup (_("You wait for them"))
                            : g_strdup_printf (_("By %s"), date);
  const char *css = open && due != TEND_DATE_NONE && due - today <= PRESSING_DAYS
                    ? "warning" : "dim-label";
  GtkWidget *row = tend_row_link (tend_record_get_text (request->request, "asked_by"), subtitle);

  tend_row_add_note (row, note, css);
  add_record_row (self->requests, row, request->request, self);
}

/* Whoever complains may leave no name. */
static void
add_complaint (Privacy                *self,
               const TendComplaintRow *complaint)
{
  TendDate today = tend_session_get_today (self->session);
  const char *from = tend_record_get_text (complaint->complaint, "from_name");
  const char *words = tend_record_get_text (complaint->complaint, "words");
  TendDate settled_on = tend_record_get_int (complaint->complaint, "closed_on");
  g_autofree char *date =
    tend_date_format (complaint->step == TEND_COMPLAINT_SETTLED ? settled_on : complaint->due,
                      TEND_DATE_LONG);
  g_autofree char *note =
    complaint->step == TEND_COMPLAINT_SETTLED ? g_strdup_printf (_("Settled %s"), date)
    : complaint->step == TEND_COMPLAINT_ANSWER
    ? g_strdup (_("Look into it, and tell them what came of it"))
    : g_strdup_printf (_("Tell them by %s that it has come"), date);
  gboolean pressing = complaint->step == TEND_COMPLAINT_ACKNOWLEDGE &&
                      complaint->due - today <= PRESSING_DAYS;
  g_auto(GStrv) lines = g_strsplit (words, "\n", 2);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", lines[0], note);
  GtkWidget *row = tend_row_link (from != NULL ? from
                                  : *complaint->client != '\0' ? complaint->client
                                                               : _("Somebody"), subtitle);

  if (pressing)
    tend_row_add_note (row, _("To do"), "warning");
  add_record_row (self->complaints, row, complaint->complaint, self);
}

/* "72 hours left until Tuesday 14:00", or what has been done about it. */
static char *
breach_state (Privacy    *self,
              TendRecord *breach)
{
  g_autofree char *left = NULL;

  switch (tend_breach_step (breach))
    {
    case TEND_BREACH_DECIDE:
    case TEND_BREACH_TELL_ICO:
      left = tend_breach_left (tend_record_get_int (breach, "aware_at"),
                               tend_session_get_now (self->session));
      return g_strdup_printf ("%s. %s", tend_breach_step (breach) == TEND_BREACH_DECIDE
                              ? _("Decide whether the ICO must hear of it")
                              : _("The ICO must hear of it"), left);
    case TEND_BREACH_TELL_PEOPLE:
      return g_strdup (_("Tell the people whose information it was"));
    case TEND_BREACH_CLOSE:
      return g_strdup (tend_record_is_set (breach, "ico_told_at")
                       ? _("The ICO has been told. Close it when all is done")
                       : _("The ICO need not hear of it. Close it when all is done"));
    case TEND_BREACH_CLOSED:
    default:
      return g_strdup (tend_record_is_set (breach, "ico_told_at")
                       ? _("Closed; the ICO was told") : _("Closed; the ICO was not told"));
    }
}

static void
add_breach (Privacy    *self,
            TendRecord *breach)
{
  g_autofree char *state = breach_state (self, breach);
  g_auto(GStrv) lines = g_strsplit (tend_record_get_text (breach, "what"), "\n", 2);
  GtkWidget *row = tend_row_link (lines[0], state);

  if (tend_breach_step (breach) <= TEND_BREACH_TELL_PEOPLE)
    tend_row_add_note (row, _("To do"), "warning");
  add_record_row (self->breaches, row, breach, self);
}

static void
incident_cb (GtkWidget *row,
             Privacy   *self)
{
  tend_care_show_record (row, self->session, self->file,
                         g_object_get_data (G_OBJECT (row), "record"));
}

static void
add_incident (Privacy    *self,
              TendRecord *incident)
{
  const TendCareSection *section = tend_care_section ("incident");
  GtkWidget *row = tend_care_row_new (section, self->file, incident);
  GtkWidget *button =
    tend_care_paper_small_button (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  tend_care_paper_on_press (button, self->window, self->session, section, incident,
                            self->file->today);
  tend_row_add_suffix (row, button);
  g_signal_connect (row, "activated", G_CALLBACK (incident_cb), self);
  tend_rows_add (self->incidents, row, tend_record_get_id (incident));
}

static void
show_incidents (Privacy      *self,
                TendCareFile *file)
{
  GPtrArray *incidents = tend_care_file_get (file, tend_care_section ("incident"));

  g_clear_pointer (&self->file, tend_care_file_unref);
  self->file = tend_care_file_ref (file);
  tend_rows_begin (self->incidents);
  for (guint i = 0; i < incidents->len; i++)
    add_incident (self, incidents->pdata[i]);
  if (incidents->len == 0)
    tend_rows_add (self->incidents, tend_row_nothing (_("Nothing has happened.")), NULL);
  tend_rows_end (self->incidents);
}

/* How long things are kept. */

static void
period_cb (GtkWidget *row,
           Privacy   *self)
{
  tend_retention_period_present (row, self->session,
                                 g_object_get_data (G_OBJECT (row), "keeping"), NULL);
}

static void
add_keeping (Privacy           *self,
             const TendKeeping *keeping)
{
  g_autofree char *years =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", keeping->years),
                     keeping->years);
  g_autofree char *subtitle =
    g_strdup_printf ("%s%s%s", keeping->source, keeping->unconfirmed ? ". " : "",
                     keeping->unconfirmed ? _("This figure is from memory: please check it.") : "");
  GtkWidget *row = tend_row_link (keeping->name, subtitle);

  tend_row_add_note (row, years, "dim-label");
  g_object_set_data_full (G_OBJECT (row), "keeping", g_memdup2 (keeping, sizeof *keeping), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (period_cb), self);
  tend_rows_add (self->periods, row, keeping->id);
}

static void
add_destroyed (Privacy    *self,
               TendRecord *note)
{
  g_autofree char *day = tend_date_format (tend_record_get_int (note, "destroyed_on"),
                                           TEND_DATE_LONG);

  tend_rows_add (self->destroyed, tend_row_value (day, tend_record_get_text (note, "reason")),
                 tend_record_get_id (note));
}

static void
show (Privacy      *self,
      const Answer *answer)
{
  tend_rows_begin (self->requests);
  for (guint i = 0; i < answer->requests->len; i++)
    add_request (self, answer->requests->pdata[i]);
  if (answer->requests->len == 0)
    tend_rows_add (self->requests, tend_row_nothing (_("Nobody has asked yet.")), NULL);
  tend_rows_end (self->requests);

  tend_rows_begin (self->complaints);
  for (guint i = 0; i < answer->complaints->len; i++)
    add_complaint (self, answer->complaints->pdata[i]);
  if (answer->complaints->len == 0)
    tend_rows_add (self->complaints, tend_row_nothing (_("Nobody has complained so far.")), NULL);
  tend_rows_end (self->complaints);

  tend_rows_begin (self->breaches);
  for (guint i = 0; i < answer->breaches->len; i++)
    add_breach (self, answer->breaches->pdata[i]);
  if (answer->breaches->len == 0)
    tend_rows_add (self->breaches, tend_row_nothing (_("Nothing has gone wrong so far.")), NULL);
  tend_rows_end (self->breaches);

  show_incidents (self, answer->file);

  tend_kept_rows_fill (self->kept, self->session, answer->kept);

  show_notice (self, answer->wording);

  tend_rows_begin (self->periods);
  for (guint i = 0; i < answer->keepings->len; i++)
    add_keeping (self, &g_array_index (answer->keepings, TendKeeping, i));
  tend_rows_end (self->periods);

  tend_rows_begin (self->destroyed);
  for (guint i = answer->destroyed->len; i-- > 0;)
    add_destroyed (self, answer->destroyed->pdata[i]);
  tend_rows_end (self->destroyed);
  gtk_widget_set_visible (GTK_WIDGET (self->destroyed), answer->destroyed->len > 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GError) error = NULL;
  Answer *answer = tend_session_finish (TEND_SESSION (source), result, &error);
  Privacy *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (answer != NULL)
    show (self, answer);
  else
    adw_preferences_group_set_description (self->requests, error->message);
  g_clear_pointer (&answer, answer_free);
}

static void
reload (Privacy *self)
{
  const Day day = { tend_session_get_today (self->session), tend_session_get_now (self->session) };

  tend_session_query (self->session, load, g_memdup2 (&day, sizeof day), g_free, answer_free,
                      self->cancellable, loaded_cb, self);
}

static void
new_entry_cb (GtkWidget *button,
              Privacy   *self)
{
  g_autoptr(TendRecord) entry = tend_record_new (g_object_get_data (G_OBJECT (button), "kind"));

  tend_log_entry_present (button, self->session, entry, NULL, NULL);
}

static void
new_incident_cb (GtkWidget *button,
                 Privacy   *self)
{
  const TendCareSection *section = tend_care_section ("incident");
  g_autoptr(TendRecord) incident = NULL;
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  if (self->file == NULL)
    return;

  incident = tend_care_new (section, self->file);
  tend_care_present (button, self->session, section, self->file, incident, lines);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_head (AdwPreferencesGroup *group,
          const char          *name,
          const TendKind      *kind,
          Privacy             *self)
{
  GtkWidget *button = tend_head_button (_("_Add…"), name);
  GCallback callback = kind == &tend_incident_kind ? G_CALLBACK (new_incident_cb)
                                                   : G_CALLBACK (new_entry_cb);

  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);
  adw_preferences_group_set_header_suffix (group, button);
  g_signal_connect (button, "clicked", callback, self);
}

static void
privacy_free (gpointer data)
{
  Privacy *self = data;

  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->file, tend_care_file_unref);
  g_object_unref (self->cancellable);
  g_object_unref (self->session);
  g_free (self);
}

void
tend_privacy_window_present (GtkWidget   *parent,
                             TendSession *session)
{
  Privacy *self = g_new0 (Privacy, 1);
  AdwPreferencesPage *page;

  self->window = GTK_WIDGET (tend_care_window_new (parent, _("Privacy"), &page));
  self->session = g_object_ref (session);
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self->window), "tend-privacy", self, privacy_free);

  self->requests = add_group (page, _("Requests for Information"),
                              _("Whoever asks what you keep about them has an answer within a "
                                "month."));
  add_head (self->requests, _("Write Down a Request"), &tend_information_request_kind, self);
  self->complaints = add_group (page, _("Complaints about Information"),
                                _("About how you look after what you know of somebody. They hear "
                                  "within 30 days that it has come, and then what came of it."));
  add_head (self->complaints, _("Write Down a Complaint"), &tend_feedback_kind, self);
  self->breaches = add_group (page, _("Data Breaches"),
                              _("Lost, stolen, or seen by somebody who should not. The ICO hears "
                                "within 72 hours of what could harm somebody."));
  add_head (self->breaches, _("Write Down a Breach"), &tend_data_breach_kind, self);
  self->incidents = add_group (page, _("Other Incidents"),
                               _("On the road, at your desk, about nobody you support. What "
                                 "happened to somebody you do is on their own page."));
  add_head (self->incidents, _("Write Down an Incident"), &tend_incident_kind, self);
  self->kept = add_group (page, _("Records of People You No Longer See"),
                          _("Nothing is destroyed by itself: Tend tells you when the time is "
                            "over, and you decide."));
  self->notice = add_group (page, _("Privacy notice"),
                            _("Everybody you support has one: what you write down, why, and what "
                              "they can ask of you."));
  self->periods = add_group (page, _("How long records are kept"),
                             _("The longest that holds for a record counts."));
  self->destroyed = add_group (page, _("Destroyed"), NULL);

  g_signal_connect_swapped (session, "changed", G_CALLBACK (reload), self);
  reload (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
