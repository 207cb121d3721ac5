/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-papers.h"

/* A carer in @schemes, words with a line between. */
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
}

static void
add_paper (Fixture    *fixture,
           const char *id,
           const char *kind,
           const char *issued,
           const char *last)
{
  add_record (fixture, &tend_credential_kind, id, "kind", kind, "issued_on", issued,
              last != NULL ? "expires_on" : NULL, last, NULL);
}

static void
add_course (Fixture    *fixture,
            const char *id,
            const char *covers,
            const char *level,
            const char *issued)
{
  add_record (fixture, &tend_credential_kind, id, "kind", "training", "covers", covers,
              "issued_on", issued, level != NULL ? "level" : NULL, level, NULL);
}

/* "ok 2027-03-15 407 dbs": its state, last day, days left and which it is. */
static char *
describe (const TendPaper *paper)
{
  g_autofree char *last = paper->last_day != TEND_DATE_NONE ? tend_date_format_iso (paper->last_day)
                                                            : g_strdup ("-");

  return g_strdup_printf ("%s %s %d %s", tend_paper_state_name (paper->state), last,
                          paper->days_left,
                          paper->record != NULL ? tend_record_get_id (paper->record) : "-");
}

static void
assert_paper_of (Fixture    *fixture,
                 const char *scheme,
                 const char *rule,
                 const char *what,
                 const char *on,
                 const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) papers = tend_papers (fixture->vault, NULL, day (on), &error);
  g_autoptr(GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < papers->len; i++)
    {
      const TendPaper *paper = papers->pdata[i];
      g_autofree char *text = describe (paper);

      if (g_strcmp0 (paper->scheme, scheme) == 0 && g_strcmp0 (paper->rule, rule) == 0 &&
          (what == NULL || g_strcmp0 (paper->subject, what) == 0 ||
           g_strcmp0 (paper->kind, what) == 0))
        g_string_append_printf (found, "%s%s", found->len > 0 ? ", " : "", text);
    }

  g_assert_cmpstr (found->str, ==, words);
}

/* Scenario S05. */
static void
test_dbs (Fixture       *fixture,
          gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire\nstaffordshire");
  add_paper (fixture, "dbs", "dbs", "2024-03-15", NULL);

#define CAMBS(on, words) assert_paper_of (fixture, "cambridgeshire", "CA03", NULL, on, words)
#define STAFFS(on, words) assert_paper_of (fixture, "staffordshire", "ST05", NULL, on, words)
  CAMBS ("2026-02-01", "soon 2026-03-15 42 dbs");
  STAFFS ("2026-02-01", "ok 2027-03-15 407 dbs");
  CAMBS ("2026-03-16", "over 2026-03-15 -1 dbs");
  STAFFS ("2026-03-16", "ok 2027-03-15 364 dbs");
  CAMBS ("2026-11-21", "over 2026-03-15 -251 dbs");
  STAFFS ("2026-11-21", "ok 2027-03-15 114 dbs");

  /* The days about its last good one, and about the first of the ladder. */
  CAMBS ("2026-03-14", "soon 2026-03-15 1 dbs");
  CAMBS ("2026-03-15", "due 2026-03-15 0 dbs");
  CAMBS ("2025-12-14", "ok 2026-03-15 91 dbs");
  CAMBS ("2025-12-15", "soon 2026-03-15 90 dbs");
  STAFFS ("2027-03-15", "due 2027-03-15 0 dbs");
  STAFFS ("2027-03-16", "over 2027-03-15 -1 dbs");
  /* Not there yet. */
  CAMBS ("2024-03-14", "missing - 0 -");
  CAMBS ("2024-03-15", "ok 2026-03-15 730 dbs");
}

