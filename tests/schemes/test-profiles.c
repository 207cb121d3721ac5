/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-check.h"

#include <string.h>

/* The rules of section 1 of domain.md, by hand: it has no ST03 and no ST29. */
static const struct
{
  const char *scheme;
  const char *rules;
} domain[] = {
  { "cambridgeshire",
    "CA01 CA02 CA03 CA04 CA05 CA06 CA07 CA08 CA09 CA10 CA11 CA12 CA13 CA14 CA15 CA16 CA17 CA18 "
    "CA19 CA20 CA21 CA22 CA23 CA24 CA25 CA26 CA27 CA28 CA29 CA30 CA31 CA32 CA33" },
  { "flintshire", "FL01 FL02 FL03 FL04 FL05 FL06 FL07 FL08 FL09 FL10 FL11" },
  { "staffordshire",
    "ST01 ST02 ST04 ST05 ST06 ST07 ST08 ST09 ST10 ST11 ST12 ST13 ST14 ST15 ST16 ST17 ST18 ST19 "
    "ST20 ST21 ST22 ST23 ST24 ST25 ST26 ST27 ST28 ST30 ST31 ST32 ST33 ST34 ST35 ST36 ST37 ST38 "
    "ST39 ST40 ST41" },
  { "worcestershire",
    "WO01 WO02 WO03 WO04 WO05 WO06 WO07 WO08 WO09 WO10 WO11 WO12 WO13 WO14" },
};

static GPtrArray *
load_all (void)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *schemes = tend_schemes_load (NULL, &error);

  g_assert_no_error (error);
  return schemes;
}

static char *
read_profile (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".ini", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schemes", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GKeyFile *
read_key_file (const char *id)
{
  g_autofree char *text = read_profile (id);
  g_autoptr(GError) error = NULL;
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS, &error);
  g_assert_no_error (error);
  return file;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

static void
test_every_rule (void)
{
  g_autoptr(GPtrArray) schemes = load_all ();

  g_assert_cmpuint (schemes->len, ==, G_N_ELEMENTS (domain));
  for (guint i = 0; i < schemes->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (schemes->pdata[i]);
      g_autoptr(GPtrArray) ids = g_ptr_array_new ();
      g_autofree char *words = NULL;

      g_assert_cmpstr (tend_scheme_get_id (schemes->pdata[i]), ==, domain[i].scheme);
      for (guint j = 0; j < rules->len; j++)
        {
          const TendRule *rule = rules->pdata[j];

          if (!g_ptr_array_find_with_equal_func (ids, rule->id, g_str_equal, NULL))
            g_ptr_array_add (ids, rule->id);
        }

      g_ptr_array_sort (ids, compare_words);
      g_ptr_array_add (ids, NULL);
      words = g_strjoinv (" ", (GStrv) ids->pdata);
      g_assert_cmpstr (words, ==, domain[i].rules);
    }
}

static void
test_every_check (void)
{
  g_autoptr(GPtrArray) schemes = load_all ();
  g_autoptr(GPtrArray) names = tend_check_names ();
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < schemes->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (schemes->pdata[i]);

      for (guint j = 0; j < rules->len; j++)
        {
          const TendRule *rule = rules->pdata[j];

          if (!tend_check_exists (rule->check))
            g_error ("%s asks for the check \"%s\"", rule->group, rule->check);
          g_hash_table_add (used, rule->check);
        }
    }

  for (guint i = 0; i < names->len; i++)
    if (!g_hash_table_contains (used, names->pdata[i]))
      g_error ("No rule asks for the check \"%s\"", (char *) names->pdata[i]);
  g_assert_cmpuint (g_hash_table_size (used), ==, names->len);
  g_assert_false (tend_check_exists ("no_such_check"));
}

/* What each check tells, and with which values: its outcomes are the keys of a rule that
 * are none of `keys`. */
