/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the care record to the words on the page. */

#include "records-test.h"

#include "tend-care-plan.h"
#include "tend-clients.h"
#include "tend-compose-care.h"
#include "tend-safeguarding-team.h"

#include <string.h>

#define ON "2026-11-24"

static void
add_people (Fixture *fixture)
{
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", "phone",
              "01632 960147", "complaints_to", "The council", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rosemary", "family_name",
              "Hartley", "preferred_name", "Rose", "address", "14 Station Terrace",
              "date_of_birth", "1938-03-12", "allergies_state", "listed", "allergies",
              "Penicillin", "gp_practice", "Moorland Surgery", "access", "Under the mat", NULL);
  add_record (fixture, &tend_client_kind, "new", "given_name", "Bernard", NULL);
  add_record (fixture, &tend_person_kind, "son", "client", "rose", "name", "Alan Hartley",
              "relation", "family", "phone", "01632 960301", NULL);
  add_record (fixture, &tend_person_kind, "wilkes", "client", "rose", "name", "Petra Wilkes",
              "relation", "social_worker", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Help with washing", NULL);
}

static char *
try (Fixture          *fixture,
     TendCareRequest   request,
     GError          **error)
{
  g_autoptr(TendCareValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;
  GString *text;

  if (request.on == TEND_DATE_NONE)
    request.on = day (ON);
  values = tend_compose_care_load (fixture->vault, &request, error);
  if (values == NULL)
    return NULL;

  document = tend_compose_care_document (values, error);
  g_assert_nonnull (document);
  text = g_string_new (NULL);
  for (int page = 0; page < tend_document_get_n_pages (document); page++)
    {
      g_autofree char *words = tend_document_dup_page_text (document, page);

      g_string_append_printf (text, "%s\n", words);
    }
  return g_string_free (text, FALSE);
}

static char *
compose (Fixture         *fixture,
         TendCareRequest  request)
{
  g_autoptr(GError) error = NULL;
  char *text = try (fixture, request, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not on the page:\n%s", part, text);
}

static void
assert_lacks (const char *text,
              const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is on the page:\n%s", part, text);
}

static void
assert_refused (Fixture         *fixture,
                TendCareRequest  request)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (try (fixture, request, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
}

static GPtrArray *
make_task (const char *id)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lines, make_record (&tend_plan_task_kind, id, "title", "Wash", "part_of_day",
                                       "evening", "weekdays", "TH\nMO", "service", "care",
                                       "personal_care", "true", NULL));
  g_ptr_array_add (lines, make_record (&tend_plan_task_kind, NULL, "title", "Look in",
                                       "part_of_day", "evening", NULL));
  return lines;
}

static void
agree (Fixture    *fixture,
       const char *id,
       const char *version,
       const char *date,
       const char *needs)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = make_task (id);
  g_autoptr(TendRecord) plan = make_record (&tend_care_plan_kind, id, "client", "rose", "version",
                                            version, "needs", needs, NULL);

  g_assert_true (tend_care_plan_save (fixture->vault, plan, lines, &error));
  g_assert_no_error (error);
  tend_record_set_int (plan, "agreed_on", day (date));
  tend_record_set_text (plan, "agreed_by", "Alan Hartley");
  tend_record_set_text (plan, "authority", "attorney");
  tend_record_set_text (plan, "representative", "lpa");
  g_assert_true (tend_care_plan_agree (fixture->vault, plan, day (ON), &error));
  g_assert_no_error (error);
}

