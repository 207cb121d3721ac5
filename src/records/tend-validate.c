/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a record: first by its field table, then by its kind. */

#include "tend-record-private.h"

#include "tend-money.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer than any note a person writes; shorter than what would choke a page. */
#define LONGEST_LINE 2000
#define LONGEST_NOTE 200000

/* Longer ago than anybody who is cared for was born; and the last day that can be
 * written with four digits for its year, which other programs use for "never".
 */
#define FIRST_DATE tend_date_new (1850, 1, 1)
#define LAST_DATE tend_date_new (9999, 12, 31)

struct _TendFaults
{
  GPtrArray *faults;
};

static void
fault_free (gpointer data)
{
  TendRecordFault *fault = data;

  g_free (fault->message);
  g_free (fault);
}

TendFaults *
tend_faults_new (void)
{
  TendFaults *self = g_new (TendFaults, 1);

  self->faults = g_ptr_array_new_with_free_func (fault_free);
  return self;
}

void
tend_faults_free (TendFaults *self)
{
  g_ptr_array_unref (self->faults);
  g_free (self);
}

void
tend_faults_add (TendFaults *self,
                 const char *field,
                 const char *message)
{
  TendRecordFault *fault = g_new (TendRecordFault, 1);

  fault->field = field;
  fault->message = g_strdup (message);
  g_ptr_array_add (self->faults, fault);
}

void
tend_faults_check_order (TendFaults *self,
                         TendRecord *record,
                         const char *from,
                         const char *to,
                         const char *message)
{
  gint64 first = tend_record_get_int (record, from);
  gint64 last = tend_record_get_int (record, to);

  if (first != TEND_DATE_NONE && last != TEND_DATE_NONE && last < first)
    tend_faults_add (self, to, message);
}

void
tend_faults_check_past (TendFaults  *self,
                        TendRecord  *record,
                        TendInstant  now)
{
  TendDate today = tend_time_date (now);

  for (const TendField *field = tend_record_get_kind (record)->fields; field->name != NULL; field++)
    {
      gint64 latest = field->type == TEND_FIELD_INSTANT ? now : today;

      if ((field->flags & TEND_FIELD_PAST) && tend_record_is_set (record, field->name) &&
          tend_record_get_int (record, field->name) > latest)
        tend_faults_add (self, field->name, _("That is still to come: check the date."));
    }
}

guint
tend_faults_count (TendFaults *self)
{
  return self->faults->len;
}

const TendRecordFault *
tend_faults_get (TendFaults *self,
                 guint       index)
{
  return g_ptr_array_index (self->faults, index);
}

static gboolean
is_choice (const TendField *field,
           const char      *text)
{
  for (const TendChoice *choice = field->choices; choice->value != NULL; choice++)
    if (strcmp (choice->value, text) == 0)
      return TRUE;

  return FALSE;
}

static char *
choices_text (const TendField *field)
{
  GString *text = g_string_new (NULL);

  for (const TendChoice *choice = field->choices; choice->value != NULL; choice++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", choice->value);

  return g_string_free (text, FALSE);
}

static void
check_choice (const TendField *field,
              const char      *text,
              TendFaults      *faults)
{
  g_autofree char *known = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (is_choice (field, text))
    return;

  known = choices_text (field);
  shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));
  message = g_strdup_printf (_("“%s” is not one of: %s."), shown, known);
  tend_faults_add (faults, field->name, message);
}

static void
check_words (const TendField *field,
             const char      *text,
             TendFaults      *faults)
{
  g_auto(GStrv) words = g_strsplit (text, "\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    check_choice (field, words[i], faults);
}

static void
check_text (const TendField *field,
            const char      *text,
            TendFaults      *faults)
{
  guint longest = field->type == TEND_FIELD_NOTE ? LONGEST_NOTE : LONGEST_LINE;

  if (!g_utf8_validate (text, -1, NULL))
    {
      tend_faults_add (faults, field->name, _("This is not readable text (it is not UTF-8)."));
    }
  else if (g_utf8_strlen (text, -1) > longest)
    {
      g_autofree char *message =
        g_strdup_printf (_("This is longer than %u characters: please shorten it."), longest);

      tend_faults_add (faults, field->name, message);
    }
  else if (field->type == TEND_FIELD_TEXT && strpbrk (text, "\n\r") != NULL)
    {
      tend_faults_add (faults, field->name, _("This has to fit on one line."));
    }
  else if (field->type == TEND_FIELD_CHOICE)
    {
      check_choice (field, text, faults);
    }
  else if (field->type == TEND_FIELD_LIST && field->choices != NULL)
    {
      check_words (field, text, faults);
    }
}

static char *
limit_text (const TendField *field,
            gint64           limit)
{
  if (field->type == TEND_FIELD_PENCE)
    return tend_money_format (limit);
  if (field->type == TEND_FIELD_TENTHS)
    return tend_tenths_format (limit);
  if (field->type == TEND_FIELD_QUANTITY)
    return tend_quantity_format (limit);

  return g_strdup_printf ("%" G_GINT64_FORMAT, limit);
}

static void
check_number (const TendField *field,
              gint64           number,
              TendFaults      *faults)
{
  g_autofree char *limit = NULL;
  g_autofree char *message = NULL;

  if (field->minimum == 0 && field->maximum == 0)
    return;

  if (number < field->minimum)
    {
      limit = limit_text (field, field->minimum);
      message = g_strdup_printf (_("This cannot be less than %s."), limit);
    }
  else if (number > field->maximum)
    {
      limit = limit_text (field, field->maximum);
      message = g_strdup_printf (_("This cannot be more than %s."), limit);
    }

  if (message != NULL)
    tend_faults_add (faults, field->name, message);
}

/* A slip of the year would hide a record, or stretch a list over centuries. */
static void
check_year (const TendField *field,
            gint64           number,
            TendFaults      *faults)
{
  gint64 date = field->type == TEND_FIELD_DATE ? number : tend_time_date (number);

  if (date < FIRST_DATE || date > LAST_DATE)
    tend_faults_add (faults, field->name, _("This is too far away: check the year."));
}

TendFaults *
tend_record_validate (TendRecord *self)
{
  const TendKind *kind = tend_record_get_kind (self);
  TendFaults *faults = tend_faults_new ();

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const TendField *field = &kind->fields[i];
      TendValue *value = tend_record_value (self, i);

      if (!value->set)
        {
          if (field->flags & TEND_FIELD_REQUIRED)
            {
              g_autofree char *message = g_strdup_printf (_("“%s” is needed."), _(field->label));

              tend_faults_add (faults, field->name, message);
            }
        }
      else if (tend_field_is_text (field))
        check_text (field, value->text, faults);
      else if (field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_INSTANT)
        check_year (field, value->number, faults);
      else
        check_number (field, value->number, faults);
    }

  if (kind->check != NULL)
    kind->check (self, faults);

  return faults;
}
