/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journey to the visit. */

#include "tend-visit-dialog-private.h"

#include "tend-journeys.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

static char *
describe_trip (TendRecord *trip)
{
  const char *from = tend_record_get_text (trip, "from");
  const char *to = tend_record_get_text (trip, "to");
  gint64 tenths = tend_record_get_int (trip, "miles_tenths");
  g_autofree char *miles = tend_tenths_format (tenths);

  if (tenths <= 0)
    return g_strdup (_("Log the miles you drove for it"));
  if (from == NULL || to == NULL)
    return g_strdup_printf (_("%s miles"), miles);

  /* Translators: a journey: from, to, miles */
  return g_strdup_printf (_("%s to %s, %s miles"), from, to, miles);
}

static void
describe_row (TendVisitDialog *self)
{
  g_autofree char *text = describe_trip (self->sheet->trip);

  adw_expander_row_set_subtitle (self->miles_row, text);
}

typedef struct
{
  char *from;
  char *to;
} Places;

static void
places_free (gpointer data)
{
  Places *places = data;

  g_free (places->from);
  g_free (places->to);
  g_free (places);
}

static gpointer
find_miles (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Places *places = data;
  gint64 *tenths = g_new (gint64, 1);

  *tenths = tend_trips_last_miles (vault, places->from, places->to);
  return tenths;
}

static void
miles_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(TendVisitDialog) self = data;
  g_autofree gint64 *tenths = tend_session_finish (TEND_SESSION (source), result, NULL);

  if (self->sheet == NULL || tenths == NULL || *tenths <= 0 ||
      tend_record_is_set (self->sheet->trip, "miles_tenths"))
    return;

  tend_record_set_int (self->sheet->trip, "miles_tenths", *tenths);
  tend_form_show (self->trip_form, "miles_tenths");
}

/* Two places that have been driven between before fill in the miles. */
static void
trip_changed_cb (TendVisitDialog *self)
{
  TendRecord *trip = self->sheet != NULL ? self->sheet->trip : NULL;
  Places *places;

  if (trip == NULL || self->loading)
    return;

  describe_row (self);
  _tend_visit_dialog_changed (self);
  if (tend_record_is_set (trip, "miles_tenths") || !tend_record_is_set (trip, "from") ||
      !tend_record_is_set (trip, "to"))
    return;

  places = g_new0 (Places, 1);
  places->from = g_strdup (tend_record_get_text (trip, "from"));
  places->to = g_strdup (tend_record_get_text (trip, "to"));
  tend_session_query (self->session, find_miles, places, places_free, g_free, NULL,
                      miles_found_cb, g_object_ref (self));
}

static void
miles_switched_cb (TendVisitDialog *self)
{
  if (self->loading)
    return;

  self->sheet->has_trip = adw_expander_row_get_enable_expansion (self->miles_row);
  _tend_visit_dialog_changed (self);
}

void
_tend_visit_dialog_build_trip (TendVisitDialog *self)
{
  static const char * const fields[] = { "from", "to", "miles_tenths", "kind", "chargeable" };

  self->miles_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->miles_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->miles_row), _("Journey"));
  adw_expander_row_set_icon_name (self->miles_row, "tend-mileage-symbolic");
  adw_expander_row_set_show_enable_switch (self->miles_row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->miles_row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Journey"), -1);

  self->trip_form = tend_form_new (self->session, self->sheet->trip);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    adw_expander_row_add_row (self->miles_row, tend_form_row (self->trip_form, fields[i]));

  adw_preferences_group_add (self->miles_group, GTK_WIDGET (self->miles_row));
  g_signal_connect_object (self->trip_form, "changed", G_CALLBACK (trip_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->miles_row, "notify::enable-expansion",
                           G_CALLBACK (miles_switched_cb), self, G_CONNECT_SWAPPED);
}

void
_tend_visit_dialog_show_trip (TendVisitDialog *self)
{
  tend_form_show_all (self->trip_form);
  adw_expander_row_set_enable_expansion (self->miles_row, self->sheet->has_trip);
  adw_expander_row_set_expanded (self->miles_row, self->sheet->has_trip);
  describe_row (self);
}
