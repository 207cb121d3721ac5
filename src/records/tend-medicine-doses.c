/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much is due, and what is written of a dose that changes from day to day. */

#include "tend-medicines-private.h"

#include "tend-kinds.h"
#include "tend-quantity.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

TendRecord *
tend_medicine_entry_from (TendVault  *vault,
                          const char *medication,
                          TendDate    date)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, tend_time_resolve (date, 0));

  return tend_records_select_one (vault, &tend_mar_entry_kind, NULL,
                                  "WHERE medication = :medication AND due_at >= :from"
                                  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later"
                                  "                 WHERE later.supersedes = mar_entries.id)"
                                  " ORDER BY due_at LIMIT 1",
                                  ":medication", medication, ":from", from, NULL);
}

char *
tend_medicine_writer (TendVault *vault)
{
  g_autoptr(GPtrArray) providers = tend_record_load_all (vault, &tend_provider_kind, NULL);
  const char *name = providers != NULL && providers->len > 0
                       ? tend_record_get_text (providers->pdata[0], "own_name") : NULL;

  return g_strdup (name != NULL ? name : "");
}

TendRecord *
tend_medicine_dose_on (TendMedicine *self,
                       TendDate      date)
{
  TendRecord *found = NULL;

  for (guint i = 0; i < self->doses->len; i++)
    if (tend_record_get_int (self->doses->pdata[i], "from") <= date)
      found = self->doses->pdata[i];

  return found;
}

gboolean
tend_medicine_knows_dose (TendMedicine *self,
                          TendDate      date)
{
  TendRecord *dose = tend_medicine_dose_on (self, date);

  return dose == NULL || !tend_record_is_set (dose, "next_test_on") ||
         tend_record_get_int (dose, "next_test_on") >= date;
}

gint64
tend_medicine_dose (TendMedicine *self,
                    TendDate      date,
                    guint         time)
{
  TendRecord *by_day = tend_medicine_dose_on (self, date);
  g_auto(TendDoseText) dose = { 0 };
  gint64 quantity = by_day != NULL ? tend_record_get_int (by_day, "quantity") : 0;

  if (quantity == 0 && time < self->times->len)
    quantity = tend_record_get_int (self->times->pdata[time], "quantity");
  if (quantity == 0)
    {
      tend_dose_text_read (tend_record_get_text (self->record, "dose"), &dose);
      quantity = dose.least;
    }

  return quantity;
}

static void
append_day (GString    *text,
            TendRecord *dose,
            const char *field,
            const char *format)
{
  g_autofree char *day = NULL;

  if (!tend_record_is_set (dose, field))
    return;

  day = tend_date_format (tend_record_get_int (dose, field), TEND_DATE_SHORT);
  g_string_append_printf (text, format, day);
}

char *
tend_medicine_dose_words (TendRecord *dose)
{
  const char *source = tend_record_get_text (dose, "source");
  const char *detail = tend_record_get_text (dose, "source_detail");
  const char *by = tend_record_get_text (dose, "written_by");
  const char *checked_by = tend_record_get_text (dose, "checked_by");
  GString *text = g_string_new (NULL);

  if (source != NULL)
    g_string_append (text, tend_field_choice_label (tend_kind_field (&tend_medication_dose_kind,
                                                                     "source"), source));
  else
    g_string_append (text, _("On whose word is not written"));
  if (detail != NULL)
    g_string_append_printf (text, ": %s", detail);
  g_string_append (text, ". ");
  if (by != NULL)
    g_string_append_printf (text, _("Written by %s"), by);
  else
    g_string_append (text, _("By whom is not written"));
  append_day (text, dose, "written_on", _(" on %s"));
  g_string_append (text, ". ");
  if (checked_by != NULL)
    g_string_append_printf (text, _("Checked by %s"), checked_by);
  else
    g_string_append (text, _("Checked by nobody else yet (single-checked)"));
  append_day (text, dose, "checked_on", _(" on %s"));
  g_string_append (text, ".");
  append_day (text, dose, "next_test_on", _(" Next test on %s."));

  return g_string_free (text, FALSE);
}

void
tend_medicine_sign_doses (TendVault *vault,
                          GPtrArray *lines,
                          TendDate   today)
{
  g_autofree char *writer = tend_medicine_writer (vault);

  for (guint i = 0; i < lines->len; i++)
    {
      TendRecord *dose = lines->pdata[i];

      if (tend_record_get_kind (dose) != &tend_medication_dose_kind)
        continue;
      if (!tend_record_is_set (dose, "written_by"))
        tend_record_set_text (dose, "written_by", writer);
      if (!tend_record_is_set (dose, "written_on"))
        tend_record_set_int (dose, "written_on", today);
    }
}

gboolean
tend_medicine_add_dose (TendVault     *vault,
                        TendMedicine  *self,
                        TendRecord    *dose,
                        TendDate       today,
                        GError       **error)
{
  const char *id = tend_record_get_id (self->record);
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();
  g_autoptr(TendRecord) entry = NULL;

  g_return_val_if_fail (tend_record_get_kind (dose) == &tend_medication_dose_kind, FALSE);
  g_return_val_if_fail (!tend_record_is_stored (dose), FALSE);

  entry = tend_medicine_entry_from (vault, id, tend_record_get_int (dose, "from"));
  if (entry != NULL)
    {
      g_autofree char *day =
        tend_date_format (tend_time_date (tend_record_get_int (entry, "due_at")), TEND_DATE_LONG);

      g_set_error (error, TEND_ERROR, TEND_ERROR_STOPPED,
                   _("A dose is written down for %s already: begin the new one after it. What "
                     "was taken before stays as it is written."), day);
      return FALSE;
    }

  tend_record_set_text (dose, "medication", id);
  tend_record_set_int (dose, "position", self->times->len + self->doses->len);
  g_ptr_array_add (lines, dose);
  tend_medicine_sign_doses (vault, lines, today);

  return tend_record_save (vault, dose, NULL, error);
}
