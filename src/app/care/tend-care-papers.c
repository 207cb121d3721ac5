/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-papers.h"

#include "tend-document-dialog.h"
#include "tend-feedback.h"
#include "tend-form.h"
#include "tend-page.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* A copy that owns its texts. */
static TendCareRequest *
request_copy (const TendCareRequest *request)
{
  TendCareRequest *copy = g_memdup2 (request, sizeof *request);

  copy->client = g_strdup (request->client);
  copy->record = g_strdup (request->record);
  return copy;
}

static void
request_free (gpointer data)
{
  TendCareRequest *request = data;

  g_free ((char *) request->client);
  g_free ((char *) request->record);
  g_free (request);
}

/* A paper on view, or on its way there. */
typedef struct
{
  GtkWidget       *parent;  /* weak */
  GtkWindow       *dialog;  /* weak: the preview, once there is one */
  TendSession     *session;
  TendCareRequest *request;
} Paper;

static Paper *
paper_new (GtkWidget             *parent,
           TendSession           *session,
           const TendCareRequest *request)
{
  Paper *paper = g_rc_box_new0 (Paper);

  g_set_weak_pointer (&paper->parent, parent);
  paper->session = g_object_ref (session);
  paper->request = request_copy (request);
  return paper;
}

static void
paper_clear (gpointer data)
{
  Paper *paper = data;

  g_clear_weak_pointer (&paper->parent);
  g_clear_weak_pointer (&paper->dialog);
  g_object_unref (paper->session);
  request_free (paper->request);
}

static void
paper_unref (gpointer paper)
{
  g_rc_box_release_full (paper, paper_clear);
}

TendCarePaper
tend_care_paper_of (const TendCareSection *section)
{
  TendCarePaper paper = TEND_CARE_N_PAPERS;

  tend_care_paper_parse (section->paper, &paper);
  g_assert (paper < TEND_CARE_N_PAPERS);
  return paper;
}

static char *
name_of (const Paper *paper)
{
  const char *label = tend_care_paper_label (paper->request->paper);

  /* Translators: the name of a paper, "Care plan" */
  return paper->request->redacted ? g_strdup_printf (_("%s without names"), label)
                                  : g_strdup (label);
}

static const char *
contents_of (const Paper *paper)
{
  return paper->request->redacted
           ? _("what you keep about somebody’s care, with initials instead of names")
           : _("names, and what you keep about somebody’s care");
}

static gpointer
load_values (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  return tend_compose_care_load (vault, data, error);
}

/* @answered gets @paper as its data, with a reference. */
static void
ask (Paper               *paper,
     GAsyncReadyCallback  answered)
{
  tend_session_query (paper->session, load_values, request_copy (paper->request), request_free,
                      (GDestroyNotify) tend_care_values_free, NULL, answered,
                      g_rc_box_acquire (paper));
}

static TendDocument *
finish (Paper         *paper,
        GAsyncResult  *result,
        gboolean      *large, /* (out) (optional) */
        GError       **error)
{
  g_autoptr(TendCareValues) values = tend_session_finish (paper->session, result, error);

  if (values != NULL && large != NULL)
    *large = tend_compose_care_is_large (values);

  return values != NULL ? tend_compose_care_document (values, error) : NULL;
}

static void
again_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Paper *paper = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = finish (paper, result, NULL, &error);
  g_autofree char *name = name_of (paper);

  if (paper->dialog != NULL)
    {
      if (document == NULL)
        tend_toast (GTK_WIDGET (paper->dialog), error->message);
      else if (paper->request->redacted)
        tend_toast (GTK_WIDGET (paper->dialog),
                    _("Read it through before you hand it on: somebody may still be known by what "
                      "is told."));
      tend_document_dialog_show (paper->dialog, document, name, contents_of (paper));
    }
  paper_unref (paper);
}

static void
switched_cb (GtkWindow *dialog,
             gboolean   chosen,
             gpointer   data)
{
  Paper *paper = data;

  paper->request->redacted = chosen;
  ask (paper, again_cb);
}

static void
large_cb (GtkWindow *dialog,
          gboolean   chosen,
          gpointer   data)
{
  Paper *paper = data;

  paper->request->print = chosen ? TEND_PRINT_LARGE : TEND_PRINT_USUAL;
  ask (paper, again_cb);
}

/* What can be chosen of a paper that is on view. */
static void
add_switches (Paper    *paper,
              gboolean  large)
{
  if (!tend_care_paper_is_signed (paper->request->paper))
    tend_document_dialog_add_switch (paper->dialog, _("_Leave out names"), FALSE, switched_cb,
                                     g_rc_box_acquire (paper), paper_unref);
  tend_document_dialog_add_switch (paper->dialog, _("La_rge print"), large, large_cb,
                                   g_rc_box_acquire (paper), paper_unref);
}

/* A sheet of questions that left is one that somebody was asked with. */