/* Each day has its version, and an earlier one can be had by its name. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *now = NULL, *then = NULL, *named = NULL;

  add_people (fixture);
  add_record (fixture, &tend_representative_kind, "lpa", "client", "rose", "person", "son", "kind",
              "lpa_health", NULL);
  add_record (fixture, &tend_directive_kind, NULL, "client", "rose", "kind", "respect",
              "original_at", "On the fridge", "made_on", "2026-10-16", NULL);
  add_record (fixture, &tend_risk_kind, "tea", "client", "rose", "hazard", "Tea", "assessed_on",
              "2026-01-01", "likelihood_before", "1", "severity_before", "2", NULL);
  add_record (fixture, &tend_risk_kind, "rug", "client", "rose", "hazard", "The rug",
              "assessed_on", "2026-01-01", "likelihood_before", "4", "severity_before", "5", NULL);
  add_record (fixture, &tend_risk_kind, "fire", "client", "rose", "hazard", "Fire", "assessed_on",
              "2026-01-01", "closed_on", "2026-02-01", NULL);
  add_record (fixture, &tend_pattern_kind, "late", "client", "rose", "rrule", "FREQ=DAILY",
              "starts_on", "2026-01-01", "starts_at", "17:00", "minutes", "45", NULL);
  add_record (fixture, &tend_pattern_kind, "morning", "client", "rose", "rrule", "FREQ=DAILY",
              "starts_on", "2026-09-07", "starts_at", "08:00", "minutes", "30", NULL);
  assert_refused (fixture, (TendCareRequest) { TEND_CARE_PLAN, .client = "rose" });
  agree (fixture, "one", "1", "2026-02-01", "Breakfast.");
  agree (fixture, "two", "2", "2026-09-07", "Breakfast and tea.");

  now = compose (fixture, (TendCareRequest) { TEND_CARE_PLAN, .client = "rose" });
  assert_has (now, "Version 2");
  assert_has (now, "Breakfast and tea.");
  assert_has (now, "On whose word: An attorney: Alan Hartley");
  assert_has (now, "In the evening");
  assert_has (now, "Mon, Thu");
  assert_has (now, "Every visit");
  assert_has (now, "Usual visits\nEvery day, 08:00–08:30\nEvery day, 17:00–17:45");
  /* No part of what was agreed: one may have been found since. */
  assert_has (now, "Risks as assessed up to 24 November 2026\nRisks  see the risk assessment");
  g_assert_true (strstr (now, "on 7 September 2026") < strstr (now, "Risks as assessed"));
  /* 4 times 5; what is closed, or not assessed yet, is no risk of that day. */
  assert_has (now, "see the risk assessment: The rug, 20 ");
  assert_has (now, "; Tea, 2 ");
  assert_lacks (now, "Fire");
  assert_has (now, "Help with washing");
  assert_has (now, "Rosemary Hartley");
  assert_has (now, "Likes to be called Rose");
  assert_lacks (now, "Under the mat");

  then = compose (fixture, (TendCareRequest) { TEND_CARE_PLAN, .client = "rose",
                                               .on = day ("2026-03-01") });
  assert_has (then, "Version 1");
  assert_lacks (then, "Replaced");
  assert_has (then, "Usual visits\nEvery day, 17:00–17:45");
  assert_has (then, "Risks as assessed up to 1 March 2026");
  assert_has (now, "Alan Hartley: Lasting power of attorney: health and welfare");
  assert_has (now, "The original is here: On the fridge");
  assert_lacks (then, "On the fridge");
  named = compose (fixture, (TendCareRequest) { TEND_CARE_PLAN, .client = "rose",
                                                .record = "one" });
  assert_has (named, "Replaced on 7 September 2026");
  /* A version of somebody else's. */
  assert_refused (fixture, (TendCareRequest) { TEND_CARE_PLAN, .client = "new",
                                               .record = "one" });
}

/* Once somebody has died every paper says so, and asks for no review any more. */
static void
test_died (Fixture       *fixture,
           gconstpointer  data)
{
  const TendCarePaper papers[] = { TEND_CARE_PLAN, TEND_CARE_ABOUT_ME, TEND_CARE_RISKS,
                                   TEND_CARE_CONTINGENCY, TEND_CARE_EQUIPMENT,
                                   TEND_CARE_MEDICINE_REQUEST, TEND_CARE_CONTACTS };

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rose", "died_on", "2026-11-02",
              "status", "ended", NULL);
  add_record (fixture, &tend_person_kind, "son", "client", "rose", "name", "Alan Hartley",
              "relation", "family", NULL);
  add_record (fixture, &tend_representative_kind, "lpa", "client", "rose", "person", "son", "kind",
              "lpa_health", "ends_on", "2026-11-02", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Help with washing", NULL);
  agree (fixture, "one", "1", "2026-02-01", "Breakfast.");
  add_record (fixture, &tend_risk_kind, "a", "client", "rose", "hazard", "A fall", "assessed_on",
              "2026-02-01", "review_on", "2026-12-09", NULL);
  add_record (fixture, &tend_about_me_kind, NULL, "client", "rose", "written_on", "2026-02-01",
              "check_on", "2026-12-09", NULL);
  add_record (fixture, &tend_equipment_training_kind, NULL, "client", "rose", "equipment", "Hoist",
              "trained_on", "2026-02-01", "trained_by", "Alan", "trainer", "family", "review_on",
              "2026-12-09", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      TendCareRequest request = { papers[i], .client = "rose", .on = day ("2026-11-01") };
      g_autofree char *before = compose (fixture, request);
      g_autofree char *after = NULL;

      request.on = day ("2026-11-02");
      after = compose (fixture, request);
      assert_lacks (before, "Died on");
      assert_has (after, "Died on 2 November 2026");
      assert_lacks (after, "9 December 2026");
    }
}

