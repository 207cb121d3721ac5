/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-attachment-form.h"

#include "tend-attachments.h"
#include "tend-form.h"
#include "tend-intake-row.h"
#include "tend-original.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const fields[] = { "title", "dated_on", "paper", "", "note", NULL };

/* A window that adds a document; held by the window, and by the question after it. */
typedef struct
{
  TendIntake *intake;
  TendForm   *form;    /* weak */
  GtkWidget  *parent;  /* weak */
  char       *title;   /* as last filled in for the person */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_signal_handlers_disconnect_by_data (adding->intake, adding);
  tend_intake_stop (adding->intake);
  g_object_unref (adding->intake);
  g_clear_weak_pointer (&adding->form);
  g_clear_weak_pointer (&adding->parent);
  g_free (adding->title);
  g_free (adding);
}

/* What can be filled in from the file alone, unless the person has written something. */
static void
take_title (Adding *adding)
{
  TendRecord *record = tend_form_get_record (adding->form);
  const char *title = tend_record_get_text (record, "title");
  g_autofree char *name = g_strdup (tend_intake_get_name (adding->intake));
  char *dot = strrchr (name, '.');

  tend_record_set_text (record, "name", name);
  tend_record_set_text (record, "blob", name); /* needed; keeping it says where it is */
  if (g_strcmp0 (title, adding->title) != 0)
    return;

  if (dot != NULL && dot != name)
    *dot = '\0';
  tend_record_set_text (record, "title", name);
  g_free (adding->title);
  adding->title = g_strdup (name);
  tend_form_show (adding->form, "title");
}

static void
intake_cb (Adding *adding)
{
  TendIntakeState state = tend_intake_get_state (adding->intake);

  if (adding->form == NULL)
    return;
  if (state == TEND_INTAKE_READING)
    take_title (adding);
  else if (state == TEND_INTAKE_READY)
    tend_record_set_text (tend_form_get_record (adding->form), "media_type",
                          tend_media_type (tend_intake_get_media (adding->intake)));
}

/* The row says it as well, beside the file: here it keeps the window from saving. */
static void
check (TendRecord *record,
       TendFaults *faults,
       gpointer    data)
{
  Adding *adding = data;

  switch (tend_intake_get_state (adding->intake))
    {
    case TEND_INTAKE_READY:
      break;

    case TEND_INTAKE_FAILED:
      tend_faults_add (faults, "size", tend_intake_get_fault (adding->intake));
      break;

    case TEND_INTAKE_EMPTY:
    case TEND_INTAKE_READING:
    default:
      tend_faults_add (faults, "size", _("The file is still being taken in. It can be saved in a "
                                         "moment."));
    }
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Adding *adding = data;
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *first = gtk_widget_get_ancestor (tend_form_find_row (form, fields[0]),
                                              ADW_TYPE_PREFERENCES_GROUP);

  g_set_weak_pointer (&adding->form, form);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tend_intake_row_new (adding->intake));
  gtk_widget_insert_before (group, gtk_widget_get_parent (first), first);

  take_title (adding);
  g_signal_connect_data (adding->intake, "changed", G_CALLBACK (intake_cb), adding, NULL,
                         G_CONNECT_SWAPPED);
}

static gpointer
collect (gpointer data)
{
  return tend_intake_ref_draft (((Adding *) data)->intake);
}

static TendRecord *
keep (TendVault   *vault,
      TendRecord  *attachment,
      gpointer     draft,
      GError     **error)
{
  return tend_attachment_keep (vault, attachment, draft, error) ? g_object_ref (attachment) : NULL;
}

static void
kept_cb (TendRecord *attachment,
         gpointer    data)
{
  Adding *adding = data;

  if (adding->parent != NULL)
    tend_original_offer (adding->parent, tend_intake_get_file (adding->intake),
                         tend_intake_get_etag (adding->intake));
}

void
tend_attachment_form_add (GtkWidget      *parent,
                          TendSession    *session,
                          const TendKind *kind,
                          const char     *subject,
                          GFile          *file)
{
  g_autoptr(TendRecord) attachment = tend_record_new (tend_kind_by_name ("attachment"));
  Adding *adding = g_new0 (Adding, 1);
  TendRecordDialogOptions options = {
    .title = _("Add a Document"),
    .text = _("It is kept locked with your other records, and shown only inside Tend."),
    .accept = _("_Add"),
    .fields = fields,
    .check = check,
    .prepare = prepare,
    .save = keep,
    .free_save_data = (GDestroyNotify) tend_blob_draft_unref,
    .collect = collect,
    .on_saved = kept_cb,
    .user_data = adding,
    .free_user_data = adding_free,
  };

  adding->intake = tend_intake_new (session);
  g_set_weak_pointer (&adding->parent, parent);
  tend_intake_take (adding->intake, file);

  tend_attachment_set_subject (attachment, kind, subject);
  tend_record_set_int (attachment, "added_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, attachment, &options);
}

void
tend_attachment_form_change (GtkWidget   *parent,
                             TendSession *session,
                             TendRecord  *attachment)
{
  tend_record_dialog_present (parent, session, attachment, _("Document"), fields, NULL, NULL);
}
