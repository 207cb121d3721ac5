/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy-forms.h"

#include "tend-care-form.h"
#include "tend-care-show.h"
#include "tend-kinds.h"
#include "tend-progress.h"
#include "tend-rows.h"
#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>

#define FIELDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* How an entry of each log is written. */
static const struct
{
  const TendKind    *kind;
  const char        *title;
  const char        *text;
  const char        *day;     /* a new one has the present */
  gboolean           of_anybody; /* a person need not be named */
  const char *const *fields;
} logs[] = {
  { .kind = &tend_information_request_kind,
    .title = N_("Request for Information"),
    .text = N_("They have an answer within a month. The days on which you wait to hear who they "
               "are, or what they mean, do not count. Everything about one person is put "
               "together from that person’s own page."),
    .day = "received_on",
    .of_anybody = TRUE,
    .fields = FIELDS ("asked_by", "relation", "client", "kind", "received_on", "how", "scope", "",
                      "identity_asked_on", "identity_confirmed_on", "identity_how", "authority",
                      "authority_how", "", "scope_asked_on", "scope_answered_on", "extended",
                      "extended_why", "", "answered_on", "outcome", "outcome_why") },

  { .kind = &tend_data_breach_kind,
    .title = N_("Data Breach"),
    .text = N_("Must the ICO hear of it? Yes, within 72 hours after you noticed, unless it is "
               "unlikely to harm anyone: then write down why. What could do somebody serious "
               "harm is told to them as well. Write down every breach, told or not."),
    .day = "aware_at",
    .fields = FIELDS ("what", "kind", "aware_at", "happened_at", "whose", "n_people", "data", "",
                      "done", "consequences", "risk", "risk_why", "", "ico_told_at",
                      "ico_reference", "late_why", "people_told_on", "people_told_how", "",
                      "lessons", "closed_on") },

  { .kind = &tend_feedback_kind,
    .title = N_("Complaint about Information"),
    .text = N_("Tell them within 30 days that it has come. Look into it, tell them what came of "
               "it, and that they can go to the ICO if they are not content."),
    .day = "received_on",
    .of_anybody = TRUE,
    .fields = FIELDS ("from_name", "relation", "client", "received_on", "how", "", "words", "",
                      "acknowledged_on", "answer", "outcome", "closed_on", "lessons") },
};

typedef struct
{
  TendSession         *session;
  TendRecordSavedFunc  on_saved;
  GtkWidget           *watcher;  /* weak */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_weak_pointer (&entry->watcher);
  g_object_unref (entry->session);
  g_free (entry);
}

/* What the logs keep is what has been. */
static void
check_past (TendRecord *record,
            TendFaults *faults,
            gpointer    data)
{
  tend_faults_check_past (faults, record, tend_session_get_now (((Entry *) data)->session));
}

static void
saved_cb (TendRecord *record,
          gpointer    data)
{
  Entry *entry = data;

  if (entry->watcher != NULL)
    entry->on_saved (record, entry->watcher);
}

static void
incident_cb (GtkWidget   *row,
             TendSession *session)
{
  tend_care_show (row, session, "incident", g_object_get_data (G_OBJECT (row), "incident"), NULL);
}

/* A breach leads to the incident it was, unless that is where one comes from. */
static void
add_incident (TendForm  *form,
              GtkWindow *dialog,
              gpointer   data)
{
  Entry *entry = data;
  TendRecord *record = tend_form_get_record (form);
  GtkWidget *group, *row;

  if (entry->on_saved != NULL || tend_record_get_kind (record) != &tend_data_breach_kind ||
      !tend_record_is_set (record, "incident"))
    return;

  group = adw_preferences_group_new ();
  row = tend_row_link (_("The Incident It Was…"), _("Its report: what happened, and who was told"));
  g_object_set_data_full (G_OBJECT (row), "incident",
                          g_strdup (tend_record_get_text (record, "incident")), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (incident_cb), entry->session, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), group);
}

/* A new entry is of the present, unless more is known of it. */
static void
begin (TendRecord  *record,
       const char  *day,
       TendSession *session)
{
  gboolean instant = tend_kind_field (tend_record_get_kind (record), day)->type ==
                     TEND_FIELD_INSTANT;

  if (tend_record_is_stored (record))
    return;

  if (!tend_record_is_set (record, day))
    tend_record_set_int (record, day, instant ? tend_session_get_now (session)
                                              : tend_session_get_today (session));
  if (tend_record_get_kind (record) == &tend_feedback_kind)
    {
      tend_record_set_text (record, "kind", "complaint");
      tend_record_set_int (record, "about_data", TRUE);
    }
}

void
tend_log_entry_present (GtkWidget           *parent,
                        TendSession         *session,
                        TendRecord          *record,
                        TendRecordSavedFunc  on_saved,
                        GtkWidget           *watcher)
{
  g_autoptr(TendRecord) copy = tend_record_copy (record);
  Entry *entry = g_new0 (Entry, 1);
  TendRecordDialogOptions options = {
    .check = check_past, .prepare = add_incident, .on_saved = on_saved != NULL ? saved_cb : NULL,
    .user_data = entry, .free_user_data = entry_free,
  };
  guint i = 0;

  while (logs[i].kind != tend_record_get_kind (record))
    i++;
  options.title = _(logs[i].title);
  options.text = _(logs[i].text);
  options.fields = logs[i].fields;
  options.client_label = logs[i].of_anybody ? _("Somebody else") : NULL;
  entry->session = g_object_ref (session);
  entry->on_saved = on_saved;
  if (watcher != NULL)
    g_set_weak_pointer (&entry->watcher, watcher);

  begin (copy, logs[i].day, session);
  tend_record_dialog_present_full (parent, session, copy, &options);
}

