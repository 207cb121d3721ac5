/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-clients.h"
#include "tend-record-private.h"
#include "tend-search.h"
#include "tend-statement.h"

static void
run (Fixture    *fixture,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  run_sql (fixture, sql, &error);
  g_assert_no_error (error);
}

/* "kind|title|detail" of each, one below the other. */
static void
assert_told (Fixture    *fixture,
             const char *text,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tend_search (fixture->vault, text, 10, &error);
  g_autoptr(GString) told = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      TendFound *one = found->pdata[i];

      g_string_append_printf (told, "%s%s|%s|%s", i > 0 ? "\n" : "", one->kind, one->title,
                              one->detail);
    }

  g_assert_cmpstr (told->str, ==, expected);
}

static void
add_people (Fixture *fixture)
{
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "family_name", "Lee",
              "allergies", "Penicillin", "access", "Ring twice at the xyzgate", NULL);
  add_record (fixture, &tend_person_kind, "joan", "client", "ann", "name", "Joan Reed",
              "relation", "attorney", NULL);
}

static void
add_folder (Fixture *fixture)
{
  add_record (fixture, &tend_credential_kind, "car", "kind", "motor_insurance",
              "reference", "PX99821", "expires_on", "2026-09-30", NULL);
  add_record (fixture, &tend_policy_kind, "safe", "kind", "safeguarding", "starts_on",
              "2026-02-01", "text", "Ring the lighthouse", NULL);
  add_record (fixture, &tend_cpd_kind, "talk", "title", "Evening on dysphagia", "done_on",
              "2026-03-03", NULL);
  add_record (fixture, &tend_team_member_kind, "sam", "name", "Sam Okoro", "role", "Weekends",
              NULL);
  add_record (fixture, &tend_service_request_kind, "ask", "received_at", "2026-06-02T08:20",
              "what", "Two mornings in Bottisham", NULL);
  add_record (fixture, &tend_feedback_request_kind, "how", "client", "ann", "asked_on",
              "2026-06-05", "note", "Large print sheet", NULL);
  add_record (fixture, &tend_quarterly_return_kind, "q1", "scheme", "cambridgeshire",
              "quarter", "2026-Q1", "sent_on", "2026-07-01", "sent_how", "Through their webform",
              NULL);
  add_record (fixture, &tend_portfolio_kind, "book", "purpose", "insurer", "made_on",
              "2026-07-02", "given_to", "Broadgate Mutual", NULL);
}

static void
add_agreements (Fixture *fixture)
{
  add_record (fixture, &tend_about_me_kind, "me", "client", "ann", "written_on", "2026-05-01",
              "matters", "Watching the barges", "religion", "Quaker", NULL);
  add_record (fixture, &tend_care_plan_kind, "plan", "client", "ann", "needs", "Help with washing",
              NULL);
  add_record (fixture, &tend_plan_outcome_kind, NULL, "care_plan", "plan",
              "outcome", "To reach the greenhouse", NULL);
  add_record (fixture, &tend_plan_task_kind, NULL, "care_plan", "plan",
              "title", "Washing and teeth", "detail", "Blue flannel", NULL);
  add_record (fixture, &tend_risk_kind, "risk", "client", "ann", "hazard", "Loose stair carpet",
              "controls", "Rail on the left", "assessed_on", "2026-05-01", NULL);
  add_record (fixture, &tend_consent_kind, "yes", "client", "ann", "kind", "photographs",
              "answer", "refused", "given_on", "2026-05-02", "how", "spoken", "given_by", "self",
              NULL);
  add_record (fixture, &tend_capacity_decision_kind, "can", "client", "ann",
              "decision", "Whether to move", "assessed_on", "2026-05-03", "outcome", "can_decide",
              NULL);
  add_record (fixture, &tend_representative_kind, "acts", "client", "ann", "person", "joan",
              "kind", "lpa_health", "reference", "7000111222", "note", "Only jointly", NULL);
  add_record (fixture, &tend_directive_kind, "dnacpr", "client", "ann", "kind", "dnacpr",
              "original_at", "Yellow folder in the hall", NULL);
  add_record (fixture, &tend_contingency_plan_kind, "net", "client", "ann",
              "updated_on", "2026-05-04", "carer_ill", "Ring the agency", NULL);
  add_record (fixture, &tend_contingency_contact_kind, NULL, "contingency_plan", "net",
              "name", "Fatima next door", NULL);
}

