/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-scheme.h"

#include <string.h>

static GPtrArray *
load_all (void)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *schemes = tend_schemes_load (NULL, &error);

  g_assert_no_error (error);
  return schemes;
}

static void
assert_figure (GPtrArray  *schemes,
               const char *scheme,
               const char *name,
               const char *date,
               gint64      value)
{
  const TendSchemeFigure *figure =
    tend_scheme_figure (tend_schemes_find (schemes, scheme), name, day (date));

  g_assert_cmpint (figure != NULL ? figure->value : -1, ==, value);
}

static void
correct (Fixture    *fixture,
         const char *id,
         const char *scheme,
         const char *figure,
         const char *value,
         const char *from,
         const char *to)
{
  add_record (fixture, &tend_scheme_figure_kind, id, "scheme", scheme, "figure", figure,
              "value", value, "valid_from", from, "source", "Their letter",
              to != NULL ? "valid_to" : NULL, to, NULL);
}

static void
test_corrections (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) schemes = NULL;
  g_autoptr(GError) error = NULL;
  const TendSchemeFigure *figure;

  /* What the file says always; for a time; what it has let go; and on the same day. */
  correct (fixture, "a", "staffordshire", "dbs_years", "2", "2026-05-01", NULL);
  correct (fixture, "b", "staffordshire", "rate_notice_pence", "2400", "2026-05-01",
           "2026-05-31");
  correct (fixture, "c", "cambridgeshire", "cap_pence", "2200", "2026-04-01", NULL);
  correct (fixture, "d", "flintshire", "sleep_in_pence", "9000", "2022-04-01", "2022-04-30");
  schemes = tend_schemes_load (fixture->vault, &error);
  g_assert_no_error (error);

  assert_figure (schemes, "staffordshire", "dbs_years", "2026-04-30", 3);
  assert_figure (schemes, "staffordshire", "dbs_years", "2026-05-01", 2);
  assert_figure (schemes, "staffordshire", "dbs_years", "2036-05-01", 2);
  assert_figure (schemes, "worcestershire", "dbs_years", "2026-05-01", 3);

  assert_figure (schemes, "staffordshire", "rate_notice_pence", "2026-04-30", 2250);
  assert_figure (schemes, "staffordshire", "rate_notice_pence", "2026-05-01", 2400);
  assert_figure (schemes, "staffordshire", "rate_notice_pence", "2026-05-31", 2400);
  assert_figure (schemes, "staffordshire", "rate_notice_pence", "2026-06-01", 2250);

  assert_figure (schemes, "cambridgeshire", "cap_pence", "2026-03-31", 2100);
  assert_figure (schemes, "cambridgeshire", "cap_pence", "2026-04-01", 2200);
  assert_figure (schemes, "cambridgeshire", "cap_pence", "2030-04-01", 2200);

  assert_figure (schemes, "flintshire", "sleep_in_pence", "2022-03-31", -1);
  assert_figure (schemes, "flintshire", "sleep_in_pence", "2022-04-01", 9000);
  assert_figure (schemes, "flintshire", "sleep_in_pence", "2022-04-30", 9000);
  assert_figure (schemes, "flintshire", "sleep_in_pence", "2022-05-01", 8472);

  figure = tend_scheme_figure (tend_schemes_find (schemes, "cambridgeshire"), "cap_pence",
                               day ("2026-04-01"));
  g_assert_true (figure->corrected);
  g_assert_cmpstr (figure->source, ==, "Their letter");
  g_assert_cmpstr (figure->unit, ==, "pence an hour");
}

/* Profiles that cannot be read are refused, by the group that is wrong. */

#define GOOD "[scheme]\nname=Good\n[figure years]\nvalue=3\nunit=years\nsource=Page 1\n" \
             "[rule GO01]\ncheck=dbs_age\nfigure=years\nmissing=breach: None.\n" \
             "asks=One of {years} years.\nshown=dbs\n"