static void
test_about (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL, *form = NULL, *before = NULL;

  add_people (fixture);
  add_record (fixture, &tend_about_me_kind, NULL, "client", "rose", "written_on", "2026-09-07",
              "matters", "My own chair.", "religion", "Chapel", "communication_format",
              "large_print", NULL);
  add_record (fixture, &tend_directive_kind, "1", "client", "rose", "kind", "respect",
              "original_at", "On the fridge", "made_on", "2026-10-16", NULL);
  add_record (fixture, &tend_directive_kind, "2", "client", "rose", "kind", "dnacpr",
              "original_at", "In the bureau", "ended_on", "2026-10-16", NULL);

  text = compose (fixture, (TendCareRequest) { TEND_CARE_ABOUT_ME, .client = "rose" });
  assert_has (text, "My own chair.");
  assert_has (text, "Large print");
  assert_has (text, "The original is here: On the fridge");
  assert_has (text, "Alan Hartley\n01632 960301");
  assert_has (text, "Moorland Surgery");
  assert_lacks (text, "Chapel");
  assert_lacks (text, "In the bureau");

  before = compose (fixture, (TendCareRequest) { TEND_CARE_ABOUT_ME, .client = "rose",
                                                 .on = day ("2026-09-06") });
  assert_lacks (before, "My own chair.");
  assert_lacks (before, "On the fridge");
  form = compose (fixture, (TendCareRequest) { TEND_CARE_ABOUT_ME, .client = "new" });
  assert_has (form, "What matters to me");
  assert_has (form, "Not yet asked");
}

static void
add_line (Fixture    *fixture,
          const char *name,
          const char *field,
          const char *value,
          const char *ends_on)
{
  add_record (fixture, &tend_medication_kind, name, "client", "rose", "name", name, "dose",
              "1 tablet", "starts_on", "2026-11-01", field, value,
              ends_on != NULL ? "ends_on" : NULL, ends_on, NULL);
}

/* An ambulance is told of what is on the skin, locked away, timed or dosed by day, and that the
 * chart has the rest; of nothing that has ended. */
static void
test_medicines (Fixture       *fixture,
                gconstpointer  data)
{
  static const TendCarePaper papers[] = { TEND_CARE_ABOUT_ME, TEND_CARE_CONTINGENCY };
  g_autofree char *none = NULL, *plain = NULL;

  add_people (fixture);
  none = compose (fixture, (TendCareRequest) { TEND_CARE_ABOUT_ME, .client = "rose" });
  assert_lacks (none, "MAR chart");
  add_line (fixture, "Amlodipine", "purpose", "blood pressure", NULL);
  plain = compose (fixture, (TendCareRequest) { TEND_CARE_ABOUT_ME, .client = "rose" });
  assert_has (plain, "All of them are on the medicine record (MAR chart).");
  assert_lacks (plain, "Amlodipine");

  add_line (fixture, "Buprenorphine", "applied", "patch", NULL);
  add_line (fixture, "Co-careldopa", "time_critical", "true", NULL);
  add_line (fixture, "Morphine", "controlled", "true", "2026-11-23");
  add_line (fixture, "Warfarin", "purpose", "to thin the blood", NULL);
  add_record (fixture, &tend_medication_dose_kind, NULL, "medication", "Warfarin", "position", "0",
              "from", "2026-11-01", "quantity", "4", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const TendCareRequest request = { papers[i], .client = "rose", .print = TEND_PRINT_USUAL };
      g_autofree char *text = compose (fixture, request);

      g_strdelimit (text, "\n", ' ');
      assert_has (text, "Buprenorphine (a patch)");
      assert_has (text, "Co-careldopa (must be on time)");
      assert_has (text, "Warfarin (the dose changes: see the chart)");
      assert_lacks (text, "Morphine");
      assert_lacks (text, "Amlodipine");
    }
}

