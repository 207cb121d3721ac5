/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a rule of a profile can be run. */

#include "tend-check-private.h"

#include <string.h>

/* What a check reads; every other key is an outcome, "severity: words". */
static const char *const figure_keys[] = {
  "figure", "least", "urgent", "from", "to", "personal_care", "other", "employing",
  NULL
};
static const char *const other_keys[] = {
  "check", "mend", "kind", "covers", "level", "when", "count", "inclusive", "also", "signed",
  "commissioned", "clauses", "keeping", "holds", "asks", "shown", "kept", "written", "ours",
  "own_clock",
  NULL
};

/* An outcome, or the fact of one. */
static gboolean
is_outcome (const TendRule *rule,
            GKeyFile       *file,
            const char     *key,
            const char     *language)
{
  g_autofree char *full = g_strconcat (key, language, NULL);
  g_autofree char *value = g_key_file_get_string (file, rule->group, full, NULL);
  TendSeverity severity;

  if (value == NULL)
    return FALSE;
  if (g_str_has_suffix (key, TEND_RULE_FACT))
    {
      g_autofree char *outcome = g_strndup (key, strlen (key) - strlen (TEND_RULE_FACT));

      return *value != '\0' && is_outcome (rule, file, outcome, language);
    }

  return tend_severity_read (value, &severity) != NULL;
}

/* What a council asks is a line of its standard, and that has its evidence somewhere. */
static char *
find_fault_of_line (const TendRule *rule,
                    GKeyFile       *file)
{
  g_autofree char *asks = g_key_file_get_string (file, rule->group, "asks", NULL);
  gboolean ours = g_key_file_get_boolean (file, rule->group, "ours", NULL);
  gboolean shown = g_key_file_has_key (file, rule->group, "shown", NULL);
  gboolean kept = g_key_file_has_key (file, rule->group, "kept", NULL);

  if (ours)
    return asks == NULL ? NULL : g_strdup ("is ours, and says what is asked");
  if (asks == NULL || *asks == '\0')
    return g_strdup ("does not say what is asked");

  return shown != kept ? NULL : g_strdup ("does not say where it is shown, or how it is kept");
}

char *
tend_rule_find_fault (const TendRule *rule,
                      GKeyFile       *file)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, rule->group, NULL, NULL);

  if (rule->check == NULL)
    return g_strdup ("has no check");
  if (!tend_check_exists (rule->check))
    return g_strdup_printf ("has a check “%s” that is not there", rule->check);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gsize length = strcspn (keys[i], "[");
      g_autofree char *key = g_strndup (keys[i], length);

      if (!g_strv_contains (figure_keys, key) && !g_strv_contains (other_keys, key) &&
          !is_outcome (rule, file, key, keys[i] + length))
        return g_strdup_printf ("has “%s”, which is neither a key nor a severity and words",
                                keys[i]);
    }

  return find_fault_of_line (rule, file);
}

GStrv
tend_rule_get_figures (const TendRule *rule,
                       GKeyFile       *file)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *asks = g_key_file_get_string (file, rule->group, "asks", NULL);

  for (guint i = 0; figure_keys[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_string (file, rule->group, figure_keys[i], NULL);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  for (const char *at = strchr (asks ? asks : "", '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *name = g_strndup (at + 1, strcspn (at + 1, "}"));

      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}