void
tend_retention_period_present (GtkWidget         *parent,
                               TendSession       *session,
                               const TendKeeping *keeping,
                               const char        *client)
{
  static const char *const fields[] = { "years", "reason", "decided_on", NULL };
  g_autoptr(TendRecord) period = tend_record_new (&tend_retention_period_kind);
  g_autofree char *text =
    g_strdup_printf ("%s\n%s", keeping->name, keeping->source);
  TendRecordDialogOptions options = {
    .title = _("How Long It Is Kept"), .fields = fields, .text = text,
  };

  tend_record_set_text (period, "keeping", keeping->id);
  tend_record_set_text (period, "client", client);
  tend_record_set_int (period, "years", keeping->years);
  tend_record_set_int (period, "decided_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, period, &options);
}

static gpointer
load_hold (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  return tend_record_load (vault, &tend_legal_hold_kind, data, error);
}

static void
hold_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  static const char *const fields[] = {
    "reason", "asked_by", "placed_on", "", "lifted_on", "lifted_why", NULL
  };
  g_autoptr(GtkWidget) parent = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) hold = tend_session_finish (TEND_SESSION (source), result, &error);

  if (hold != NULL && gtk_widget_get_root (parent) != NULL)
    tend_record_dialog_present (parent, TEND_SESSION (source), hold, _("Legal Hold"), fields, NULL,
                                NULL);
}

void
tend_legal_hold_present (GtkWidget      *parent,
                         TendSession    *session,
                         const TendKept *kept)
{
  static const char *const fields[] = { "reason", "asked_by", "placed_on", NULL };
  g_autoptr(TendRecord) hold = NULL;

  if (kept->hold != NULL)
    {
      tend_session_query (session, load_hold, g_strdup (kept->hold), g_free, g_object_unref, NULL,
                          hold_loaded_cb, g_object_ref (parent));
      return;
    }

  hold = tend_record_new (&tend_legal_hold_kind);
  tend_record_set_text (hold, "client", kept->client);
  tend_record_set_int (hold, "placed_on", tend_session_get_today (session));
  tend_record_dialog_present (parent, session, hold, _("Legal Hold"), fields, NULL, NULL);
}

/* Destroying. */

typedef struct
{
  GtkWidget   *parent;  /* weak */
  TendSession *session;
  char        *client;
  TendDate     today;
} Destroying;

static void
destroying_free (gpointer data)
{
  Destroying *destroying = data;

  g_clear_weak_pointer (&destroying->parent);
  g_object_unref (destroying->session);
  g_free (destroying->client);
  g_free (destroying);
}

static TendRecord *
save_destruction (TendVault   *vault,
                  TendRecord  *note,
                  gpointer     data,
                  GError     **error)
{
  Destroying *destroying = data;

  return tend_client_destroy (vault, destroying->client, note, destroying->today, error)
         ? g_object_ref (note) : NULL;
}

/* Not inside the transaction that erased: the snapshot is of what it left. */
static gpointer
renew_snapshots (TendVault  *vault,
                 gpointer    data,
                 GError    **error)
{
  tend_snapshot_renew (vault, error);
  return NULL;
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendProgress) progress = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  tend_progress_finish (progress, _("The Record Is Destroyed"),
                        error == NULL
                        ? _("A note of it stays. Backups made before today still hold it: destroy "
                            "those as well.")
                        : error->message);
}

static void
destroyed_cb (TendRecord *note,
              gpointer    data)
{
  Destroying *destroying = data;
  TendProgress *progress;

  if (destroying->parent == NULL)
    return;

  progress = tend_progress_present (destroying->parent, _("Destroying"),
                                    _("Tend’s own snapshots are made anew."));
  tend_session_query (destroying->session, renew_snapshots, NULL, NULL, NULL, NULL, renewed_cb,
                      g_object_ref (progress));
}

static void
check_reason (TendRecord *note,
              TendFaults *faults,
              gpointer    data)
{
  if (!tend_record_is_set (note, "decided_by"))
    tend_faults_add (faults, "decided_by", _("Say who decided it."));
}

void
tend_destroy_present (GtkWidget      *parent,
                      TendSession    *session,
                      const TendKept *kept)
{
  static const char *const fields[] = { "reason", "decided_by", NULL };
  g_autoptr(TendRecord) note = tend_record_new (&tend_destruction_kind);
  g_autofree char *text = g_strdup_printf (
    _("All that is kept about %s goes for good: details, care, visits, documents, invoices, and "
      "what the history held of them. It cannot be undone. A note stays that says what was "
      "destroyed, when and why, and names nobody; so do the numbers, days and totals of the "
      "invoices."), kept->name);
  Destroying *destroying = g_new0 (Destroying, 1);
  TendRecordDialogOptions options = {
    .title = _("Destroy a Record"), .text = text, .accept = _("_Destroy"), .destructive = TRUE,
    .fields = fields, .check = check_reason, .save = save_destruction, .save_data = destroying,
    .on_saved = destroyed_cb, .user_data = destroying, .free_user_data = destroying_free,
  };

  g_set_weak_pointer (&destroying->parent, parent);
  destroying->session = g_object_ref (session);
  destroying->client = g_strdup (kept->client);
  destroying->today = tend_session_get_today (session);
  tend_record_set_int (note, "destroyed_on", destroying->today);
  tend_record_set_text (note, "what", _("All that was kept about one person"));
  tend_record_dialog_present_full (parent, session, note, &options);
}
