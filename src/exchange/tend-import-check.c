/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one record alone cannot tell: whether ids and numbers are given once, and
 * whether what is referred to is there, in the file or in the vault.
 */

#include "tend-import-private.h"

#include "tend-attachment-files.h"
#include "tend-kinds.h"
#include "tend-medicines.h"
#include "tend-money.h"
#include "tend-visit-record.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

/* A reference to what has not been met in the file so far. */
typedef struct
{
  const TendKind  *kind;   /* of the record that refers */
  guint            index;
  TendRecord      *nested; /* NULL: the record itself */
  const TendField *field;
  const TendKind  *wanted;
  char            *id;
} Pending;

struct _TendImportCheck
{
  TendVault         *vault;
  const char        *attachments;
  TendInstant        now;     /* the end of the day; TEND_INSTANT_NONE: days are not checked */
  TendImportReport  *report;
  GHashTable        *ids;     /* of a kind's name: id to index + 1 */
  GHashTable        *taken;   /* "clients.reference=H1" to the path that has it */
  GHashTable        *stored;  /* the same for the kinds of the vault that were asked for */
  GHashTable        *asked;   /* those kinds */
  GArray            *pending;
  TendImportCredits *credits;
  TendImportDays    *days;
  TendImportDoses   *doses;
};

static void
pending_clear (gpointer data)
{
  Pending *pending = data;

  g_clear_object (&pending->nested);
  g_free (pending->id);
}

TendImportCheck *
tend_import_check_new (TendVault               *vault,
                       const char              *attachments,
                       const TendImportOptions *options,
                       TendImportReport        *report)
{
  TendDate today = options != NULL ? options->today : TEND_DATE_NONE;
  TendImportCheck *self = g_new0 (TendImportCheck, 1);

  self->vault = vault;
  self->attachments = attachments;
  self->now = today != TEND_DATE_NONE ? tend_time_resolve (today + 1, 0) - 1 : TEND_INSTANT_NONE;
  self->report = report;
  self->ids =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->asked = g_hash_table_new (NULL, NULL);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (self->pending, pending_clear);
  self->credits = tend_import_credits_new ();
  self->days = tend_import_days_new ();
  self->doses = tend_import_doses_new ();

  return self;
}

void
tend_import_check_free (TendImportCheck *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->asked);
  g_array_unref (self->pending);
  tend_import_credits_free (self->credits);
  tend_import_days_free (self->days);
  tend_import_doses_free (self->doses);
  g_free (self);
}

static void
add_fault (TendImportCheck *self,
           const TendKind  *kind,
           guint            index,
           TendRecord      *nested,
           const char      *field,
           const char      *message)
{
  g_autofree char *place = nested != NULL ? tend_reader_nested_path (kind, index, nested)
                                          : tend_reader_path (kind, index);
  g_autofree char *path =
    field != NULL ? g_strdup_printf ("%s.%s", place, field) : g_strdup (place);

  tend_import_report_add (self->report, path, message);
}

static GHashTable *
ids_of (TendImportCheck *self,
        const TendKind  *kind)
{
  GHashTable *ids = g_hash_table_lookup (self->ids, kind->name);

  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->ids, (gpointer) kind->name, ids);
    }

  return ids;
}

/* @kind: of the outer record, also where @record lies in one */
static void
check_id (TendImportCheck *self,
          TendRecord      *record,
          const TendKind  *kind,
          guint            index,
          TendRecord      *nested)
{
  GHashTable *ids = ids_of (self, tend_record_get_kind (record));
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (ids, tend_record_get_id (record)));
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;

  if (first == 0)
    {
      g_hash_table_insert (ids, g_strdup (tend_record_get_id (record)),
                           GUINT_TO_POINTER (index + 1));
      return;
    }

  place = tend_reader_path (kind, first - 1);
  message = g_strdup_printf (nested == NULL
                             ? _("%s has the id “%s” already.")
                             : _("In %s the id “%s” is used already."),
                             place, tend_record_get_id (record));
  add_fault (self, kind, index, nested, "id", message);
}

/* References */

static void
refer (TendImportCheck *self,
       const Pending   *reference)
{
  Pending pending = *reference;

  if (g_hash_table_contains (ids_of (self, pending.wanted), pending.id))
    return;

  pending.id = g_strdup (pending.id);
  if (pending.nested != NULL)
    g_object_ref (pending.nested);
  g_array_append_val (self->pending, pending);
}

static void
check_references (TendImportCheck *self,
                  TendRecord      *record,
                  const TendKind  *kind,
                  guint            index,
                  TendRecord      *nested)
{
  const TendField *fields = tend_record_get_kind (record)->fields;

  for (const TendField *field = fields; field->name != NULL; field++)
    {
      Pending reference = { kind, index, nested, field, NULL, NULL };

      if (field->type != TEND_FIELD_REFERENCE || (field->flags & TEND_FIELD_INTERNAL) ||
          !tend_record_is_set (record, field->name))
        continue;

      reference.wanted = tend_kind_by_name (field->refers_to);
      reference.id = (char *) tend_record_get_text (record, field->name);
      refer (self, &reference);
    }
}

