/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-attachments.h"
#include "tend-blob.h"
#include "tend-care.h"
#include "tend-history.h"
#include "tend-risks.h"
#include "tend-secrets.h"

#include <string.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
}

static const char *
written_by (Fixture        *fixture,
            const TendKind *kind,
            const char     *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_care_written_by (fixture->vault, kind, "ann", day (date), &error);

  g_assert_no_error (error);
  return record != NULL ? g_intern_string (tend_record_get_id (record)) : NULL;
}

static void
test_written (Fixture       *fixture,
              gconstpointer  data)
{
  add_record (fixture, &tend_about_me_kind, "b", "client", "ann", "written_on", "2026-03-01", NULL);
  add_record (fixture, &tend_about_me_kind, "a", "client", "ann", "written_on", "2026-06-01", NULL);
  add_record (fixture, &tend_about_me_kind, "z", "client", "bob", "written_on", "2026-06-01", NULL);
  add_record (fixture, &tend_contingency_plan_kind, "c", "client", "ann", "updated_on",
              "2026-06-01", NULL);

  g_assert_null (written_by (fixture, &tend_about_me_kind, "2026-02-28"));
  g_assert_cmpstr (written_by (fixture, &tend_about_me_kind, "2026-05-31"), ==, "b");
  g_assert_cmpstr (written_by (fixture, &tend_about_me_kind, "2026-06-01"), ==, "a");
  g_assert_cmpstr (written_by (fixture, &tend_contingency_plan_kind, "2026-06-02"), ==, "c");
}

static void
test_consents (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *date, *ids; } cases[] = {
    { "2026-02-28", "" },
    { "2026-03-01", "care photos " },         /* the day they were given */
    { "2026-03-31", "care photos gp " },
    { "2026-05-31", "care photos gp " },
    { "2026-06-01", "care gp " },             /* the day one is withdrawn */
    { "2026-06-30", "care gp " },             /* the last day of one */
    { "2026-07-01", "care " },
  };

  add_record (fixture, &tend_consent_kind, "care", "client", "ann", "kind", "care",
              "given_on", "2026-03-01", NULL);
  add_record (fixture, &tend_consent_kind, "photos", "client", "ann", "kind", "photographs",
              "given_on", "2026-03-01", "withdrawn_on", "2026-06-01", NULL);
  add_record (fixture, &tend_consent_kind, "gp", "client", "ann", "kind", "sharing",
              "sharing_with", "The surgery", "given_on", "2026-03-15", "ends_on", "2026-06-30",
              NULL);
  add_record (fixture, &tend_consent_kind, "no", "client", "ann", "kind", "medicines",
              "given_on", "2026-03-01", "answer", "refused", NULL);
  add_record (fixture, &tend_consent_kind, "bobs", "client", "bob", "kind", "care",
              "given_on", "2026-03-01", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) consents =
        tend_consents_on (fixture->vault, "ann", day (cases[i].date), &error);
      g_autoptr(GString) ids = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < consents->len; j++)
        g_string_append_printf (ids, "%s ", tend_record_get_id (consents->pdata[j]));
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
    }
}

/* From 20 May to 3 June are 14 days. */
static void
test_complaints (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(TendRecord) settled = NULL;

  add_record (fixture, &tend_feedback_kind, "late", "kind", "complaint", "received_on",
              "2026-05-20", "words", "Came late again.", NULL);
  add_record (fixture, &tend_feedback_kind, "old", "kind", "complaint", "received_on",
              "2026-05-01", "words", "The gate.", NULL);
  add_record (fixture, &tend_feedback_kind, "done", "kind", "complaint", "received_on",
              "2026-05-01", "words", "The bill.", "closed_on", "2026-05-04", NULL);
  add_record (fixture, &tend_feedback_kind, "kind", "kind", "compliment", "received_on",
              "2026-05-01", "words", "A treasure.", NULL);

  open = tend_feedback_open_complaints (fixture->vault, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 2);
  g_assert_cmpstr (tend_record_get_id (open->pdata[0]), ==, "old");
  g_assert_cmpint (tend_feedback_days_open (open->pdata[1], day ("2026-06-03")), ==, 14);
  g_assert_cmpint (tend_feedback_days_open (open->pdata[1], day ("2026-05-20")), ==, 0);

  settled = tend_record_load (fixture->vault, &tend_feedback_kind, "done", NULL);
  g_assert_cmpint (tend_feedback_days_open (settled, day ("2026-06-03")), ==, 3);
}