static void
add_happenings (Fixture *fixture)
{
  add_record (fixture, &tend_visit_kind, "visit", "client", "ann",
              "planned_start", "2026-06-02T08:00", "planned_end", "2026-06-02T09:00",
              "concern", "Bruising again", "skin", "Dry elbows", NULL);
  add_record (fixture, &tend_incident_kind, "harm", "client", "ann", "kind", "safeguarding",
              "happened_at", "2026-06-02T08:30", "facts", "The purse was empty", NULL);
  add_record (fixture, &tend_incident_report_kind, NULL, "incident", "harm", "role", "other",
              "name", "Duty desk", "told_at", "2026-06-02T10:00", NULL);
  add_record (fixture, &tend_body_map_kind, "map", "client", "ann",
              "seen_at", "2026-06-02T08:40", NULL);
  add_record (fixture, &tend_body_mark_kind, NULL, "body_map", "map", "side", "front",
              "x_thousandths", "500", "y_thousandths", "500", "kind", "graze", NULL);
  add_record (fixture, &tend_feedback_kind, "word", "client", "ann", "kind", "compliment",
              "received_on", "2026-06-03", "words", "Always cheerful", NULL);
  add_record (fixture, &tend_gift_kind, "gift", "client", "ann", "kind", "gift",
              "offered_on", "2026-06-03", "what", "Jar of chutney", "answer", "declined", NULL);
  add_record (fixture, &tend_equipment_training_kind, "hoist", "client", "ann",
              "equipment", "Bath hoist", "trained_on", "2026-05-05", "trained_by", "Joan",
              "trainer", "family", NULL);
  add_record (fixture, &tend_medicine_request_kind, "drops", "client", "ann",
              "asked_on", "2026-05-06", "asked_by", "self", "medicine", "Eye drops",
              "action", "One in each eye", NULL);
  add_record (fixture, &tend_medication_kind, "pill", "client", "ann", "name", "Ramipril",
              "dose", "1 capsule", "support", "administer", "starts_on", "2026-05-06", NULL);
  add_record (fixture, &tend_medication_kind, "former", "client", "ann", "name", "Simvastatin",
              "dose", "1 tablet", "support", "administer", "starts_on", "2026-05-06", "ends_on",
              "2026-05-31", NULL);
  add_record (fixture, &tend_credential_kind, "course", "kind", "training", "title",
              "Giving medicines safely", "expires_on", "2027-03-31", NULL);
  add_record (fixture, &tend_secret_kind, "code", "client", "ann", "kind", "key_safe",
              "code", "4471xy", NULL);
  add_record (fixture, &tend_attachment_kind, "scan", "subject_kind", "incident", "subject", "harm",
              "name", "IMG_1.jpg", "title", "Letter from the ward", "blob", "00", NULL);
}

static void
fill (Fixture *fixture)
{
  add_people (fixture);
  add_agreements (fixture);
  add_happenings (fixture);
  add_folder (fixture);
}

