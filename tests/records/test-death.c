/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-care-due.h"
#include "tend-clients.h"
#include "tend-death.h"
#include "tend-invoices.h"
#include "tend-today.h"
#include "tend-visits.h"

/* Scenario S16: notice of 14 days from 10 June ends on the 24th; the person dies on the 15th. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "family_name", "Lee",
              "address", "1 High Street", "ended_on", "2026-06-24", NULL);
  add_record (fixture, &tend_agreement_kind, "g", "client", "ann", "starts_on", "2026-01-01",
              "ends_on", "2026-06-24", NULL);
  add_record (fixture, &tend_agreement_kind, "past", "client", "ann", "starts_on", "2025-01-01",
              "ends_on", "2025-12-31", NULL);
  add_record (fixture, &tend_pattern_kind, "p", "client", "ann", "rrule", "FREQ=DAILY",
              "starts_on", "2026-06-11", "starts_at", "10:00", "minutes", "60", NULL);
  add_record (fixture, &tend_person_kind, "son", "client", "ann", "name", "Tom Lee",
              "relation", "attorney", "address", "9 Low Road", "pays_bills", "true", NULL);
  add_record (fixture, &tend_representative_kind, "lpa", "client", "ann", "person", "son",
              "kind", "lpa_property", NULL);
  add_record (fixture, &tend_representative_kind, "deputy", "client", "ann", "person", "son",
              "kind", "deputy_health", "ends_on", "2027-03-31", NULL);
  add_record (fixture, &tend_representative_kind, "former", "client", "ann", "person", "son",
              "kind", "appointee", "ends_on", "2025-03-31", NULL);
  add_record (fixture, &tend_medication_kind, "senna", "client", "ann", "name", "Senna",
              "starts_on", "2026-01-01", NULL);
  add_record (fixture, &tend_medication_kind, "course", "client", "ann", "name", "Amoxicillin",
              "starts_on", "2026-05-01", "ends_on", "2026-05-07", NULL);
  add_record (fixture, &tend_medication_kind, "later", "client", "ann", "name", "Warfarin",
              "starts_on", "2026-06-20", "ends_on", "2026-06-30", NULL);
  add_record (fixture, &tend_visit_kind, "before", "client", "ann",
              "planned_start", "2026-06-15T14:30", "planned_end", "2026-06-15T15:00", NULL);
  add_record (fixture, &tend_visit_kind, "after", "client", "ann",
              "planned_start", "2026-06-15T14:31", "planned_end", "2026-06-15T15:00", NULL);
  add_record (fixture, &tend_visit_kind, "next", "client", "ann",
              "planned_start", "2026-06-16T08:00", "planned_end", "2026-06-16T08:30", NULL);
}

static char *
field (Fixture        *fixture,
       const TendKind *kind,
       const char     *id,
       const char     *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, kind, id, &error);

  g_assert_no_error (error);
  return tend_record_format (record, tend_kind_field (kind, name));
}

#define assert_field(kind, id, name, expected) \
  G_STMT_START { \
    g_autofree char *text = field (fixture, &(kind), id, name); \
    g_assert_cmpstr (text, ==, expected); \
  } G_STMT_END

/* Counted before anything is changed, and nothing is changed by counting. */
static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDeath) death = tend_death_load (fixture->vault, "ann", day ("2026-06-15"),
                                                14 * 60 + 30, &error);
  g_autoptr(TendDeath) any_time = tend_death_load (fixture->vault, "ann", day ("2026-06-15"),
                                                   TEND_CLOCK_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (death->n_visits, ==, 2);
  g_assert_cmpuint (any_time->n_visits, ==, 1);
  g_assert_cmpuint (death->n_patterns, ==, 1);
  g_assert_cmpuint (death->n_agreements, ==, 1);
  g_assert_cmpuint (death->n_authorities, ==, 2);
  g_assert_cmpuint (death->n_medicines, ==, 2);

  assert_field (tend_visit_kind, "after", "status", "planned");
  assert_field (tend_client_kind, "ann", "died_on", "");
  g_assert_null (tend_death_load (fixture->vault, "nobody", day ("2026-06-15"), TEND_CLOCK_NONE,
                                  NULL));
}