static const struct
{
  const char *check;
  const char *outcomes;
  const char *places;
} told[] = {
  { "after_death", "found", "client died" },
  { "board", "found", "date" },
  { "cap", "found", "rate limit" },
  { "capacity", "before during before_other during_other", "client authority" },
  { "cash", "found unsaid", "client date" },
  { "child", "found", "client age" },
  { "client_count", "before beyond ahead near", "n date limit" },
  { "communication", "missing", "client" },
  { "commute_charged", "found distance", "miles date client" },
  { "complaints_told", "untold", "client" },
  { "contingency", "missing contacts leave", "client" },
  { "contingency_agreed", "missing", "client" },
  { "contract", "missing unbegun clause", "client first clause" },
  { "counted_in_FL01", "found", "" },
  { "county", "outside", "client" },
  { "covered", "found", "what" },
  { "days_without_miles", "found", "n" },
  { "dbs_age", "missing over soon", "last days issued years who" },
  { "dbs_employer", "missing wrong", "employer who" },
  { "dbs_level", "low", "level" },
  { "ended_without_notice", "missing", "client" },
  { "figure_old", "found", "last" },
  { "gifts", "accepted", "client date what" },
  { "goals", "missing", "client" },
  { "guard", "found", "" },
  { "gap", "found", "from to" },
  { "guide", "found", "rate limit service" },
  { "insured_first", "found none late", "date" },
  { "insured_visits", "found", "date" },
  { "leaving", "short", "months by" },
  { "medicine", "found", "words fact" },
  { "medicine_asked", "unasked", "medicine" },
  { "miles_without_clause", "found", "miles date client" },
  { "mobility", "untrained", "client lacking" },
  { "notes_missing", "found", "client n hours" },
  { "notes_wanted", "found", "client n" },
  { "notice_days", "outside", "client n least most" },
  { "office", "outside", "postcode" },
  { "origin", "found", "client" },
  { "overlap", "found several", "a b n times date" },
  { "own_rates", "found", "rate limit" },
  { "paper", "missing over soon low unsaid", "last days cover amount" },
  { "person_training", "missing", "client task" },
  { "plan", "missing part", "client first part" },
  { "plan_review", "over", "client due" },
  { "policy", "missing over soon", "due" },
  { "portfolio", "found", "k of list" },
  { "profile", "found never", "n" },
  { "rate_notice", "found enhanced", "rate limit service" },
  { "retention", "short", "client years n" },
  { "return", "soon over", "quarter due" },
  { "risks", "missing", "client" },
  { "safeguarding", "found", "date" },
  { "service_request", "open late", "by n" },
  { "services_covered", "found", "what" },
  { "standards", "missing over undated", "last" },
  { "team", "beyond below near", "n limit" },
  { "testimonial", "missing", "" },
  { "time_off", "late untold", "by from n" },
  { "unbilled", "found", "client n" },
  { "unequal_rates", "found", "service low high n" },
  { "unwell", "planned done", "client date" },
  { "utr", "missing", "" },
  { "viable", "found", "client percent" },
};

static const char keys[] =
  "check mend kind covers level when count inclusive also signed commissioned clauses keeping "
  "holds shown written ours own_clock";

/* Sentences of a line of the standard (README.md). */
static const char sentences[] = "asks kept";

static const char figure_keys[] = "figure least urgent from to personal_care other employing";

static gboolean
is_word_of (const char *words,
            const char *word)
{
  g_auto(GStrv) all = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) all, word);
}

