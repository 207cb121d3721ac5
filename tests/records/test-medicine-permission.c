/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-attachments.h"
#include "tend-care.h"
#include "tend-medicine-permission.h"

#define TODAY "2026-11-24"

/* A carer in @schemes, words with a line between; and a person. */
static void
in_schemes (Fixture    *fixture,
            const char *schemes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) provider = tend_record_new (&tend_provider_kind);

  tend_record_set_text (provider, "own_name", "Mari Bowen");
  tend_record_set_text (provider, "schemes", schemes);
  tend_record_save (fixture->vault, provider, NULL, &error);
  g_assert_no_error (error);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
}

static TendRecord *
make_medicine (const char *support,
               const char *route)
{
  return make_record (&tend_medication_kind, NULL, "client", "ann", "name", "Furosemide",
                      "dose", "1 tablet", "starts_on", "2026-11-24", "support", support,
                      "route", route, NULL);
}

/* "ST20 request, ST23 (insurer)": a warning in brackets. */
static char *
words_of (GPtrArray *missing)
{
  static const char *const names[] = {
    "request", "signature", "gp", "check", "training", "specialist", "insurer"
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    {
      const TendMissingPaper *paper = missing->pdata[i];

      g_string_append_printf (text, paper->stops ? "%s%s %s" : "%s%s (%s)", i > 0 ? ", " : "",
                              paper->rule, names[paper->what]);
      g_assert_nonnull (paper->message);
    }

  return g_string_free (text, FALSE);
}

static void
assert_missing_of (Fixture    *fixture,
                   TendRecord *medication,
                   const char *date,
                   const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) missing =
    tend_medicine_missing (fixture->vault, medication, day (date), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = words_of (missing);
  g_assert_cmpstr (text, ==, words);
}

static void
assert_missing (Fixture    *fixture,
                const char *support,
                const char *words)
{
  g_autoptr(TendRecord) medication = make_medicine (support, "by mouth");

  assert_missing_of (fixture, medication, TODAY, words);
}

static void
test_staffordshire (Fixture       *fixture,
                    gconstpointer  data)
{
  in_schemes (fixture, "staffordshire");
  assert_missing (fixture, "administer", "ST20 request, ST20 training, ST23 (insurer)");
  assert_missing (fixture, "assist", "ST20 request, ST20 training, ST23 (insurer)");
  /* A reminder only when it was asked for in writing (2.4). */
  assert_missing (fixture, "prompt", "ST21 request, ST23 (insurer)");

  add_record (fixture, &tend_medicine_request_kind, "asked", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass me the tablet", NULL);
  assert_missing (fixture, "administer", "ST20 signature, ST20 training, ST23 (insurer)");
  assert_missing (fixture, "prompt", "ST20 signature, ST23 (insurer)");

  add_record (fixture, &tend_medicine_request_kind, "signed", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass me the tablet", "signed_on", TODAY, NULL);
  add_record (fixture, &tend_credential_kind, "course", "kind", "training", "covers", "medicines",
              "issued_on", "2026-01-10", NULL);
  assert_missing (fixture, "administer", "ST23 (insurer)");
  add_record (fixture, &tend_credential_kind, "policy", "kind", "public_liability",
              "covers", "mobility_aids\nmedicines", NULL);
  assert_missing (fixture, "administer", "");
}

static void
test_cambridgeshire (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TendRecord) request = NULL;

  in_schemes (fixture, "cambridgeshire");
  assert_missing (fixture, "administer", "CA25 request, CA25 gp, CA25 check, CA27 (insurer)");
  assert_missing (fixture, "prompt", "CA25 request, CA27 (insurer)");

  add_record (fixture, &tend_medicine_request_kind, "asked", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass me the tablet", "signed_on", TODAY, NULL);
  assert_missing (fixture, "assist", "CA25 gp, CA25 check, CA27 (insurer)");
  request = tend_record_load (fixture->vault, &tend_medicine_request_kind, "asked", NULL);
  tend_record_set_int (request, "gp_told_on", day (TODAY));
  g_assert_true (tend_record_save (fixture->vault, request, NULL, NULL));
  assert_missing (fixture, "assist", "CA25 check, CA27 (insurer)");
  tend_record_set_int (request, "training_checked_on", day (TODAY));
  g_assert_true (tend_record_save (fixture->vault, request, NULL, NULL));
  assert_missing (fixture, "assist", "CA27 (insurer)");
  add_record (fixture, &tend_credential_kind, "policy", "kind", "other", "covers", "medicines",
              NULL);
  assert_missing (fixture, "assist", "");
}

/* Worcestershire warns, Flintshire asks for nothing, and each scheme is asked apart. */
static void
test_other_schemes (Fixture       *fixture,
                    gconstpointer  data)
{
  in_schemes (fixture, "worcestershire\nflintshire");
  assert_missing (fixture, "administer", "WO04 (training)");
  add_record (fixture, &tend_credential_kind, "course", "kind", "training", "covers", "medicines",
              NULL);
  assert_missing (fixture, "administer", "");
}

static void
test_two_schemes (Fixture       *fixture,
                  gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire\nstaffordshire");
  assert_missing (fixture, "assist",
                  "ST20 request, ST20 training, CA25 request, CA25 gp, CA25 check, "
                  "ST23 (insurer), CA27 (insurer)");
}

static void
test_no_scheme (Fixture       *fixture,
                gconstpointer  data)
{
  in_schemes (fixture, NULL);
  assert_missing (fixture, "administer", "");
}

/* The first and the last day of each paper count; the days around do not. */
static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) medication = make_medicine ("assist", "by mouth");

  in_schemes (fixture, "staffordshire");
  add_record (fixture, &tend_medicine_request_kind, "asked", "client", "ann",
              "asked_on", "2026-06-01", "signed_on", "2026-06-02", "ends_on", "2026-06-30",
              "asked_by", "self", "action", "Pass me the tablet", NULL);
  add_record (fixture, &tend_credential_kind, "course", "kind", "training", "covers", "medicines",
              "issued_on", "2026-06-03", "expires_on", "2026-06-29", NULL);
  add_record (fixture, &tend_credential_kind, "policy", "kind", "public_liability",
              "covers", "medicines", "issued_on", "2026-06-04", "expires_on", "2026-06-28", NULL);

  assert_missing_of (fixture, medication, "2026-05-31",
                     "ST20 request, ST20 training, ST23 (insurer)");
  assert_missing_of (fixture, medication, "2026-06-01",
                     "ST20 signature, ST20 training, ST23 (insurer)");
  assert_missing_of (fixture, medication, "2026-06-02", "ST20 training, ST23 (insurer)");
  assert_missing_of (fixture, medication, "2026-06-03", "ST23 (insurer)");
  assert_missing_of (fixture, medication, "2026-06-04", "");
  assert_missing_of (fixture, medication, "2026-06-28", "");
  assert_missing_of (fixture, medication, "2026-06-29", "ST23 (insurer)");
  assert_missing_of (fixture, medication, "2026-06-30", "ST20 training, ST23 (insurer)");
  assert_missing_of (fixture, medication, "2026-07-01",
                     "ST20 request, ST20 training, ST23 (insurer)");
}

/* A course in something else, insurance that is a course, a request for another medicine or
 * from somebody else: none of them counts. */
static void
test_not_this_one (Fixture       *fixture,
                   gconstpointer  data)
{
  in_schemes (fixture, "staffordshire");
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  add_record (fixture, &tend_medicine_request_kind, "other", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass it", "medicine", "Senna", "signed_on", TODAY,
              NULL);
  add_record (fixture, &tend_medicine_request_kind, "bobs", "client", "bob", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass it", "signed_on", TODAY, NULL);
  add_record (fixture, &tend_credential_kind, "course", "kind", "training",
              "covers", "first_aid", NULL);
  add_record (fixture, &tend_credential_kind, "car", "kind", "motor_insurance",
              "covers", "medicines", NULL);
  assert_missing (fixture, "assist", "ST20 request, ST20 training, ST23 (insurer)");

  add_record (fixture, &tend_medicine_request_kind, "this", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass it", "medicine", " furosemide ",
              "signed_on", TODAY, NULL);
  assert_missing (fixture, "assist", "ST20 training, ST23 (insurer)");
}

/* The request that came back signed is the one that counts, whichever is the later. */
static void
test_scan (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data ("scan", 4, NULL);
  g_autoptr(TendRecord) scan =
    make_record (&tend_attachment_kind, NULL, "name", "scan.pdf", "paper", "medicine_request",
                 NULL);
  g_autoptr(TendRecord) request = NULL;
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(TendRecord) medication = make_medicine ("prompt", "by mouth");

  in_schemes (fixture, "staffordshire");
  add_record (fixture, &tend_medicine_request_kind, "a", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass it", NULL);
  missing = tend_medicine_missing (fixture->vault, medication, day (TODAY), &error);
  g_assert_cmpstr (((TendMissingPaper *) missing->pdata[0])->subject, ==, "a");

  request = tend_record_load (fixture->vault, &tend_medicine_request_kind, "a", NULL);
  g_assert_true (tend_attachment_add (fixture->vault, request, scan, input, NULL, &error));
  add_record (fixture, &tend_medicine_request_kind, "b", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass it", "medicine", "Furosemide", NULL);
  assert_missing (fixture, "prompt", "ST23 (insurer)");
}

static void
test_special (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *route; gboolean special; } routes[] = {
    { "by mouth", FALSE }, { "Subcutaneous injection", TRUE }, { "eye drops, both eyes", TRUE },
    { "ear drops", FALSE }, { "on broken skin", TRUE }, { "on the skin", FALSE },
    { "by PEG", TRUE }, { "by feeding tube", TRUE }, { "Suppository", TRUE },
    { "by nebuliser", TRUE }, { "inhaled", FALSE }, { "under the tongue", FALSE },
    { "drwy bigiad", TRUE }, { "Yn y llygad", TRUE }, { "drwy diwb bwydo", TRUE },
    { "ar groen wedi torri", TRUE }, { "ar y croen", FALSE }, { "yn y glust", FALSE },
  };
  g_autoptr(TendRecord) insulin = make_medicine ("assist", "");
  g_autoptr(TendRecord) cream = make_medicine ("assist", "on the skin");
  g_autoptr(TendRecord) near = make_medicine ("assist", "by mouth");

  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_autoptr(TendRecord) medication = make_medicine ("assist", routes[i].route);

      g_test_message ("%s", routes[i].route);
      g_assert_cmpint (tend_medicine_is_special (medication), ==, routes[i].special);
    }

  tend_record_set_text (insulin, "name", "Lantus insulin");
  g_assert_true (tend_medicine_is_special (insulin));
  tend_record_set_text (cream, "instructions", "Do not use on broken skin");
  g_assert_false (tend_medicine_is_special (cream));
  tend_record_set_text (near, "name", "Pegvisomant");
  g_assert_false (tend_medicine_is_special (near));
}

/* Who trained and who approved, each with a day that has come. */
static void
test_specialist (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TendRecord) medication = make_medicine ("administer", "injection");

  in_schemes (fixture, "staffordshire\ncambridgeshire");
  add_record (fixture, &tend_medicine_request_kind, "this", "client", "ann", "asked_on", TODAY,
              "asked_by", "self", "action", "Pass it", "signed_on", TODAY, "gp_told_on", TODAY,
              "training_checked_on", TODAY, NULL);
  add_record (fixture, &tend_credential_kind, "course", "kind", "training", "covers", "medicines",
              NULL);
  add_record (fixture, &tend_credential_kind, "policy", "kind", "public_liability",
              "covers", "medicines", NULL);
  assert_missing_of (fixture, medication, TODAY, "ST22 specialist, CA26 specialist");

  tend_record_set_text (medication, "trained_by", "Nurse Jones");
  tend_record_set_int (medication, "trained_on", day (TODAY));
  tend_record_set_text (medication, "approved_by", "Nurse Jones");
  assert_missing_of (fixture, medication, TODAY, "ST22 specialist, CA26 specialist");
  tend_record_set_int (medication, "approved_on", day (TODAY));
  assert_missing_of (fixture, medication, TODAY, "");
  assert_missing_of (fixture, medication, "2026-11-23",
                     "ST20 request, ST22 specialist, CA25 request, CA25 gp, CA25 check, "
                     "CA26 specialist");
}

/* On the round */

static GPtrArray *
make_times (const char *first,
            const char *second)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lines, make_record (&tend_medication_time_kind, NULL, "at", "08:00",
                                       "by", first, NULL));
  if (second != NULL)
    g_ptr_array_add (lines, make_record (&tend_medication_time_kind, NULL, "at", "20:00",
                                         "by", second, NULL));
  return lines;
}

