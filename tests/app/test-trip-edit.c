/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-trip-edit.h"

#include "app-test.h"

#include "tend-journeys.h"
#include "tend-kinds.h"

#include <string.h>

/* Each test runs in the worker of a session, where the vault is. */

#define TODAY tend_date_parse_iso ("2026-06-30")

static TendRecord *
new_trip (const char *kind,
          const char *from,
          const char *to,
          gint64      tenths)
{
  TendRecord *trip = tend_record_new (&tend_trip_kind);

  tend_record_set_int (trip, "date", TODAY);
  tend_record_set_text (trip, "kind", kind);
  tend_record_set_text (trip, "from", from);
  tend_record_set_text (trip, "to", to);
  tend_record_set_int (trip, "miles_tenths", tenths);
  return trip;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* "from>to kind tenths" of every journey of the day, by place. */
static void
assert_trips (TendVault  *vault,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) trips = tend_trips_between (vault, TODAY, TODAY, &error);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < trips->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("%s>%s %s %d",
                                             tend_record_get_text (trips->pdata[i], "from"),
                                             tend_record_get_text (trips->pdata[i], "to"),
                                             tend_record_get_text (trips->pdata[i], "kind"),
                                             (int) tend_record_get_int (trips->pdata[i],
                                                                        "miles_tenths")));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("; ", (char **) lines->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static gpointer
there_and_back (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) trip = new_trip ("home_to_client", "Home", "Leek", 62);
  g_autoptr(TendUndo) undo = tend_trip_edit_save (vault, trip, TRUE, &failure);

  g_assert_no_error (failure);
  assert_trips (vault, "Home>Leek home_to_client 62; Leek>Home client_to_home 62");
  g_assert_cmpint (tend_trips_last_miles (vault, "Leek", "Home"), ==, 62);

  g_assert_true (tend_undo_run (undo, vault, &failure));
  g_assert_no_error (failure);
  assert_trips (vault, "");
  return NULL;
}

static gpointer
changed_and_removed (TendVault  *vault,
                     gpointer    data,
                     GError    **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) trip = new_trip ("training", "Home", "Stoke", 100);
  g_autoptr(TendUndo) added = tend_trip_edit_save (vault, trip, FALSE, &failure);
  g_autoptr(TendUndo) changed = NULL;
  g_autoptr(TendUndo) removed = NULL;

  tend_record_set_int (trip, "miles_tenths", 120);
  changed = tend_trip_edit_save (vault, trip, FALSE, &failure);
  assert_trips (vault, "Home>Stoke training 120");
  g_assert_true (tend_undo_run (changed, vault, &failure));
  assert_trips (vault, "Home>Stoke training 100");

  removed = tend_trip_edit_remove (vault, tend_record_get_id (trip), &failure);
  assert_trips (vault, "");
  g_assert_true (tend_undo_run (removed, vault, &failure));
  g_assert_no_error (failure);
  assert_trips (vault, "Home>Stoke training 100");
  return NULL;
}

/* A new journey is in the vehicle of the last one; the way back keeps the rest. */
static gpointer
sheet (TendVault  *vault,
       gpointer    data,
       GError    **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) vehicle = tend_record_new (&tend_vehicle_kind);
  g_autoptr(TendRecord) trip = new_trip ("with_client", "Leek", "Buxton", 123);
  g_autoptr(TendRecord) back = NULL;
  g_autoptr(TendUndo) undo = NULL;
  g_autoptr(TendTripSheet) fresh = NULL;

  tend_record_set_id (vehicle, "fiesta");
  tend_record_set_text (vehicle, "name", "Fiesta");
  tend_record_save (vault, vehicle, NULL, &failure);
  g_assert_no_error (failure);
  tend_record_set_text (trip, "vehicle", "fiesta");
  tend_record_set_text (trip, "purpose", "The dentist");
  undo = tend_trip_edit_save (vault, trip, FALSE, &failure);
  g_assert_no_error (failure);

  fresh = tend_trip_sheet_load (vault, NULL, TODAY + 1, &failure);
  g_assert_no_error (failure);
  g_assert_cmpstr (tend_record_get_text (fresh->trip, "vehicle"), ==, "fiesta");
  g_assert_cmpint (tend_record_get_int (fresh->trip, "date"), ==, TODAY + 1);
  g_assert_cmpuint (fresh->places->len, ==, 2);
  g_assert_null (fresh->invoice);

  back = tend_trip_way_back (trip);
  g_assert_cmpstr (tend_record_get_text (back, "from"), ==, "Buxton");
  g_assert_cmpstr (tend_record_get_text (back, "to"), ==, "Leek");
  g_assert_cmpstr (tend_record_get_text (back, "kind"), ==, "with_client");
  g_assert_cmpstr (tend_record_get_text (back, "purpose"), ==, "The dentist");
  g_assert_cmpstr (tend_record_get_id (back), !=, tend_record_get_id (trip));
  return NULL;
}

static void
test_there_and_back (AppFixture    *fixture,
                     gconstpointer  data)
{
  app_change (fixture, there_and_back, NULL);
}

static void
test_changed_and_removed (AppFixture    *fixture,
                          gconstpointer  data)
{
  app_change (fixture, changed_and_removed, NULL);
}

static void
test_sheet (AppFixture    *fixture,
            gconstpointer  data)
{
  app_change (fixture, sheet, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_add_test ("/app/trip-edit/there-and-back", test_there_and_back);
  app_add_test ("/app/trip-edit/changed-and-removed", test_changed_and_removed);
  app_add_test ("/app/trip-edit/sheet", test_sheet);

  return g_test_run ();
}
