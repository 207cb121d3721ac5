/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-credential-form.h"

#include "tend-attachment-list.h"
#include "tend-care-form.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const char *const fields[] = {
  "kind", "title", "covers", "issuer", "issued_on", "expires_on", "", "level", "reference",
  "cover_pence", "note", NULL
};

/* The certificate or the letter itself. */
static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   session)
{
  TendRecord *record = tend_form_get_record (form);
  GtkWidget *list = tend_attachment_list_new ();

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), session, &tend_credential_kind,
                             tend_record_is_stored (record) ? tend_record_get_id (record) : NULL);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), list);
}

void
tend_credential_present (GtkWidget   *parent,
                         TendSession *session,
                         TendRecord  *record)
{
  TendRecordDialogOptions options = {
    .title = tend_record_is_stored (record) ? _("Training or Insurance")
                                            : _("Add Training or Insurance"),
    .text = _("What a course taught, or what a policy says it covers: choose all that it names."),
    .fields = fields,
    .prepare = prepare,
    .user_data = g_object_ref (session),
    .free_user_data = g_object_unref,
  };

  tend_record_dialog_present_full (parent, session, record, &options);
}

void
tend_credential_add_present (GtkWidget   *parent,
                             TendSession *session,
                             const char  *kind)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_credential_kind);

  tend_record_set_text (record, "kind", kind);
  tend_record_set_text (record, "covers", "medicines");
  tend_credential_present (parent, session, record);
}