static void
test_leap_day (Fixture       *fixture,
               gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire\nstaffordshire");
  add_paper (fixture, "dbs", "dbs", "2024-02-29", NULL);
  CAMBS ("2026-02-28", "due 2026-02-28 0 dbs");
  CAMBS ("2026-03-01", "over 2026-02-28 -1 dbs");
  STAFFS ("2027-02-28", "due 2027-02-28 0 dbs");
}

/* Everybody's who works with the carer; the newest counts, whatever the order. */
static void
test_team (Fixture       *fixture,
           gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire");
  add_record (fixture, &tend_team_member_kind, "ben", "name", "Ben Hale", "starts_on",
              "2025-06-01", "ends_on", "2026-05-31", NULL);
  add_record (fixture, &tend_team_member_kind, "mari", "name", "mari bowen", "ends_on",
              "2025-12-31", NULL);
  add_paper (fixture, "new", "dbs", "2025-05-01", NULL);
  add_paper (fixture, "old", "dbs", "2023-05-01", NULL);
  add_record (fixture, &tend_credential_kind, "bens", "kind", "dbs", "issued_on", "2024-06-01",
              "member", "ben", NULL);

  CAMBS ("2025-05-31", "ok 2027-05-01 700 new");
  CAMBS ("2025-06-01", "ok 2027-05-01 699 new, ok 2026-06-01 365 bens");
  CAMBS ("2026-05-31", "ok 2027-05-01 335 new, soon 2026-06-01 1 bens");
  CAMBS ("2026-06-01", "ok 2027-05-01 334 new");
}

/* Safeguarding at Level 2 and no less; a year is the custom (domain.md, section 5). */
static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  in_schemes (fixture, "staffordshire");
#define LEVEL(on, words) assert_paper_of (fixture, "staffordshire", "ST04", NULL, on, words)
  LEVEL ("2026-06-01", "missing - 0 -");
  add_course (fixture, "one", "safeguarding", "Level 1", "2026-05-01");
  add_course (fixture, "children", "safeguarding_children", "Level 2", "2026-05-01");
  add_course (fixture, "none", "safeguarding", NULL, "2026-05-01");
  LEVEL ("2026-06-01", "missing - 0 -");
  add_course (fixture, "two", "safeguarding", "Level 2", "2025-06-01");
  LEVEL ("2026-03-02", "ok 2026-06-01 91 two");
  LEVEL ("2026-03-03", "soon 2026-06-01 90 two");
  LEVEL ("2026-06-01", "due 2026-06-01 0 two");
  LEVEL ("2026-06-02", "over 2026-06-01 -1 two");
  add_course (fixture, "three", "equality\nsafeguarding", "3", "2026-06-02");
  LEVEL ("2026-06-02", "ok 2027-06-02 365 three");
}

static void
add_insurance (Fixture    *fixture,
               const char *id,
               const char *from,
               const char *to,
               const char *pounds)
{
  g_autofree char *pence = pounds != NULL ? g_strconcat (pounds, "00", NULL) : NULL;

  add_record (fixture, &tend_credential_kind, id, "kind", "public_liability", "issued_on", from,
              "expires_on", to, pounds != NULL ? "cover_pence" : NULL, pence, NULL);
}

/* £4,000,000, from one policy to the next. */
static void
test_insurance (Fixture       *fixture,
                gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire");
#define COVER(on, words) assert_paper_of (fixture, "cambridgeshire", "CA05", NULL, on, words)
  COVER ("2025-06-01", "missing - 0 -");
  add_insurance (fixture, "unsaid", "2023-04-01", "2024-03-31", NULL);
  add_insurance (fixture, "less", "2024-04-01", "2025-03-31", "3999999");
  add_insurance (fixture, "enough", "2025-04-01", "2026-03-31", "4000000");
  add_insurance (fixture, "next", "2026-04-01", "2027-03-31", "5000000");
  COVER ("2024-01-01", "low 2024-03-31 90 unsaid");
  COVER ("2024-06-01", "low 2025-03-31 303 less");
  COVER ("2025-03-31", "low 2025-03-31 0 less");
  /* The renewal that follows at once is bought already. */
  COVER ("2025-04-01", "ok 2027-03-31 729 enough");
  COVER ("2026-03-31", "ok 2027-03-31 365 enough");
  COVER ("2027-01-29", "ok 2027-03-31 61 next");
  COVER ("2027-01-30", "soon 2027-03-31 60 next");
  COVER ("2027-03-31", "due 2027-03-31 0 next");
  COVER ("2027-04-01", "over 2027-03-31 -1 next");

  /* One that leaves a day does not follow. */
  add_insurance (fixture, "gap", "2027-04-02", "2028-03-31", "5000000");
  COVER ("2027-01-29", "gap 2027-03-31 61 next");
  COVER ("2027-04-01", "over 2027-03-31 -1 next");
  COVER ("2027-04-02", "gap 2028-03-31 364 gap");
}

