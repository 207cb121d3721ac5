/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-file.h"

#include "tend-kinds.h"
#include "tend-medicine-permission.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

void
tend_medicine_file_free (TendMedicineFile *self)
{
  g_clear_pointer (&self->medicine, tend_medicine_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

TendMedicineFile *
tend_medicine_file_load (TendVault   *vault,
                         const char  *id,
                         TendDate     today,
                         GError     **error)
{
  g_autoptr(TendMedicineFile) self = g_new0 (TendMedicineFile, 1);
  g_autoptr(TendRecord) record = tend_record_load (vault, &tend_medication_kind, id, error);

  if (record != NULL)
    self->medicine = tend_medicine_load (vault, record, error);
  if (self->medicine == NULL)
    return NULL;

  self->today = today;
  self->has_entries = tend_medicine_has_entries (vault, id);
  self->is_mine = tend_medicine_is_mine (record, self->medicine->times);
  self->missing = self->is_mine && !tend_medicine_file_is_over (self)
                    ? tend_medicine_missing (vault, record, today, error)
                    : g_ptr_array_new ();
  if (self->missing == NULL ||
      !tend_stock_load (vault, self->medicine, today, &self->stock, error) ||
      !tend_stock_sum (vault, self->medicine, self->medicine->schedule.starts_on, today,
                       &self->sum, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
tend_medicine_file_is_over (TendMedicineFile *self)
{
  TendDate last = self->medicine->schedule.ends_on;

  return last != TEND_DATE_NONE && last < self->today;
}

/* Words */

static void
add_word (GString    *text,
          const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
}

/* "Me, Family": each once, in the order of the choices. */
static char *
who_helps (TendMedicineFile *self)
{
  const TendField *by = tend_kind_field (&tend_medication_time_kind, "by");
  GPtrArray *times = self->medicine->times;
  TendRecord *record = self->medicine->record;
  GString *text = g_string_new (NULL);

  if (tend_record_get_int (record, "as_needed"))
    {
      const char *giver = tend_record_get_text (record, "by");

      g_string_append (text, tend_field_choice_label (by, giver != NULL ? giver : "me"));
      return g_string_free (text, FALSE);
    }

  for (const TendChoice *choice = by->choices; choice->value != NULL; choice++)
    for (guint i = 0; i < times->len; i++)
      if (g_strcmp0 (tend_record_get_text (times->pdata[i], "by"), choice->value) == 0)
        {
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _(choice->label));
          break;
        }

  return g_string_free (text, FALSE);
}

static void
add_day (GString    *text,
         TendRecord *record,
         const char *field,
         const char *format)
{
  g_autofree char *day = tend_date_format (tend_record_get_int (record, field), TEND_DATE_SHORT);
  g_autofree char *words = g_strdup_printf (format, day);

  if (tend_record_is_set (record, field))
    add_word (text, words);
}

char *
tend_medicine_file_words (TendMedicineFile *self)
{
  TendRecord *record = self->medicine->record;
  const TendField *support = tend_kind_field (&tend_medication_kind, "support");
  g_autofree char *dose = tend_medicine_dose_text (self->medicine);
  g_autofree char *when = tend_medicine_when (self->medicine);
  g_autofree char *who = who_helps (self);
  g_autofree char *stock = tend_medicine_file_stock (self);
  GString *text = g_string_new (NULL);

  add_word (text, dose);
  add_word (text, when);
  add_word (text, who);
  if (self->is_mine)
    add_word (text, tend_field_choice_label (support, tend_record_get_text (record, "support")));
  if (self->medicine->schedule.starts_on > self->today)
    add_day (text, record, "starts_on", _("From %s"));
  add_day (text, record, "ends_on", _("Last day %s"));
  if (!tend_medicine_file_is_over (self))
    {
      add_day (text, record, "review_on", _("Review on %s"));
      add_word (text, stock);
      if (!tend_record_is_set (record, "checked_by"))
        add_word (text, _("Single-checked"));
    }

  return g_string_free (text, FALSE);
}

char *
tend_medicine_file_stock (TendMedicineFile *self)
{
  g_autofree char *left = tend_quantity_format (self->stock.left);

  if (!self->stock.known)
    return NULL;
  if (self->stock.days_left >= 0)
    return g_strdup_printf (ngettext ("enough for %d day", "enough for %d days",
                                      self->stock.days_left), self->stock.days_left);

  /* Translators: of the stock of a medicine: a number */
  return g_strdup_printf (_("%s left"), left);
}

char *
tend_medicine_file_state (TendMedicineFile  *self,
                          const char       **css_class)
{
  TendRecord *record = self->medicine->record;
  gint64 low = tend_record_get_int (record, "low_stock_days");

  *css_class = "warning";
  if (tend_medicine_file_is_over (self))
    return NULL;

  for (guint i = 0; i < self->missing->len; i++)
    if (((const TendMissingPaper *) self->missing->pdata[i])->stops)
      return g_strdup (_("Papers missing"));
  if (tend_record_is_set (record, "review_on") &&
      tend_record_get_int (record, "review_on") <= self->today)
    return g_strdup (_("Review now"));
  if (self->stock.known && self->stock.days_left >= 0 && self->stock.days_left < low)
    return g_strdup (_("Running low"));

  return NULL;
}
