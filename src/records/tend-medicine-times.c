/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The times of day of a line.  A dose is known by its medicine and the time it is due at, so no
 * two of a line are due at once.
 */

#include "tend-medicines.h"

#include "tend-kinds.h"
#include "tend-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* None is named where it is all of them. */
static guint
days_of (TendRecord *time)
{
  guint days = tend_weekdays_parse (tend_record_get_text (time, "weekdays"));

  return days != 0 ? days : ~0u;
}

static gboolean
is_at_once (TendRecord *time,
            TendRecord *other)
{
  return tend_record_get_kind (other) == &tend_medication_time_kind &&
         strcmp (tend_record_get_id (time), tend_record_get_id (other)) != 0 &&
         tend_record_is_set (other, "at") &&
         tend_record_get_int (time, "at") == tend_record_get_int (other, "at") &&
         (days_of (time) & days_of (other)) != 0;
}

/* "Tea, Family, Saturday and Sunday": what tells one time of the same clock from another. */
static char *
describe (TendRecord *time)
{
  static const char *const fields[] = { "round", "by", "weekdays" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const TendField *field = tend_kind_field (&tend_medication_time_kind, fields[i]);
      guint days = tend_weekdays_parse (tend_record_get_text (time, "weekdays"));
      g_autofree char *names = days != 0 ? tend_weekdays_format (days) : NULL;
      const char *words = field->type == TEND_FIELD_LIST ? names :
                          tend_record_is_set (time, fields[i])
                          ? tend_field_choice_label (field, tend_record_get_text (time, fields[i]))
                          : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
tend_medicine_check_time (TendRecord *time,
                          GPtrArray  *lines,
                          TendFaults *faults)
{
  for (guint i = 0; tend_record_is_set (time, "at") && i < lines->len; i++)
    if (is_at_once (time, lines->pdata[i]))
      {
        g_autofree char *clock = tend_clock_format (tend_record_get_int (time, "at"));
        g_autofree char *other = describe (lines->pdata[i]);
        /* Translators: a time of day, and who helps then: "08:00", "Breakfast, Family" */
        g_autofree char *text =
          g_strdup_printf (_("%s is there already (%s). Choose another time, or other days of the "
                             "week; where two people help with one dose, it is one time."),
                           clock, other);

        tend_faults_add (faults, "at", text);
        return;
      }
}