/* An attachment says the kind of what it is kept with. */
static void
check_attachment (TendImportCheck   *self,
                  const TendReading *reading)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  const char *wanted = tend_record_get_text (reading->record, "subject_kind");
  Pending reference = { kind, reading->index, NULL, tend_kind_field (kind, "subject"), NULL, NULL };
  g_autoptr(GError) error = NULL;

  reference.id = (char *) tend_record_get_text (reading->record, "subject");
  reference.wanted = wanted != NULL ? tend_kind_by_name (wanted) : NULL;

  if (reference.wanted != NULL && reference.id != NULL)
    refer (self, &reference);
  else if (wanted != NULL)
    add_fault (self, kind, reading->index, NULL, "subject_kind",
               _("Tend has no kind of record of this name."));

  if (reading->sound && !tend_attachment_check (reading->record, self->attachments, &error))
    add_fault (self, kind, reading->index, NULL, NULL, error->message);
}

static gboolean
check_pending (TendImportCheck  *self,
               Pending          *pending,
               GError          **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) stored = NULL;

  if (g_hash_table_contains (ids_of (self, pending->wanted), pending->id))
    return TRUE;

  stored = tend_record_load (self->vault, pending->wanted, pending->id, &failure);
  if (stored != NULL)
    return TRUE;

  if (!g_error_matches (failure, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  add_fault (self, pending->kind, pending->index, pending->nested, pending->field->name,
             failure->message);
  return TRUE;
}

/* What is given only once */

/* "clients.reference=H1" */
static char *
unique_key (TendRecord      *record,
            const TendField *field)
{
  g_autofree char *value = tend_record_format (record, field);

  return g_strdup_printf ("%s.%s=%s", tend_record_get_kind (record)->table, field->name, value);
}

/* A repeating visit has one visit a day; NULL for any other record. */
static char *
occurrence_id (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  const TendField *pattern = tend_kind_field (kind, "pattern");
  const TendField *date = tend_kind_field (kind, "pattern_date");
  g_autofree char *day = NULL;

  if (pattern == NULL || date == NULL || !tend_record_is_set (record, "pattern") ||
      !tend_record_is_set (record, "pattern_date"))
    return NULL;

  day = tend_record_format (record, date);
  return g_strdup_printf ("%s@%s", tend_record_get_text (record, "pattern"), day);
}

static void
take (TendImportCheck   *self,
      const TendReading *reading,
      const char        *field,
      const char        *key)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  const char *other = g_hash_table_lookup (self->taken, key);
  g_autofree char *message = NULL;

  if (other == NULL)
    {
      g_hash_table_insert (self->taken, g_strdup (key),
                           tend_reader_path (kind, reading->index));
      return;
    }

  message = g_strdup_printf (_("%s has the same."), other);
  add_fault (self, kind, reading->index, NULL, field, message);
}

static void
check_taken (TendImportCheck   *self,
             const TendReading *reading)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  g_autofree char *occurrence = occurrence_id (reading->record);

  if (occurrence != NULL)
    take (self, reading, "pattern_date", occurrence);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & TEND_FIELD_UNIQUE) && tend_record_is_set (reading->record, field->name))
      {
        g_autofree char *key = unique_key (reading->record, field);

        take (self, reading, field->name, key);
      }
}

static gboolean
load_stored (TendImportCheck  *self,
             const TendKind   *kind,
             GError          **error)
{
  g_autoptr(GPtrArray) records = NULL;

  if (!g_hash_table_add (self->asked, (gpointer) kind))
    return TRUE;

  records = tend_record_load_all (self->vault, kind, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    for (const TendField *field = kind->fields; field->name != NULL; field++)
      if ((field->flags & TEND_FIELD_UNIQUE) && tend_record_is_set (records->pdata[i], field->name))
        g_hash_table_insert (self->stored, unique_key (records->pdata[i], field),
                             g_strdup (tend_record_get_id (records->pdata[i])));

  return TRUE;
}

/* For a record that is new to the vault. */
static gboolean
check_stored (TendImportCheck    *self,
              const TendReading  *reading,
              GError            **error)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  g_autofree char *occurrence = occurrence_id (reading->record);
  g_autoptr(TendRecord) visit = NULL;

  if (occurrence != NULL)
    visit = tend_visit_load (self->vault, occurrence, NULL);
  if (visit != NULL && tend_record_is_stored (visit))
    add_fault (self, kind, reading->index, NULL, "pattern_date",
               _("The vault has another visit for this day."));

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & TEND_FIELD_UNIQUE) && tend_record_is_set (reading->record, field->name))
      {
        g_autofree char *key = unique_key (reading->record, field);

        if (!load_stored (self, kind, error))
          return FALSE;
        if (g_hash_table_contains (self->stored, key))
          add_fault (self, kind, reading->index, NULL, field->name,
                     _("A record in the vault has the same."));
      }

  return TRUE;
}

