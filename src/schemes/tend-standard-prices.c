/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scheme looks at prices by: the figures of the rules that do. */

#include "tend-standard.h"

#include "tend-check-private.h"
#include "tend-figure-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* (nullable): the key of @rule that names the figure @rate is looked at by. */
static const char *
key_of (TendChecking   *checking,
        const TendRule *rule,
        GPtrArray      *rates,
        TendRecord     *rate)
{
  if (strcmp (rule->check, "rate_notice") == 0)
    return "figure";
  if (strcmp (rule->check, "cap") == 0)
    return tend_checking_is_council_rate (checking, rates, rate) ? "figure" : NULL;
  if (strcmp (rule->check, "guide") == 0)
    return tend_checking_is_council_rate (checking, rates, rate)
             ? NULL : tend_checking_guide (checking, rate);

  return NULL;
}

static const char *
label_of (const TendRule *rule)
{
  if (strcmp (rule->check, "cap") == 0)
    return _("cap under the council’s contracts");

  return strcmp (rule->check, "guide") == 0 ? _("guide")
                                            : _("the scheme is told of it from");
}

/* One whose time has passed is the last that is known. */
static void
add_figure (GString        *lines,
            TendChecking   *checking,
            const TendRule *rule,
            const char     *key)
{
  g_autofree char *name = tend_rule_get_text (rule, key);
  const TendSchemeFigure *figure = tend_scheme_figure (rule->scheme, name, checking->on);
  g_autofree char *value = NULL;
  g_autofree char *validity = NULL;

  if (figure == NULL)
    figure = tend_scheme_last_figure (rule->scheme, name, checking->on);
  if (figure == NULL)
    return;

  value = tend_figure_format (name, figure->value);
  validity = tend_figure_validity (figure);
  g_string_append_printf (lines, "%s%s: %s%s%s%s", lines->len > 0 ? "\n" : "", label_of (rule),
                          value, *validity != '\0' ? " (" : "", validity,
                          *validity != '\0' ? ")" : "");
}

GHashTable *
tend_standard_prices (TendVault   *vault,
                      const char  *scheme,
                      TendDate     on,
                      GError     **error)
{
  g_autoptr(GHashTable) prices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(TendChecking) checking = tend_checking_of_scheme (vault, scheme, on, error);
  g_autoptr(GPtrArray) rates = NULL;

  if (checking == NULL)
    return NULL;
  if (checking->scheme == NULL)
    return g_steal_pointer (&prices);

  rates = tend_checking_hourly_rates (checking);
  for (guint i = 0; i < rates->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (checking->scheme);
      g_autoptr(GString) lines = g_string_new (NULL);

      for (guint j = 0; j < rules->len; j++)
        {
          const char *key = key_of (checking, rules->pdata[j], rates, rates->pdata[i]);

          if (key != NULL)
            add_figure (lines, checking, rules->pdata[j], key);
        }
      if (lines->len > 0)
        g_hash_table_insert (prices, g_strdup (tend_record_get_id (rates->pdata[i])),
                             g_strdup (lines->str));
    }

  return tend_checking_end (checking, error) ? g_steal_pointer (&prices) : NULL;
}