static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) visits = NULL;

  record_death (fixture, "ann", "2026-06-15", "14:30");

  assert_field (tend_client_kind, "ann", "died_on", "2026-06-15");
  assert_field (tend_client_kind, "ann", "died_at", "14:30");
  assert_field (tend_client_kind, "ann", "status", "ended");
  assert_field (tend_client_kind, "ann", "ended_on", "2026-06-15");
  assert_field (tend_agreement_kind, "g", "ends_on", "2026-06-15");
  assert_field (tend_agreement_kind, "past", "ends_on", "2025-12-31");
  assert_field (tend_pattern_kind, "p", "ends_on", "2026-06-15");
  assert_field (tend_representative_kind, "lpa", "ends_on", "2026-06-15");
  assert_field (tend_representative_kind, "deputy", "ends_on", "2026-06-15");
  assert_field (tend_representative_kind, "former", "ends_on", "2025-03-31");
  /* A course that was over stays as it was; one that had not begun has its first day. */
  assert_field (tend_medication_kind, "senna", "ends_on", "2026-06-15");
  assert_field (tend_medication_kind, "senna", "end_reason", "The person died.");
  assert_field (tend_medication_kind, "course", "ends_on", "2026-05-07");
  assert_field (tend_medication_kind, "course", "end_reason", "");
  assert_field (tend_medication_kind, "later", "ends_on", "2026-06-20");
  /* Begun in the minute of the death, and a minute later. */
  assert_field (tend_visit_kind, "before", "status", "planned");
  assert_field (tend_visit_kind, "after", "status", "cancelled");
  assert_field (tend_visit_kind, "next", "status", "cancelled");

  visits = tend_visits_between (fixture->vault, day ("2026-06-16"), day ("2026-07-31"), "ann",
                                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (visits->len, ==, 1);
}

static guint
count_asked (Fixture          *fixture,
             TendNextStepKind  kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendToday) today = tend_today_load (fixture->vault, day ("2026-06-16"), &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < today->next_steps->len; i++)
    {
      const TendNextStep *step = today->next_steps->pdata[i];

      n += step->kind == kind && g_strcmp0 (step->subject, "ann") == 0;
    }
  return n;
}

/* Nobody is to have a contract signed any more. */
static void
test_today (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpuint (count_asked (fixture, TEND_NEXT_SIGN_CONTRACT), ==, 1);
  record_death (fixture, "ann", "2026-06-16", NULL);
  g_assert_cmpuint (count_asked (fixture, TEND_NEXT_SIGN_CONTRACT), ==, 0);
}

/* A repeating visit of the day itself stays or goes by its time. */
static void
test_moment (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *clock; guint n; } cases[] = {
    { "09:59", 1 }, { "10:00", 2 }, { NULL, 2 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) visits = NULL;

      record_death (fixture, "ann", "2026-06-12", cases[i].clock);
      visits = tend_visits_between (fixture->vault, day ("2026-06-11"), day ("2026-06-14"), "ann",
                                    &error);
      g_assert_no_error (error);
      g_assert_cmpuint (visits->len, ==, cases[i].n);
      g_assert_true (tend_death_take_back (fixture->vault, "ann", &error));
      g_assert_no_error (error);
      assert_field (tend_client_kind, "ann", "died_at", "");
    }
}

/* What had not begun by then has no day left, and is no fault. */
static void
test_not_begun (Fixture       *fixture,
                gconstpointer  data)
{
  add_record (fixture, &tend_pattern_kind, "q", "client", "ann", "rrule", "FREQ=DAILY",
              "starts_on", "2026-07-01", "starts_at", "10:00", "minutes", "60", NULL);
  add_record (fixture, &tend_agreement_kind, "h", "client", "ann", "starts_on", "2026-07-01",
              NULL);
  record_death (fixture, "ann", "2026-06-15", NULL);

  assert_field (tend_pattern_kind, "q", "ends_on", "2026-06-30");
  assert_field (tend_agreement_kind, "h", "ends_on", "2026-07-01");
}

