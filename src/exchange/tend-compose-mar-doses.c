/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of each dose, in words, for the back of the MAR chart. */

#include "tend-compose-mar-private.h"

#include "tend-attachments.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* While the doses of a line are read. */
typedef struct
{
  TendMarReading *reading;
  GArray         *doses;       /* TendMarDose */
  GArray         *corrections; /* TendMarCorrection */
} Reading;

static const char *
text_of (Reading    *self,
         TendRecord *entry,
         const char *field)
{
  return tend_care_text (self->reading->source, entry, field);
}

static gboolean
is_taken (TendRecord *entry)
{
  return (tend_outcome_parse (tend_record_get_text (entry, "outcome")) &
          (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
}

/* "Taken"; "R: Declined"; "Part taken. N: Nausea or vomiting". */
static char *
outcome_text (TendRecord *entry)
{
  const char *outcome = tend_compose_choice (entry, "outcome");
  const char *code = tend_record_get_text (entry, "reason");

  if (code == NULL)
    return g_strdup (outcome);
  if (g_strcmp0 (tend_record_get_text (entry, "outcome"), "part") == 0)
    return g_strdup_printf ("%s. %s: %s", outcome, code, tend_compose_choice (entry, "reason"));
  return g_strdup_printf ("%s: %s", code, tend_compose_choice (entry, "reason"));
}

static const char *
by_text (TendRecord *entry)
{
  const char *by = tend_record_get_text (entry, "by");

  return g_strcmp0 (by, "me") == 0 ? _("Carer") : tend_care_choice (entry, "by");
}

static void
append (GString    *text,
        const char *format,
        const char *part)
{
  g_autofree char *sentence = part != NULL ? g_strdup_printf (format, part) : NULL;

  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static char *
moment (TendInstant at)
{
  g_autofree char *date = tend_date_format (tend_time_date (at), TEND_DATE_DAY);
  g_autofree char *clock = tend_clock_format (tend_time_clock (at));

  return g_strdup_printf ("%s %s", date, clock);
}

/* "It helped (JB, Wed 3 Jun 12:00)" */
static void
append_later (GString    *text,
              TendRecord *note)
{
  g_autofree char *when = moment (tend_record_get_int (note, "written_at"));
  const char *initials = tend_record_get_text (note, "initials");

  g_string_append_printf (text, "%s%s (%s%s%s)", text->len > 0 ? " " : "",
                          tend_record_get_text (note, "text"), initials ? initials : "",
                          initials ? ", " : "", when);
}

/* What a dose did, and what was added to it later. */
static gboolean
read_notes (Reading     *self,
            TendRecord  *entry,
            GString     *effect,
            GString     *story,
            GError     **error)
{
  g_autoptr(GPtrArray) notes =
    tend_record_load_nested (self->reading->source->vault, entry, tend_kind_by_name ("mar_note"),
                             error);

  /* Each day that a patch was on has a square of its own. */
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (!tend_mar_has_square (self->reading, notes->pdata[i]))
      append_later (g_strcmp0 (tend_record_get_text (notes->pdata[i], "kind"), "effect") == 0
                  ? effect : story, notes->pdata[i]);
  return notes != NULL;
}

/* (transfer full): who wrote here what was signed on paper, when, and whether the paper can be
 * seen: "Copied by CM, Mon 19 Oct 08:08; not scanned." */
static char *
copied_text (Reading    *self,
             TendRecord *entry)
{
  TendCareSource *source = self->reading->source;
  g_autofree char *own = tend_mar_initials (source->values->head.carer.name);
  g_autofree char *when = moment (tend_record_get_int (entry, "written_at"));
  g_autoptr(GPtrArray) scans = tend_attachments_of (source->vault, entry, NULL);
  g_autoptr(GPtrArray) sheets =
    tend_attachments_of (source->vault, self->reading->line->medicine->record, NULL);
  gboolean held = (scans != NULL && scans->len > 0) || (sheets != NULL && sheets->len > 0);

  /* Translators: initials, and a moment */
  return g_strdup_printf (held ? _("Copied by %s, %s; scan held.")
                               : _("Copied by %s, %s; not scanned."), own, when);
}

/* All that no column has a place for. */
static void
tell (Reading           *self,
      const TendMarSlot *slot,
      GString           *story)
{
  TendRecord *entry = slot->entry;
  const char *advised_by = tend_record_get_text (entry, "advised_by");
  const char *advice = tend_record_get_text (entry, "advice");
  g_autofree char *copied =
    tend_record_get_int (entry, "copied") && tend_record_is_set (entry, "written_at")
    ? copied_text (self, entry) : NULL;

  append (story, "%s", tend_record_get_text (entry, "note"));
  append (story, _("On the body: %s."), tend_record_get_text (entry, "site"));
  if (tend_record_is_set (entry, "old_patch"))
    append (story, _("The old patch: %s."), tend_care_choice (entry, "old_patch"));
  else if (tend_record_get_int (entry, "old_removed"))
    append (story, "%s", _("The old patch was taken off."));
  append (story, _("On the advice of %s:"), advised_by);
  append (story, advised_by != NULL ? "%s" : _("Advice: %s"), advice);
  append (story, "%s", copied);
  if (tend_record_is_set (entry, "incident"))
    append (story, "%s", _("An incident was written about it."));
  if (slot->struck != NULL)
    append (story, "%s", _("Corrected: see Corrections."));
}

static gboolean
is_late (TendMarReading    *reading,
         const TendMarSlot *slot)
{
  return slot->state == TEND_SLOT_LATE ||
         (slot->due_at != TEND_INSTANT_NONE &&
          tend_record_is_set (slot->entry, "given_at") &&
          tend_record_get_int (slot->entry, "given_at") >
            tend_mar_closes_at (reading->line->medicine->record, slot->due_at));
}

/* Whether initials, or the giver's word, in a square do not say all of it. */
static gboolean
is_noted (Reading           *self,
          const TendMarSlot *slot,
          const TendMarDose *dose)
{
  static const char *const told[] = { "reason", "note", "purpose", "site", "counted",
                                      "advised_by", "advice", "incident" };
  TendRecord *entry = slot->entry;
  gboolean mine = g_strcmp0 (tend_record_get_text (entry, "by"), "me") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (tend_record_is_set (entry, told[i]))
      return TRUE;
  if (slot->time < 0 || slot->struck != NULL || dose->copied || dose->story != NULL ||
      dose->effect != NULL || is_late (self->reading, slot) ||
      strcmp (tend_record_get_text (entry, "outcome"), "taken") != 0 ||
      g_strcmp0 (tend_record_get_text (entry, "by"), slot->by) != 0)
    return TRUE;
  return mine && (g_strcmp0 (tend_record_get_text (entry, "support"),
                             self->reading->usual_support) != 0 ||
                  g_strcmp0 (tend_record_get_text (entry, "asked_by"),
                             self->reading->usual_asked) != 0);
}

/* Whose hand is on the paper: what the person took and ticked alone the carer copied, but did
 * not sign. */
static const char *
signer_text (Reading    *self,
             TendRecord *entry)
{
  const char *initials = text_of (self, entry, "initials");
  g_autofree char *own = tend_mar_initials (self->reading->source->values->head.carer.name);

  if (tend_record_get_int (entry, "copied") &&
      g_strcmp0 (tend_record_get_text (entry, "by"), "person") == 0 &&
      (initials == NULL || g_str_equal (initials, own)))
    return _("the person");
  return initials;
}

static TendInstant
instant_of (TendRecord *entry,
            const char *field)
{
  return tend_record_is_set (entry, field) ? tend_record_get_int (entry, field)
                                           : TEND_INSTANT_NONE;
}

static gboolean
read_dose (Reading            *self,
           const TendMarSlot  *slot,
           TendMarDose        *dose,
           GError            **error)
{
  GStringChunk *texts = self->reading->source->values->texts;
  TendRecord *entry = slot->entry;
  gboolean taken = is_taken (entry);
  g_autoptr(GString) effect = g_string_new (NULL);
  g_autoptr(GString) story = g_string_new (NULL);

  if (slot->time < 0 && slot->due_at != TEND_INSTANT_NONE)
    append (story, "%s", _("Not due by the medicine’s line as it stands."));
  tell (self, slot, story);
  if (!read_notes (self, entry, effect, story, error))
    return FALSE;

  /* Only the sheet of what is taken as needed has a column for them. */
  if (!tend_record_get_int (self->reading->line->medicine->record, "as_needed"))
    {
      append (story, _("What it was for: %s."), tend_record_get_text (entry, "purpose"));
      append (story, _("What it did: %s"), effect->len > 0 ? effect->str : NULL);
    }
  *dose = (TendMarDose) {
    .due_at = slot->due_at,
    .given_at = instant_of (entry, "given_at"),
    .written_at = instant_of (entry, "written_at"),
    .outcome = tend_compose_take (texts, outcome_text (entry)),
    .quantity = tend_compose_take (texts, tend_mar_quantity (entry, "quantity")),
    .left = tend_compose_take (texts, tend_mar_quantity (entry, "counted")),
    .support = taken ? tend_care_choice (entry, "support") : NULL,
    .by = taken ? by_text (entry) : NULL,
    .asked_by = tend_care_choice (entry, "asked_by"),
    .initials = signer_text (self, entry),
    .copied = tend_record_get_int (entry, "copied"),
    .purpose = text_of (self, entry, "purpose"),
    .effect = tend_compose_keep (texts, effect->str),
    .story = tend_care_keep (self->reading->source, story->len > 0 ? story->str : NULL),
  };
  dose->noted = is_noted (self, slot, dose);
  /* Whether it helped is a question of each dose as needed (domain.md 2.2). */
  if (taken && dose->effect == NULL &&
      tend_record_get_int (self->reading->line->medicine->record, "as_needed"))
    dose->effect = _("not written");
  if (dose->noted)
    g_hash_table_add (self->reading->noted, (gpointer) slot);
  tend_mar_add_signer (self->reading, entry);
  return TRUE;
}

/* Corrections */

/* "Taken, 1, Wed 3 Jun 08:05, Assisted. JB, Wed 3 Jun 08:06" */
static const char *
whole (Reading    *self,
       TendRecord *entry)
{
  g_autofree char *outcome = outcome_text (entry);
  g_autofree char *quantity = tend_mar_quantity (entry, "quantity");
  g_autofree char *given = tend_record_is_set (entry, "given_at")
                           ? moment (tend_record_get_int (entry, "given_at")) : NULL;
  gboolean taken = is_taken (entry), copied = tend_record_get_int (entry, "copied");
  g_autofree char *written = !tend_record_is_set (entry, "written_at") ? NULL
                             : copied ? copied_text (self, entry)
                             : moment (tend_record_get_int (entry, "written_at"));
  GString *text = g_string_new (outcome);
  const char *parts[] = { quantity, given, taken ? tend_care_choice (entry, "support") : NULL,
                          taken ? by_text (entry) : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, ", %s", parts[i]);
  g_string_append_c (text, '.');
  append (text, "%s", tend_record_get_text (entry, "note"));
  append (text, copied ? _("Signed by %s on paper.") : _("Signed by %s."),
          signer_text (self, entry));
  append (text, copied ? "%s" : _("Written %s."), written);

  return tend_compose_take (self->reading->source->values->texts, g_string_free (text, FALSE));
}

static void
read_corrections (Reading           *self,
                  const TendMarSlot *slot)
{
  for (guint i = 0; slot->struck != NULL && i < slot->struck->len; i++)
    {
      TendRecord *was = slot->struck->pdata[i];
      TendRecord *now = i + 1 < slot->struck->len ? slot->struck->pdata[i + 1] : slot->entry;
      const TendMarCorrection correction = {
        .at = tend_mar_slot_time (slot),
        .was = whole (self, was),
        .now = whole (self, now),
        .why = text_of (self, now, "correction_reason"),
        .who = text_of (self, now, "initials"),
        .corrected_at = instant_of (now, "written_at"),
      };

      g_array_append_val (self->corrections, correction);
      tend_mar_add_signer (self->reading, was);
    }
}

static void
add_gap (Reading           *self,
         const TendMarSlot *slot)
{
  const TendMarDose gap = {
    .noted = TRUE,
    .due_at = slot->due_at,
    .given_at = TEND_INSTANT_NONE,
    .written_at = TEND_INSTANT_NONE,
    .outcome = _("NOTHING WRITTEN"),
  };

  g_array_append_val (self->doses, gap);
}

static gboolean
read_slots (Reading    *self,
            GPtrArray  *slots,
            GError    **error)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const TendMarSlot *slot = slots->pdata[i];
      TendMarDose dose;

      if (slot->entry == NULL)
        {
          if (slot->state == TEND_SLOT_GAP)
            add_gap (self, slot);
          continue;
        }
      if (!read_dose (self, slot, &dose, error))
        return FALSE;
      g_array_append_val (self->doses, dose);
      read_corrections (self, slot);
    }
  return TRUE;
}

static int
compare_doses (gconstpointer a,
               gconstpointer b)
{
  const TendMarDose *first = a, *second = b;
  TendInstant at = first->due_at != TEND_INSTANT_NONE ? first->due_at : first->given_at;
  TendInstant other = second->due_at != TEND_INSTANT_NONE ? second->due_at : second->given_at;

  return (at > other) - (at < other);
}

static gint
compare_instants (gconstpointer a,
                  gconstpointer b)
{
  TendInstant first = *(const TendInstant *) a, second = *(const TendInstant *) b;

  return (first > second) - (first < second);
}

/* What somebody else sees to may have no entry: the dose after it does not follow the one before
 * it. */
static void
set_apart (Reading *self)
{
  g_autoptr(GArray) unknown = g_array_new (FALSE, FALSE, sizeof (TendInstant));
  guint next = 0;

  for (guint i = 0; i < self->reading->line->slots->len; i++)
    {
      const TendMarSlot *slot = self->reading->line->slots->pdata[i];

      if (slot->entry == NULL && slot->state != TEND_SLOT_GAP &&
          slot->state != TEND_SLOT_NOT_IN_CYCLE)
        g_array_append_val (unknown, slot->due_at);
    }
  g_array_sort (unknown, compare_instants);
  for (guint i = 0; i < self->doses->len; i++)
    {
      TendMarDose *dose = &g_array_index (self->doses, TendMarDose, i);

      for (; next < unknown->len && g_array_index (unknown, TendInstant, next) < dose->due_at;
           next++)
        dose->apart = TRUE;
    }
}

gboolean
tend_mar_read_doses (TendMarReading   *reading,
                     TendMarMedicine  *medicine,
                     GError          **error)
{
  Reading self = { reading, NULL, NULL };
  gboolean done;

  if (reading->request->blank)
    return TRUE;

  self.doses = g_array_new (FALSE, FALSE, sizeof (TendMarDose));
  self.corrections = g_array_new (FALSE, FALSE, sizeof (TendMarCorrection));
  done = read_slots (&self, reading->line->slots, error) &&
         read_slots (&self, reading->line->others, error);
  g_array_sort (self.doses, compare_doses);
  set_apart (&self);
  /* What is taken as needed is told in full below its own block. */
  for (guint i = 0; medicine->as_needed && i < self.doses->len; i++)
    g_array_index (self.doses, TendMarDose, i).noted = FALSE;
  medicine->n_doses = self.doses->len;
  medicine->doses = tend_care_own (reading->source, self.doses);
  medicine->n_corrections = self.corrections->len;
  medicine->corrections = tend_care_own (reading->source, self.corrections);
  return done;
}
