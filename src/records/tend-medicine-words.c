/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the chart read back in plain sentences. */

#include "tend-medicines.h"

#include "tend-kinds.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "1 to 2 tablets"; the unit may be missing. */
static char *
amount_text (gint64      least,
             gint64      most,
             const char *unit)
{
  g_autofree char *first = tend_quantity_format (least);
  g_autofree char *last = tend_quantity_format (most);
  g_autofree char *number = least == most ? g_strdup (first)
                                          /* Translators: of a dose, "1 to 2" tablets */
                                          : g_strdup_printf (_("%s to %s"), first, last);

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", number, unit)
                                       : g_steal_pointer (&number);
}

char *
tend_medicine_dose_text (TendMedicine *self)
{
  const char *text = tend_record_get_text (self->record, "dose");
  g_auto(TendDoseText) dose = { 0 };

  if (self->doses->len > 0)
    return g_strdup (_("A dose that is set day by day"));
  if (tend_dose_text_read (text, &dose))
    return amount_text (dose.least, dose.most, dose.unit);

  return g_strdup (text != NULL ? text : _("A dose that is not written yet"));
}

static char *
time_text (TendMedicine *self,
           guint         index)
{
  TendRecord *time = self->times->pdata[index];
  const TendField *by = tend_kind_field (&tend_medication_time_kind, "by");
  const char *giver = tend_record_get_text (time, "by");
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *clock = tend_clock_format (tend_record_get_int (time, "at"));
  g_autofree char *days = tend_medicine_weekdays (self, index);

  g_string_append (text, clock);
  if (days != NULL)
    g_string_append_printf (text, " %s", days);
  if (tend_record_is_set (time, "quantity"))
    {
      g_autofree char *quantity = tend_quantity_format (tend_record_get_int (time, "quantity"));

      g_string_append_printf (text, " × %s", quantity);
    }
  if (strcmp (giver, "me") != 0)
    g_string_append_printf (text, " (%s)", tend_field_choice_label (by, giver));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
times_text (TendMedicine *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->times->len; i++)
    {
      g_autofree char *one = time_text (self, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one);
    }

  return g_string_free (text, FALSE);
}

static void
append_limits (GString      *text,
               TendMedicine *self)
{
  gint64 most = tend_record_get_int (self->record, "max_in_24h");
  gint64 gap = tend_record_get_int (self->record, "min_interval_minutes");

  if (most > 0)
    {
      g_autofree char *quantity = tend_quantity_format (most);

      /* Translators: after a dose, ", at most 8 in 24 hours" */
      g_string_append_printf (text, _(", at most %s in 24 hours"), quantity);
    }
  if (gap > 0 && gap % 60 == 0)
    /* Translators: after a dose, ", 4 hours apart" */
    g_string_append_printf (text, ngettext (", %d hour apart", ", %d hours apart", gap / 60),
                            (int) (gap / 60));
  else if (gap > 0)
    {
      g_autofree char *minutes = tend_minutes_format (gap);

      g_string_append_printf (text, _(", %s apart"), minutes);
    }
}

static void
append_as_needed (GString      *text,
                  TendMedicine *self,
                  const char   *dose)
{
  /* Translators: "1 to 2 tablets when needed" */
  g_string_append_printf (text, _("%s when needed"), dose);
  append_limits (text, self);
  g_string_append (text, ". ");
  if (!tend_record_is_set (self->record, "max_in_24h") ||
      !tend_record_is_set (self->record, "min_interval_minutes"))
    g_string_append (text, _("Where the label gives a most in 24 hours and a least time between "
                             "two doses, write them: Tend holds back by what is written. "));
}

static void
append_regular (GString      *text,
                TendMedicine *self,
                const char   *dose)
{
  g_autofree char *when = NULL;
  g_autofree char *times = times_text (self);

  if (self->times->len == 0)
    {
      g_string_append_printf (text, "%s. %s ", dose,
                              _("No time is set yet, so nothing falls due."));
      return;
    }

  when = tend_medicine_when (self);
  if (tend_dose_pattern_hours (self->schedule.pattern) > 0)
    /* Translators: "1 patch. Every 72 hours, the first at 09:00. " */
    g_string_append_printf (text, _("%s. %s, the first at %s. "), dose, when, times);
  else
    /* Translators: "1 tablet. Twice a day: 08:00, 20:00 (Family). " */
    g_string_append_printf (text, _("%s. %s: %s. "), dose, when, times);
}

static void
append_days (GString      *text,
             TendMedicine *self)
{
  g_autofree char *first = tend_date_format (self->schedule.starts_on, TEND_DATE_SHORT);
  g_autofree char *last = tend_date_format (self->schedule.ends_on, TEND_DATE_SHORT);

  if (self->schedule.ends_on != TEND_DATE_NONE)
    /* Translators: of a medicine, two dates */
    g_string_append_printf (text, _("From %s, the last day is %s."), first, last);
  else
    g_string_append_printf (text, _("From %s, until it is ended."), first);
}

char *
tend_medicine_understood (TendMedicine *self)
{
  g_autofree char *dose = tend_medicine_dose_text (self);
  GString *text = g_string_new (NULL);

  if (self->schedule.starts_on == TEND_DATE_NONE)
    return g_string_free (g_string_append (text, _("Write the first day.")), FALSE);

  if (tend_record_get_int (self->record, "as_needed"))
    append_as_needed (text, self, dose);
  else
    append_regular (text, self, dose);
  append_days (text, self);

  return g_string_free (text, FALSE);
}