static char *
bill_to (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) draft =
    tend_invoice_preview (fixture->vault, "ann", day ("2026-06-01"), day ("2026-06-30"),
                          day ("2026-06-30"), &error);

  g_assert_no_error (error);
  return g_strdup (tend_record_get_text (draft->record, "bill_to"));
}

/* An attorney's part is over; whoever owes the bill themselves still owes it. */
static void
test_bill (Fixture       *fixture,
           gconstpointer  data)
{
  static const char estate[] = "The personal representatives of Ann Lee\n1 High Street";
  g_autofree char *alive = NULL;
  g_autofree char *dead = NULL;
  g_autofree char *council = NULL;

  add_record (fixture, &tend_rate_kind, "r", "applies", "any", "unit", "hour", "amount_pence",
              "2000", NULL);
  add_record (fixture, &tend_visit_kind, "done", "client", "ann", "status", "done",
              "planned_start", "2026-06-12T08:00", "planned_end", "2026-06-12T09:00", NULL);

  alive = bill_to (fixture);
  g_assert_cmpstr (alive, ==, "Tom Lee\n9 Low Road");
  record_death (fixture, "ann", "2026-06-15", NULL);
  dead = bill_to (fixture);
  g_assert_cmpstr (dead, ==, estate);

  add_record (fixture, &tend_person_kind, "council", "client", "ann", "name", "Accounts",
              "relation", "council", "organisation", "County Council", "pays_bills", "true",
              NULL);
  council = bill_to (fixture);
  g_assert_cmpstr (council, ==, "Accounts\nCounty Council");
}

/* A mistake goes; what somebody changed after it does not. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = NULL;

  record_death (fixture, "ann", "2026-06-15", NULL);
  visit = tend_record_load (fixture->vault, &tend_visit_kind, "next", &error);
  tend_record_set_text (visit, "cancel_reason", "She is away");
  tend_record_save (fixture->vault, visit, NULL, &error);
  g_assert_no_error (error);
  add_record (fixture, &tend_person_kind, "gp", "client", "ann", "name", "Dr Shah", "relation",
              "gp", NULL);

  g_assert_true (tend_death_take_back (fixture->vault, "ann", &error));
  g_assert_no_error (error);

  assert_field (tend_client_kind, "ann", "died_on", "");
  assert_field (tend_client_kind, "ann", "status", "active");
  assert_field (tend_client_kind, "ann", "ended_on", "2026-06-24");
  assert_field (tend_agreement_kind, "g", "ends_on", "2026-06-24");
  assert_field (tend_pattern_kind, "p", "ends_on", "");
  assert_field (tend_representative_kind, "lpa", "ends_on", "");
  assert_field (tend_representative_kind, "deputy", "ends_on", "2027-03-31");
  assert_field (tend_medication_kind, "senna", "ends_on", "");
  assert_field (tend_medication_kind, "senna", "end_reason", "");
  assert_field (tend_medication_kind, "later", "ends_on", "2026-06-30");
  assert_field (tend_visit_kind, "next", "status", "planned");
  assert_field (tend_visit_kind, "next", "cancel_reason", "She is away");
}

/* How much of a person's care record is due by the end of the year. */
static guint
count_due (Fixture        *fixture,
           const char     *client,
           const TendKind *kind)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = tend_care_due_list (fixture->vault, day ("2026-12-31"), &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const TendCareDue *due = list->pdata[i];

      n += g_strcmp0 (due->client, client) == 0 && (kind == NULL || due->kind == kind);
    }

  return n;
}

/* Nobody looks again at how somebody is cared for who has died; what happened is still to be
 * followed up. */