static void
assert_refused (const char *text,
                const char *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScheme) scheme = tend_scheme_parse ("good", text, strlen (text), &error);

  if (scheme != NULL)
    g_error ("This is a profile: %s", text);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  if (strstr (error->message, "good.ini") == NULL || strstr (error->message, part) == NULL)
    g_error ("Of \"%s\" it says: %s", part, error->message);
}

/* @part of the good profile replaced. */
static void
assert_refused_with (const char *part,
                     const char *instead,
                     const char *named)
{
  g_autoptr(GString) text = g_string_new (GOOD);

  g_assert_cmpuint (g_string_replace (text, part, instead, 0), ==, 1);
  assert_refused (text->str, named);
}

static void
test_refused (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScheme) good = tend_scheme_parse ("good", GOOD, strlen (GOOD), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tend_scheme_get_name (good), ==, "Good");
  g_assert_cmpint (tend_scheme_figure (good, "years", day ("2026-01-01"))->value, ==, 3);

  assert_refused_with ("name=Good\n", "", "[scheme] has no name");
  assert_refused_with ("name=Good\n", "name=\n", "[scheme] has no name");
  assert_refused_with ("value=3\n", "", "[figure years] has no value");
  assert_refused_with ("value=3\n", "value=three\n", "[figure years] has no value");
  assert_refused_with ("value=3\n", "value=3.5\n", "[figure years] has no value");
  assert_refused_with ("value=3\n", "value=-3\n", "[figure years] has no value");
  assert_refused_with ("unit=years\n", "", "[figure years] does not say its unit");
  assert_refused_with ("unit=years\n", "unit=\n", "[figure years] does not say its unit");
  assert_refused_with ("source=Page 1\n", "", "[figure years] does not say its unit and its so");
  assert_refused_with ("source=Page 1\n", "source=\n", "[figure years] does not say its unit");
  assert_refused_with ("[figure years]", "[figure years 2026-02-30]", "begins on no day");
  assert_refused_with ("[figure years]", "[figure years soon]", "begins on no day");
  assert_refused_with ("value=3\n", "value=3\nto=never\n", "[figure years] ends on no day");
  assert_refused_with ("[figure years]\n", "[figure years 2026-04-01]\nto=2026-03-31\n",
                       "[figure years 2026-04-01] ends on no day, or before it begins");
  assert_refused_with ("[figure years]", "[figure]", "[figure] has no name");
  assert_refused_with ("[rule GO01]", "[rule]", "[rule] has no name");
  assert_refused_with ("[rule GO01]", "[rules GO01]", "[rules GO01]");
  assert_refused_with ("check=dbs_age\n", "", "[rule GO01] has no check");
  assert_refused_with ("check=dbs_age\n", "check=dbs_agee\n", "[rule GO01]");
  assert_refused_with ("figure=years\n", "figure=yeers\n", "“yeers”");
  assert_refused_with ("breach: None.", "None.", "[rule GO01]");
  assert_refused_with ("breach: None.", "bad: None.", "[rule GO01]");
  assert_refused_with ("breach: None.", "breach:", "[rule GO01]");
  assert_refused_with ("asks=One", "ask=One", "[rule GO01] has “ask”");
  assert_refused_with ("asks=One of {years} years.\n", "", "does not say what is asked");
  assert_refused_with ("{years}", "{yeers}", "“yeers”");
  assert_refused_with ("shown=dbs\n", "", "does not say where it is shown");
  assert_refused_with ("shown=dbs\n", "shown=dbs\nkept=I do.\n", "does not say where it is shown");
  assert_refused_with ("shown=dbs\n", "shown=dbs\nours=true\n", "is ours");
  assert_refused ("", "[scheme] has no name");
  assert_refused ("Not a profile at all", "good.ini: ");
}

/* A figure that lasts one day is one. */
static void
test_one_day (void)
{
  static const char text[] = GOOD "[figure years 2026-04-01]\nto=2026-04-01\nvalue=4\n"
                                  "unit=years\nsource=Page 2\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScheme) scheme = tend_scheme_parse ("good", text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpint (tend_scheme_figure (scheme, "years", day ("2026-03-31"))->value, ==, 3);
  g_assert_cmpint (tend_scheme_figure (scheme, "years", day ("2026-04-01"))->value, ==, 4);
  g_assert_cmpint (tend_scheme_figure (scheme, "years", day ("2026-04-02"))->value, ==, 3);
}

