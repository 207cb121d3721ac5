/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One value of a record, to and from its interchange text. */

#include "tend-record-private.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TendValue *
value_of (TendRecord      *self,
          const TendField *field)
{
  return tend_record_value (self, field - tend_record_get_kind (self)->fields);
}

char *
tend_record_format (TendRecord      *self,
                    const TendField *field)
{
  TendValue *value = value_of (self, field);

  if (!value->set)
    return g_strdup ("");

  switch (field->type)
    {
    case TEND_FIELD_TEXT:
    case TEND_FIELD_NOTE:
    case TEND_FIELD_LIST:
    case TEND_FIELD_CHOICE:
    case TEND_FIELD_REFERENCE:
      return g_strdup (value->text);

    case TEND_FIELD_DATE:
      return tend_date_format_iso (value->number);

    case TEND_FIELD_CLOCK:
      return tend_clock_format (value->number);

    case TEND_FIELD_DAY:
      return g_strdup_printf ("%02d-%02d", (int) value->number / 100, (int) value->number % 100);

    case TEND_FIELD_INSTANT:
      return tend_time_format_iso (value->number);

    case TEND_FIELD_BOOLEAN:
      return g_strdup (value->number ? "true" : "false");

    case TEND_FIELD_INTEGER:
    case TEND_FIELD_PENCE:
    case TEND_FIELD_TENTHS:
    case TEND_FIELD_MINUTES:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);

    case TEND_FIELD_QUANTITY:
      return tend_quantity_format (value->number);

    default:
      g_assert_not_reached ();
    }
}

/* "MM-DD" as month * 100 + day; 29 February is a day of the year too. */
static gboolean
parse_day (const char *text,
           gint64     *number)
{
  g_autofree char *iso = g_strdup_printf ("2000-%s", text);
  int year, month, day;
  TendDate date = tend_date_parse_iso (iso);

  if (date == TEND_DATE_NONE)
    return FALSE;

  tend_date_get (date, &year, &month, &day);
  *number = month * 100 + day;
  return TRUE;
}

/* The number behind a text; @wanted is what to say when it is something else. */
static gboolean
parse_number (const TendField  *field,
              const char       *text,
              gint64           *number,
              const char      **wanted,
              GError          **error)
{
  switch (field->type)
    {
    case TEND_FIELD_DATE:
      *number = tend_date_parse_iso (text);
      *wanted = _("a date such as 2026-06-02");
      return *number != TEND_DATE_NONE;

    case TEND_FIELD_CLOCK:
      *number = tend_clock_parse_iso (text);
      *wanted = _("a time of day such as 08:30");
      return *number != TEND_CLOCK_NONE;

    case TEND_FIELD_DAY:
      *wanted = _("a day of the year such as 12-25");
      return parse_day (text, number);

    case TEND_FIELD_INSTANT:
      *wanted = _("a date and time such as 2026-06-02T08:30");
      return tend_time_parse_iso (text, number, error);

    case TEND_FIELD_BOOLEAN:
      *number = strcmp (text, "true") == 0;
      *wanted = _("true or false");
      return *number || strcmp (text, "false") == 0;

    case TEND_FIELD_QUANTITY:
      return tend_quantity_parse (text, number, error);

    default:
      *wanted = _("a whole number");
      return g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, number, NULL);
    }
}

gboolean
tend_record_parse (TendRecord       *self,
                   const TendField  *field,
                   const char       *text,
                   GError          **error)
{
  TendValue *value = value_of (self, field);
  g_autoptr(GError) detail = NULL;
  const char *wanted = NULL;
  gint64 number = 0;

  if (*text == '\0')
    {
      tend_record_clear (self, field->name);
      return TRUE;
    }

  if (tend_field_is_text (field))
    {
      tend_record_set_text (self, field->name, text);
      return TRUE;
    }

  if (!parse_number (field, text, &number, &wanted, &detail))
    {
      g_autofree char *shown = g_utf8_make_valid (text, MIN (strlen (text), 60));

      if (detail != NULL)
        g_propagate_error (error, g_steal_pointer (&detail));
      else
        g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, _("“%s” is not %s."), shown, wanted);
      return FALSE;
    }

  value->number = number;
  value->set = TRUE;
  return TRUE;
}
