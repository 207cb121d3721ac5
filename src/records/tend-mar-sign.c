/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing on the chart: entries are only ever added. */

#include "tend-mar-private.h"

#include "tend-kinds.h"
#include "tend-medicines-private.h"
#include "tend-quantity.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

/* When it was: as written, or when it was due. */
static TendInstant
entry_time (TendRecord *entry)
{
  return tend_record_is_set (entry, "given_at") ? tend_record_get_int (entry, "given_at")
                                                : tend_record_get_int (entry, "due_at");
}

static gboolean
is_taken (TendRecord *entry)
{
  return (tend_outcome_parse (tend_record_get_text (entry, "outcome")) &
          (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
}

static void
check_code (TendRecord *entry,
            TendFaults *faults)
{
  const char *code = tend_record_get_text (entry, "reason");
  TendOutcome outcome = tend_outcome_parse (tend_record_get_text (entry, "outcome"));

  if (code == NULL && !is_taken (entry))
    tend_faults_add (faults, "reason", _("Choose the code that says why."));
  else if (code != NULL && (tend_mar_code_outcomes (code) & outcome) == 0)
    tend_faults_add (faults, "reason", _("This code does not go with the outcome: choose "
                                         "another."));
  else if (tend_mar_code_needs_note (code) && !tend_record_is_set (entry, "note"))
    tend_faults_add (faults, "note", _("This code needs a few words: say what happened."));
}

static void
check_quantity (TendMedicine *medicine,
                TendRecord   *entry,
                TendFaults   *faults)
{
  g_auto(TendDoseText) dose = { 0 };

  tend_dose_text_read (tend_record_get_text (medicine->record, "dose"), &dose);

  if (is_taken (entry) && !tend_record_is_set (entry, "quantity") &&
      (dose.least == 0 || dose.most > dose.least || !tend_record_is_set (entry, "due_at") ||
       !tend_medicine_knows_dose (medicine, tend_time_date (entry_time (entry))) ||
       g_strcmp0 (tend_record_get_text (entry, "outcome"), "part") == 0))
    tend_faults_add (faults, "quantity", _("Write how much was taken, such as 1 or 1.5."));

  if (tend_record_get_int (medicine->record, "controlled") && is_taken (entry) &&
      !tend_record_is_set (entry, "counted"))
    tend_faults_add (faults, "counted",
                     _("This is a controlled drug: count what is left, and write it here."));
}

TendFaults *
tend_mar_entry_faults (TendMedicine *medicine,
                       TendRecord   *entry,
                       TendInstant   now)
{
  TendFaults *faults = tend_record_validate (entry);
  const char *giver = tend_record_get_text (entry, "by");

  check_code (entry, faults);
  check_quantity (medicine, entry, faults);
  if (tend_record_is_set (entry, "given_at") && tend_record_get_int (entry, "given_at") > now)
    tend_faults_add (faults, "given_at", _("That time has not come yet."));
  if (is_taken (entry) && g_strcmp0 (giver, "me") == 0 && !tend_record_is_set (entry, "support"))
    tend_faults_add (faults, "support", _("Say what you did: reminded, assisted or gave."));
  if (is_taken (entry) &&
      g_strcmp0 (tend_record_get_text (medicine->record, "applied"), "patch") == 0 &&
      !tend_record_is_set (entry, "site"))
    tend_faults_add (faults, "site", _("Say where on the body the patch is."));

  return faults;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED, message);
  return FALSE;
}

/* Nothing is signed before its time (domain.md 2.3). */
static gboolean
check_window (TendMedicine  *medicine,
              TendRecord    *entry,
              TendInstant    now,
              GError       **error)
{
  TendInstant opens_at;
  g_autofree char *clock = NULL;

  if (!tend_record_is_set (entry, "due_at"))
    return TRUE;

  opens_at = tend_mar_opens_at (medicine->record, tend_record_get_int (entry, "due_at"));
  if (now >= opens_at)
    return TRUE;

  clock = tend_clock_format (tend_time_clock (opens_at));
  g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED,
               _("This dose is not due yet: it can be signed from %s."), clock);
  return FALSE;
}