static void
test_reviews (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_record (fixture, &tend_care_plan_kind, "plan", "client", "ann", "status", "agreed",
              "agreed_on", "2026-01-02", "agreed_by", "Ann", "review_on", "2026-07-01", NULL);
  add_record (fixture, &tend_risk_kind, "risk", "client", "ann", "hazard", "Stairs",
              "assessed_on", "2026-01-02", "review_on", "2026-06-14", NULL);
  add_record (fixture, &tend_directive_kind, "form", "client", "ann", "kind", "respect",
              "original_at", "The fridge", "review_on", "2026-07-01", NULL);
  add_record (fixture, &tend_about_me_kind, "me", "client", "ann", "written_on", "2026-01-02",
              "check_on", "2026-07-02", NULL);
  add_record (fixture, &tend_equipment_training_kind, "hoist", "client", "ann", "equipment",
              "Hoist", "trained_by", "Nurse Lee", "trainer", "professional", "trained_on",
              "2026-01-02", "review_on", "2026-07-02", NULL);
  add_record (fixture, &tend_incident_kind, "fall", "client", "ann", "kind", "incident",
              "happened_at", "2026-06-01T10:00", "facts", "She fell.", "follow_up_on",
              "2026-06-20", NULL);
  g_assert_cmpuint (count_due (fixture, "ann", NULL), ==, 6);

  record_death (fixture, "ann", "2026-06-15", NULL);
  g_assert_cmpuint (count_due (fixture, "ann", NULL), ==, 1);
  g_assert_cmpuint (count_due (fixture, "ann", &tend_incident_kind), ==, 1);

  g_assert_true (tend_death_take_back (fixture->vault, "ann", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (fixture, "ann", NULL), ==, 6);

  /* One that came with an import, and says nothing of an end. */
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", "status", "active",
              "died_on", "2026-06-15", NULL);
  add_record (fixture, &tend_care_plan_kind, "his", "client", "bob", "status", "agreed",
              "agreed_on", "2026-01-02", "agreed_by", "Bob", "review_on", "2026-07-01", NULL);
  g_assert_cmpuint (count_due (fixture, "bob", NULL), ==, 0);
}

/* A second death is taken back to what was before it, not before the first. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  record_death (fixture, "ann", "2026-06-14", NULL);
  g_assert_true (tend_death_take_back (fixture->vault, "ann", &error));
  g_assert_no_error (error);
  add_record (fixture, &tend_agreement_kind, "new", "client", "ann", "starts_on", "2026-06-25",
              "ends_on", "2026-12-31", NULL);
  record_death (fixture, "ann", "2026-09-15", NULL);
  assert_field (tend_agreement_kind, "new", "ends_on", "2026-09-15");
  g_assert_true (tend_death_take_back (fixture->vault, "ann", &error));
  g_assert_no_error (error);
  assert_field (tend_agreement_kind, "new", "ends_on", "2026-12-31");
  assert_field (tend_agreement_kind, "g", "ends_on", "2026-06-24");
}

/* One that came with an import has nothing before it. */
static void
test_imported (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", "status", "ended",
              "died_on", "2026-06-15", "ended_on", "2026-06-15", NULL);
  g_assert_true (tend_death_take_back (fixture->vault, "bob", &error));
  g_assert_no_error (error);
  assert_field (tend_client_kind, "bob", "died_on", "");
  assert_field (tend_client_kind, "bob", "ended_on", "");
  assert_field (tend_client_kind, "bob", "status", "active");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/death/today", test_today);
  add_test ("/records/death/load", test_load);
  add_test ("/records/death/record", test_record);
  add_test ("/records/death/moment", test_moment);
  add_test ("/records/death/not-begun", test_not_begun);
  add_test ("/records/death/bill", test_bill);
  add_test ("/records/death/take-back", test_take_back);
  add_test ("/records/death/reviews", test_reviews);
  add_test ("/records/death/twice", test_twice);
  add_test ("/records/death/imported", test_imported);

  return g_test_run ();
}
