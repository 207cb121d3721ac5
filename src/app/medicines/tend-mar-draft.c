/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-draft.h"

#include "tend-kinds.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE 60

static gboolean
is_taken (TendRecord *draft)
{
  return (tend_outcome_parse (tend_record_get_text (draft, "outcome")) &
          (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
}

/* Times are to the minute, as on paper. */
static TendInstant
whole_minute (TendInstant now)
{
  return now - now % MINUTE;
}

void
tend_mar_draft_set_code (TendRecord *draft,
                         const char *code)
{
  TendOutcome outcomes = tend_mar_code_outcomes (code);
  TendOutcome outcome = TEND_OUTCOME_TAKEN;

  tend_record_set_text (draft, "reason", code);
  if (outcomes & TEND_OUTCOME_OMITTED)
    outcome = TEND_OUTCOME_OMITTED;
  else if (outcomes & TEND_OUTCOME_DECLINED)
    outcome = TEND_OUTCOME_DECLINED;
  tend_record_set_text (draft, "outcome", tend_outcome_name (outcome));

  if (g_strcmp0 (code, "T") == 0)
    tend_record_set_text (draft, "by", "person");
  else if (g_strcmp0 (code, "V") == 0 &&
           g_strcmp0 (tend_record_get_text (draft, "by"), "other") != 0)
    tend_record_set_text (draft, "by", "family");
}

static gboolean
is_range (TendRecord *medication)
{
  g_auto(TendDoseText) dose = { 0 };

  return !tend_dose_text_read (tend_record_get_text (medication, "dose"), &dose) ||
         dose.least != dose.most;
}

/* What the carer did, as the line has it. */
static void
fill_given (TendRecord        *draft,
            TendMarLine       *line,
            const TendMarSlot *slot,
            TendInstant        now)
{
  TendRecord *medication = line->medicine->record;

  if (slot->dose > 0 && !is_range (medication))
    tend_record_set_int (draft, "quantity", slot->dose);
  if (g_strcmp0 (tend_record_get_text (draft, "by"), "me") != 0)
    return;

  tend_record_set_text (draft, "support", tend_record_get_text (medication, "support"));
  if (now <= tend_mar_closes_at (medication, slot->due_at))
    tend_record_set_int (draft, "given_at", whole_minute (now));
}

TendRecord *
tend_mar_draft_new (TendMarLine       *line,
                    const TendMarSlot *slot,
                    const char        *code,
                    TendInstant        now)
{
  TendRecord *draft = tend_record_new (&tend_mar_entry_kind);

  tend_record_set_text (draft, "medication", tend_record_get_id (line->medicine->record));
  tend_record_set_int (draft, "due_at", slot->due_at);
  tend_record_set_text (draft, "by", slot->by);
  tend_record_set_text (draft, "outcome", "taken");
  if (code == NULL && strcmp (slot->by, "me") != 0)
    code = strcmp (slot->by, "person") == 0 ? "T" : "V";
  if (code != NULL)
    tend_mar_draft_set_code (draft, code);
  if (is_taken (draft))
    fill_given (draft, line, slot, now);

  return draft;
}

TendRecord *
tend_mar_draft_new_prn (TendMarLine *line,
                        const char  *code,
                        TendInstant  now)
{
  TendRecord *medication = line->medicine->record;
  TendRecord *draft = tend_record_new (&tend_mar_entry_kind);
  gint64 dose = tend_medicine_dose (line->medicine, tend_time_date (now), G_MAXUINT);

  tend_record_set_text (draft, "medication", tend_record_get_id (medication));
  tend_record_set_text (draft, "by", "me");
  tend_record_set_text (draft, "outcome", "taken");
  tend_record_set_text (draft, "purpose", tend_record_get_text (medication, "purpose"));
  tend_record_set_int (draft, "given_at", whole_minute (now));
  if (code != NULL)
    {
      tend_mar_draft_set_code (draft, code);
      return draft;
    }

  tend_record_set_text (draft, "support", tend_record_get_text (medication, "support"));
  if (dose > 0 && !is_range (medication))
    tend_record_set_int (draft, "quantity", dose);

  return draft;
}

TendRecord *
tend_mar_draft_new_correction (TendRecord *entry)
{
  static const char * const kept[] = {
    "medication", "due_at", "given_at", "outcome", "quantity", "support", "reason", "note", "by",
    "asked_by", "purpose", "copied", "site", "old_removed", "old_patch", "counted", "advised_by",
    "advice", "incident",
  };
  TendRecord *draft = tend_record_new (&tend_mar_entry_kind);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const TendField *field = tend_kind_field (&tend_mar_entry_kind, kept[i]);
      g_autofree char *text = tend_record_format (entry, field);

      if (tend_record_is_set (entry, kept[i]))
        tend_record_parse (draft, field, text, NULL);
    }
  tend_record_set_text (draft, "supersedes", tend_record_get_id (entry));

  return draft;
}

static gboolean
has_code (TendRecord *draft,
          const char *code)
{
  return draft != NULL && g_strcmp0 (tend_record_get_text (draft, "reason"), code) == 0;
}

const char *
tend_mar_draft_key_code (gunichar    key,
                         TendRecord *draft,
                         gboolean    as_needed)
{
  gunichar upper = g_unichar_toupper (key);

  if (upper == 'G' || upper == ' ')
    return "";
  if (as_needed)
    return upper == 'N' ? "NR" : NULL;
  if (upper == 'P' || (upper == 'L' && has_code (draft, "PL")))
    return "PL";

  for (const TendChoice *code = tend_mar_code_choices; code->value != NULL; code++)
    if (code->value[1] == '\0' && (gunichar) code->value[0] == upper)
      return code->value;

  return NULL;
}

TendFaults *
tend_mar_draft_faults (TendMedicine *medicine,
                       TendRecord   *draft,
                       TendInstant   now)
{
  TendFaults *faults = tend_mar_entry_faults (medicine, draft, now);

  if (is_taken (draft) && tend_record_is_set (draft, "due_at") &&
      !tend_record_is_set (draft, "given_at") &&
      g_strcmp0 (tend_record_get_text (draft, "by"), "me") == 0)
    tend_faults_add (faults, "given_at", _("Its time has passed: say when it was."));

  return faults;
}