static void
assert_places (const char *rule,
               const char *words,
               const char *places)
{
  for (const char *at = strchr (words, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *place = g_strndup (at + 1, strcspn (at + 1, "}:"));

      if (!is_word_of (places, place))
        g_error ("[%s] says {%s}, which its check does not fill", rule, place);
    }
}

static void
assert_outcome (const char *group,
                const char *outcome,
                const char *value,
                gsize       check)
{
  static const char *const severities[] = { "stop: ", "breach: ", "warn: ", "advice: " };
  const char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    if (g_str_has_prefix (value, severities[i]))
      words = value + strlen (severities[i]);

  if (words == NULL || *words == '\0')
    g_error ("[%s] says %s=%s, which is no severity and words", group, outcome, value);
  if (!is_word_of (told[check].outcomes, outcome))
    g_error ("[%s] has %s, which \"%s\" never tells", group, outcome, told[check].check);
  assert_places (group, words, told[check].places);
}

/* The Welsh of an outcome is as grave, and says the same things of whom it is about. */
static void
assert_translation (GKeyFile   *file,
                    const char *group,
                    const char *key,
                    const char *value,
                    gsize       check)
{
  g_autofree char *outcome = g_strndup (key, strcspn (key, "["));
  g_autofree char *own = g_key_file_get_string (file, group, outcome, NULL);
  gsize length = own != NULL ? strcspn (own, ":") : 0;

  if (own == NULL || strncmp (own, value, length + 1) != 0)
    g_error ("[%s] is not as grave in %s", group, key);
  assert_outcome (group, outcome, value, check);
}

/* Whether words are for the carer: they say "you", or what to do. */
static gboolean
speaks_to_carer (const char *words)
{
  return g_regex_match_simple ("\\b[Yy]our?\\b|\\{words\\}|"
                               "(?:^|[.:,;] |, and )"
                               "(?:[Tt]ell|[Ww]rite|[Aa]sk|[Ss]ign|[Kk]eep|[Rr]ead|[Aa]dd|"
                               "[Cc]hoose|[Ee]nter|[Aa]nswer|[Rr]ecord|[Rr]eview|[Rr]efresh|"
                               "[Rr]ing|[Cc]heck|[Mm]ake|[Ss]hare|[Pp]ut|be sure|use|get)\\b",
                               words, 0, 0);
}

/* Whether @key is the fact of an outcome. */
static gboolean
is_fact (GKeyFile   *file,
         const char *group,
         const char *key,
         gsize       check)
{
  g_autofree char *fact = g_strndup (key, strcspn (key, "["));
  g_autofree char *value = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *welsh = g_strconcat (fact, "[cy]", NULL);
  g_autofree char *outcome = NULL;

  if (!g_str_has_suffix (fact, "-fact"))
    return FALSE;

  outcome = g_strndup (fact, strlen (fact) - strlen ("-fact"));
  if (!is_word_of (told[check].outcomes, outcome) ||
      !g_key_file_has_key (file, group, outcome, NULL))
    g_error ("[%s] has %s, of what it does not tell", group, key);
  if (strcmp (value, "{fact}") != 0 && !g_key_file_has_key (file, group, welsh, NULL))
    g_error ("[%s] has no Welsh of %s", group, key);
  assert_places (group, value, told[check].places);
  return TRUE;
}

/* A council reads what is so, and neither "you" nor what the carer has to do. */
static void
assert_fact (GKeyFile   *file,
             const char *group,
             const char *outcome,
             const char *words)
{
  g_autofree char *key = g_strconcat (outcome, "-fact", NULL);
  g_autofree char *fact = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *name = g_key_file_get_string (file, group, "check", NULL);

  if (strcmp (name, "guard") != 0 && !g_key_file_get_boolean (file, group, "ours", NULL) &&
      speaks_to_carer (fact != NULL ? fact : strchr (words, ' ') + 1))
    g_error ("[%s] says %s to the carer, and has no %s", group, outcome, key);
}

static gsize
find_check (const char *group,
            const char *check)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (strcmp (told[i].check, check) == 0)
      return i;

  g_error ("[%s] asks for \"%s\", of which this test knows nothing", group, check);
}

