/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-everything.h"

#include "tend-clients.h"
#include "tend-compose-care-private.h"
#include "tend-compose-everything-private.h"
#include "tend-care-plan.h"
#include "tend-kinds.h"
#include "tend-medicines.h"
#include "tend-money.h"
#include "tend-recurrence.h"
#include "tend-scheme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_line (TendEverythingWriter *self,
          TendEverythingLevel   level,
          const char           *label,
          const char           *text)
{
  TendEverythingLine line = { level, tend_compose_keep (self->texts, label),
                              tend_compose_keep (self->texts, text), NULL, NULL };

  g_array_append_val (self->lines, line);
}

/* "Every day": a rule is not written for people. */
static char *
rule_text (TendRecord *record,
           const char *rule)
{
  return tend_recurrence_describe (rule, tend_record_get_int (record, "starts_on"));
}

/* What a record is called where another refers to it: its first words. */
static char *
name_of (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  if (strcmp (kind->name, "client") == 0)
    return tend_client_name (record);

  /* Two strengths of one name are two medicines. */
  if (kind == &tend_medication_kind)
    return tend_medicine_title (record);

  if (kind == &tend_pattern_kind)
    return rule_text (record, tend_record_get_text (record, "rrule"));

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (field->type == TEND_FIELD_TEXT && tend_record_is_set (record, field->name))
      return g_strdup (tend_record_get_text (record, field->name));
    else if ((field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_INSTANT) &&
             tend_record_is_set (record, field->name))
      return tend_date_format (field->type == TEND_FIELD_DATE
                               ? tend_record_get_int (record, field->name)
                               : tend_time_date (tend_record_get_int (record, field->name)),
                               TEND_DATE_LONG);

  return NULL;
}

/* Of a scheme, which is none of the field's choices, what it calls itself. */
static const char *
word_text (TendEverythingWriter *self,
           const TendField      *field,
           const char           *word)
{
  const TendScheme *scheme =
    strcmp (field->name, "schemes") == 0 ? tend_schemes_find (self->schemes, word) : NULL;

  return scheme != NULL ? tend_scheme_get_name (scheme) : tend_field_choice_label (field, word);
}

static char *
list_text (TendEverythingWriter *self,
           TendRecord           *record,
           const TendField      *field)
{
  g_auto(GStrv) words = g_strsplit (tend_record_get_text (record, field->name), "\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *label = g_strdup (word_text (self, field, words[i]));

      g_free (words[i]);
      words[i] = label;
    }

  return g_strjoinv (", ", words);
}

static char *
instant_text (TendInstant instant)
{
  g_autofree char *day = tend_date_format (tend_time_date (instant), TEND_DATE_LONG);
  g_autofree char *clock = tend_clock_format (tend_time_clock (instant));

  return g_strdup_printf ("%s, %s", day, clock);
}

static char *
miles_text (gint64 tenths)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d", tenths / 10, (int) (ABS (tenths) % 10));
}

char *
tend_everything_value (TendEverythingWriter *self,
                       TendRecord           *record,
                       const TendField      *field)
{
  gint64 number = field->type > TEND_FIELD_REFERENCE ? tend_record_get_int (record, field->name)
                                                     : 0;
  g_autofree char *key = NULL;

  switch (field->type)
    {
    case TEND_FIELD_REFERENCE:
      key = g_strdup_printf ("%s/%s", field->refers_to, tend_record_get_text (record, field->name));
      return g_strdup (g_hash_table_lookup (self->names, key));
    case TEND_FIELD_CHOICE:
      return g_strdup (tend_field_choice_label (field, tend_record_get_text (record, field->name)));
    case TEND_FIELD_LIST:
      return list_text (self, record, field);
    case TEND_FIELD_DATE:
      return tend_date_format (number, TEND_DATE_LONG);
    case TEND_FIELD_CLOCK:
      return tend_clock_format (number);
    case TEND_FIELD_INSTANT:
      return instant_text (number);
    case TEND_FIELD_PENCE:
      return tend_money_format (number);
    case TEND_FIELD_TENTHS:
      return miles_text (number);
    case TEND_FIELD_MINUTES:
      return tend_minutes_format (number);
    case TEND_FIELD_BOOLEAN:
      return g_strdup (number ? _("Yes") : _("No"));
    case TEND_FIELD_TEXT:
      if (g_str_has_prefix (tend_record_get_text (record, field->name), "FREQ="))
        return rule_text (record, tend_record_get_text (record, field->name));
      return tend_record_format (record, field);
    case TEND_FIELD_NOTE:
    case TEND_FIELD_DAY:
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_QUANTITY:
    default:
      return tend_record_format (record, field);
    }
}

gboolean
tend_everything_has (TendRecord      *record,
                     const TendField *field)
{
  return !(field->flags & TEND_FIELD_INTERNAL) && tend_record_is_set (record, field->name) &&
         strcmp (field->name, "client") != 0 && !g_str_has_prefix (field->name, "subject");
}

static void
write_fields (TendEverythingWriter *self,
              TendRecord           *record)
{
  const TendKind *kind = tend_record_get_kind (record);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *text = NULL;

      /* What is done at a visit is said once, by the plan. */
      if (!tend_everything_has (record, field) ||
          (self->has_plan && kind == &tend_pattern_kind && strcmp (field->name, "tasks") == 0))
        continue;
      text = tend_everything_value (self, record, field);
      if (text != NULL && *text != '\0')
        add_line (self, TEND_EVERYTHING_FIELD, _(field->label), text);
    }
}