static void
assert_stopped (Fixture    *fixture,
                TendRecord *medication,
                GPtrArray  *lines,
                const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (tend_medicine_check_round (fixture->vault, medication, lines, day (TODAY),
                                              &error), ==, message == NULL);
  if (message == NULL)
    {
      g_assert_no_error (error);
      return;
    }

  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (error->message, message));
}

/* Somebody else's dose needs nothing; one time of the carer's is enough to need it. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) medication = make_medicine ("assist", "by mouth");
  g_autoptr(GPtrArray) theirs = make_times ("person", "family");
  g_autoptr(GPtrArray) one = make_times ("family", "me");
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  in_schemes (fixture, "staffordshire");
  assert_stopped (fixture, medication, theirs, NULL);
  assert_stopped (fixture, medication, one, "written permission");
  assert_stopped (fixture, medication, one, "training in medicines");

  assert_stopped (fixture, medication, none, NULL);
  tend_record_set_int (medication, "as_needed", TRUE);
  assert_stopped (fixture, medication, none, "written permission");
  tend_record_set_text (medication, "by", "person");
  assert_stopped (fixture, medication, none, NULL);
  tend_record_set_text (medication, "by", "me");
  assert_stopped (fixture, medication, none, "written permission");
}

/* What is over can be written down: its last day was yesterday, or is today. */
static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRecord) medication = make_medicine ("assist", "by mouth");
  g_autoptr(GPtrArray) lines = make_times ("me", NULL);

  in_schemes (fixture, "staffordshire");
  tend_record_set_int (medication, "starts_on", day ("2026-11-01"));
  tend_record_set_int (medication, "ends_on", day ("2026-11-23"));
  assert_stopped (fixture, medication, lines, NULL);
  tend_record_set_int (medication, "ends_on", day (TODAY));
  assert_stopped (fixture, medication, lines, "written permission");
}

