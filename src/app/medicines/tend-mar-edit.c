/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-edit.h"

#include "tend-kinds.h"
#include "tend-mar-words.h"

#include <glib/gi18n-lib.h>

void
tend_mar_answer_free (TendMarAnswer *self)
{
  g_free (self->text);
  g_free (self->site);
  g_free (self);
}

static TendRecord *
load_medication (TendVault   *vault,
                 TendRecord  *draft,
                 GError     **error)
{
  return tend_record_load (vault, &tend_medication_kind,
                           tend_record_get_text (draft, "medication"), error);
}

static gboolean
is_taken (TendRecord *draft)
{
  return (tend_outcome_parse (tend_record_get_text (draft, "outcome")) &
          (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
}

static TendInstant
draft_time (TendRecord *draft)
{
  return tend_record_is_set (draft, "given_at") ? tend_record_get_int (draft, "given_at")
                                                : tend_record_get_int (draft, "due_at");
}

/* FALSE only on an error; @text is NULL where there is nothing to ask yet. */
static gboolean
ask_guard (TendVault   *vault,
           TendRecord  *medication,
           TendRecord  *draft,
           gboolean    *held,
           char       **text,
           GError     **error)
{
  TendPrnAnswer answer;

  if (!tend_record_get_int (medication, "as_needed") || !is_taken (draft) ||
      !tend_record_is_set (draft, "given_at"))
    return TRUE;
  if (!tend_medicine_ask (vault, medication, tend_record_get_int (draft, "given_at"),
                          tend_record_get_int (draft, "quantity"), &answer, error))
    return FALSE;

  *held = answer.reason != TEND_PRN_NO_LIMIT_REACHED;
  *text = tend_prn_answer_text (&answer, medication);
  return TRUE;
}

static char *
ask_site (TendVault  *vault,
          TendRecord *medication,
          TendRecord *draft)
{
  const char *site = tend_record_get_text (draft, "site");
  TendDate free_on;
  g_autofree char *day = NULL;

  if (site == NULL || !is_taken (draft))
    return NULL;

  free_on = tend_medicine_site_free_on (vault, medication, site,
                                        tend_time_date (draft_time (draft)), NULL);
  if (free_on == TEND_DATE_NONE)
    return NULL;

  day = tend_date_format (free_on, TEND_DATE_DAY);
  return g_strdup_printf (_("This place was used less than %d days ago: it is free from %s. "
                            "Choose another."),
                          (int) tend_record_get_int (medication, "reuse_days"), day);
}

TendMarAnswer *
tend_mar_edit_ask (TendVault   *vault,
                   TendRecord  *draft,
                   GError     **error)
{
  g_autoptr(TendMarAnswer) answer = g_new0 (TendMarAnswer, 1);
  g_autoptr(TendRecord) medication = load_medication (vault, draft, error);

  if (medication == NULL ||
      !ask_guard (vault, medication, draft, &answer->held, &answer->text, error))
    return NULL;

  answer->site = ask_site (vault, medication, draft);
  return g_steal_pointer (&answer);
}

/* What the incident says, until the carer says more. */
static char *
describe_facts (TendVault  *vault,
                TendRecord *medication,
                TendRecord *draft,
                const char *answer)
{
  g_autoptr(TendMedicine) medicine = tend_medicine_load (vault, medication, NULL);
  g_autofree char *title = tend_medicine_title (medication);
  g_autofree char *day = tend_date_format (tend_time_date (draft_time (draft)), TEND_DATE_FULL);
  g_autofree char *dose = medicine != NULL ? tend_mar_entry_words (medicine, draft) : NULL;

  /* Translators: medicine, day, what was taken, and what the guard said of it */
  return g_strdup_printf (_("%s, %s: %s. The chart had held this dose back. %s"), title, day,
                          dose != NULL ? dose : "", answer);
}

static gboolean
begin_incident (TendVault    *vault,
                TendRecord   *draft,
                TendInstant   now,
                GError      **error)
{
  g_autoptr(TendRecord) medication = load_medication (vault, draft, error);
  g_autoptr(TendRecord) incident = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *facts = NULL;
  gboolean held = FALSE;

  if (medication == NULL || !ask_guard (vault, medication, draft, &held, &answer, error))
    return FALSE;
  if (!held)
    return TRUE;

  facts = describe_facts (vault, medication, draft, answer);
  incident = tend_mar_incident (medication, facts, draft_time (draft));
  tend_record_set_int (incident, "written_at", now);
  if (!tend_record_save (vault, incident, NULL, error))
    return FALSE;

  tend_record_set_text (draft, "incident", tend_record_get_id (incident));
  return TRUE;
}

gboolean
tend_mar_edit_sign (TendVault    *vault,
                    TendRecord   *draft,
                    gboolean      already_taken,
                    TendInstant   now,
                    GError      **error)
{
  if (tend_record_is_set (draft, "supersedes"))
    return tend_mar_correct (vault, draft, now, error);
  if (already_taken && !begin_incident (vault, draft, now, error))
    return FALSE;

  return tend_mar_sign (vault, draft, already_taken, now, error);
}
