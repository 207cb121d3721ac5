/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-trip-edit.h"

#include "tend-journeys.h"
#include "tend-kinds.h"

/* How far back the last vehicle is looked for. */
#define LATELY 90

void
tend_trip_sheet_free (TendTripSheet *self)
{
  g_clear_object (&self->trip);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self->invoice);
  g_free (self);
}

/* The vehicle of the last journey, or the only one there is. */
static char *
usual_vehicle (TendVault *vault,
               TendDate   today)
{
  g_autoptr(GPtrArray) trips = tend_trips_between (vault, today - LATELY, today, NULL);
  g_autoptr(GPtrArray) vehicles = NULL;

  for (guint i = 0; trips != NULL && i < trips->len; i++)
    if (tend_record_is_set (trips->pdata[i], "vehicle"))
      return g_strdup (tend_record_get_text (trips->pdata[i], "vehicle"));

  vehicles = tend_record_load_all (vault, &tend_vehicle_kind, NULL);
  return vehicles != NULL && vehicles->len == 1
         ? g_strdup (tend_record_get_id (vehicles->pdata[0])) : NULL;
}

static TendRecord *
new_trip (TendVault *vault,
          TendDate   today)
{
  TendRecord *trip = tend_record_new (&tend_trip_kind);
  g_autofree char *vehicle = usual_vehicle (vault, today);

  tend_record_set_int (trip, "date", today);
  tend_record_set_text (trip, "vehicle", vehicle);
  return trip;
}

TendTripSheet *
tend_trip_sheet_load (TendVault   *vault,
                      const char  *id,
                      TendDate     today,
                      GError     **error)
{
  g_autoptr(TendTripSheet) self = g_new0 (TendTripSheet, 1);

  self->trip = id != NULL ? tend_record_load (vault, &tend_trip_kind, id, error)
                          : new_trip (vault, today);
  if (self->trip == NULL)
    return NULL;

  self->places = tend_trips_places (vault, error);
  if (self->places == NULL)
    return NULL;

  if (id != NULL)
    self->invoice = tend_trip_invoice (vault, id);

  return g_steal_pointer (&self);
}

TendRecord *
tend_trip_way_back (TendRecord *trip)
{
  static const char * const same[] = { "kind", "purpose", "vehicle", "client", "visit" };
  static const char * const numbers[] = { "date", "miles_tenths", "chargeable" };
  TendRecord *back = tend_record_new (&tend_trip_kind);
  const char *kind = tend_record_get_text (trip, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (back, same[i], tend_record_get_text (trip, same[i]));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (tend_record_is_set (trip, numbers[i]))
      tend_record_set_int (back, numbers[i], tend_record_get_int (trip, numbers[i]));

  tend_record_set_text (back, "from", tend_record_get_text (trip, "to"));
  tend_record_set_text (back, "to", tend_record_get_text (trip, "from"));
  if (g_strcmp0 (kind, "home_to_client") == 0)
    tend_record_set_text (back, "kind", "client_to_home");
  else if (g_strcmp0 (kind, "client_to_home") == 0)
    tend_record_set_text (back, "kind", "home_to_client");

  return back;
}

TendUndo *
tend_trip_edit_save (TendVault   *vault,
                     TendRecord  *trip,
                     gboolean     back,
                     GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) way_back = back ? tend_trip_way_back (trip) : NULL;

  if (!tend_undo_note (undo, vault, &tend_trip_kind, tend_record_get_id (trip), error) ||
      !tend_trip_save (vault, trip, error))
    return NULL;

  if (way_back != NULL)
    {
      if (!tend_trip_save (vault, way_back, error))
        return NULL;
      tend_undo_note_new (undo, &tend_trip_kind, tend_record_get_id (way_back));
    }

  tend_undo_set_subject (undo, tend_record_get_id (trip));
  return tend_undo_seal (undo, vault, error) ? g_steal_pointer (&undo) : NULL;
}

TendUndo *
tend_trip_edit_remove (TendVault   *vault,
                       const char  *id,
                       GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) trip = tend_record_load (vault, &tend_trip_kind, id, error);

  if (trip == NULL || !tend_undo_note (undo, vault, &tend_trip_kind, id, error) ||
      !tend_trip_remove (vault, trip, error))
    return NULL;

  tend_undo_set_subject (undo, id);
  return tend_undo_seal (undo, vault, error) ? g_steal_pointer (&undo) : NULL;
}