static const char *
band_of (Fixture *fixture,
         int      score)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) bands = tend_risk_bands (fixture->vault, &error);
  const TendRiskBand *band = tend_risk_band (bands, score);

  g_assert_no_error (error);
  return band != NULL ? band->name : NULL;
}

/* The bands of domain.md 3, and those of somebody who would rather have three. */
static void
test_risks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) risk =
    make_record (&tend_risk_kind, NULL, "likelihood_before", "4", "severity_before", "5", NULL);

  g_assert_cmpint (tend_risk_score_before (risk), ==, 20);
  g_assert_cmpint (tend_risk_score_after (risk), ==, 0);
  g_assert_cmpstr (band_of (fixture, 3), ==, "Low");
  g_assert_cmpstr (band_of (fixture, 4), ==, "Moderate");
  g_assert_cmpstr (band_of (fixture, 8), ==, "High");
  g_assert_cmpstr (band_of (fixture, 15), ==, "Extreme");

  add_record (fixture, &tend_risk_band_kind, "c", "name", "Red", "from", "15", NULL);
  add_record (fixture, &tend_risk_band_kind, "a", "name", "Green", "from", "1", NULL);
  add_record (fixture, &tend_risk_band_kind, "b", "name", "Amber", "from", "5", NULL);
  g_assert_cmpstr (band_of (fixture, 4), ==, "Green");
  g_assert_cmpstr (band_of (fixture, 8), ==, "Amber");
  g_assert_cmpstr (band_of (fixture, 15), ==, "Red");
}

/* Each can be kept as it is once it says whose it is and when. */
static void
test_hazards (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) hazards = tend_risk_hazards ();

  g_assert_cmpuint (hazards->len, >=, 15);
  for (guint i = 0; i < hazards->len; i++)
    {
      g_autoptr(GError) error = NULL;
      TendRecord *risk = hazards->pdata[i];

      g_assert_true (tend_record_is_set (risk, "who"));
      g_assert_true (tend_record_is_set (risk, "controls"));
      g_assert_true (tend_record_is_set (risk, "further"));
      tend_record_set_text (risk, "client", "ann");
      tend_record_set_int (risk, "assessed_on", day ("2026-06-01"));
      tend_record_save (fixture->vault, risk, NULL, &error);
      g_assert_no_error (error);
    }
}

/* A showing is in the history, and what was shown is not. */
static void
test_show (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) secret = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *code = NULL;
  const TendHistoryEntry *newest;

  add_record (fixture, &tend_secret_kind, "s", "client", "ann", "kind", "key_safe", "code", "C1938",
              NULL);
  secret = tend_record_load (fixture->vault, &tend_secret_kind, "s", NULL);
  code = tend_record_show (fixture->vault, secret, "code", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (code, ==, "C1938");

  entries = tend_history_list (fixture->vault, "secret", "s", 0, 10, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  newest = entries->pdata[0];
  g_assert_cmpstr (newest->action, ==, TEND_ACTION_SHOW);
  g_assert_cmpstr (newest->reason, ==, "Code");
  g_assert_null (newest->values);
}

static TendRecord *
attach_to (Fixture        *fixture,
           const TendKind *kind,
           const char     *id,
           const char     *title,
           const char     *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) input =
    g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr(TendRecord) record = tend_record_load (fixture->vault, kind, id, NULL);
  TendRecord *attachment =
    make_record (&tend_attachment_kind, NULL, "name", "scan.pdf", "title", title, NULL);

  g_assert_true (tend_attachment_add (fixture->vault, record, attachment, input, NULL, &error));
  g_assert_no_error (error);
  return attachment;
}

static TendRecord *
attach (Fixture    *fixture,
        const char *title,
        const char *text)
{
  return attach_to (fixture, &tend_client_kind, "ann", title, text);
}

/* The bytes stay as long as one record has them. */
static void
test_attachments (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) ann = tend_record_load (fixture->vault, &tend_client_kind, "ann", NULL);
  g_autoptr(TendRecord) bob = tend_record_load (fixture->vault, &tend_client_kind, "bob", NULL);
  g_autoptr(TendRecord) one = attach (fixture, "Signed plan", "the same bytes");
  g_autoptr(TendRecord) two = attach (fixture, "Signed plan again", "the same bytes");
  g_autoptr(GPtrArray) of_ann = tend_attachments_of (fixture->vault, ann, &error);
  g_autoptr(GPtrArray) of_bob = tend_attachments_of (fixture->vault, bob, &error);
  g_autofree char *blob = g_strdup (tend_record_get_text (one, "blob"));
  g_autoptr(GInputStream) stream = NULL;

  g_assert_cmpuint (of_ann->len, ==, 2);
  g_assert_cmpuint (of_bob->len, ==, 0);
  g_assert_cmpint (tend_record_get_int (one, "size"), ==, strlen ("the same bytes"));
  g_assert_cmpstr (tend_record_get_text (two, "blob"), ==, blob);

  g_assert_true (tend_attachment_remove (fixture->vault, one, NULL, &error));
  stream = tend_blob_open (fixture->vault, blob, &error);
  g_assert_no_error (error);
  g_clear_object (&stream);

  g_assert_true (tend_attachment_remove (fixture->vault, two, NULL, &error));
  g_assert_no_error (error);
  stream = tend_blob_open (fixture->vault, blob, &error);
  g_assert_null (stream);
}