/* Text to type, and what is told for it. */
static const struct { const char *text; const char *told; } cases[] = {
  { "penicillin", "client|Ann Lee|" },
  { "barges", "about_me|Ann Lee|Written on 1 May 2026" },
  { "risk stair", "" },
  { "stair", "risk|Ann Lee: Loose stair carpet|Rail on the left" },
  { "photographs", "consent|Ann Lee: Photographs|Refused, 2 May 2026" },
  { "move", "capacity_decision|Ann Lee: Whether to move|Can decide this, 3 May 2026" },
  { "jointly", "representative|Ann Lee: Joan Reed|Lasting power of attorney: health and welfare" },
  { "dnacpr", "directive|Ann Lee: DNACPR|Yellow folder in the hall" },
  { "agency", "contingency_plan|Ann Lee|Written on 4 May 2026" },
  { "compliment", "feedback|Ann Lee: Compliment|3 Jun 2026" },
  { "chutney", "gift|Ann Lee: Jar of chutney|3 Jun 2026, Declined" },
  { "hoist", "equipment_training|Ann Lee: Bath hoist|5 May 2026, Joan" },
  { "drops", "medicine_request|Ann Lee: Eye drops|One in each eye" },
  { "ramipril", "medication|Ann Lee: Ramipril|1 capsule" },
  { "simvastatin", "medication|Ann Lee: Simvastatin|Last day: 31 May 2026" },
  { "giving medicines", "credential|Giving medicines safely|Last day: 31 Mar 2027" },
  { "elbows", "visit|Ann Lee, visit on 2 Jun 2026|" },
  /* A line is told as what it lies in, and that only once. */
  { "flannel", "care_plan|Ann Lee, version 1|Draft" },
  { "greenhouse", "care_plan|Ann Lee, version 1|Draft" },
  { "washing", "care_plan|Ann Lee, version 1|Draft" },
  { "fatima", "contingency_plan|Ann Lee|Written on 4 May 2026" },
  { "graze", "body_map|Ann Lee, 2 Jun 2026|" },
  { "desk", "incident|Ann Lee, 2 Jun 2026|" },
  /* What is to be kept between two is found and not told. */
  { "purse", "incident|Ann Lee, 2 Jun 2026|" },
  { "bruising", "visit|Ann Lee, visit on 2 Jun 2026|" },
  { "ward", "attachment|Letter from the ward|Ann Lee" },
  { "px99821", "credential|Motor insurance|Last day: 30 Sep 2026" },
  { "motor", "credential|Motor insurance|Last day: 30 Sep 2026" },
  { "lighthouse", "policy|Safeguarding|In force from 1 Feb 2026" },
  { "dysphagia", "cpd|Evening on dysphagia|3 Mar 2026, Course" },
  { "okoro", "team_member|Sam Okoro|Weekends" },
  { "bottisham", "service_request|Request from the council, 2 Jun 2026|"
                 "Two mornings in Bottisham" },
  { "sheet", "feedback_request|Ann Lee, asked how it is going|5 Jun 2026" },
  { "webform", "quarterly_return|Quarterly return, 2026-Q1|Sent on 1 Jul 2026" },
  { "broadgate", "portfolio|Portfolio for Broadgate Mutual|Put together on 2 Jul 2026" },
  /* What is hidden until it is asked for is not looked in. */
  { "quaker", "" }, { "xyzgate", "" }, { "7000111222", "" }, { "4471xy", "" },
};

