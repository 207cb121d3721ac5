/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-everything.h"

#include "tend-clients.h"
#include "tend-compat.h"
#include "tend-compose-everything.h"
#include "tend-export.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-privacy-log.h"
#include "tend-progress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A copy on its way: who asks, then where it goes, then it is written in the worker.  It
 * hangs on the widget it was asked from, since a question may never be answered. */
typedef struct
{
  GtkWidget       *parent;   /* weak */
  TendSession     *session;
  char            *client;
  char            *name;
  TendDate         today;
  TendRecord      *request;  /* once it is in the log */
  char            *path;
  char            *pdf;
  TendSelectGroup  left_out; /* the groups of which there was something */
  TendProgress    *progress;
} Copy;

static void
copy_clear (gpointer data)
{
  Copy *copy = data;

  g_clear_weak_pointer (&copy->parent);
  g_object_unref (copy->session);
  g_clear_object (&copy->request);
  g_clear_object (&copy->progress);
  g_free (copy->client);
  g_free (copy->name);
  g_free (copy->path);
  g_free (copy->pdf);
}

static void
copy_release (gpointer data)
{
  g_rc_box_release_full (data, copy_clear);
}

static TendSelectGroup
groups_of (TendRecord *request)
{
  return (tend_record_get_int (request, "with_safeguarding") ? TEND_SELECT_SAFEGUARDING : 0) |
         (tend_record_get_int (request, "with_others") ? TEND_SELECT_OTHERS : 0);
}

static gpointer
write_copies (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  Copy *copy = data;
  TendSelectGroup groups = groups_of (copy->request);
  g_autoptr(TendDocument) document =
    tend_compose_everything (vault, copy->client, groups, copy->today, &copy->left_out, error);

  if (document != NULL &&
      tend_export_file (vault, copy->path, copy->client, groups, TRUE, error))
    tend_document_write_pdf (document, copy->pdf, error);
  return NULL;
}

static void
finish (Copy         *copy,
        const GError *error)
{
  g_autofree char *places = g_strdup_printf ("%s\n%s", copy->pdf, copy->path);

  tend_progress_finish (copy->progress,
                        error == NULL ? _("The Copies Are Saved") : _("It Could Not Be Saved"),
                        error == NULL ? places : error->message);
  copy_release (copy);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  finish (data, error);
}

/* That they had only a part is for the carer to say: the reason is told to them. */
static void
offer_in_part (Copy       *copy,
               const char *why)
{
  static const char *const fields[] = { "answered_on", "outcome", "outcome_why", NULL };
  g_autoptr(TendRecord) request = tend_record_copy (copy->request);
  g_autofree char *text =
    g_strdup_printf (_("Something stayed out of them, so that it is done in part. Check the "
                       "reason: the one who asked is told it as well.\n\n%s\n%s"),
                     copy->pdf, copy->path);
  TendRecordDialogOptions options = {
    .title = _("The Copies Are Saved"), .text = text, .fields = fields,
  };

  tend_record_set_text (request, "outcome", "in_part");
  tend_record_set_text (request, "outcome_why", why);
  gtk_window_destroy (GTK_WINDOW (copy->progress));
  tend_record_dialog_present_full (copy->parent, copy->session, request, &options);
}

/* The log says that it is answered once the copies are there. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Copy *copy = data;
  g_autofree char *why = NULL;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  if (error != NULL)
    {
      finish (copy, error);
      return;
    }

  tend_record_set_int (copy->request, "answered_on", copy->today);
  why = tend_compose_left_out_text (copy->left_out);
  if (*why != '\0' && copy->parent != NULL)
    {
      offer_in_part (copy, why);
      copy_release (copy);
      return;
    }

  tend_record_set_text (copy->request, "outcome", "given");
  tend_session_save (copy->session, copy->request, NULL, answered_cb, copy);
}

/* "tend-person.json" has "tend-person.pdf" beside it. */
static char *
pdf_beside (const char *path)
{
  g_autofree char *stem = g_strdup (path);

  if (g_str_has_suffix (stem, ".json"))
    stem[strlen (stem) - strlen (".json")] = '\0';

  return g_strconcat (stem, ".pdf", NULL);
}

static void
write_cb (gpointer data)
{
  Copy *copy = data;

  if (copy->parent == NULL)
    return;

  g_clear_object (&copy->progress);
  copy->progress = g_object_ref (
    tend_progress_present (copy->parent, _("Saving"), copy->name));
  tend_session_query (copy->session, write_copies, copy, NULL, NULL,
                      tend_progress_get_cancellable (copy->progress), written_cb,
                      g_rc_box_acquire (copy));
}