/* An invoice's total is kept beside its lines, and is their sum. */
static void
check_total (TendImportCheck   *self,
             const TendReading *reading)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  const TendField *field = tend_kind_field (kind, "total_pence");
  gint64 sum = 0;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (field == NULL || !tend_record_is_set (reading->record, field->name))
    return;

  for (guint i = 0; reading->nested != NULL && i < reading->nested->len; i++)
    sum += tend_record_get_int (reading->nested->pdata[i], "amount_pence");
  if (sum == tend_record_get_int (reading->record, field->name))
    return;

  shown = tend_money_format (sum);
  message = g_strdup_printf (_("The lines of the invoice add up to %s."), shown);
  add_fault (self, kind, reading->index, NULL, field->name, message);
}

/* Two doses of a line that are due at once are one. */
static void
check_time (TendImportCheck   *self,
            const TendReading *reading,
            guint              nested)
{
  TendRecord *time = reading->nested->pdata[nested];
  g_autoptr(GPtrArray) before = g_ptr_array_new ();
  g_autoptr(TendFaults) faults = tend_faults_new ();

  if (tend_record_get_kind (time) != &tend_medication_time_kind ||
      tend_record_get_int (reading->record, "as_needed"))
    return;

  for (guint i = 0; i < nested; i++)
    g_ptr_array_add (before, reading->nested->pdata[i]);
  tend_medicine_check_time (time, before, faults);
  for (guint i = 0; i < tend_faults_count (faults); i++)
    add_fault (self, tend_record_get_kind (reading->record), reading->index, time,
               tend_faults_get (faults, i)->field, tend_faults_get (faults, i)->message);
}

/* What has been cannot be on a day to come: a plan agreed in 2999 is a slip of the year. */
static void
check_past (TendImportCheck   *self,
            const TendReading *reading)
{
  g_autoptr(TendFaults) faults = tend_faults_new ();

  tend_faults_check_past (faults, reading->record, self->now);
  if (tend_record_get_kind (reading->record) == &tend_visit_kind)
    tend_visit_check_done (reading->record, self->now, faults);
  for (guint i = 0; i < tend_faults_count (faults); i++)
    add_fault (self, tend_record_get_kind (reading->record), reading->index, NULL,
               tend_faults_get (faults, i)->field, tend_faults_get (faults, i)->message);
}

/* The whole */

gboolean
tend_import_check_reading (const TendReading  *reading,
                           gpointer            check,
                           GError            **error)
{
  TendImportCheck *self = check;
  const TendKind *kind = tend_record_get_kind (reading->record);
  guint n_nested = reading->nested != NULL ? reading->nested->len : 0;

  check_id (self, reading->record, kind, reading->index, NULL);
  check_references (self, reading->record, kind, reading->index, NULL);
  check_taken (self, reading);
  check_total (self, reading);
  tend_import_credits_add (self->credits, reading);
  tend_import_days_add (self->days, reading);
  if (self->now != TEND_INSTANT_NONE)
    check_past (self, reading);
  if (tend_kind_field (kind, "subject_kind") != NULL)
    check_attachment (self, reading);

  for (guint i = 0; i < n_nested; i++)
    {
      TendRecord *nested = reading->nested->pdata[i];

      check_id (self, nested, kind, reading->index, nested);
      check_references (self, nested, kind, reading->index, nested);
      check_time (self, reading, i);
    }

  if (!reading->sound)
    return TRUE;

  switch (tend_import_present (self->vault, self->attachments, reading, error))
    {
    case TEND_PRESENT_NOT:
      self->report->n_added += 1 + n_nested;
      tend_import_doses_add (self->doses, reading);
      return check_stored (self, reading, error);

    case TEND_PRESENT_EQUAL:
      self->report->n_present += 1 + n_nested;
      return TRUE;

    case TEND_PRESENT_DIFFERENT:
      add_fault (self, kind, reading->index, NULL, NULL,
                 _("The vault has a record with this id, and it is not the same."));
      return TRUE;

    case TEND_PRESENT_FAILED:
    default:
      return FALSE;
    }
}

gboolean
tend_import_check_end (TendImportCheck  *self,
                       GError          **error)
{
  for (guint i = 0; i < self->pending->len && !tend_import_report_is_full (self->report); i++)
    if (!check_pending (self, &g_array_index (self->pending, Pending, i), error))
      return FALSE;

  tend_import_credits_check (self->credits, self->vault, self->report);
  tend_import_days_check (self->days, self->vault, self->report);
  tend_import_doses_check (self->doses, self->vault, self->report);
  return TRUE;
}
