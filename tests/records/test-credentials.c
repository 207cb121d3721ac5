/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-credentials.h"
#include "tend-policies.h"

static TendRecord *
titled (const char *kind,
        const char *title)
{
  TendRecord *record = tend_record_new (&tend_credential_kind);

  tend_record_set_text (record, "kind", kind);
  tend_record_set_text (record, "title", title);
  return record;
}

/* Every subject that the title of a course speaks of, in either language. */
static void
test_titles (void)
{
  static const struct
  {
    const char *title;
    const char *covers;
  } cases[] = {
    { "Safeguarding Level 2", "safeguarding" },
    { "Safeguarding adults and children", "safeguarding safeguarding_children" },
    { "Safeguarding Children", "safeguarding_children" },
    { "DIOGELU LEFEL 2", "safeguarding" },
    { "Diogelu oedolion a phlant", "safeguarding safeguarding_children" },
    { "Diogelu Plant", "safeguarding_children" },
    { "Diogelu data (GDPR)", "data_protection" },
    { "Emergency First Aid at Work (EFAW)", "first_aid" },
    { "Cwrs Cymorth Cyntaf", "first_aid" },
    { "Hyfforddiant mewn symud a thrin pobl", "moving_handling" },
    { "Moving and handling, hoists", "moving_handling mobility_aids" },
    { "Rhoi meddyginiaethau", "medicines" },
    { "Hylendid Bwyd a rheoli heintiau", "infection_control food_hygiene" },
    { "Iechyd a Diogelwch", "health_safety" },
    { "Asesu risg", "risk_management" },
    { "Diogelwch tân", "fire_safety" },
    { "Cydraddoldeb ac amrywiaeth", "equality" },
    { "Y Ddeddf Galluedd Meddyliol", "mental_capacity" },
    { "Maeth a hydradu", "nutrition" },
    { "Gofal maeth", "" },
    { "Fframwaith Ansawdd", "quality_framework" },
    { "Pottery", "" },
  };
  static const char *const subjects[] = {
    "safeguarding", "safeguarding_children", "first_aid", "basic_life_support", "moving_handling",
    "mobility_aids", "medicines", "infection_control", "food_hygiene", "health_safety",
    "risk_management", "fire_safety", "equality", "mental_capacity", "nutrition",
    "person_centred", "recording", "data_protection", "quality_framework",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) course = titled ("training", cases[i].title);
      g_autoptr(GString) found = g_string_new (NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (subjects); j++)
        if (tend_credential_covers (course, subjects[j]))
          g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", subjects[j]);
      g_assert_cmpstr (found->str, ==, cases[i].covers);
    }
}

/* What is ticked goes before the title. */
static void
test_ticked (void)
{
  g_autoptr(TendRecord) course = titled ("training", "First aid");

  tend_record_set_text (course, "covers", "equality");
  g_assert_true (tend_credential_covers (course, "equality"));
  g_assert_false (tend_credential_covers (course, "first_aid"));
}

static void
test_levels (void)
{
  static const struct
  {
    const char *title;
    const char *level;
    int         wanted;
  } cases[] = {
    { "Safeguarding Level 2", NULL, 2 }, { "Diogelu, lefel 3", NULL, 3 }, { "Year 2025", NULL, 0 },
    { "Level 1", "2", 2 }, { "Level 1", "Lefel 2", 2 }, { NULL, "Advanced", 0 }, { NULL, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) course = titled ("training", cases[i].title);

      tend_record_set_text (course, "level", cases[i].level);
      g_assert_cmpint (tend_credential_level (course), ==, cases[i].wanted);
    }
}

static void
test_words_of_a_level (void)
{
  static const struct
  {
    const char *level;
    gboolean    enhanced;
    gboolean    registered;
  } cases[] = {
    { "Enhanced with adults’ barred list", TRUE, FALSE }, { "Manylach", TRUE, FALSE },
    { "DBS manwl", TRUE, FALSE }, { "Basic", FALSE, FALSE }, { "Sylfaenol", FALSE, FALSE },
    { "Registered since 2024", FALSE, TRUE }, { "Wedi cofrestru", FALSE, TRUE },
    { "Not registered", FALSE, FALSE }, { "Heb gofrestru", FALSE, FALSE }, { NULL, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) paper = titled ("dbs", NULL);

      tend_record_set_text (paper, "level", cases[i].level);
      g_assert_cmpint (tend_credential_is_enhanced (paper), ==, cases[i].enhanced);
      g_assert_cmpint (tend_credential_is_registered (paper), ==, cases[i].registered);
    }
}

/* "first" by @other, in one vault: whether on that day it has taken its place. */
static void
assert_renewed (TendRecord *first,
                TendRecord *other,
                const char *on,
                gboolean    renewed)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, first);
  g_ptr_array_add (all, other);
  g_assert_cmpint (tend_credential_is_renewed (first, all, day (on)), ==, renewed);
  g_assert_false (tend_credential_is_renewed (other, all, day (on)));
}