static gboolean
write_record (TendEverythingWriter  *self,
              TendRecord            *record,
              GError               **error)
{
  const TendKind *nested;

  add_line (self, TEND_EVERYTHING_ENTRY, NULL, NULL);
  write_fields (self, record);

  for (guint i = 0; (nested = tend_kind_nested (tend_record_get_kind (record), i)) != NULL; i++)
    {
      g_autoptr(GPtrArray) lines = tend_selection_nested (self->selection, record, nested, error);

      if (lines == NULL)
        return FALSE;
      if (lines->len > 0 && tend_everything_is_many (nested))
        {
          if (!tend_everything_rows (self, nested, lines, error))
            return FALSE;
          continue;
        }
      for (guint j = 0; j < lines->len; j++)
        {
          add_line (self, TEND_EVERYTHING_WITHIN, _(nested->label), NULL);
          write_fields (self, lines->pdata[j]);
        }
    }

  return TRUE;
}

/* What can be referred to comes before what refers to it. */
static gboolean
write_records (TendEverythingWriter  *self,
               GError               **error)
{
  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      g_autoptr(GPtrArray) records = NULL;

      if ((*kind)->parent != NULL)
        continue;
      records = tend_selection_records (self->selection, *kind, error);
      if (records == NULL)
        return FALSE;

      for (guint i = 0; i < records->len; i++)
        g_hash_table_insert (self->names,
                             g_strdup_printf ("%s/%s", (*kind)->name,
                                              tend_record_get_id (records->pdata[i])),
                             name_of (records->pdata[i]));

      /* Services and vehicles are only there to be referred to. */
      if (records->len == 0 || !tend_selection_is_about (*kind))
        continue;
      add_line (self, TEND_EVERYTHING_PART, _((*kind)->label), NULL);
      if (tend_everything_is_many (*kind))
        {
          if (!tend_everything_rows (self, *kind, records, error))
            return FALSE;
          continue;
        }
      for (guint i = 0; i < records->len; i++)
        if (!write_record (self, records->pdata[i], error))
          return FALSE;
    }

  return TRUE;
}

char *
tend_compose_left_out_text (TendSelectGroup groups)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new ();

  if (groups & TEND_SELECT_OTHERS)
    g_ptr_array_add (sentences, _("What other people said, and how to reach them, unless they "
                                  "agreed."));
  if (groups & TEND_SELECT_SAFEGUARDING)
    g_ptr_array_add (sentences, _("What could put somebody at risk if it were given."));
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* Whether there was any or not: that something is left out would tell of it. */
static const char *
left_out_text (TendEverythingWriter *self,
               TendSelectGroup       groups)
{
  g_autofree char *asked = tend_compose_left_out_text (~groups);
  g_autofree char *text =
    g_strdup_printf ("%s%s%s", asked, *asked != '\0' ? " " : "",
                     _("Codes and keys. Ask me if you think that something is missing."));

  return tend_compose_keep (self->texts, text);
}

static TendDocument *
make_document (TendEverythingWriter  *self,
               const char            *client,
               TendSelectGroup        groups,
               TendDate               on,
               GError               **error)
{
  /* Two years in large print would fill a suitcase. */
  const TendCareRequest request = {
    .paper = TEND_CARE_PRIVACY_NOTICE, .client = client, .on = on, .print = TEND_PRINT_USUAL,
  };
  g_autoptr(TendCareValues) values = tend_compose_care_load (self->vault, &request, error);
  g_autofree char *privacy = NULL;
  TendEverythingSheet sheet;

  if (values == NULL ||
      (privacy = tend_privacy_sheet_fill (&values->privacy, values->privacy_wording,
                                          error)) == NULL)
    return NULL;

  sheet = (TendEverythingSheet) {
    .head = values->head,
    .made_on = on,
    .left_out = left_out_text (self, groups),
    .privacy = privacy,
    .lines = (const TendEverythingLine *) self->lines->data,
    .n_lines = self->lines->len,
  };

  return tend_document_new_everything (&sheet);
}

/* Where a care plan is in force, its tasks are those of the visits. */
static gboolean
read_plan (TendEverythingWriter  *self,
           const char            *client,
           TendDate               on,
           GError               **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) plan = tend_care_plan_on (self->vault, client, on, &failure);

  self->has_plan = plan != NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

TendDocument *
tend_compose_everything (TendVault        *vault,
                         const char       *client,
                         TendSelectGroup   groups,
                         TendDate          on,
                         TendSelectGroup  *left_out,
                         GError          **error)
{
  g_autoptr(TendSelection) selection = tend_selection_new (vault, client, groups, error);
  TendEverythingWriter self = { .vault = vault, .selection = selection };
  TendDocument *document;

  g_return_val_if_fail (client != NULL, NULL);

  if (selection == NULL)
    return NULL;

  self.schemes = tend_schemes_load (vault, error);
  if (self.schemes == NULL || !read_plan (&self, client, on, error))
    {
      g_clear_pointer (&self.schemes, g_ptr_array_unref);
      return NULL;
    }
  self.texts = g_string_chunk_new (4096);
  self.arrays = g_ptr_array_new_with_free_func (g_free);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.lines = g_array_new (FALSE, FALSE, sizeof (TendEverythingLine));
  document = write_records (&self, error) ? make_document (&self, client, groups, on, error) : NULL;
  if (left_out != NULL)
    *left_out = tend_selection_get_left_out (selection);
  g_string_chunk_free (self.texts);
  g_ptr_array_unref (self.arrays);
  g_hash_table_unref (self.names);
  g_array_unref (self.lines);
  g_ptr_array_unref (self.schemes);

  return document;
}
