/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-actions.h"

#include "tend-care-form.h"
#include "tend-clients.h"
#include "tend-form.h"
#include "tend-schemes.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

static void
schemes_changed_cb (TendForm    *form,
                    TendSchemes *schemes)
{
  g_autofree char *ids = tend_schemes_get (schemes);

  tend_record_set_text (tend_form_get_record (form), "schemes", *ids != '\0' ? ids : NULL);
  g_signal_emit_by_name (form, "changed");
}

/* Whose rules their care is under, below the rows. */
static void
add_schemes (TendForm  *form,
             GtkWindow *dialog,
             gpointer   data)
{
  GtkWidget *schemes =
    g_object_new (TEND_TYPE_SCHEMES, "title", _("Council Schemes"), "description",
                  _("Whose rules and return count them. Where none is ticked, it goes by where "
                    "they live."), NULL);

  tend_schemes_set (TEND_SCHEMES (schemes),
                    tend_record_get_text (tend_form_get_record (form), "schemes"));
  g_signal_connect_object (schemes, "changed", G_CALLBACK (schemes_changed_cb), form,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), schemes);
}

void
tend_client_edit (GtkWidget   *parent,
                  TendSession *session,
                  TendRecord  *client)
{
  static const char *const fields[] = {
    "given_name", "family_name", "preferred_name", "date_of_birth",
    "", "address", "postcode", "phone", "email", "access",
    "", "status", "funding", "started_on", "reference",
    "", "allergies_state", "allergies", "gp_practice", "nhs_number",
    "", "origin", "complaints_told_on", "wants_records",
    "", "note", NULL
  };
  const TendRecordDialogOptions options = {
    .title = _("Edit Details"), .fields = fields, .prepare = add_schemes,
  };

  tend_record_dialog_present_full (parent, session, client, &options);
}

/* Ends what is still running by @last_day. */
static gboolean
end_agreements (TendVault   *vault,
                const char  *client,
                TendDate     last_day,
                GError     **error)
{
  g_autoptr(GPtrArray) agreements =
    tend_client_records (vault, tend_kind_by_name ("agreement"), client, error);

  if (agreements == NULL)
    return FALSE;

  for (guint i = 0; i < agreements->len; i++)
    {
      TendRecord *agreement = g_ptr_array_index (agreements, i);
      gint64 starts_on = tend_record_get_int (agreement, "starts_on");
      gint64 ends_on = tend_record_get_int (agreement, "ends_on");

      if (ends_on != TEND_DATE_NONE && ends_on <= last_day)
        continue;
      tend_record_set_int (agreement, "ends_on", MAX (last_day, starts_on));
      if (!tend_record_save (vault, agreement, _("Care ended."), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_patterns (TendVault   *vault,
              const char  *client,
              TendDate     last_day,
              GError     **error)
{
  g_autoptr(GPtrArray) patterns =
    tend_client_records (vault, tend_kind_by_name ("pattern"), client, error);

  if (patterns == NULL)
    return FALSE;

  for (guint i = 0; i < patterns->len; i++)
    {
      TendRecord *pattern = g_ptr_array_index (patterns, i);
      gint64 ends_on = tend_record_get_int (pattern, "ends_on");

      if ((ends_on == TEND_DATE_NONE || ends_on > last_day) &&
          !tend_pattern_end (vault, pattern, last_day, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
tend_client_end_care (TendVault   *vault,
                      TendRecord  *client,
                      GError     **error)
{
  TendDate last_day = (TendDate) tend_record_get_int (client, "ended_on");
  const char *id = tend_record_get_id (client);

  return tend_record_save (vault, client, _("Care ended."), error) &&
         end_agreements (vault, id, last_day, error) &&
         end_patterns (vault, id, last_day, error);
}

static TendRecord *
save_end (TendVault   *vault,
          TendRecord  *client,
          gpointer     data,
          GError     **error)
{
  if (!tend_record_is_set (client, "ended_on"))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, _("Say which day was the last."));
      return NULL;
    }

  tend_record_set_text (client, "status", "ended");
  return tend_client_end_care (vault, client, error) ? g_object_ref (client) : NULL;
}

void
tend_client_end (GtkWidget   *parent,
                 TendSession *session,
                 TendRecord  *client)
{
  static const char *const fields[] = { "ended_on", "end_reason", NULL };
  g_autoptr(TendRecord) copy = tend_record_copy (client);
  g_autofree char *name = tend_client_name (client);
  g_autofree char *text = g_strdup_printf (
    _("The agreement and the repeating visits of %s end on that day. What has been recorded stays, "
      "and visits can still be billed."), name);
  TendRecordDialogOptions options = {
    .title = _("End Care"), .text = text, .accept = _("_End Care"), .fields = fields,
    .save = save_end,
  };

  tend_record_set_int (copy, "ended_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, copy, &options);
}

static TendRecord *
save_resume (TendVault   *vault,
             TendRecord  *client,
             gpointer     data,
             GError     **error)
{
  tend_record_set_text (client, "status", "active");
  tend_record_clear (client, "ended_on");
  tend_record_clear (client, "end_reason");

  return tend_record_save (vault, client, _("Care started again."), error) ? g_object_ref (client)
         : NULL;
}

void
tend_client_resume (GtkWidget   *parent,
                    TendSession *session,
                    TendRecord  *client)
{
  static const char *const fields[] = { "started_on", NULL };
  g_autoptr(TendRecord) copy = tend_record_copy (client);
  TendRecordDialogOptions options = {
    .title = _("Start Care Again"), .accept = _("_Start Again"), .fields = fields,
    .save = save_resume,
    .text = _("The agreement and the repeating visits that had ended are not started with it: "
              "agree and plan them anew."),
  };

  tend_record_set_int (copy, "started_on", tend_session_get_today (session));
  tend_record_dialog_present_full (parent, session, copy, &options);
}