/* Refuses a second entry for a dose; FALSE too when it cannot be told. */
static gboolean
check_first (TendVault     *vault,
             TendMedicine  *medicine,
             TendRecord    *entry,
             GError       **error)
{
  TendInstant due_at = tend_record_get_int (entry, "due_at");
  g_autoptr(GPtrArray) written = NULL;

  if (tend_record_is_set (entry, "supersedes") || !tend_record_is_set (entry, "due_at"))
    return TRUE;

  written = tend_mar_entries_at (vault, tend_record_get_text (entry, "medication"), due_at, error);
  if (written == NULL)
    return FALSE;

  return written->len < tend_mar_count_due (medicine, due_at) ||
         refuse (error, _("This dose is written down already. If that is wrong, correct it."));
}

static gboolean
check_guard (TendVault     *vault,
             TendMedicine  *medicine,
             TendRecord    *entry,
             GError       **error)
{
  TendPrnAnswer answer;
  g_autofree char *text = NULL;

  if (!tend_record_get_int (medicine->record, "as_needed") || !is_taken (entry) ||
      tend_record_is_set (entry, "advised_by"))
    return TRUE;
  if (!tend_medicine_ask (vault, medicine->record, entry_time (entry),
                          tend_record_get_int (entry, "quantity"), &answer, error))
    return FALSE;
  if (answer.reason == TEND_PRN_NO_LIMIT_REACHED)
    return TRUE;

  text = tend_prn_answer_text (&answer, medicine->record);
  return refuse (error, text);
}

typedef struct
{
  TendRecord  *entry;
  gboolean     guarded;
  TendInstant  now;
} Signing;

char *
tend_mar_initials (const char *name)
{
  g_auto(GStrv) words = g_strsplit_set (name, " -", -1);
  GString *initials = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));

  return g_string_free (initials, FALSE);
}

char *
tend_mar_own_initials (TendVault *vault)
{
  g_autofree char *name = tend_medicine_writer (vault);

  return tend_mar_initials (name);
}

static gboolean
check_all (TendVault     *vault,
           TendMedicine  *medicine,
           Signing       *self,
           GError       **error)
{
  g_autoptr(TendFaults) faults = tend_mar_entry_faults (medicine, self->entry, self->now);

  if (tend_faults_count (faults) > 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           tend_faults_get (faults, 0)->message);
      return FALSE;
    }

  return check_first (vault, medicine, self->entry, error) &&
         check_window (medicine, self->entry, self->now, error) &&
         (!self->guarded || check_guard (vault, medicine, self->entry, error));
}

/* Which of the doses due at one moment @entry is for: that of the entry it corrects, else the
 * first that is not written down. */
static guint
find_place (TendVault  *vault,
            TendRecord *entry)
{
  const char *corrected = tend_record_get_text (entry, "supersedes");
  g_autoptr(GPtrArray) written =
    tend_mar_entries_at (vault, tend_record_get_text (entry, "medication"),
                         tend_record_get_int (entry, "due_at"), NULL);
  guint n = written != NULL ? written->len : 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (tend_record_get_id (written->pdata[i]), corrected) == 0)
      return i;

  return n;
}

/* Of a fixed dose all is taken, where nothing else is written. */
static void
fill_quantity (TendVault    *vault,
               TendMedicine *medicine,
               TendRecord   *entry)
{
  g_auto(TendDoseText) words = { 0 };
  TendInstant due_at = tend_record_get_int (entry, "due_at");
  g_autoptr(GArray) due = NULL;
  TendDate date;
  guint place;
  gint64 quantity;

  if (g_strcmp0 (tend_record_get_text (entry, "outcome"), "taken") != 0 ||
      tend_record_is_set (entry, "quantity") || !tend_record_is_set (entry, "due_at"))
    return;

  tend_dose_text_read (tend_record_get_text (medicine->record, "dose"), &words);
  date = tend_time_date (due_at);
  due = tend_mar_due_at (medicine, due_at);
  if (!tend_medicine_knows_dose (medicine, date) || due->len == 0)
    return;

  place = due->len > 1 ? MIN (find_place (vault, entry), due->len - 1) : 0;
  quantity = tend_medicine_dose (medicine, date, g_array_index (due, TendDueDose, place).time);
  if (quantity > 0 && (words.least == words.most || quantity != words.least))
    tend_record_set_int (entry, "quantity", quantity);
}

