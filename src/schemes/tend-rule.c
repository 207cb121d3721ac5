/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a rule of a profile can be run. */

#include "tend-check-private.h"

/* What a check reads; every other key is an outcome, "severity: words". */
static const char *const figure_keys[] = {
  "figure", "least", "urgent", "from", "to", "personal_care", "other", NULL
};
static const char *const other_keys[] = {
  "check", "mend", "kind", "covers", "level", "when", "count", "inclusive", "also", "signed",
  "commissioned", "clauses", "keeping", "holds", NULL
};

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
      g_autofree char *value = g_key_file_get_string (file, rule->group, keys[i], NULL);
      TendSeverity severity;

      if (!g_strv_contains (figure_keys, keys[i]) && !g_strv_contains (other_keys, keys[i]) &&
          (value == NULL || tend_severity_read (value, &severity) == NULL))
        return g_strdup_printf ("has “%s”, which is neither a key nor a severity and words",
                                keys[i]);
    }

  return NULL;
}

GStrv
tend_rule_get_figures (const TendRule *rule,
                       GKeyFile       *file)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; figure_keys[i] != NULL; i++)
    {
      g_autofree char *name = g_key_file_get_string (file, rule->group, figure_keys[i], NULL);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}
