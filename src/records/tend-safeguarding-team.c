/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-safeguarding-team.h"

#include "tend-clients.h"
#include "tend-figures-private.h"

#include <string.h>

/* What may be a number has so many digits: 999 is one, a bank account no telephone. */
#define FEWEST_DIGITS 3
#define MOST_DIGITS   15

void
tend_safeguarding_team_free (TendSafeguardingTeam *self)
{
  g_free (self->scheme);
  g_free (self->council);
  g_free (self->phone);
  g_free (self->out_of_hours);
  g_free (self->source);
  g_free (self);
}

/* The carer's own lies in the settings: the two numbers and the day, a line each. */
static char *
setting_key (const char *scheme)
{
  return g_strdup_printf ("safeguarding/%s", scheme);
}

/* (nullable): the text, NULL for an empty one */
static char *
take (char *text)
{
  if (text != NULL && *text != '\0')
    return text;

  g_free (text);
  return NULL;
}

static void
read_figures (TendSafeguardingTeam *self,
              GKeyFile             *file)
{
  g_autofree char *day = g_key_file_get_string (file, self->scheme, "checked_on", NULL);

  self->council = g_key_file_get_locale_string (file, self->scheme, "council", NULL, NULL);
  self->phone = take (g_key_file_get_string (file, self->scheme, "phone", NULL));
  self->out_of_hours = take (g_key_file_get_string (file, self->scheme, "out_of_hours", NULL));
  self->source = g_key_file_get_string (file, self->scheme, "source", NULL);
  self->checked_on = day != NULL ? tend_date_parse_iso (day) : TEND_DATE_NONE;
}

static void
read_own (TendSafeguardingTeam *self,
          TendVault            *vault)
{
  g_autofree char *key = setting_key (self->scheme);
  g_autofree char *text = tend_setting_get (vault, key);
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  if (lines == NULL || g_strv_length (lines) != 3)
    return;

  g_free (self->phone);
  g_free (self->out_of_hours);
  g_clear_pointer (&self->source, g_free);
  self->phone = take (g_strdup (lines[0]));
  self->out_of_hours = take (g_strdup (lines[1]));
  self->checked_on = tend_date_parse_iso (lines[2]);
}

static void
add_team (GPtrArray  *teams,
          TendVault  *vault,
          GKeyFile   *file,
          const char *scheme)
{
  TendSafeguardingTeam *team = g_new0 (TendSafeguardingTeam, 1);

  team->scheme = g_strdup (scheme);
  if (g_key_file_has_group (file, scheme))
    read_figures (team, file);
  else
    team->council = g_strdup ("");
  read_own (team, vault);
  g_ptr_array_add (teams, team);
}

GPtrArray *
tend_safeguarding_teams (TendVault  *vault,
                         GError    **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GKeyFile) file = tend_figures_load ("safeguarding.ini");
  g_auto(GStrv) schemes = NULL;
  const char *chosen;
  GPtrArray *teams;

  if (provider == NULL)
    return NULL;

  chosen = tend_record_get_text (provider, "schemes");
  schemes = g_strsplit (chosen != NULL ? chosen : "", "\n", -1);
  teams = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_safeguarding_team_free);
  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_key_file_has_group (file, schemes[i]))
      add_team (teams, vault, file, schemes[i]);
  if (teams->len == 0)
    add_team (teams, vault, file, "");

  return teams;
}

gboolean
tend_safeguarding_is_number (const char *text)
{
  guint n_digits = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0')
    return TRUE;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        n_digits++;
      else if (strchr (" ()+-", *c) == NULL)
        return FALSE;
    }

  return n_digits >= FEWEST_DIGITS && n_digits <= MOST_DIGITS;
}

gboolean
tend_safeguarding_team_keep (TendVault   *vault,
                             const char  *scheme,
                             const char  *phone,
                             const char  *out_of_hours,
                             TendDate     checked_on,
                             GError     **error)
{
  g_autofree char *key = setting_key (scheme);
  g_autofree char *day = tend_date_format_iso (checked_on);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s", phone != NULL ? phone : "",
                                           out_of_hours != NULL ? out_of_hours : "", day);

  g_return_val_if_fail (phone == NULL || tend_safeguarding_is_number (phone), FALSE);
  g_return_val_if_fail (out_of_hours == NULL || tend_safeguarding_is_number (out_of_hours), FALSE);

  return tend_setting_set (vault, key, *text != '\n' || text[1] != '\n' ? text : NULL, error);
}