/* What was written before can be had by its name, and says that it is no more the one to use. */
static void
test_earlier (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *about, *plan, *date, *words; } written[] = {
    { "me-1", "net-1", "2026-06-07", "My own chair." },
    { "me-2", "net-2", "2026-07-07", "The radio." },
    { "me-3", "net-3", "2026-08-07", "Mozart." },
  };
  static const struct { TendCarePaper paper; const char *first, *newest; } papers[] = {
    { TEND_CARE_ABOUT_ME, "me-1", "me-3" },
    { TEND_CARE_CONTINGENCY, "net-1", "net-3" },
  };

  add_people (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      add_record (fixture, &tend_about_me_kind, written[i].about, "client", "rose", "written_on",
                  written[i].date, "matters", written[i].words, NULL);
      add_record (fixture, &tend_contingency_plan_kind, written[i].plan, "client", "rose",
                  "updated_on", written[i].date, "carer_ill", written[i].words, NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      TendCareRequest request = { papers[i].paper, .client = "rose" };
      g_autofree char *now = NULL, *named = NULL, *hidden = NULL, *then = NULL, *newest = NULL;

      now = compose (fixture, request);
      assert_has (now, "Mozart.");
      assert_lacks (now, "Replaced");

      request.record = papers[i].first;
      named = compose (fixture, request);
      assert_has (named, "My own chair.");
      assert_has (named, "Replaced on 7 July 2026: not to work from");
      request.redacted = TRUE;
      hidden = compose (fixture, request);
      assert_has (hidden, "My own chair.");
      assert_has (hidden, "R.H.");
      assert_lacks (hidden, "Hartley");
      request.on = day ("2026-07-06");
      then = compose (fixture, request);
      assert_lacks (then, "Replaced");
      request.client = "new";
      assert_refused (fixture, request);

      newest = compose (fixture, (TendCareRequest) { papers[i].paper, .client = "rose",
                                                     .record = papers[i].newest });
      assert_lacks (newest, "Replaced");
    }
}

static void
test_risks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_people (fixture);
  assert_refused (fixture, (TendCareRequest) { TEND_CARE_RISKS, .client = "rose" });
  add_record (fixture, &tend_risk_kind, "a", "client", "rose", "hazard", "A fall",
              "likelihood_before", "3", "severity_before", "4", "likelihood_after", "1",
              "severity_after", "4", "assessed_on", "2026-09-07", NULL);
  add_record (fixture, &tend_risk_kind, "b", "client", "rose", "hazard", "The rug", "assessed_on",
              "2026-04-15", "closed_on", "2026-04-22", NULL);
  add_record (fixture, &tend_risk_kind, "c", "client", "rose", "hazard", "Fire",
              "likelihood_before", "3", "severity_before", "5", "assessed_on", "2026-09-07", NULL);
  add_record (fixture, &tend_risk_band_kind, NULL, "name", "Amber", "from", "5", NULL);
  add_record (fixture, &tend_risk_band_kind, NULL, "name", "Red", "from", "15", NULL);

  text = compose (fixture, (TendCareRequest) { TEND_CARE_RISKS, .client = "rose" });
  assert_has (text, "3 × 4 = 12, Amber");
  assert_has (text, "1 × 4 = 4\n");
  assert_has (text, "3 × 5 = 15, Red");
  assert_has (text, "1  Fire");
  assert_has (text, "2  A fall");
  assert_lacks (text, "The rug");
}