/* Whether @key is one; its Welsh is there, and says the same figures. */
static gboolean
is_sentence (GKeyFile   *file,
             const char *group,
             const char *key)
{
  g_autofree char *name = g_strndup (key, strcspn (key, "["));
  g_autofree char *welsh = g_strconcat (name, "[cy]", NULL);
  g_autofree char *own = g_key_file_get_string (file, group, name, NULL);
  g_autofree char *other = g_key_file_get_string (file, group, welsh, NULL);

  if (!is_word_of (sentences, name))
    return FALSE;

  g_assert_nonnull (own);
  if (other == NULL || strcmp (own, other) == 0)
    g_error ("[%s] has no Welsh of %s", group, name);
  for (const char *at = strchr (own, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *place = g_strndup (at, strcspn (at, "}") + 1);

      if (strstr (other, place) == NULL)
        g_error ("[%s] does not say %s in Welsh", group, place);
    }

  return TRUE;
}

static void
check_outcomes (GKeyFile   *file,
                const char *group)
{
  g_autofree char *name = g_key_file_get_string (file, group, "check", NULL);
  g_auto(GStrv) found = g_key_file_get_keys (file, group, NULL, NULL);
  gsize check = find_check (group, name);
  gboolean tells = FALSE;

  for (guint i = 0; found[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, group, found[i], NULL);

      if (is_sentence (file, group, found[i]) || is_fact (file, group, found[i], check))
        continue;
      if (strchr (found[i], '[') != NULL)
        {
          assert_translation (file, group, found[i], value, check);
          continue;
        }
      if (is_word_of (keys, found[i]) || is_word_of (figure_keys, found[i]))
        continue;

      tells = TRUE;
      assert_outcome (group, found[i], value, check);
      assert_fact (file, group, found[i], value);
    }

  if (!tells)
    g_error ("[%s] tells nothing", group);
}

static void
test_every_outcome (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (domain); i++)
    {
      g_autoptr(GKeyFile) file = read_key_file (domain[i].scheme);
      g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

      for (guint j = 0; groups[j] != NULL; j++)
        if (g_str_has_prefix (groups[j], "rule "))
          check_outcomes (file, groups[j]);
    }
}

/* What a council asks has a line, which says where the evidence is; only what is ours has none, and
 * what the law asks that the council says nothing of. */
static void
test_every_line (void)
{
  g_autoptr(GPtrArray) schemes = load_all ();
  g_autoptr(GString) ours = g_string_new (NULL);

  for (guint i = 0; i < schemes->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (schemes->pdata[i]);

      for (guint j = 0; j < rules->len; j++)
        {
          const TendRule *rule = rules->pdata[j];
          g_autofree char *asks = tend_rule_get_text (rule, "asks");
          g_autofree char *shown = tend_rule_get_text (rule, "shown");
          g_autofree char *kept = tend_rule_get_text (rule, "kept");

          if (tend_rule_get_flag (rule, "ours"))
            {
              g_string_append_printf (ours, "%s ", rule->id);
              continue;
            }
          if (asks == NULL || !g_str_has_suffix (asks, "."))
            g_error ("[%s] asks for no whole sentence", rule->group);
          if ((shown == NULL) == (kept == NULL))
            g_error ("[%s] is neither shown nor kept", rule->group);
          if ((kept != NULL) != (strcmp (rule->check, "guard") == 0 ||
                                 strcmp (rule->check, "counted_in_FL01") == 0))
            g_error ("[%s] is kept, and is no guard, or the other way round", rule->group);
        }
    }

  g_assert_cmpstr (ours->str, ==, "CA06 FL07 FL11 ST37 ");
}

