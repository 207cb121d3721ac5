/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-figures.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-rows.h"
#include "tend-safeguarding-numbers.h"

#include <glib/gi18n-lib.h>

/* About a year and a half of them. */
#define HOLIDAYS_SHOWN 12

typedef struct
{
  TendDate    date;
  char       *name;
  TendRecord *own;  /* nullable: added by the carer */
} Holiday;

typedef struct
{
  TendMileageRate  rate;
  char            *source;
  TendRecord      *own;
} Mileage;

typedef struct
{
  TendDate   today;
  GPtrArray *holidays; /* Holiday */
  GPtrArray *mileage;  /* Mileage */
} Figures;

static void
holiday_free (gpointer data)
{
  Holiday *holiday = data;

  g_free (holiday->name);
  g_clear_object (&holiday->own);
  g_free (holiday);
}

static void
mileage_free (gpointer data)
{
  Mileage *mileage = data;

  g_free (mileage->source);
  g_clear_object (&mileage->own);
  g_free (mileage);
}

static void
figures_free (gpointer data)
{
  Figures *figures = data;

  g_clear_pointer (&figures->holidays, g_ptr_array_unref);
  g_clear_pointer (&figures->mileage, g_ptr_array_unref);
  g_free (figures);
}

/* The carer's own record for that day, and of that kind of vehicle where one is given. */
static TendRecord *
find_own (GPtrArray  *records,
          const char *date_field,
          TendDate    date,
          const char *kind)
{
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];

      if (tend_record_get_int (record, date_field) == date &&
          (kind == NULL || g_strcmp0 (tend_record_get_text (record, "kind"), kind) == 0))
        return g_object_ref (record);
    }

  return NULL;
}

static gboolean
load_holidays (TendVault  *vault,
               Figures    *figures,
               GError    **error)
{
  g_autoptr(GArray) dates = tend_figures_bank_holidays (vault, error);
  g_autoptr(GPtrArray) own = NULL;

  if (dates == NULL || (own = tend_record_load_all (vault, &tend_bank_holiday_kind, error)) == NULL)
    return FALSE;

  figures->holidays = g_ptr_array_new_with_free_func (holiday_free);

  for (guint i = 0; i < dates->len && figures->holidays->len < HOLIDAYS_SHOWN; i++)
    {
      TendDate date = g_array_index (dates, TendDate, i);
      Holiday *holiday;

      if (date < figures->today)
        continue;

      holiday = g_new0 (Holiday, 1);
      holiday->date = date;
      holiday->name = tend_figures_bank_holiday_name (vault, date);
      holiday->own = find_own (own, "date", date, NULL);
      g_ptr_array_add (figures->holidays, holiday);
    }

  return TRUE;
}

static gboolean
load_mileage (TendVault  *vault,
              Figures    *figures,
              GError    **error)
{
  g_autoptr(GArray) rates = tend_figures_mileage_rates (vault, error);
  g_autoptr(GPtrArray) own = NULL;

  if (rates == NULL || (own = tend_record_load_all (vault, &tend_mileage_rate_kind, error)) == NULL)
    return FALSE;

  figures->mileage = g_ptr_array_new_with_free_func (mileage_free);

  for (guint i = 0; i < rates->len; i++)
    {
      const TendMileageRate *rate = &g_array_index (rates, TendMileageRate, i);
      Mileage *mileage = g_new0 (Mileage, 1);

      mileage->rate = *rate;
      mileage->source = g_strdup (rate->source);
      mileage->own = find_own (own, "from", rate->from, rate->kind);
      g_ptr_array_add (figures->mileage, mileage);
    }

  return TRUE;
}

static gpointer
load_figures (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  Figures *figures = g_new0 (Figures, 1);

  figures->today = GPOINTER_TO_INT (data);

  if (load_holidays (vault, figures, error) && load_mileage (vault, figures, error))
    return figures;

  figures_free (figures);
  return NULL;
}

/* Showing them. */

static const char *const holiday_fields[] = { "date", "name", NULL };
static const char *const mileage_fields[] = {
  "kind", "from", "pence_first", "limit_tenths", "pence_after", "source", NULL
};

static void
edit_cb (TendSettings *self,
         GtkWidget    *row)
{
  TendRecord *record = g_object_get_data (G_OBJECT (row), "record");
  gboolean holiday = tend_record_get_kind (record) == &tend_bank_holiday_kind;

  tend_record_dialog_present (GTK_WIDGET (self), self->session, record,
                              holiday ? _("Bank Holiday") : _("Mileage Allowance"),
                              holiday ? holiday_fields : mileage_fields, NULL, NULL);
}

