/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-safeguarding-team.h"

#include "tend-clients.h"
#include "tend-figures-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

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

/* What the carer has found for @scheme: (transfer full) (nullable). */
static TendRecord *
load_own (TendVault   *vault,
          const char  *scheme,
          GError     **error)
{
  return tend_records_select_one (vault, &tend_safeguarding_team_kind, error,
                                  "WHERE ifnull (scheme, '') = :scheme"
                                  " ORDER BY checked_on DESC, id LIMIT 1",
                                  ":scheme", scheme, NULL);
}

static gboolean
read_own (TendSafeguardingTeam  *self,
          TendVault             *vault,
          GError               **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) own = load_own (vault, self->scheme, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (own == NULL)
    return TRUE;

  g_free (self->phone);
  g_free (self->out_of_hours);
  g_clear_pointer (&self->source, g_free);
  self->phone = g_strdup (tend_record_get_text (own, "phone"));
  self->out_of_hours = g_strdup (tend_record_get_text (own, "out_of_hours"));
  self->checked_on = tend_record_get_int (own, "checked_on");
  return TRUE;
}

static gboolean
add_team (GPtrArray   *teams,
          TendVault   *vault,
          GKeyFile    *file,
          const char  *scheme,
          GError     **error)
{
  TendSafeguardingTeam *team = g_new0 (TendSafeguardingTeam, 1);

  team->scheme = g_strdup (scheme);
  if (g_key_file_has_group (file, scheme))
    read_figures (team, file);
  else
    team->council = g_strdup ("");
  g_ptr_array_add (teams, team);

  return read_own (team, vault, error);
}

/* (transfer full): the person's schemes, else the carer's. */
static GStrv
load_schemes (TendVault   *vault,
              const char  *client,
              GError     **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(TendRecord) person = NULL;
  const char *chosen = NULL;

  if (provider != NULL && client != NULL)
    person = tend_record_load (vault, &tend_client_kind, client, error);
  if (provider == NULL || (client != NULL && person == NULL))
    return NULL;

  if (person != NULL)
    chosen = tend_record_get_text (person, "schemes");
  if (chosen == NULL)
    chosen = tend_record_get_text (provider, "schemes");
  return g_strsplit (chosen != NULL ? chosen : "", "\n", -1);
}

GPtrArray *
tend_safeguarding_teams (TendVault   *vault,
                         const char  *client,
                         const char  *scheme,
                         GError     **error)
{
  g_auto(GStrv) schemes = load_schemes (vault, client, error);
  g_autoptr(GKeyFile) file = tend_figures_load ("safeguarding.ini");
  g_autoptr(GPtrArray) teams = NULL;

  if (schemes == NULL)
    return NULL;

  teams = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_safeguarding_team_free);
  if (scheme != NULL && g_key_file_has_group (file, scheme) &&
      !add_team (teams, vault, file, scheme, error))
    return NULL;
  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_strcmp0 (schemes[i], scheme) != 0 && g_key_file_has_group (file, schemes[i]) &&
        !add_team (teams, vault, file, schemes[i], error))
      return NULL;
  if (teams->len == 0 && !add_team (teams, vault, file, "", error))
    return NULL;

  return g_steal_pointer (&teams);
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

static void
put_number (TendRecord *own,
            const char *field,
            const char *number)
{
  tend_record_set_text (own, field, number != NULL && *number != '\0' ? number : NULL);
}

gboolean
tend_safeguarding_team_keep (TendVault   *vault,
                             const char  *scheme,
                             const char  *phone,
                             const char  *out_of_hours,
                             TendDate     checked_on,
                             GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) own = load_own (vault, scheme, &failure);

  g_return_val_if_fail (phone == NULL || tend_safeguarding_is_number (phone), FALSE);
  g_return_val_if_fail (out_of_hours == NULL || tend_safeguarding_is_number (out_of_hours), FALSE);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (own == NULL)
    own = tend_record_new (&tend_safeguarding_team_kind);
  put_number (own, "phone", phone);
  put_number (own, "out_of_hours", out_of_hours);
  if (!tend_record_is_set (own, "phone") && !tend_record_is_set (own, "out_of_hours"))
    return !tend_record_is_stored (own) || tend_record_remove (vault, own, NULL, error);

  tend_record_set_text (own, "scheme", *scheme != '\0' ? scheme : NULL);
  tend_record_set_int (own, "checked_on", checked_on);
  return tend_record_save (vault, own, NULL, error);
}