static TendRecord *
credential (const char *kind,
            const char *title,
            const char *from,
            const char *to,
            const char *covers)
{
  return make_record (&tend_credential_kind, from, "kind", kind, "issued_on", from, "expires_on",
                      to, title != NULL ? "title" : "kind", title != NULL ? title : kind,
                      covers != NULL ? "covers" : NULL, covers, NULL);
}

/* One that a carer has one of, whatever it is called; while it is good only by one as good. */
static void
test_renewed (void)
{
  g_autoptr(TendRecord) old = credential ("public_liability", "Broker A", "2025-07-01",
                                          "2026-06-30", "support\nmedicines");
  g_autoptr(TendRecord) new = credential ("public_liability", "Broker B", "2026-06-15",
                                          "2027-06-14", "medicines\nsupport\nnights");
  g_autoptr(TendRecord) less = credential ("public_liability", "Broker B", "2026-06-15",
                                           "2027-06-14", "support");
  g_autoptr(TendRecord) says = make_record (&tend_credential_kind, "says", "kind", "other",
                                            "issued_on", "2026-06-15", "replaces", "2025-07-01",
                                            NULL);

  assert_renewed (old, new, "2026-06-14", FALSE);
  assert_renewed (old, new, "2026-06-15", TRUE);
  assert_renewed (old, less, "2026-06-30", FALSE);
  assert_renewed (old, less, "2026-07-01", TRUE);
  assert_renewed (old, says, "2026-06-14", FALSE);
  assert_renewed (old, says, "2026-06-15", TRUE);
}

/* Courses by what they taught and how deep, cars by their names. */
static void
test_renewed_by_what_it_is (void)
{
  g_autoptr(TendRecord) course = credential ("training", "Moving people", "2024-06-01",
                                             "2025-06-01", "moving_handling");
  g_autoptr(TendRecord) refresher = credential ("training", "Refresher", "2025-05-01",
                                                "2026-05-01", "moving_handling");
  g_autoptr(TendRecord) other = credential ("training", "Moving people", "2025-05-01",
                                            "2026-05-01", "nutrition");
  g_autoptr(TendRecord) untold = credential ("training", "Refresher", "2025-05-01", "2026-05-01",
                                             NULL);
  g_autoptr(TendRecord) fiesta = credential ("mot", "Fiesta", "2024-06-01", "2025-05-31", NULL);
  g_autoptr(TendRecord) yaris = credential ("mot", "Yaris", "2025-05-01", "2026-04-30", NULL);
  g_autoptr(TendRecord) again = credential ("mot", "Fiesta", "2025-05-02", "2026-05-01", NULL);

  assert_renewed (course, refresher, "2025-07-01", TRUE);
  assert_renewed (course, other, "2025-07-01", FALSE);
  assert_renewed (course, untold, "2025-07-01", FALSE);
  tend_record_set_text (course, "level", "2");
  assert_renewed (course, refresher, "2025-07-01", FALSE);
  assert_renewed (fiesta, yaris, "2025-07-01", FALSE);
  assert_renewed (fiesta, again, "2025-07-01", TRUE);
}

/* Of each policy one version: by day, then by number; what has a name of its own by that. */
static void
test_policies (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *kind;
    const char *title;
    const char *starts_on;
    const char *version;
  } rows[] = {
    { "b", "complaints", "Grumbles", "2026-01-01", "2" },
    { "a", "complaints", "Complaints", "2026-01-01", "3" },
    { "c", "complaints", "Complaints", "2025-01-01", "9" },
    { "later", "complaints", "Complaints", "2026-07-01", "4" },
    { "dogs", "other", "Dogs", "2025-01-01", "1" },
    { "cats", "other", "Cats", "2026-01-01", "1" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(TendRecord) july = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add_record (fixture, &tend_policy_kind, rows[i].id, "kind", rows[i].kind, "title",
                rows[i].title, "starts_on", rows[i].starts_on, "version", rows[i].version, NULL);
  all = tend_record_load_all (fixture->vault, &tend_policy_kind, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    if (tend_policy_is_in_force (all->pdata[i], all, day ("2026-06-30")))
      g_string_append_printf (found, "%s ", tend_record_get_id (all->pdata[i]));

  g_assert_cmpstr (found->str, ==, "a cats dogs ");
  july = tend_policy_on (fixture->vault, "complaints", day ("2026-07-01"), &error);
  g_assert_cmpstr (tend_record_get_id (july), ==, "later");
  g_assert_null (tend_policy_on (fixture->vault, "complaints", day ("2024-12-31"), &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/credentials/titles", test_titles);
  g_test_add_func ("/records/credentials/ticked", test_ticked);
  g_test_add_func ("/records/credentials/levels", test_levels);
  g_test_add_func ("/records/credentials/words-of-a-level", test_words_of_a_level);
  g_test_add_func ("/records/credentials/renewed", test_renewed);
  g_test_add_func ("/records/credentials/renewed-by-what-it-is", test_renewed_by_what_it_is);
  add_fixture_test ("/records/credentials/policies", test_policies);

  return g_test_run ();
}