/* A policy of enough that is over, and one of too little that is not. */
static void
test_less_than_before (Fixture       *fixture,
                       gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire");
  add_insurance (fixture, "enough", "2025-04-01", "2026-03-31", "5000000");
  add_insurance (fixture, "less", "2026-03-01", "2027-02-28", "2000000");
  COVER ("2026-03-31", "due 2026-03-31 0 enough");
  COVER ("2026-04-01", "low 2027-02-28 333 less");
  COVER ("2027-03-01", "over 2026-03-31 -335 enough");
}

/* Asked for only of who employs, who prepares food, who is registered. */
static void
test_when (Fixture       *fixture,
           gconstpointer  data)
{
  in_schemes (fixture, "worcestershire");
#define WORCS(rule, what, words) \
  assert_paper_of (fixture, "worcestershire", rule, what, "2026-06-01", words)
  WORCS ("WO03", NULL, "not_applicable - 0 -");
  WORCS ("WO04", "moving_handling", "not_applicable - 0 -");
  WORCS ("WO05", NULL, "not_applicable - 0 -");
  WORCS ("WO06", "public_liability", "missing - 0 -");
  WORCS ("WO06", "employers_liability", "not_applicable - 0 -");

  add_record (fixture, &tend_team_member_kind, "mari", "name", "Mari Bowen", NULL);
  WORCS ("WO06", "employers_liability", "not_applicable - 0 -");
  add_record (fixture, &tend_team_member_kind, "ben", "name", "Ben Hale", NULL);
  WORCS ("WO06", "employers_liability", "missing - 0 -");
  add_paper (fixture, "unsaid", "employers_liability", "2025-06-02", NULL);
  WORCS ("WO06", "employers_liability", "low 2026-06-01 0 unsaid");
  add_record (fixture, &tend_credential_kind, "employers", "kind", "employers_liability",
              "issued_on", "2025-06-02", "cover_pence", "500000000", NULL);
  WORCS ("WO06", "employers_liability", "due 2026-06-01 0 employers");

  add_record (fixture, &tend_credential_kind, "cqc", "kind", "cqc", "level", "Exempt", NULL);
  WORCS ("WO05", NULL, "not_applicable - 0 -");
  add_record (fixture, &tend_credential_kind, "cqc-2", "kind", "cqc", "level", "Registered", NULL);
  WORCS ("WO05", NULL, "missing - 0 -");
  add_paper (fixture, "certificate", "care_certificate", "2019-01-01", NULL);
  WORCS ("WO05", NULL, "ok - 0 certificate");
}