/* The carer's own can be changed; the others say where they are from. */
static void
make_editable (TendSettings *self,
               GtkWidget    *row,
               TendRecord   *own)
{
  if (own == NULL)
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-edit-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (own), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
action_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
show_holidays (TendSettings *self,
               Figures      *figures)
{
  tend_rows_begin (self->holidays_group);

  for (guint i = 0; i < figures->holidays->len; i++)
    {
      Holiday *holiday = figures->holidays->pdata[i];
      g_autofree char *day = tend_date_format (holiday->date, TEND_DATE_FULL);
      g_autofree char *key = tend_date_format_iso (holiday->date);
      GtkWidget *row = action_row (holiday->name != NULL ? holiday->name : "", day);

      make_editable (self, row, holiday->own);
      tend_rows_add (self->holidays_group, row, key);
    }

  tend_rows_end (self->holidays_group);
}

static const char *
vehicle_label (const char *kind)
{
  return tend_field_choice_label (tend_kind_field (&tend_mileage_rate_kind, "kind"), kind);
}

static char *
describe_rate (const TendMileageRate *rate)
{
  g_autofree char *limit = tend_tenths_format (rate->limit_tenths);

  if (rate->limit_tenths == 0)
    return g_strdup_printf (_("%dp a mile"), (int) rate->pence_first);

  return g_strdup_printf (_("%dp a mile up to %s miles in a tax year, then %dp"),
                          (int) rate->pence_first, limit, (int) rate->pence_after);
}

static void
show_mileage (TendSettings *self,
              Figures      *figures)
{
  tend_rows_begin (self->mileage_group);

  for (guint i = 0; i < figures->mileage->len; i++)
    {
      Mileage *mileage = figures->mileage->pdata[i];
      g_autofree char *from = tend_date_format (mileage->rate.from, TEND_DATE_LONG);
      g_autofree char *title = NULL;
      g_autofree char *figure = describe_rate (&mileage->rate);
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      /* TRANSLATORS: a kind of vehicle and a day: "Car, from 6 April 2011" */
      title = g_strdup_printf (_("%s, from %s"), vehicle_label (mileage->rate.kind), from);
      subtitle = g_strjoin ("\n", figure,
                            mileage->rate.unconfirmed
                            ? _("Please check this before you rely on it.") : mileage->source,
                            NULL);
      row = action_row (title, subtitle);
      make_editable (self, row, mileage->own);
      tend_rows_add (self->mileage_group, row, title);
    }

  tend_rows_end (self->mileage_group);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendSettings) self = data;
  Figures *figures = tend_session_finish (TEND_SESSION (object), result, NULL);

  if (figures == NULL)
    return;

  if (self->holidays_group != NULL)
    {
      show_holidays (self, figures);
      show_mileage (self, figures);
    }

  figures_free (figures);
}

static void
load (TendSettings *self)
{
  TendDate today = tend_session_get_today (self->session);

  tend_session_query (self->session, load_figures, GINT_TO_POINTER (today), NULL, figures_free,
                      self->cancellable, loaded_cb, g_object_ref (self));
}

static void
add_holiday_cb (TendSettings *self)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_bank_holiday_kind);

  tend_record_dialog_present (GTK_WIDGET (self), self->session, record, _("Bank Holiday"),
                              holiday_fields, NULL, NULL);
}

static void
add_mileage_cb (TendSettings *self)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_mileage_rate_kind);

  tend_record_dialog_present (GTK_WIDGET (self), self->session, record, _("Mileage Allowance"),
                              mileage_fields, NULL, NULL);
}

void
_tend_settings_add_figures (TendSettings *self)
{
  GtkWidget *add_holiday = tend_head_button (_("_Add…"), _("Add a bank holiday"));
  GtkWidget *add_mileage = tend_head_button (_("A_dd…"), _("Add a mileage allowance"));

  adw_preferences_group_set_header_suffix (self->holidays_group, add_holiday);
  adw_preferences_group_set_header_suffix (self->mileage_group, add_mileage);
  g_signal_connect_object (add_holiday, "clicked", G_CALLBACK (add_holiday_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (add_mileage, "clicked", G_CALLBACK (add_mileage_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (
    ADW_PREFERENCES_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self->mileage_group),
                                                   ADW_TYPE_PREFERENCES_PAGE)),
    ADW_PREFERENCES_GROUP (tend_safeguarding_numbers_new (self->session, NULL)));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