static gboolean
sign_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Signing *self = data;
  g_autoptr(TendRecord) medication =
    tend_record_load (vault, &tend_medication_kind,
                      tend_record_get_text (self->entry, "medication"), error);
  g_autoptr(TendMedicine) medicine = NULL;
  g_autofree char *initials = NULL;

  if (medication == NULL)
    return FALSE;
  medicine = tend_medicine_load (vault, medication, error);
  if (medicine == NULL)
    return FALSE;

  fill_quantity (vault, medicine, self->entry);
  if (!tend_record_is_set (self->entry, "initials"))
    {
      initials = tend_mar_own_initials (vault);
      tend_record_set_text (self->entry, "initials", initials);
    }
  if (!check_all (vault, medicine, self, error))
    return FALSE;

  tend_record_set_int (self->entry, "written_at", self->now);
  return tend_record_save (vault, self->entry, NULL, error);
}

gboolean
tend_mar_sign (TendVault    *vault,
               TendRecord   *entry,
               gboolean      already_taken,
               TendInstant   now,
               GError      **error)
{
  Signing signing = { entry, !already_taken, now };

  g_return_val_if_fail (tend_record_get_kind (entry) == &tend_mar_entry_kind, FALSE);
  g_return_val_if_fail (!tend_record_is_stored (entry), FALSE);

  return tend_vault_transact (vault, sign_cb, &signing, error);
}

gboolean
tend_mar_correct (TendVault    *vault,
                  TendRecord   *entry,
                  TendInstant   now,
                  GError      **error)
{
  Signing signing = { entry, FALSE, now };
  g_autoptr(TendRecord) later = NULL;

  g_return_val_if_fail (tend_record_is_set (entry, "supersedes"), FALSE);
  g_return_val_if_fail (!tend_record_is_stored (entry), FALSE);

  later = tend_records_select_one (vault, &tend_mar_entry_kind, NULL, "WHERE supersedes = :id",
                                   ":id", tend_record_get_text (entry, "supersedes"), NULL);
  if (later != NULL)
    return refuse (error, _("This entry has been corrected already: correct the later one."));

  return tend_vault_transact (vault, sign_cb, &signing, error);
}

gboolean
tend_mar_write_note (TendVault    *vault,
                     TendRecord   *entry,
                     TendRecord   *note,
                     TendInstant   now,
                     GError      **error)
{
  g_autoptr(GPtrArray) before =
    tend_record_load_nested (vault, entry, &tend_mar_note_kind, error);
  g_autofree char *initials = tend_mar_own_initials (vault);

  if (before == NULL)
    return FALSE;

  tend_record_set_text (note, "mar_entry", tend_record_get_id (entry));
  tend_record_set_int (note, "position", before->len);
  tend_record_set_text (note, "initials", initials);
  tend_record_set_int (note, "written_at", now);

  return tend_record_save (vault, note, NULL, error);
}

gboolean
tend_mar_add_note (TendVault    *vault,
                   TendRecord   *entry,
                   const char   *kind,
                   const char   *text,
                   TendInstant   now,
                   GError      **error)
{
  g_autoptr(TendRecord) note = tend_record_new (&tend_mar_note_kind);

  tend_record_set_text (note, "kind", kind);
  tend_record_set_text (note, "text", text);

  return tend_mar_write_note (vault, entry, note, now, error);
}

TendRecord *
tend_mar_incident (TendRecord  *medication,
                   const char  *facts,
                   TendInstant  happened_at)
{
  TendRecord *incident = tend_record_new (&tend_incident_kind);

  tend_record_set_text (incident, "client", tend_record_get_text (medication, "client"));
  tend_record_set_text (incident, "kind", "incident");
  tend_record_set_text (incident, "what", "medicine_error");
  tend_record_set_int (incident, "happened_at", happened_at);
  tend_record_set_text (incident, "facts", facts);

  return incident;
}
