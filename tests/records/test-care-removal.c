/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-care-removal.h"
#include "tend-history.h"

#include <string.h>

#define DAY_SECONDS (24 * 60 * 60)

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
}

/* What is said where it stays; NULL once it is gone. */
static char *
try (Fixture        *fixture,
     const TendKind *kind,
     const char     *id,
     TendInstant     now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, kind, id, &error);

  g_assert_no_error (error);
  if (tend_care_remove (fixture->vault, record, now, &error))
    return NULL;

  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  return g_strdup (error->message);
}

static void
assert_gone (Fixture        *fixture,
             const TendKind *kind,
             const char     *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, kind, id, &error);

  g_assert_null (record);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

/* When the record was first kept, by its history. */
static TendInstant
kept_at (Fixture        *fixture,
         const TendKind *kind,
         const char     *id)
{
  g_autoptr(GPtrArray) entries = tend_history_list (fixture->vault, kind->name, id, 0, 99, NULL);

  return ((TendHistoryEntry *) entries->pdata[entries->len - 1])->at;
}

static void
assert_stays (Fixture        *fixture,
              const TendKind *kind,
              const char     *id,
              TendInstant     now,
              const char     *part)
{
  g_autofree char *said = try (fixture, kind, id, now);

  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, part));
}

static void
assert_goes (Fixture        *fixture,
             const TendKind *kind,
             const char     *id,
             TendInstant     now)
{
  g_autofree char *said = try (fixture, kind, id, now);

  g_assert_null (said);
  assert_gone (fixture, kind, id);
}

/* A plan in draft goes with its lines, and the history has them. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) entries = NULL;

  add_record (fixture, &tend_care_plan_kind, "plan", "client", "ann", "version", "1", "status",
              "draft", NULL);
  add_record (fixture, &tend_plan_task_kind, "task", "care_plan", "plan", "position", "0",
              "title", "Shower", NULL);
  assert_goes (fixture, &tend_care_plan_kind, "plan", 0);
  assert_gone (fixture, &tend_plan_task_kind, "task");

  entries = tend_history_list (fixture->vault, "plan_task", "task", 0, 99, NULL);
  g_assert_cmpstr (((TendHistoryEntry *) entries->pdata[0])->action, ==, "remove");
}

static void
test_agreed (Fixture       *fixture,
             gconstpointer  data)
{
  add_record (fixture, &tend_care_plan_kind, "plan", "client", "ann", "version", "1", "status",
              "agreed", "agreed_on", "2026-06-01", "agreed_by", "Ann", NULL);
  assert_stays (fixture, &tend_care_plan_kind, "plan", 0, "agreed");

  add_record (fixture, &tend_medicine_request_kind, "ask", "client", "ann", "asked_on",
              "2026-06-01", "action", "Hand it over", "signed_on", "2026-06-01", NULL);
  assert_stays (fixture, &tend_medicine_request_kind, "ask", 0, "signed");
}

/* A minute before a day is over, and when it is. */
static void
test_happened (Fixture       *fixture,
               gconstpointer  data)
{
  TendInstant at;

  add_record (fixture, &tend_incident_kind, "fall", "client", "ann", "kind", "accident",
              "happened_at", "2026-06-01T10:00", "facts", "She fell.", NULL);
  at = kept_at (fixture, &tend_incident_kind, "fall");
  assert_stays (fixture, &tend_incident_kind, "fall", at + DAY_SECONDS, "a day after");
  assert_goes (fixture, &tend_incident_kind, "fall", at + DAY_SECONDS - 60);
}

/* What others lean on says what leans on it. */
static void
test_named (Fixture       *fixture,
            gconstpointer  data)
{
  add_record (fixture, &tend_person_kind, "son", "client", "ann", "name", "Tom", "relation",
              "family", NULL);
  add_record (fixture, &tend_representative_kind, "lpa", "client", "ann", "person", "son",
              "kind", "lpa_health", NULL);
  add_record (fixture, &tend_consent_kind, "care", "client", "ann", "kind", "care", "answer",
              "given", "given_on", "2026-06-01", "how", "spoken", "given_by", "attorney",
              "representative", "lpa", NULL);
  assert_stays (fixture, &tend_representative_kind, "lpa", 0, "Consent");

  assert_goes (fixture, &tend_consent_kind, "care", 0);
  assert_goes (fixture, &tend_representative_kind, "lpa", 0);
}

static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  add_record (fixture, &tend_directive_kind, "form", "client", "ann", "kind", "dnacpr",
              "original_at", "Fridge", NULL);
  add_record (fixture, &tend_attachment_kind, "scan", "subject_kind", "directive", "subject",
              "form", "name", "form.pdf", "blob", "x", NULL);
  assert_stays (fixture, &tend_directive_kind, "form", 0, "document");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/care-removal/draft", test_draft);
  add_test ("/records/care-removal/agreed", test_agreed);
  add_test ("/records/care-removal/happened", test_happened);
  add_test ("/records/care-removal/named", test_named);
  add_test ("/records/care-removal/document", test_document);

  return g_test_run ();
}