/* A line that is on the round may change when training has lapsed since; not into something
 * that needs more. */
static void
test_lapsed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendRecord) medication = make_medicine ("assist", "by mouth");
  g_autoptr(TendRecord) changed = make_medicine ("assist", "by mouth");
  g_autoptr(GPtrArray) lines = make_times ("me", NULL);
  g_autoptr(GPtrArray) missing = NULL;
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;

  in_schemes (fixture, "staffordshire");
  tend_record_set_text (lines->pdata[0], "medication", tend_record_get_id (medication));
  g_assert_true (tend_care_save (fixture->vault, medication, lines, &error));
  g_assert_no_error (error);

  tend_record_set_text (changed, "replaces", tend_record_get_id (medication));
  assert_stopped (fixture, medication, lines, NULL);
  assert_stopped (fixture, changed, lines, NULL);
  missing = tend_medicine_missing_for_round (fixture->vault, changed, lines, day (TODAY), &error);
  words = words_of (missing);
  g_assert_cmpstr (words, ==, "ST20 (request), ST20 (training), ST23 (insurer)");

  tend_record_set_text (changed, "route", "injection");
  assert_stopped (fixture, changed, lines, "health professional");
  tend_record_set_text (changed, "route", "by mouth");

  /* One that was somebody else's is new on the round. */
  tend_record_set_text (lines->pdata[0], "by", "family");
  g_assert_true (tend_care_save (fixture->vault, medication, lines, &error));
  tend_record_set_text (lines->pdata[0], "by", "me");
  assert_stopped (fixture, medication, lines, "written permission");
  assert_stopped (fixture, changed, lines, "written permission");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/medicine-permission/staffordshire", test_staffordshire);
  add_fixture_test ("/medicine-permission/cambridgeshire", test_cambridgeshire);
  add_fixture_test ("/medicine-permission/other-schemes", test_other_schemes);
  add_fixture_test ("/medicine-permission/two-schemes", test_two_schemes);
  add_fixture_test ("/medicine-permission/no-scheme", test_no_scheme);
  add_fixture_test ("/medicine-permission/dates", test_dates);
  add_fixture_test ("/medicine-permission/not-this-one", test_not_this_one);
  add_fixture_test ("/medicine-permission/scan", test_scan);
  add_fixture_test ("/medicine-permission/special", test_special);
  add_fixture_test ("/medicine-permission/specialist", test_specialist);
  add_fixture_test ("/medicine-permission/whose", test_whose);
  add_fixture_test ("/medicine-permission/past", test_past);
  add_fixture_test ("/medicine-permission/lapsed", test_lapsed);

  return g_test_run ();
}