/* Policies are read again; standards looked at a year after the signing or the last look. */
static void
test_looked_at_again (Fixture       *fixture,
                      gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire\nstaffordshire");
#define POLICY(on, words) \
  assert_paper_of (fixture, "cambridgeshire", "CA07", "complaints", on, words)
#define STANDARDS(on, words) assert_paper_of (fixture, "staffordshire", "ST27", NULL, on, words)
  POLICY ("2026-06-01", "missing - 0 -");
  add_record (fixture, &tend_policy_kind, "first", "kind", "complaints", "starts_on",
              "2025-06-01", "review_on", "2026-06-01", NULL);
  add_record (fixture, &tend_policy_kind, "second", "kind", "complaints", "starts_on",
              "2026-06-03", NULL);
  POLICY ("2025-05-31", "missing - 0 -");
  POLICY ("2026-06-01", "due 2026-06-01 0 first");
  POLICY ("2026-06-02", "over 2026-06-01 -1 first");
  POLICY ("2026-06-03", "ok - 0 second");

  add_record (fixture, &tend_credential_kind, "others", "kind", "standards", "scheme",
              "worcestershire", "issued_on", "2026-01-01", NULL);
  STANDARDS ("2026-06-01", "missing - 0 -");
  add_record (fixture, &tend_credential_kind, "signed", "kind", "standards", "scheme",
              "staffordshire", "issued_on", "2024-02-29", "checked_on", "2025-05-31", NULL);
  STANDARDS ("2026-05-31", "due 2026-05-31 0 signed");
  STANDARDS ("2026-06-01", "over 2026-05-31 -1 signed");
}

/* What no scheme asks for has its own clock; a renewal takes the place of the old one. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  in_schemes (fixture, "staffordshire");
  add_paper (fixture, "mot", "mot", "2025-06-02", NULL);
  add_paper (fixture, "ico", "ico", "2024-06-02", NULL);
  add_paper (fixture, "ico-2", "ico", "2025-06-02", NULL);
  add_paper (fixture, "licence", "driving_licence", "2019-01-01", "2026-08-31");
  add_paper (fixture, "public", "public_liability", "2025-08-01", "2026-07-31");
#define OTHER(what, on, words) assert_paper_of (fixture, NULL, NULL, what, on, words)
  OTHER ("mot", "2026-06-01", "due 2026-06-01 0 mot");
  OTHER ("mot", "2026-06-02", "over 2026-06-01 -1 mot");
  OTHER ("ico", "2026-05-31", "soon 2026-06-01 1 ico-2");
  OTHER ("driving_licence", "2026-06-01", "ok 2026-08-31 91 licence");
  OTHER ("driving_licence", "2026-06-02", "soon 2026-08-31 90 licence");
  OTHER ("public_liability", "2026-05-31", "ok 2026-07-31 61 public");
  OTHER ("public_liability", "2026-06-01", "soon 2026-07-31 60 public");
  OTHER ("dbs", "2026-06-01", "");

  /* A renewal bought early counts here as well. */
  add_paper (fixture, "next", "public_liability", "2026-08-01", "2027-07-31");
  OTHER ("public_liability", "2026-06-01", "ok 2027-07-31 425 next, ok 2027-07-31 425 public");
  OTHER ("public_liability", "2026-08-01", "ok 2027-07-31 364 next");
}

/* The law asks for £5,000,000 where there are two, whatever the council. */
static void
test_employers (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const rules[][2] = {
    { "cambridgeshire", "CA06" }, { "flintshire", "FL07" }, { "staffordshire", "ST37" },
    { "worcestershire", "WO06" },
  };

  in_schemes (fixture, "cambridgeshire\nflintshire\nstaffordshire\nworcestershire");
#define EMPLOYERS(words) \
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) \
    assert_paper_of (fixture, rules[i][0], rules[i][1], "employers_liability", "2026-06-01", words)
  EMPLOYERS ("not_applicable - 0 -");
  add_record (fixture, &tend_team_member_kind, "ben", "name", "Ben Hale", NULL);
  EMPLOYERS ("missing - 0 -");
  add_record (fixture, &tend_credential_kind, "under", "kind", "employers_liability", "issued_on",
              "2026-01-01", "expires_on", "2026-12-31", "cover_pence", "499999900", NULL);
  EMPLOYERS ("low 2026-12-31 213 under");
  add_record (fixture, &tend_credential_kind, "at", "kind", "employers_liability", "issued_on",
              "2026-01-01", "expires_on", "2026-11-30", "cover_pence", "500000000", NULL);
  EMPLOYERS ("ok 2026-11-30 182 at");
  add_record (fixture, &tend_credential_kind, "over", "kind", "employers_liability", "issued_on",
              "2026-01-01", "expires_on", "2026-12-31", "cover_pence", "500000100", NULL);
  EMPLOYERS ("ok 2026-12-31 213 over");
}