static void
assert_postcode (GPtrArray  *schemes,
                 const char *scheme,
                 const char *postcode,
                 gboolean    has)
{
  if (tend_scheme_has_postcode (tend_schemes_find (schemes, scheme), postcode) != has)
    g_error ("%s in %s: not %d", postcode, scheme, has);
}

static void
test_postcodes (void)
{
  g_autoptr(GPtrArray) schemes = load_all ();

  assert_postcode (schemes, "staffordshire", "ST16 2AB", TRUE);
  assert_postcode (schemes, "staffordshire", "st162ab", TRUE);
  assert_postcode (schemes, "staffordshire", "S16 2AB", FALSE);
  assert_postcode (schemes, "staffordshire", "DE6 1AB", TRUE);
  assert_postcode (schemes, "staffordshire", "DE61AB", TRUE);
  assert_postcode (schemes, "staffordshire", "DE65 1AB", FALSE);
  assert_postcode (schemes, "staffordshire", "CB1 1AA", FALSE);
  assert_postcode (schemes, "staffordshire", "", TRUE);
  assert_postcode (schemes, "staffordshire", NULL, TRUE);
  assert_postcode (schemes, "worcestershire", "WR1 2AB", TRUE);
  assert_postcode (schemes, "worcestershire", "W1R 2AB", FALSE);
  assert_postcode (schemes, "cambridgeshire", "CB23 4XQ", TRUE);
  assert_postcode (schemes, "flintshire", "CH7 1AA", TRUE);
  assert_postcode (schemes, "flintshire", "CH1 1AA", FALSE);
  assert_postcode (schemes, "flintshire", "CH70 1AA", FALSE);
}

/* Of the months after a quarter April has 30 days; a quarter itself may end on a 31st. */
static void
test_due_day (void)
{
  static const struct { const char *figure, *value; guint n_faults; } cases[] = {
    { "return_due_day", "1", 0 }, { "return_due_day", "30", 0 }, { "return_due_day", "31", 1 },
    { "return_last_day", "31", 0 }, { "time_off_days", "31", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) record =
        make_record (&tend_scheme_figure_kind, NULL, "scheme", "cambridgeshire", "figure",
                     cases[i].figure, "value", cases[i].value, "valid_from", "2026-04-01",
                     "source", "Their letter", NULL);
      g_autoptr(TendFaults) faults = tend_record_validate (record);

      g_assert_cmpuint (tend_faults_count (faults), ==, cases[i].n_faults);
    }
}

static void
assert_concerns (GPtrArray  *schemes,
                 const char *field,
                 const char *value,
                 const char *words)
{
  g_autoptr(TendRecord) client = make_record (&tend_client_kind, NULL, "given_name", "Ann", field,
                                              value, NULL);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < schemes->len; i++)
    if (tend_schemes_concern (schemes, schemes->pdata[i], client))
      g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "",
                              tend_scheme_get_id (schemes->pdata[i]));

  g_assert_cmpstr (found->str, ==, words);
}

static void
test_whose (void)
{
  static const char *const all = "cambridgeshire flintshire staffordshire worcestershire";
  g_autoptr(GPtrArray) schemes = load_all ();

  assert_concerns (schemes, NULL, NULL, all);
  assert_concerns (schemes, "postcode", "ST16 2AB", "staffordshire");
  assert_concerns (schemes, "postcode", "EX1 1AA", all);
  assert_concerns (schemes, "schemes", "flintshire\nworcestershire", "flintshire worcestershire");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/schemes/scheme/corrections", test_corrections);
  g_test_add_func ("/schemes/scheme/refused", test_refused);
  g_test_add_func ("/schemes/scheme/one-day", test_one_day);
  g_test_add_func ("/schemes/scheme/postcodes", test_postcodes);
  g_test_add_func ("/schemes/scheme/due-day", test_due_day);
  g_test_add_func ("/schemes/scheme/whose", test_whose);

  return g_test_run ();
}