static void
test_incident (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = NULL, *nobody = NULL;
  TendCareRequest request = { TEND_CARE_INCIDENT, .client = "rose" };

  add_people (fixture);
  assert_refused (fixture, request);
  add_record (fixture, &tend_incident_kind, "old", "client", "rose", "kind", "near_miss",
              "happened_at", "2026-01-02T09:00", "facts", "The kettle.", NULL);
  add_record (fixture, &tend_incident_kind, "fall", "client", "rose", "kind", "accident", "what",
              "fall", "happened_at", "2026-10-11T22:30", "facts", "Alan found Rose.", "abuse",
              "neglect\nfinancial", "written_at", "2026-10-12T08:30", "changed_at",
              "2026-10-12T11:15", "followed_up_on", "2026-10-20", "outcome",
              "The rail is up, Alan says.", NULL);
  add_record (fixture, &tend_incident_addendum_kind, NULL, "incident", "fall", "written_at",
              "2026-10-15T18:40", "corrects", "place", "text", "In the hall.", "reason",
              "Alan told me.", NULL);
  add_record (fixture, &tend_incident_kind, "data", "kind", "near_miss", "what", "data_breach",
              "happened_at", "2026-10-12T22:30", "facts", "The rota lay there.", NULL);
  add_record (fixture, &tend_incident_report_kind, NULL, "incident", "fall", "role", "gp", "name",
              "Dr Amin", "told_at", "2026-10-12T08:00", "reference", "AB-12", NULL);
  add_record (fixture, &tend_body_map_kind, "map", "client", "rose", "incident", "fall", "seen_at",
              "2026-10-12T09:00", NULL);
  add_record (fixture, &tend_body_mark_kind, NULL, "body_map", "map", "side", "right",
              "x_thousandths", "500", "y_thousandths", "480", "kind", "bruise", "size", "3 cm",
              NULL);
  add_record (fixture, &tend_body_map_addendum_kind, NULL, "body_map", "map", "written_at",
              "2026-10-14T10:00", "text", "It is yellow now.", NULL);

  text = compose (fixture, request);
  assert_has (text, "Alan found Rose.");
  assert_has (text, "Sunday 11 October 2026, 22:30");
  assert_has (text, "Neglect, Financial or material");
  assert_has (text, "12 Oct 2026, 08:00");
  assert_has (text, "Body map, seen on Monday 12 October 2026, 09:00");
  assert_has (text, "Right side");
  assert_lacks (text, "kettle");
  assert_has (text, "Monday 12 October 2026, 08:30");
  assert_has (text, "Last changed\nMonday 12 October 2026, 11:15");
  assert_has (text, "Written down\nMonday 12 October 2026, 08:30");
  assert_lacks (text, "Last added to");
  assert_has (text, "Followed up on  20 October 2026");
  assert_has (text, "What came of it\nThe rail is up, Alan says.");
  assert_has (text, "Added on Thursday 15 October 2026, 18:40");
  assert_has (text, "Where, corrected: In the hall.");
  assert_has (text, "Why: Alan told me.");
  assert_has (text, "Added on Wednesday 14 October 2026, 10:00  It is yellow now.");

  nobody = compose (fixture, (TendCareRequest) { TEND_CARE_INCIDENT, .record = "data" });
  assert_has (nobody, "The rota lay there.");
  assert_lacks (nobody, "Rose");
  request.record = "data";
  assert_refused (fixture, request);
}

static void
add_visit (Fixture    *fixture,
           const char *id,
           const char *date,
           const char *status)
{
  g_autofree char *start = g_strconcat (date, "T08:00", NULL);
  g_autofree char *end = g_strconcat (date, "T08:30", NULL);

  add_record (fixture, &tend_visit_kind, id, "client", "rose", "service", "care", "planned_start",
              start, "planned_end", end, "status", status, "note", id, "money_given_pence", "2000",
              "money_spent_pence", "1435", "money_returned_pence", "500", "appetite", "some",
              "intake", "Toast", NULL);
}

static void
test_visit_log (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_people (fixture);
  add_visit (fixture, "before", "2026-10-31", "done");
  add_visit (fixture, "first", "2026-11-01", "done");
  add_visit (fixture, "last", "2026-11-07", "missed");
  add_visit (fixture, "after", "2026-11-08", "done");
  add_record (fixture, &tend_visit_kind, "off", "client", "rose", "service", "care",
              "planned_start", "2026-11-05T08:00", "planned_end", "2026-11-05T08:30", "status",
              "cancelled", "cancelled_at", "2026-11-04T17:05", "cancel_reason",
              "At her sister’s", NULL);
  add_visit (fixture, "still planned", "2026-11-06", "planned");
  add_record (fixture, &tend_visit_task_kind, NULL, "visit", "first", "title", "Wash", "done",
              "true", NULL);
  add_record (fixture, &tend_visit_task_kind, NULL, "visit", "first", "title", "Walk", "reason",
              "Raining", NULL);
  add_record (fixture, &tend_visit_addendum_kind, NULL, "visit", "first", "written_at",
              "2026-11-03T18:40", "text", "She rang.", NULL);

  add_record (fixture, &tend_incident_kind, "named", "client", "rose", "visit", "first", "kind",
              "accident", "happened_at", "2026-11-02T09:00", "facts", "The kettle.", NULL);
  add_record (fixture, &tend_incident_kind, "within", "client", "rose", "kind", "accident",
              "happened_at", "2026-11-01T08:10", "facts", "The rug.", NULL);
  add_record (fixture, &tend_incident_kind, "elsewhere", "client", "rose", "kind", "accident",
              "happened_at", "2026-11-01T08:31", "facts", "The bus.", NULL);

  text = compose (fixture, (TendCareRequest) { TEND_CARE_VISIT_LOG, .client = "rose",
                                               .from = day ("2026-11-01"),
                                               .to = day ("2026-11-07") });
  assert_has (text, "Done  Wash");
  assert_has (text, "Not done  Walk (Raining)");
  assert_has (text, "Food and drink  Some. Toast");
  /* 20.00 - 14.35 - 5.00 */
  assert_has (text, "given £20.00, spent £14.35, given back £5.00. There is no receipt. "
                    "It does not add up by £0.65.");
  assert_has (text, "Added on 3 Nov 2026, 18:40  She rang.");
  assert_has (text, "Missed");
  assert_has (text, "Planned 08:00–08:30");
  assert_has (text, "Cancelled 4 Nov 2026, 17:05: At her sister’s");
  assert_has (text, "by Christine Marsh");
  assert_has (text, "2 November 2026, 09:00");
  assert_has (text, "1 November 2026, 08:10");
  assert_lacks (text, "1 November 2026, 08:31");
  assert_lacks (text, "before");
  assert_lacks (text, "after");
  assert_lacks (text, "still planned");
}

