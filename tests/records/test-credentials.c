/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-credentials.h"
#include "tend-kinds.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/credentials/titles", test_titles);
  g_test_add_func ("/records/credentials/ticked", test_ticked);
  g_test_add_func ("/records/credentials/levels", test_levels);
  g_test_add_func ("/records/credentials/words-of-a-level", test_words_of_a_level);

  return g_test_run ();
}
