/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a record stands today: the word at the end of its row. */

#include "tend-care-file.h"

#include "tend-care.h"
#include "tend-risks.h"

#include <glib/gi18n-lib.h>

static TendCareState
say (const char *text,
     const char *css_class)
{
  return (TendCareState) { g_strdup (text), css_class };
}

/* Whether the day in @field has come. */
static gboolean
has_come (TendRecord   *record,
          const char   *field,
          TendCareFile *file)
{
  return tend_record_is_set (record, field) && tend_record_get_int (record, field) <= file->today;
}

/* The same of what is to be looked at again: never after a death. */
static gboolean
is_due (TendRecord   *record,
        const char   *field,
        TendCareFile *file)
{
  return !file->died && has_come (record, field, file);
}

static gboolean
is (TendRecord *record,
    const char *field,
    const char *value)
{
  return g_strcmp0 (tend_record_get_text (record, field), value) == 0;
}

TendCareState
tend_care_review_state (TendRecord   *record,
                        TendCareFile *file)
{
  return is_due (record, "review_on", file) ? say (_("Review due"), "warning")
                                              : (TendCareState) { 0 };
}

TendCareState
tend_care_newest_state (TendRecord   *record,
                        TendCareFile *file)
{
  const char *kind = tend_record_get_kind (record)->name;
  GPtrArray *all = tend_care_file_get (file, tend_care_section (kind));

  if (all->pdata[0] != record)
    return say (_("Earlier"), "dim-label");
  if (file->died)
    return say (_("The last one"), "dim-label");
  if (tend_kind_field (tend_record_get_kind (record), "check_on") != NULL &&
      is_due (record, "check_on", file))
    return say (_("Look at it again"), "warning");

  return say (_("In use"), "success");
}

TendCareState
tend_care_plan_state (TendRecord   *record,
                      TendCareFile *file)
{
  if (is (record, "status", "draft"))
    return say (_("Draft"), file->died ? "dim-label" : "warning");
  if (g_strcmp0 (tend_record_get_id (record), file->plan) != 0)
    return say (_("Replaced"), "dim-label");
  if (file->died)
    return say (_("In force until they died"), "dim-label");
  if (is_due (record, "review_on", file))
    return say (_("In force, review due"), "warning");

  return say (_("In force"), "success");
}

/* What is no risk any more comes last. */
int
tend_care_risk_weight (TendRecord *record)
{
  int after = tend_risk_score_after (record);

  if (tend_record_is_set (record, "closed_on"))
    return -1;

  return after != 0 ? after : tend_risk_score_before (record);
}

/* "6 Moderate with measures", else as it is now. */
TendCareState
tend_care_risk_state (TendRecord   *record,
                      TendCareFile *file)
{
  int before = tend_risk_score_before (record);
  int after = tend_risk_score_after (record);
  int score = after != 0 ? after : before;
  const TendRiskBand *band = tend_risk_band (file->bands, score);
  g_autofree char *text = NULL;

  if (tend_record_is_set (record, "closed_on"))
    return say (_("No longer a risk"), "dim-label");
  if (is_due (record, "review_on", file))
    return say (_("Review due"), "warning");
  if (band == NULL)
    return say (_("Not scored"), "warning");

  /* Translators: "6 Moderate with measures": of a risk, once what is agreed is done */
  text = g_strdup_printf (after != 0 ? _("%d %s with measures") : _("%d %s now"), score,
                          band->name);
  return say (text, "numeric");
}

TendCareState
tend_care_consent_state (TendRecord   *record,
                         TendCareFile *file)
{
  if (is (record, "answer", "refused"))
    return say (_("Refused"), file->died ? "dim-label" : "warning");
  if (tend_consent_is_in_force (record, file->today) && file->died)
    return say (_("In force until they died"), "dim-label");
  if (tend_consent_is_in_force (record, file->today))
    return say (_("In force"), "success");
  if (has_come (record, "withdrawn_on", file))
    return say (_("Withdrawn"), "dim-label");

  return say (_("Ended"), "dim-label");
}

TendCareState
tend_care_document_state (TendRecord   *record,
                          TendCareFile *file)
{
  if (file->died || has_come (record, "ended_on", file))
    return say (_("No longer in force"), "dim-label");
  if (is_due (record, "review_on", file))
    return say (_("Review due"), "warning");
  if (!tend_record_is_set (record, "seen_on"))
    return say (_("Original not seen"), "warning");

  return say (_("Follow the original"), "dim-label");
}

TendCareState
tend_care_authority_state (TendRecord   *record,
                           TendCareFile *file)
{
  gint64 ends_on = tend_record_get_int (record, "ends_on");

  if (file->died || (ends_on != TEND_DATE_NONE && ends_on < file->today))
    return say (_("Ended"), "dim-label");
  if (!tend_record_is_set (record, "seen_on"))
    return say (_("Not seen yet"), "warning");

  return (TendCareState) { 0 };
}

TendCareState
tend_care_incident_state (TendRecord   *record,
                          TendCareFile *file)
{
  if (tend_record_is_set (record, "closed_on"))
    return say (_("Closed"), "dim-label");
  if (has_come (record, "follow_up_on", file) && !tend_record_is_set (record, "followed_up_on"))
    return say (_("Follow up"), "warning");

  return say (_("Open"), "warning");
}

TendCareState
tend_care_feedback_state (TendRecord   *record,
                          TendCareFile *file)
{
  int days = tend_feedback_days_open (record, file->today);
  g_autofree char *text = NULL;

  if (is (record, "kind", "complaint"))
    {
      if (tend_record_is_set (record, "closed_on"))
        return say (_("Settled"), "dim-label");
      text = g_strdup_printf (ngettext ("Open for %d day", "Open for %d days", (gulong) days),
                              days);
      return say (text, "warning");
    }

  return tend_record_get_int (record, "may_quote") != 0 ? say (_("May be quoted"), "success")
                                                        : (TendCareState) { 0 };
}

TendCareState
tend_care_signed_state (TendRecord   *record,
                        TendCareFile *file)
{
  if (!tend_record_is_set (record, "signed_on"))
    return say (_("Not signed yet"), file->died ? "dim-label" : "warning");
  if (tend_kind_field (tend_record_get_kind (record), "review_on") != NULL &&
      is_due (record, "review_on", file))
    return say (_("Show again"), "warning");

  return say (_("Signed"), "success");
}