/* Whom the request was told to, and whether training is needed, as it is recorded. */
static void
test_medicine_request (Fixture       *fixture,
                       gconstpointer  data)
{
  const TendCareRequest request = { TEND_CARE_MEDICINE_REQUEST, .client = "rose" };
  g_autofree char *plain = NULL, *told = NULL;

  add_people (fixture);
  add_record (fixture, &tend_medicine_request_kind, "one", "client", "rose", "asked_on",
              "2026-09-07", "action", "Hand them to me", NULL);
  plain = compose (fixture, request);
  assert_has (plain, "Hand them to me");
  assert_lacks (plain, "GP told");
  assert_lacks (plain, "Training checked");

  add_record (fixture, &tend_medicine_request_kind, "two", "client", "rose", "asked_on",
              "2026-09-07", "action", "Rub it in", "gp_told_on", "2026-09-08", "gp_told_how",
              "by telephone", "training_checked_on", "2026-09-09", NULL);
  told = compose (fixture, request);
  assert_has (told, "GP told\n8 September 2026, by telephone");
  assert_has (told, "Training checked\n9 September 2026");
}

/* Nobody's name, address, number or birthday, in no place. */
static void
test_redacted (Fixture       *fixture,
               gconstpointer  data)
{
  const TendCarePaper papers[] = { TEND_CARE_PLAN, TEND_CARE_ABOUT_ME, TEND_CARE_RISKS,
                                   TEND_CARE_CONTINGENCY, TEND_CARE_INCIDENT, TEND_CARE_VISIT_LOG,
                                   TEND_CARE_EQUIPMENT, TEND_CARE_MEDICINE_REQUEST,
                                   TEND_CARE_CONTACTS, TEND_CARE_CONSENT };
  const char *hidden[] = { "Rose", "Hartley", "Alan", "Wilkes", "Station", "1938", "01632 9603",
                           "Terrace", "AB-12", "Moorland", "Dilys", "Bernard", "Pritchard" };

  test_incident (fixture, NULL);
  add_record (fixture, &tend_representative_kind, "lpa", "client", "rose", "person", "son", "kind",
              "lpa_health", "note", "Ask Alan first.", NULL);
  agree (fixture, "one", "1", "2026-02-01",
         "Rose and Mrs Hartley’s son Alan, at 14 Station Terrace.");
  add_record (fixture, &tend_risk_kind, "a", "client", "rose", "hazard", "Rose on the stairs",
              "owner", "Petra Wilkes", "assessed_on", "2026-09-07", NULL);
  add_record (fixture, &tend_about_me_kind, NULL, "client", "rose", "written_on", "2026-09-07",
              "people", "Alan.", "written_with", "Petra Wilkes", NULL);
  add_record (fixture, &tend_equipment_training_kind, NULL, "client", "rose", "equipment", "Hoist",
              "trained_on", "2026-09-07", "trained_by", "Alan Hartley", "trainer", "family",
              NULL);
  add_record (fixture, &tend_medicine_request_kind, NULL, "client", "rose", "asked_on",
              "2026-09-07", "action", "Hand them to Rose", "signed_on", "2026-09-07", "signed_by",
              "Rosemary Hartley", NULL);
  add_record (fixture, &tend_contingency_plan_kind, "k", "client", "rose", "updated_on",
              "2026-09-07", "carer_ill", "Ring Alan.", NULL);
  add_record (fixture, &tend_contingency_contact_kind, NULL, "contingency_plan", "k", "person",
              "son", "note", "Alan has a key", NULL);
  add_record (fixture, &tend_contingency_contact_kind, NULL, "contingency_plan", "k", "name",
              "Dilys, over the road", "note", "Dilys and Bernard have a key", NULL);
  /* Round somebody else. */
  add_record (fixture, &tend_person_kind, "catrin", "client", "new", "name", "Catrin Pritchard",
              "relation", "family", NULL);
  add_visit (fixture, "Rose sang with Pritchard", "2026-11-01", "done");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *text = compose (fixture, (TendCareRequest) {
        papers[i], .client = "rose", .from = day ("2026-11-01"), .to = day (ON), .redacted = TRUE
      });

      assert_has (text, "Redacted copy");
      assert_has (text, "R.H.");
      for (guint j = 0; j < G_N_ELEMENTS (hidden); j++)
        assert_lacks (text, hidden[j]);
    }

  assert_refused (fixture, (TendCareRequest) { TEND_CARE_FIRST_VISIT_PACK, .client = "rose",
                                               .redacted = TRUE });
}