static gpointer
note_asked (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  const TendCareRequest *request = data;

  return tend_feedback_note_asked (vault, request->client, request->on, error);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GtkWidget) dialog = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) noted = tend_session_finish (TEND_SESSION (source), result, &error);

  if (error != NULL)
    tend_toast (dialog, error->message);
  else if (noted != NULL)
    tend_toast (dialog, _("Noted that they were asked: Portfolio, Council."));
}

static void
taken_cb (GtkWidget *dialog,
          Paper     *paper)
{
  tend_session_change (paper->session, note_asked, request_copy (paper->request), request_free,
                       g_object_unref, asked_cb, g_object_ref (dialog));
}

static void
release_paper (gpointer  paper,
               GClosure *closure)
{
  paper_unref (paper);
}

static void
first_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Paper *paper = data;
  g_autoptr(GError) error = NULL;
  gboolean large = FALSE;
  g_autoptr(TendDocument) document = finish (paper, result, &large, &error);
  g_autofree char *name = name_of (paper);

  if (paper->parent != NULL && document == NULL)
    tend_toast (paper->parent, error->message);
  else if (paper->parent != NULL)
    {
      GtkWindow *dialog = tend_document_dialog_present (paper->parent, document, name,
                                                        contents_of (paper), NULL, NULL, NULL);

      g_set_weak_pointer (&paper->dialog, dialog);
      if (paper->request->paper == TEND_CARE_FEEDBACK_REQUEST)
        g_signal_connect_data (dialog, "taken", G_CALLBACK (taken_cb), g_rc_box_acquire (paper),
                               release_paper, 0);
      add_switches (paper, large);
    }
  paper_unref (paper);
}

void
tend_care_paper_present (GtkWidget             *parent,
                         TendSession           *session,
                         const TendCareRequest *request)
{
  Paper *paper = paper_new (parent, session, request);

  ask (paper, first_cb);
  paper_unref (paper);
}

/* The visit log */

/* Nothing is saved: the form only asks for two days. */
static TendRecord *
take_days (TendVault   *vault,
           TendRecord  *record,
           gpointer     data,
           GError     **error)
{
  return g_object_ref (record);
}

static void
days_cb (TendRecord *record,
         gpointer    data)
{
  Paper *paper = data;

  if (paper->parent == NULL)
    return;

  paper->request->from = tend_record_get_int (record, "starts_on");
  paper->request->to = tend_record_get_int (record, "ends_on");
  tend_care_paper_present (paper->parent, paper->session, paper->request);
}

void
tend_care_visit_log_present (GtkWidget   *parent,
                             TendSession *session,
                             const char  *client)
{
  static const char *const fields[] = { "starts_on", "ends_on", NULL };
  TendDate today = tend_session_get_today (session);
  const TendCareRequest request = { TEND_CARE_VISIT_LOG, .client = client, .on = today,
                                    .now = tend_session_get_now (session) };
  /* Only its two days matter, and that the first cannot be after the last. */
  g_autoptr(TendRecord) days = tend_record_new (tend_kind_by_name ("time_off"));
  Paper *paper = paper_new (parent, session, &request);
  TendRecordDialogOptions options = {
    .title = _("Visit Log"),
    .text = _("Every visit of these days as it was written down, and those that nobody wrote up."),
    .accept = _("_Preview"),
    .fields = fields,
    .save = take_days,
    .on_saved = days_cb,
    .user_data = paper,
    .free_user_data = paper_unref,
  };

  tend_record_set_int (days, "starts_on", tend_date_add_months (today, -1) + 1);
  tend_record_set_int (days, "ends_on", today);
  tend_record_dialog_present_full (parent, session, days, &options);
}

/* Buttons */

static char *
spoken_name (const char *what)
{
  /* Translators: what is printed: "Risk assessment", "Version 2" */
  return g_strdup_printf (_("Preview and print: %s"), what);
}

GtkWidget *
tend_care_paper_button (TendCarePaper paper)
{
  g_autofree char *name = spoken_name (tend_care_paper_label (paper));

  return tend_head_button (_("_Print…"), name);
}

GtkWidget *
tend_care_paper_small_button (const char *row)
{
  g_autofree char *name = spoken_name (row);
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Preview and Print"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return button;
}

static void
pressed_cb (GtkWidget *button,
            gpointer   data)
{
  Paper *paper = data;

  if (paper->parent != NULL)
    tend_care_paper_present (paper->parent, paper->session, paper->request);
}

void
tend_care_paper_on_press (GtkWidget             *button,
                          GtkWidget             *parent,
                          TendSession           *session,
                          const TendCareSection *section,
                          TendRecord            *record,
                          TendDate               on)
{
  const TendCareRequest request = { .paper = tend_care_paper_of (section),
                                    .client = tend_record_get_text (record, "client"),
                                    .record = tend_record_get_id (record), .on = on };

  g_signal_connect_data (button, "clicked", G_CALLBACK (pressed_cb),
                         paper_new (parent, session, &request),
                         (GClosureNotify) (GCallback) paper_unref, 0);
}