/* All that is kept about a person, and its history, whatever it is kept with. */
static void
test_attachments_about (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) about = NULL;
  g_autoptr(GPtrArray) past = NULL;
  g_autoptr(TendRecord) own = attach (fixture, "Letter", "one");
  g_autoptr(TendRecord) of_risk = NULL;
  g_autoptr(TendRecord) of_other = NULL;
  guint n = 0;

  add_record (fixture, &tend_risk_kind, "rug", "client", "ann", "hazard", "Rug", "assessed_on",
              "2026-06-01", NULL);
  add_record (fixture, &tend_risk_kind, "cat", "client", "bob", "hazard", "Cat", "assessed_on",
              "2026-06-01", NULL);
  of_risk = attach_to (fixture, &tend_risk_kind, "rug", "The rug", "two");
  of_other = attach_to (fixture, &tend_risk_kind, "cat", "The cat", "three");

  about = tend_attachments_about (fixture->vault, "ann", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (about->len, ==, 2);
  for (guint i = 0; i < about->len; i++)
    g_assert_cmpstr (tend_record_get_text (about->pdata[i], "title"), !=, "The cat");

  past = tend_history_list_about (fixture->vault, "ann", 0, 100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < past->len; i++)
    n += g_str_equal (((TendHistoryEntry *) past->pdata[i])->kind, "attachment");
  g_assert_cmpuint (n, ==, 2);
}

/* What each kind refuses, each in a sentence beside its field. */
static void
test_invalid (void)
{
  static const struct { const TendKind *kind; const char *values[6], *faulty; } cases[] = {
    { &tend_care_plan_kind, { "client", "ann", "agreed_on", "2026-06-01" }, "agreed_on" },
    { &tend_care_plan_kind, { "client", "ann", "status", "agreed", "agreed_on", "2026-06-01" },
      "agreed_by" },
    { &tend_consent_kind, { "client", "ann", "kind", "sharing", "given_on", "2026-06-01" },
      "sharing_with" },
    { &tend_incident_kind, { "kind", "accident", "happened_at", "2026-06-01T08:00" }, "facts" },
    { &tend_feedback_kind, { "kind", "complaint", "received_on", "2026-06-01" }, "words" },
    { &tend_contingency_contact_kind, { "contingency_plan", "c" }, "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) record =
        make_record (cases[i].kind, NULL, cases[i].values[0], cases[i].values[1],
                     cases[i].values[2], cases[i].values[3], cases[i].values[4],
                     cases[i].values[5], NULL);
      g_autoptr(TendFaults) faults = tend_record_validate (record);

      g_assert_cmpuint (tend_faults_count (faults), ==, 1);
      g_assert_cmpstr (tend_faults_get (faults, 0)->field, ==, cases[i].faulty);
    }
}

/* Where a mark is: on the drawing, edges included. */
static void
test_marks (void)
{
  static const struct { const char *x; guint n_faults; } cases[] = {
    { "0", 0 }, { "1000", 0 }, { "-1", 1 }, { "1001", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) mark =
        make_record (&tend_body_mark_kind, NULL, "body_map", "m", "side", "front", "kind", "bruise",
                     "x_thousandths", cases[i].x, "y_thousandths", "500", NULL);
      g_autoptr(TendFaults) faults = tend_record_validate (mark);

      g_assert_cmpuint (tend_faults_count (faults), ==, cases[i].n_faults);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/care/written", test_written);
  add_test ("/records/care/consents", test_consents);
  add_test ("/records/care/complaints", test_complaints);
  add_test ("/records/care/risks", test_risks);
  add_test ("/records/care/hazards", test_hazards);
  add_test ("/records/care/show", test_show);
  add_test ("/records/care/attachments", test_attachments);
  add_test ("/records/care/attachments-about", test_attachments_about);
  g_test_add_func ("/records/care/invalid", test_invalid);
  g_test_add_func ("/records/care/marks", test_marks);
#undef add_test

  return g_test_run ();
}