/* A rule's figure has been in force on some day, and says of what it is and where it was read. */
static void
test_every_figure (void)
{
  g_autoptr(GPtrArray) schemes = load_all ();
  g_auto(GStrv) words = g_strsplit (figure_keys, " ", -1);
  guint n = 0;

  for (guint i = 0; i < schemes->len; i++)
    {
      const TendScheme *scheme = schemes->pdata[i];
      GPtrArray *rules = tend_scheme_get_rules (scheme);

      for (guint j = 0; j < rules->len * g_strv_length (words); j++)
        {
          const TendRule *rule = rules->pdata[j / g_strv_length (words)];
          const char *key = words[j % g_strv_length (words)];
          g_autofree char *name = tend_rule_get_text (rule, key);
          const TendSchemeFigure *figure;

          if (name == NULL)
            continue;

          figure = tend_scheme_last_figure (scheme, name, G_MAXINT);
          if (figure == NULL)
            g_error ("[%s] names the figure \"%s\"", rule->group, name);
          g_assert_cmpint (figure->value, >, 0);
          g_assert_cmpstr (figure->unit, !=, "");
          g_assert_cmpstr (figure->source, !=, "");
          g_assert_false (figure->corrected);
          n++;
        }
    }

  g_assert_cmpuint (n, >, 20);
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

/* Table 1.0 of domain.md. */
static void
test_values (void)
{
  static const struct
  {
    const char *scheme;
    const char *name;
    gint64      value;
  } figures[] = {
    { "staffordshire", "team_limit", 8 }, { "staffordshire", "dbs_years", 3 },
    { "staffordshire", "direct_payment_pence", 1659 },
    { "staffordshire", "usual_rate_pence", 2000 },
    { "staffordshire", "rate_notice_pence", 2250 },
    { "staffordshire", "notice_days_least", 7 }, { "staffordshire", "notice_days_most", 14 },
    { "staffordshire", "time_off_days", 14 }, { "staffordshire", "standards_months", 12 },
    { "staffordshire", "profile_days", 90 }, { "worcestershire", "team_limit", 8 },
    { "worcestershire", "team_least", 1 }, { "worcestershire", "dbs_years", 3 },
    { "cambridgeshire", "team_limit", 10 }, { "cambridgeshire", "team_minutes", 375 * 60 },
    { "cambridgeshire", "dbs_years", 2 },
    { "cambridgeshire", "public_liability_pence", G_GINT64_CONSTANT (400000000) },
    { "cambridgeshire", "guide_home_help_pence", 2000 },
    { "cambridgeshire", "guide_personal_care_pence", 2100 },
    { "cambridgeshire", "response_minutes", 480 },
    { "cambridgeshire", "urgent_response_minutes", 180 },
    { "cambridgeshire", "retention_years", 6 }, { "cambridgeshire", "leaving_months", 3 },
    { "cambridgeshire", "complaint_days", 20 }, { "cambridgeshire", "return_due_day", 5 },
    /* The law's, in every county (domain.md, section 5). */
    { "staffordshire", "employers_liability_pence", 500000000 },
    { "worcestershire", "employers_liability_pence", 500000000 },
    { "cambridgeshire", "employers_liability_pence", 500000000 },
    { "flintshire", "employers_liability_pence", 500000000 },
    { "flintshire", "team_limit", 5 }, { "flintshire", "personal_care_clients", 4 },
  };
  g_autoptr(GPtrArray) schemes = load_all ();

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    assert_figure (schemes, figures[i].scheme, figures[i].name, "2026-11-22", figures[i].value);
}

static void
test_dated_figures (void)
{
  g_autoptr(GPtrArray) schemes = load_all ();
  const TendSchemeFigure *last;

  assert_figure (schemes, "cambridgeshire", "cap_pence", "2025-03-31", -1);
  assert_figure (schemes, "cambridgeshire", "cap_pence", "2025-04-01", 2100);
  assert_figure (schemes, "cambridgeshire", "cap_pence", "2026-03-31", 2100);
  assert_figure (schemes, "cambridgeshire", "cap_pence", "2026-04-01", -1);
  assert_figure (schemes, "cambridgeshire", "no_such_figure", "2026-04-01", -1);
  assert_figure (schemes, "flintshire", "direct_payment_pence", "2022-03-31", -1);
  assert_figure (schemes, "flintshire", "direct_payment_pence", "2022-04-01", 1458);
  assert_figure (schemes, "flintshire", "commissioned_pence", "2023-03-31", 1600);
  assert_figure (schemes, "flintshire", "commissioned_team_pence", "2023-03-31", 1650);
  assert_figure (schemes, "flintshire", "sleep_in_pence", "2023-03-31", 8472);
  assert_figure (schemes, "flintshire", "sleep_in_pence", "2023-04-01", -1);

  last = tend_scheme_last_figure (tend_schemes_find (schemes, "cambridgeshire"), "cap_pence",
                                  day ("2026-04-01"));
  g_assert_cmpint (last->to, ==, day ("2026-03-31"));
  g_assert_cmpstr (last->unit, ==, "pence an hour");
  g_assert_null (tend_schemes_find (schemes, "powys"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schemes/profiles/every-rule", test_every_rule);
  g_test_add_func ("/schemes/profiles/every-check", test_every_check);
  g_test_add_func ("/schemes/profiles/every-outcome", test_every_outcome);
  g_test_add_func ("/schemes/profiles/every-line", test_every_line);
  g_test_add_func ("/schemes/profiles/every-figure", test_every_figure);
  g_test_add_func ("/schemes/profiles/values", test_values);
  g_test_add_func ("/schemes/profiles/dated-figures", test_dated_figures);

  return g_test_run ();
}
