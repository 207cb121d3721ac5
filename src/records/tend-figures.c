/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-figures-private.h"

#include "tend-figures-data.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <string.h>

#define FOLDER "/org/tendcare/Tend/figures/"

/* A figures file is part of the program: one that cannot be read is a broken build. */
GKeyFile *
tend_figures_load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tend_figures_get_resource (), path, 0, &error);
  GKeyFile *file = g_key_file_new ();

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, 0, &error))
    g_error ("%s: %s", name, error->message);

  return file;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return *(const TendDate *) a - *(const TendDate *) b;
}

GArray *
tend_figures_bank_holidays (TendVault  *vault,
                            GError    **error)
{
  g_autoptr(GArray) dates = g_array_new (FALSE, FALSE, sizeof (TendDate));
  g_autoptr(GKeyFile) file = tend_figures_load ("bank-holidays.ini");
  g_auto(GStrv) keys = g_key_file_get_keys (file, "holidays", NULL, NULL);
  g_autoptr(GPtrArray) own = tend_record_load_all (vault, &tend_bank_holiday_kind, error);

  if (own == NULL)
    return NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      TendDate date = tend_date_parse_iso (keys[i]);

      g_array_append_val (dates, date);
    }

  for (guint i = 0; i < own->len; i++)
    {
      TendDate date = tend_record_get_int (own->pdata[i], "date");

      g_array_append_val (dates, date);
    }

  g_array_sort (dates, compare_dates);
  return g_steal_pointer (&dates);
}

char *
tend_figures_bank_holiday_name (TendVault *vault,
                                TendDate   date)
{
  g_autofree char *iso = tend_date_format_iso (date);
  g_autoptr(TendRecord) own = tend_records_select_one (vault, &tend_bank_holiday_kind, NULL,
                                                       "WHERE date = :date", ":date", iso, NULL);
  g_autoptr(GKeyFile) file = NULL;

  if (own != NULL)
    return g_strdup (tend_record_get_text (own, "name"));

  file = tend_figures_load ("bank-holidays.ini");
  return g_key_file_get_string (file, "holidays", iso, NULL);
}

static int
compare_mileage (gconstpointer a,
                 gconstpointer b)
{
  const TendMileageRate *first = a;
  const TendMileageRate *second = b;
  int order = strcmp (first->kind, second->kind);

  return order != 0 ? order : first->from - second->from;
}

/* Adds a rate, or corrects the one of the same kind and day. */
static void
put_rate (GArray                *rates,
          const TendMileageRate *rate)
{
  for (guint i = 0; i < rates->len; i++)
    {
      TendMileageRate *known = &g_array_index (rates, TendMileageRate, i);

      if (compare_mileage (known, rate) == 0)
        {
          *known = *rate;
          return;
        }
    }

  g_array_append_vals (rates, rate, 1);
}

/* The rates are plain values, whose text lives as long as the program. */
static const char *
intern_source (char *source)
{
  g_autofree char *text = source;

  return g_intern_string (text);
}

GArray *
tend_figures_mileage_rates (TendVault  *vault,
                            GError    **error)
{
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (TendMileageRate));
  g_autoptr(GKeyFile) file = tend_figures_load ("mileage.ini");
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autoptr(GPtrArray) own = tend_record_load_all (vault, &tend_mileage_rate_kind, error);

  if (own == NULL)
    return NULL;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (groups[i], " ", 2);
      TendMileageRate rate = {
        .kind = g_intern_string (words[0]),
        .from = tend_date_parse_iso (words[1]),
        .pence_first = g_key_file_get_int64 (file, groups[i], "first", NULL),
        .pence_after = g_key_file_get_int64 (file, groups[i], "after", NULL),
        .limit_tenths = g_key_file_get_int64 (file, groups[i], "limit", NULL) * 10,
        .source = intern_source (g_key_file_get_string (file, groups[i], "source", NULL)),
        .unconfirmed = g_key_file_get_boolean (file, groups[i], "unconfirmed", NULL),
      };

      put_rate (rates, &rate);
    }

  for (guint i = 0; i < own->len; i++)
    {
      TendMileageRate rate = {
        .kind = g_intern_string (tend_record_get_text (own->pdata[i], "kind")),
        .from = tend_record_get_int (own->pdata[i], "from"),
        .pence_first = tend_record_get_int (own->pdata[i], "pence_first"),
        .pence_after = tend_record_get_int (own->pdata[i], "pence_after"),
        .limit_tenths = tend_record_get_int (own->pdata[i], "limit_tenths"),
        .source = intern_source (g_strdup (tend_record_get_text (own->pdata[i], "source"))),
      };

      put_rate (rates, &rate);
    }

  g_array_sort (rates, compare_mileage);
  return g_steal_pointer (&rates);
}

static int
choice_index (TendRecord *record,
              const char *name)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (record), name);
  const char *value = tend_record_get_text (record, name);
  int i = 0;

  while (g_strcmp0 (field->choices[i].value, value) != 0)
    i++;

  return i;
}

static void
rate_clear (gpointer data)
{
  TendRate *rate = data;

  g_free ((char *) rate->id);
  g_free ((char *) rate->client);
  g_free ((char *) rate->service);
}

/* The choices of a rate record are in the order of TendApplies and TendUnit. */
GArray *
tend_figures_rates (TendVault  *vault,
                    GError    **error)
{
  g_autoptr(GPtrArray) records = tend_record_load_all (vault, &tend_rate_kind, error);
  GArray *rates;

  if (records == NULL)
    return NULL;

  rates = g_array_sized_new (FALSE, TRUE, sizeof (TendRate), records->len);
  g_array_set_clear_func (rates, rate_clear);

  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      gint64 day = tend_record_get_int (record, "fixed_date");
      TendRate rate = {
        .id = g_strdup (tend_record_get_id (record)),
        .client = g_strdup (tend_record_get_text (record, "client")),
        .service = g_strdup (tend_record_get_text (record, "service")),
        .applies = choice_index (record, "applies"),
        .fixed_month = day / 100,
        .fixed_day = day % 100,
        .starts_at = tend_record_get_int (record, "starts_at"),
        .ends_at = tend_record_get_int (record, "ends_at"),
        .unit = choice_index (record, "unit"),
        .amount_pence = tend_record_get_int (record, "amount_pence"),
        .valid_from = tend_record_get_int (record, "valid_from"),
        .valid_to = tend_record_get_int (record, "valid_to"),
      };

      g_array_append_val (rates, rate);
    }

  return rates;
}