/* A vault that was made without a word about the carer. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *asked = NULL, *fridge = NULL;

  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rose", NULL);
  asked = compose (fixture, (TendCareRequest) { TEND_CARE_MEDICINE_REQUEST, .client = "rose" });
  assert_has (asked, "I ask ____________ to help me");
  fridge = compose (fixture, (TendCareRequest) { TEND_CARE_CONTINGENCY, .client = "rose" });
  assert_has (fridge, "If ____________ is unwell");
  assert_has (fridge, "____________ does not arrange cover");
}

/* What holds, what was refused, and what held once, each with who said so and how. */
static void
test_consent (Fixture       *fixture,
              gconstpointer  data)
{
  const TendCareRequest request = { TEND_CARE_CONSENT, .client = "rose" };
  g_autofree char *form = NULL, *text = NULL, *before = NULL;

  add_people (fixture);
  form = compose (fixture, request);
  assert_has (form, "Sharing information, and with whom");
  assert_has (form, "The person, or who may act for them");

  add_record (fixture, &tend_representative_kind, "lpa", "client", "rose", "person", "son", "kind",
              "lpa_health", NULL);
  add_record (fixture, &tend_consent_kind, "photos", "client", "rose", "kind", "photographs",
              "answer", "refused", "given_on", "2026-09-08", "how", "written", "given_by", "self",
              "detail", "None at all.", NULL);
  add_record (fixture, &tend_consent_kind, "care", "client", "rose", "kind", "care", "answer",
              "given", "given_on", "2026-09-07", "how", "spoken", "given_by", "attorney",
              "representative", "lpa", "ends_on", "2026-11-23", NULL);
  add_record (fixture, &tend_consent_kind, "nurses", "client", "rose", "kind", "sharing",
              "sharing_with", "The district nurses", "answer", "given", "given_on", "2026-09-09",
              "how", "spoken", "given_by", "self", "withdrawn_on", "2026-11-02", "withdrawn_how",
              "She rang me.", NULL);
  add_record (fixture, &tend_consent_kind, "later", "client", "rose", "kind", "medicines",
              "answer", "given", "given_on", "2026-11-25", "how", "spoken", "given_by", "self",
              NULL);

  text = compose (fixture, request);
  assert_has (text, "Care and support\nAnswer\nAgreed by Alan Hartley on 7 September 2026\n"
                    "How\nSpoken\nOn whose word\nAn attorney: Alan Hartley\n"
                    "Ended on\n23 November 2026");
  assert_has (text, "Photographs\nRefused\nWhat exactly\nNone at all.");
  assert_has (text, "Sharing information: The district nurses\nWithdrawn on\n"
                    "2 November 2026");
  assert_has (text, "She rang me.");
  /* What holds comes first, whenever it was said. */
  g_assert_true (strstr (text, "Photographs\n") < strstr (text, "Care and support\n"));
  assert_has (text, "12 March 1938");
  /* What is answered is not to be signed again. */
  assert_has (text, "Agreed by Rosemary Hartley on 9 September 2026");
  assert_lacks (text, "The person, or who may act for them");
  assert_lacks (text, "Help with medicines");

  before = compose (fixture, (TendCareRequest) { TEND_CARE_CONSENT, .client = "rose",
                                                 .on = day ("2026-11-01") });
  assert_lacks (before, "Withdrawn");
  assert_lacks (before, "She rang me.");
}

