/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-contract.h"

#include "tend-draft.h"
#include "tend-form.h"
#include "tend-held.h"

#include <glib/gi18n-lib.h>

static const char *const fields[] = {
  "starts_on", "ends_on", "notice_days",
  "", "billing", "payment_days", "bill_minutes",
  "", "cancellation_hours", "cancellation_percent", "mileage_charge",
  "", "commissioned_by", "purchase_order", "direct_payment_rate_pence", "contribution_pence", NULL
};

TendRecord *
tend_agreement_new (const char *client,
                    TendDate    today)
{
  TendRecord *agreement = tend_record_new (tend_kind_by_name ("agreement"));

  tend_record_set_text (agreement, "client", client);
  tend_record_set_int (agreement, "starts_on", today);

  return agreement;
}

void
tend_agreement_edit (GtkWidget   *parent,
                     TendSession *session,
                     TendRecord  *agreement)
{
  tend_record_dialog_present (parent, session, agreement, _("Agreement"), fields, NULL, NULL);
}

TendRecord *
tend_agreement_renew_save (TendVault   *vault,
                           TendRecord  *agreement,
                           gpointer     old_id,
                           GError     **error)
{
  g_autoptr(TendRecord) old =
    tend_record_load (vault, tend_kind_by_name ("agreement"), old_id, error);
  gint64 from = tend_record_get_int (agreement, "starts_on");

  if (old == NULL)
    return NULL;
  if (from <= tend_record_get_int (old, "starts_on"))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("The new terms have to start after the old ones did."));
      return NULL;
    }

  if (tend_record_get_int (old, "ends_on") == TEND_DATE_NONE ||
      tend_record_get_int (old, "ends_on") >= from)
    tend_record_set_int (old, "ends_on", from - 1);
  if (!tend_record_save (vault, old, _("New terms."), error) ||
      !tend_record_save (vault, agreement, _("New terms."), error))
    return NULL;

  return g_object_ref (agreement);
}

void
tend_agreement_renew (GtkWidget   *parent,
                      TendSession *session,
                      TendRecord  *agreement)
{
  g_autoptr(TendRecord) next = tend_record_new (tend_kind_by_name ("agreement"));
  TendRecordDialogOptions options = {
    .title = _("Change the Terms"), .fields = fields, .save = tend_agreement_renew_save,
    .text = _("The signed agreement stays as it was and ends the day before these terms start. "
              "The new ones are signed anew."),
    .save_data = g_strdup (tend_record_get_id (agreement)), .free_save_data = g_free,
  };

  tend_draft_reset (next, agreement);
  tend_record_set_int (next, "version", tend_record_get_int (agreement, "version") + 1);
  tend_record_clear (next, "starts_on");
  tend_record_clear (next, "ends_on");
  tend_record_clear (next, "signed_on");
  tend_record_clear (next, "signed_by");
  tend_record_dialog_present_full (parent, session, next, &options);
}

static TendRecord *
save_signed (TendVault   *vault,
             TendRecord  *agreement,
             gpointer     data,
             GError     **error)
{
  if (!tend_record_is_set (agreement, "signed_on"))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("Say on which day it was signed."));
      return NULL;
    }

  return tend_record_save (vault, agreement, _("The contract was signed."), error)
           ? g_object_ref (agreement) : NULL;
}

void
tend_agreement_sign (GtkWidget   *parent,
                     TendSession *session,
                     TendRecord  *agreement)
{
  static const char *const signing[] = { "signed_on", "signed_by", NULL };
  g_autoptr(TendRecord) copy = tend_record_copy (agreement);
  TendRecordDialogOptions options = {
    .title = _("Mark as Signed"), .accept = _("_Mark as Signed"), .fields = signing,
    .save = save_signed, .change = tend_held_change, .act = TEND_ACT_AGREEMENT,
    .text = _("When both of you have signed the paper. The terms are then changed by a "
              "new version only."),
  };

  tend_record_set_int (copy, "signed_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, copy, &options);
}