/* Days between one policy and the next: said of the one before while they are to come, of the
 * one after for a year; and of those that no rule asks for as well. */
static void
test_gap (Fixture       *fixture,
          gconstpointer  data)
{
  in_schemes (fixture, "cambridgeshire\nstaffordshire");
  add_insurance (fixture, "first", "2025-07-01", "2026-06-30", "5000000");
  add_insurance (fixture, "second", "2026-07-06", "2027-07-05", "5000000");
  COVER ("2026-04-01", "gap 2026-06-30 90 first");
  COVER ("2026-06-30", "gap 2026-06-30 0 first");
  COVER ("2026-07-01", "over 2026-06-30 -1 first");
  COVER ("2026-07-06", "gap 2027-07-05 364 second");
  COVER ("2027-07-05", "gap 2027-07-05 0 second");
  OTHER ("public_liability", "2026-04-01", "ok 2027-07-05 460 second");

  /* One that begins a day after the first ends closes it. */
  add_insurance (fixture, "between", "2026-07-01", "2026-07-05", "5000000");
  COVER ("2026-04-01", "ok 2027-07-05 460 first");
}

/* What is advised is not said to be missing. */
static void
test_advised (Fixture       *fixture,
              gconstpointer  data)
{
  in_schemes (fixture, "worcestershire\ncambridgeshire");
  WORCS ("WO13", NULL, "advised - 0 -");
  add_record (fixture, &tend_policy_kind, "first", "kind", "safeguarding", "starts_on",
              "2025-06-01", NULL);
  WORCS ("WO13", NULL, "ok - 0 first");
  assert_paper_of (fixture, "cambridgeshire", "CA14", NULL, "2026-06-01", "advised - 0 -");
  assert_paper_of (fixture, "cambridgeshire", "CA03", NULL, "2026-06-01", "missing - 0 -");
}

static void
test_schemes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) papers = NULL;

  /* One that the carer is not in, asked for by name; and one that there is not. */
  in_schemes (fixture, "staffordshire");
  papers = tend_papers (fixture->vault, "worcestershire", day ("2026-06-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (papers->len, >, 10);
  for (guint i = 0; i < papers->len; i++)
    g_assert_cmpstr (((TendPaper *) papers->pdata[i])->scheme, ==, "worcestershire");

  g_clear_pointer (&papers, g_ptr_array_unref);
  papers = tend_papers (fixture->vault, "powys", day ("2026-06-01"), &error);
  g_assert_null (papers);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/schemes/papers/dbs", test_dbs);
  add_fixture_test ("/schemes/papers/leap-day", test_leap_day);
  add_fixture_test ("/schemes/papers/team", test_team);
  add_fixture_test ("/schemes/papers/level", test_level);
  add_fixture_test ("/schemes/papers/insurance", test_insurance);
  add_fixture_test ("/schemes/papers/less-than-before", test_less_than_before);
  add_fixture_test ("/schemes/papers/when", test_when);
  add_fixture_test ("/schemes/papers/looked-at-again", test_looked_at_again);
  add_fixture_test ("/schemes/papers/others", test_others);
  add_fixture_test ("/schemes/papers/employers", test_employers);
  add_fixture_test ("/schemes/papers/gap", test_gap);
  add_fixture_test ("/schemes/papers/advised", test_advised);
  add_fixture_test ("/schemes/papers/schemes", test_schemes);

  return g_test_run ();
}