/* The dialogue has asked about the one that was chosen, not about the one beside it. */
static void
placed_cb (const char *path,
           gpointer    data)
{
  Copy *copy = data;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  g_free (copy->path);
  g_free (copy->pdf);
  copy->path = g_strdup (path);
  if (copy->parent == NULL)
    return;

  copy->pdf = pdf_beside (copy->path);
  if (!g_file_test (copy->pdf, G_FILE_TEST_EXISTS))
    {
      write_cb (copy);
      return;
    }

  name = g_path_get_basename (copy->pdf);
  body = g_strdup_printf (_("There is a file called “%s” already. The copy to read would take its "
                            "place. Choose another name to keep both."), name);
  tend_compat_confirm (copy->parent, _("Replace the File Beside It?"), body, _("_Replace It"),
                       TRUE, write_cb, copy);
}

static void
accepted_cb (gpointer data)
{
  Copy *copy = data;

  tend_compat_save_file (copy->parent, _("Save the Copies"), "tend-person.json", placed_cb,
                         g_rc_box_acquire (copy), copy_release);
}

static void
logged_cb (TendRecord *request,
           gpointer    data)
{
  Copy *copy = data;
  g_autofree char *body = NULL;

  g_set_object (&copy->request, request);
  if (copy->parent == NULL)
    return;

  body = g_strdup_printf (
    _("One copy to read and one for programs, of what Tend keeps about %s, with who changed what. "
      "Codes and keys are not in them. The copies are not locked: anyone who can open the files "
      "can read them. Look through the one to read before you give it."), copy->name);
  tend_compat_confirm (copy->parent, _("Save Everything about This Person?"), body,
                       _("_Choose Where…"), FALSE, accepted_cb, copy);
}

/* Before anything is put together it is known who asks, and why they may. */
static void
check_asker (TendRecord *request,
             TendFaults *faults,
             gpointer    data)
{
  if (!tend_record_is_set (request, "identity_how"))
    tend_faults_add (faults, "identity_how",
                     _("Say how you know who they are: you have known them for years, say, or you "
                       "saw a passport."));
  if (!tend_record_is_set (request, "identity_confirmed_on"))
    tend_faults_add (faults, "identity_confirmed_on", _("Say on which day you were sure."));
  if (!tend_record_is_set (request, "authority"))
    tend_faults_add (faults, "authority", _("Say why they may ask."));
}

static void
ask (Copy       *copy,
     TendRecord *request)
{
  static const char *const fields[] = {
    "asked_by", "relation", "received_on",
    "", "identity_how", "identity_confirmed_on", "authority", "authority_how",
    "", "with_safeguarding", "with_others", "included_why", NULL
  };
  TendRecordDialogOptions options = {
    .title = _("Everything about One Person"), .accept = _("_Next"), .fields = fields,
    .check = check_asker, .on_saved = logged_cb, .user_data = g_rc_box_acquire (copy),
    .free_user_data = copy_release,
    .text = _("Say who asks and how you know them. Two kinds of entry stay out unless you put "
              "them in. Ask yourself first: could giving this harm someone, or is the asker named "
              "in it?"),
  };

  tend_record_dialog_present_full (copy->parent, copy->session, request, &options);
}

/* Somebody's request that waits already, or a new one: (transfer full). */
static gpointer
find_request (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  const char *client = data;
  g_autoptr(GPtrArray) rows = tend_requests_list (vault, error);
  TendRecord *request;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TendRequestRow *row = rows->pdata[i];

      if (tend_request_is_open (row->request) &&
          g_strcmp0 (tend_record_get_text (row->request, "client"), client) == 0 &&
          g_strcmp0 (tend_record_get_text (row->request, "kind"), "access") == 0)
        return g_object_ref (row->request);
    }
  if (rows == NULL)
    return NULL;

  request = tend_record_new (&tend_information_request_kind);
  tend_record_set_text (request, "client", client);
  return request;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Copy *copy = data;
  g_autoptr(TendRecord) request = tend_session_finish (TEND_SESSION (source), result, NULL);

  if (request != NULL && copy->parent != NULL)
    {
      if (!tend_record_is_set (request, "received_on"))
        tend_record_set_int (request, "received_on", copy->today);
      if (!tend_record_is_set (request, "identity_confirmed_on"))
        tend_record_set_int (request, "identity_confirmed_on", copy->today);
      ask (copy, request);
    }
  copy_release (copy);
}

void
tend_everything_present (GtkWidget   *parent,
                         TendSession *session,
                         TendRecord  *client)
{
  Copy *copy = g_rc_box_new0 (Copy);

  g_set_weak_pointer (&copy->parent, parent);
  copy->session = g_object_ref (session);
  copy->client = g_strdup (tend_record_get_id (client));
  copy->name = tend_client_name (client);
  copy->today = tend_session_get_today (session);
  g_object_set_data_full (G_OBJECT (parent), "tend-everything", copy, copy_release);

  tend_session_query (session, find_request, g_strdup (copy->client), g_free, g_object_unref, NULL,
                      found_cb, g_rc_box_acquire (copy));
}