static void
test_pack (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;

  add_people (fixture);
  assert_refused (fixture, (TendCareRequest) { TEND_CARE_FIRST_VISIT_PACK, .client = "new" });
  add_record (fixture, &tend_agreement_kind, NULL, "client", "new", "service", "care", "starts_on",
              "2026-12-01", NULL);
  add_record (fixture, &tend_consent_kind, NULL, "client", "new", "kind", "sharing", "sharing_with",
              "His niece", "answer", "given", "given_on", "2026-11-20", "how", "spoken",
              "given_by", "self", NULL);
  add_record (fixture, &tend_consent_kind, NULL, "client", "new", "kind", "sharing", "sharing_with",
              "The neighbour", "answer", "refused", "given_on", "2026-11-20", "how", "spoken",
              "given_by", "self", NULL);

  text = compose (fixture, (TendCareRequest) { TEND_CARE_FIRST_VISIT_PACK, .client = "new" });
  assert_has (text, "Agreement for support at home");
  assert_has (text, "Cancellation form");
  assert_has (text, "His niece");
  assert_lacks (text, "The neighbour");
  assert_has (text, "Bernard");

  g_assert_true (tend_setting_set (fixture->vault, TEND_SETTING_PRIVACY_WORDING,
                                   "Only for {{client.name}}.", &error));
  own = compose (fixture, (TendCareRequest) { TEND_CARE_PRIVACY_NOTICE, .client = "new" });
  assert_has (own, "Only for Bernard.");
}

/* As the wording editor shows it: for nobody in particular, and with what is tried. */
static void
test_notice (Fixture       *fixture,
             gconstpointer  data)
{
  const TendCareRequest request = { .paper = TEND_CARE_PRIVACY_NOTICE, .on = day ("2026-11-24") };
  g_autofree char *text = compose (fixture, request);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendCareValues) values = tend_compose_care_load (fixture->vault, &request, &error);
  g_autoptr(TendDocument) tried = NULL;

  g_assert_no_error (error);
  assert_has (text, "This notice is for whoever I support.");

  tend_compose_care_set_wording (values, "{{nowhere}}");
  g_assert_null (tend_compose_care_document (values, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  tend_compose_care_set_wording (values, "Ours, by {{provider.name}}");
  tried = tend_compose_care_document (values, &error);
  g_assert_no_error (error);
}

/* The council's team is on the sheet as soon as the carer has found its number. */
static void
test_safeguarding (Fixture       *fixture,
                   gconstpointer  data)
{
  const TendCareRequest request = { TEND_CARE_CONTACTS, .client = "rose" };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_people (fixture);
  before = compose (fixture, request);
  assert_lacks (before, "at risk of harm");
  tend_safeguarding_team_keep (fixture->vault, "", "01632 960999", "01632 960998",
                               day ("2026-11-24"), &error);
  g_assert_no_error (error);
  after = compose (fixture, request);
  assert_has (after, "Council’s safeguarding team");
  assert_has (after, "01632 960999");
  assert_has (after, "Nights and weekends: 01632 960998");
}

/* Whom to complain to is the same on each paper: whom the carer named, and the council that the
 * person is helped under. */
static void
test_concerns (Fixture       *fixture,
               gconstpointer  data)
{
  const TendCarePaper papers[] = { TEND_CARE_CONTACTS, TEND_CARE_PRIVACY_NOTICE,
                                   TEND_CARE_FEEDBACK_REQUEST };

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", "schemes",
              "cambridgeshire", "complaints_to", "The council", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rose", "schemes",
              "cambridgeshire", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *text = compose (fixture, (TendCareRequest) { papers[i], .client = "rose" });

      assert_has (text, "The council");
      assert_has (text, "Cambridgeshire County Council: ");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/exchange/compose-care/plan", test_plan);
  add_fixture_test ("/exchange/compose-care/died", test_died);
  add_fixture_test ("/exchange/compose-care/about", test_about);
  add_fixture_test ("/exchange/compose-care/medicines", test_medicines);
  add_fixture_test ("/exchange/compose-care/earlier", test_earlier);
  add_fixture_test ("/exchange/compose-care/risks", test_risks);
  add_fixture_test ("/exchange/compose-care/incident", test_incident);
  add_fixture_test ("/exchange/compose-care/visit-log", test_visit_log);
  add_fixture_test ("/exchange/compose-care/medicine-request", test_medicine_request);
  add_fixture_test ("/exchange/compose-care/redacted", test_redacted);
  add_fixture_test ("/exchange/compose-care/nobody", test_nobody);
  add_fixture_test ("/exchange/compose-care/consent", test_consent);
  add_fixture_test ("/exchange/compose-care/pack", test_pack);
  add_fixture_test ("/exchange/compose-care/notice", test_notice);
  add_fixture_test ("/exchange/compose-care/concerns", test_concerns);
  add_fixture_test ("/exchange/compose-care/safeguarding", test_safeguarding);
  return g_test_run ();
}