static void
test_care (Fixture       *fixture,
           gconstpointer  data)
{
  fill (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_told (fixture, cases[i].text, cases[i].told);
}

/* As the search of an earlier Tend left it: it knew people, and of visits the note. */
static void
forget_care (Fixture *fixture)
{
  run (fixture, "DELETE FROM search WHERE rowid IN"
                " (SELECT entry FROM search_entries WHERE kind NOT IN ('client', 'person'))");
  run (fixture, "DELETE FROM search_entries WHERE kind NOT IN ('client', 'person')");
  run (fixture, "DELETE FROM settings WHERE key = 'search-index'");
}

/* All that is left, or what fits in no time: one lot. */
static gboolean
prepare (Fixture *fixture,
         gint64   usec)
{
  g_autoptr(GError) error = NULL;
  gboolean ready = FALSE;

  g_assert_true (tend_search_prepare (fixture->vault, usec, &ready, &error));
  g_assert_no_error (error);
  return ready;
}

static void
test_earlier (Fixture       *fixture,
              gconstpointer  data)
{
  fill (fixture);
  forget_care (fixture);
  g_assert_true (prepare (fixture, 0));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_told (fixture, cases[i].text, cases[i].told);

  /* People come first still, and nothing is looked through twice. */
  assert_told (fixture, "joan", "person|Joan Reed|Ann Lee, Attorney\n"
                                "equipment_training|Ann Lee: Bath hoist|5 May 2026, Joan");
  run (fixture, "DELETE FROM search WHERE rowid IN"
                " (SELECT entry FROM search_entries WHERE kind = 'risk')");
  g_assert_true (prepare (fixture, 0));
  assert_told (fixture, "stair", "");
}

/* Whatever stops it, what is done stays done and the rest follows. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean ready = FALSE;

  fill (fixture);
  forget_care (fixture);
  run (fixture, "CREATE TRIGGER full_disk BEFORE INSERT ON search_entries"
                " WHEN new.kind = 'incident' BEGIN SELECT raise (ABORT, 'Full'); END");
  g_assert_false (tend_search_prepare (fixture->vault, 0, &ready, NULL));
  g_assert_false (ready);
  assert_told (fixture, "stair", "risk|Ann Lee: Loose stair carpet|Rail on the left");
  assert_told (fixture, "purse", "");
  assert_told (fixture, "chutney", "");
  assert_told (fixture, "penicillin", "client|Ann Lee|");

  run (fixture, "DROP TRIGGER full_disk");
  g_assert_true (prepare (fixture, 0));
  assert_told (fixture, "purse", "incident|Ann Lee, 2 Jun 2026|");
  assert_told (fixture, "stair", "risk|Ann Lee: Loose stair carpet|Rail on the left");
  assert_told (fixture, "chutney", "gift|Ann Lee: Jar of chutney|3 Jun 2026, Declined");
}

static int
count_entries (Fixture *fixture)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (fixture->vault,
                        "SELECT count(*) FROM search_entries WHERE kind = 'vehicle'", NULL);

  g_assert_cmpint (tend_statement_step (statement, NULL), ==, TEND_STEP_ROW);
  return (int) tend_statement_get_int (statement, 0);
}

/* Many records are looked through in lots of 100, and it goes on where it was left. */
static void
test_lots (Fixture       *fixture,
           gconstpointer  data)
{
  for (int i = 100; i < 700; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%d", i);
      g_autofree char *name = g_strdup_printf ("Bicycle %d", i);

      add_record (fixture, &tend_vehicle_kind, id, "name", name, "kind", "bicycle", NULL);
    }
  forget_care (fixture);

  for (int lots = 0; count_entries (fixture) == 0; lots++)
    {
      g_assert_cmpint (lots, <, 40);
      g_assert_false (prepare (fixture, 1));
    }
  g_assert_cmpint (count_entries (fixture), ==, 100);
  run (fixture, "DELETE FROM search_entries WHERE id = 'v100'");
  g_assert_false (prepare (fixture, 1));
  g_assert_cmpint (count_entries (fixture), ==, 199);
  g_assert_true (prepare (fixture, 0));
  g_assert_cmpint (count_entries (fixture), ==, 599);
  assert_told (fixture, "699", "vehicle|Bicycle 699|");
}

/* An index of fewer fields: only the kinds that differ are looked through again. */
static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *known = NULL;
  g_autoptr(GString) earlier = NULL;

  fill (fixture);
  g_assert_true (prepare (fixture, 0));
  known = tend_setting_get (fixture->vault, "search-index");
  earlier = g_string_new (known);
  g_assert_cmpuint (g_string_replace (earlier, "\nrisk: 1 hazard who", "\nrisk: 1 hazard", 0),
                    ==, 1);
  g_assert_true (tend_setting_set (fixture->vault, "search-index", earlier->str, NULL));
  run (fixture, "DELETE FROM search WHERE rowid IN"
                " (SELECT entry FROM search_entries WHERE kind IN ('risk', 'gift'))");

  g_assert_true (prepare (fixture, 0));
  assert_told (fixture, "stair", "risk|Ann Lee: Loose stair carpet|Rail on the left");
  assert_told (fixture, "chutney", "");
}

/* What is hidden until it is asked for, or opens something, is not to be found. */
static void
test_hidden (void)
{
  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    for (const TendField *field = (*kind)->fields; field->name != NULL; field++)
      if (field->flags & TEND_FIELD_SEARCHED)
        g_assert_false (field->flags & (TEND_FIELD_SENSITIVE | TEND_FIELD_KEY));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/search/care", test_care);
  add_fixture_test ("/records/search/earlier", test_earlier);
  add_fixture_test ("/records/search/lots", test_lots);
  add_fixture_test ("/records/search/stopped", test_stopped);
  add_fixture_test ("/records/search/fields", test_fields);

  g_test_add_func ("/records/search/hidden", test_hidden);

  return g_test_run ();
}
