/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-safeguarding-team.h"

static GPtrArray *
teams_for (Fixture    *fixture,
           const char *client)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = tend_safeguarding_teams (fixture->vault, client, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static GPtrArray *
teams (Fixture *fixture)
{
  return teams_for (fixture, NULL);
}

/* A carer in two schemes has two teams, and no paper gives a number. */
static void
test_schemes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) found = NULL;
  TendSafeguardingTeam *team;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Mari", "schemes",
              "staffordshire\nflintshire\nelsewhere", NULL);
  found = teams (fixture);
  g_assert_cmpuint (found->len, ==, 2);
  team = found->pdata[0];
  g_assert_cmpstr (team->council, ==, "Staffordshire County Council");
  g_assert_null (team->phone);
  g_assert_null (team->out_of_hours);
  g_assert_nonnull (team->source);
  g_assert_cmpint (team->checked_on, ==, day ("2026-11-22"));
  team = found->pdata[1];
  g_assert_cmpstr (team->scheme, ==, "flintshire");
}

/* Who is supported under one of the carer's schemes has to do with that council alone. */
static void
test_client (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) of_ann = NULL;
  g_autoptr(GPtrArray) of_bob = NULL;
  TendSafeguardingTeam *team;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Mari", "schemes",
              "staffordshire\nflintshire", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "schemes", "flintshire",
              NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  of_ann = teams_for (fixture, "ann");
  g_assert_cmpuint (of_ann->len, ==, 1);
  team = of_ann->pdata[0];
  g_assert_cmpstr (team->scheme, ==, "flintshire");
  of_bob = teams_for (fixture, "bob");
  g_assert_cmpuint (of_bob->len, ==, 2);
}

/* What the carer has found takes the place of ours until it is taken out again. */
static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = teams (fixture);
  g_autoptr(GPtrArray) own = NULL;
  g_autoptr(GPtrArray) again = NULL;
  TendSafeguardingTeam *team = none->pdata[0];

  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpstr (team->scheme, ==, "");
  g_assert_null (team->phone);

  tend_safeguarding_team_keep (fixture->vault, "", "01632 960123", NULL, day ("2026-11-24"),
                               &error);
  g_assert_no_error (error);
  own = teams (fixture);
  team = own->pdata[0];
  g_assert_cmpstr (team->phone, ==, "01632 960123");
  g_assert_null (team->out_of_hours);
  g_assert_cmpint (team->checked_on, ==, day ("2026-11-24"));

  tend_safeguarding_team_keep (fixture->vault, "", "", NULL, day ("2026-11-25"), &error);
  g_assert_no_error (error);
  again = teams (fixture);
  team = again->pdata[0];
  g_assert_null (team->phone);
  g_assert_cmpint (team->checked_on, ==, TEND_DATE_NONE);
}

/* Found again, it is the same record, with a history; each council has its own. */
static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) found = NULL;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Mari", "schemes",
              "staffordshire\nflintshire", NULL);
  tend_safeguarding_team_keep (fixture->vault, "flintshire", "01632 960123", NULL,
                               day ("2026-11-24"), &error);
  g_assert_no_error (error);
  tend_safeguarding_team_keep (fixture->vault, "flintshire", "01632 960124", "01632 960125",
                               day ("2026-11-25"), &error);
  g_assert_no_error (error);

  records = tend_record_load_all (fixture->vault, &tend_safeguarding_team_kind, &error);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (tend_record_get_text (records->pdata[0], "phone"), ==, "01632 960124");
  found = teams (fixture);
  g_assert_null (((TendSafeguardingTeam *) found->pdata[0])->phone);
  g_assert_cmpstr (((TendSafeguardingTeam *) found->pdata[1])->out_of_hours, ==, "01632 960125");

  tend_record_set_text (records->pdata[0], "phone", "ask Ann");
  g_assert_false (tend_record_save (fixture->vault, records->pdata[0], NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
}

static void
test_number (void)
{
  static const struct { const char *text; gboolean is; } cases[] = {
    { "", TRUE }, { "999", TRUE }, { "99", FALSE }, { "01632 960123", TRUE },
    { "+44 (0)1632 960-123", TRUE }, { "ring the council", FALSE }, { "01632 96O123", FALSE },
    { "123456789012345", TRUE }, { "1234567890123456", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_safeguarding_is_number (cases[i].text), ==, cases[i].is);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/safeguarding-team/schemes", test_schemes);
  add_fixture_test ("/records/safeguarding-team/client", test_client);
  add_fixture_test ("/records/safeguarding-team/keep", test_keep);
  add_fixture_test ("/records/safeguarding-team/record", test_record);
  g_test_add_func ("/records/safeguarding-team/number", test_number);

  return g_test_run ();
}
