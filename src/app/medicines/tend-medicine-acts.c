/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-acts.h"

#include "tend-draft.h"
#include "tend-form.h"
#include "tend-medicines.h"

#include <glib/gi18n-lib.h>

/* Ending */

static void
check_end (TendRecord *record,
           TendFaults *faults,
           gpointer    session)
{
  if (!tend_record_is_set (record, "ends_on"))
    tend_faults_add (faults, "ends_on", _("Write the last day that it is taken on."));
  if (!tend_record_is_set (record, "end_reason"))
    tend_faults_add (faults, "end_reason", _("Write why it stops, and who said so."));
}

static TendRecord *
save_end (TendVault   *vault,
          TendRecord  *record,
          gpointer     data,
          GError     **error)
{
  g_autofree char *reason = g_strdup (tend_record_get_text (record, "end_reason"));

  return tend_medicine_end (vault, record, tend_record_get_int (record, "ends_on"), reason, error)
           ? g_object_ref (record) : NULL;
}

void
tend_medicine_end_present (GtkWidget   *parent,
                           TendSession *session,
                           TendRecord  *medication)
{
  static const char *const fields[] = { "ends_on", "end_reason", NULL };
  g_autoptr(TendRecord) record = tend_record_copy (medication);
  g_autofree char *key = tend_draft_key (medication);
  g_autofree char *draft_key = g_strconcat (key, "/end", NULL);
  TendRecordDialogOptions options = {
    .title = _("End This Medicine"),
    .text = _("Nothing falls due after its last day. What has been written down stays."),
    .accept = _("_End It"),
    .destructive = TRUE,
    .fields = fields,
    .check = check_end,
    .save = save_end,
    .draft_key = draft_key,
  };

  tend_record_set_int (record, "ends_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, record, &options);
}

/* Reviewing */

static void
check_review (TendRecord *record,
              TendFaults *faults,
              gpointer    session)
{
  if (tend_record_is_set (record, "review_on") &&
      tend_record_get_int (record, "review_on") <= tend_session_get_today (session))
    tend_faults_add (faults, "review_on", _("Choose a day to come, or leave it empty."));
}

void
tend_medicine_review_present (GtkWidget   *parent,
                              TendSession *session,
                              TendRecord  *medication)
{
  static const char *const fields[] = { "review_on", NULL };
  g_autoptr(TendRecord) record = tend_record_copy (medication);
  g_autofree char *key = tend_draft_key (medication);
  g_autofree char *draft_key = g_strconcat (key, "/review", NULL);
  TendRecordDialogOptions options = {
    .title = _("Next Review"),
    .text = _("The GP or the pharmacist reviews what it is taken for. Write when that is next "
              "due."),
    .fields = fields,
    .check = check_review,
    .draft_key = draft_key,
    .user_data = g_object_ref (session),
    .free_user_data = g_object_unref,
  };

  tend_record_dialog_present_full (parent, session, record, &options);
}

/* The second check */

static void
check_check (TendRecord *record,
             TendFaults *faults,
             gpointer    session)
{
  if (!tend_record_is_set (record, "checked_by"))
    tend_faults_add (faults, "checked_by", _("Write who read it."));
  if (!tend_record_is_set (record, "checked_on"))
    tend_faults_add (faults, "checked_on", _("Write on which day."));
  tend_faults_check_past (faults, record, tend_session_get_now (session));
}

void
tend_medicine_check_present (GtkWidget   *parent,
                             TendSession *session,
                             TendRecord  *medication)
{
  static const char *const fields[] = { "checked_by", "checked_on", NULL };
  g_autoptr(TendRecord) record = tend_record_copy (medication);
  g_autofree char *key = tend_draft_key (medication);
  g_autofree char *draft_key = g_strconcat (key, "/check", NULL);
  TendRecordDialogOptions options = {
    .title = _("Second Check"),
    .text = _("Somebody else, such as the pharmacist or a relative, has read this line against the "
              "label."),
    .fields = fields,
    .check = check_check,
    .draft_key = draft_key,
    .user_data = g_object_ref (session),
    .free_user_data = g_object_unref,
  };

  tend_record_set_int (record, "checked_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, record, &options);
}
