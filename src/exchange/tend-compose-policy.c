/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-policy.h"

#include "tend-clients.h"
#include "tend-compose-private.h"
#include "tend-kinds.h"
#include "tend-policies.h"
#include "tend-safeguarding-team.h"
#include "tend-team.h"
#include "tend-template.h"

#include <glib/gi18n-lib.h>

struct _TendPolicyValues
{
  GStringChunk    *texts;
  TendPolicySheet  sheet;
  const char      *wording;
};

void
tend_policy_values_free (TendPolicyValues *self)
{
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
read_policy (TendPolicyValues *self,
             TendRecord       *policy)
{
  self->wording = tend_compose_keep (self->texts, tend_record_get_text (policy, "text"));
  self->sheet.kind = tend_compose_keep (self->texts, tend_record_get_text (policy, "kind"));
  self->sheet.title = tend_compose_take (self->texts, tend_policy_title (policy));
  self->sheet.version = tend_record_get_int (policy, "version");
  /* One that is not kept yet holds from no day. */
  if (!tend_record_is_stored (policy))
    return;

  self->sheet.starts_on = tend_record_get_int (policy, "starts_on");
  self->sheet.reviewed_on = tend_record_get_int (policy, "reviewed_on");
  self->sheet.review_on = tend_record_get_int (policy, "review_on");
}

static gboolean
read_provider (TendPolicyValues  *self,
               TendVault         *vault,
               GError           **error)
{
  if (!tend_compose_provider (vault, self->texts, &self->sheet.provider, error))
    return FALSE;

  self->sheet.language = tend_compose_language ();
  return TRUE;
}

static gboolean
read_safeguarding (TendPolicyValues  *self,
                   TendVault         *vault,
                   const char        *scheme,
                   GError           **error)
{
  g_autoptr(GPtrArray) teams = tend_safeguarding_teams (vault, NULL, scheme, error);
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      const TendSafeguardingTeam *team = teams->pdata[i];

      g_string_append_printf (lines, "%s%s\t", lines->len > 0 ? "\n" : "",
                              *team->council != '\0' ? team->council
                                                     : _("The council’s adult safeguarding team"));
      g_string_append (lines, team->phone != NULL ? team->phone : "______");
      if (team->out_of_hours != NULL)
        {
          g_string_append (lines, ", ");
          g_string_append_printf (lines, _("out of hours %s"), team->out_of_hours);
        }
    }

  self->sheet.safeguarding = tend_compose_keep (self->texts, lines->str);
  return teams != NULL;
}

static gboolean
read_schemes (TendPolicyValues  *self,
              TendVault         *vault,
              const char        *scheme,
              GError           **error)
{
  TendPolicySheet *sheet = &self->sheet;
  TendCouncils councils;

  if (!tend_compose_councils (vault, NULL, scheme, self->texts, &councils, error))
    return FALSE;

  sheet->schemes = councils.schemes;
  sheet->concerns = councils.concerns;
  sheet->formal = councils.formal;
  sheet->keeping = councils.keeping;
  sheet->england = councils.england;
  sheet->wales = councils.wales;
  sheet->cover_chosen = councils.cover_chosen;
  sheet->cover_agreed = councils.cover_agreed;
  return TRUE;
}

static gboolean
read_team (TendPolicyValues  *self,
           TendVault         *vault,
           TendDate           on,
           GError           **error)
{
  g_autoptr(GPtrArray) team = tend_record_load_all (vault, &tend_team_member_kind, error);
  g_autoptr(TendRecord) provider = team != NULL ? tend_provider_load (vault, error) : NULL;

  if (provider == NULL)
    return FALSE;

  self->sheet.team = tend_team_measure (team, provider, on).heads > 1;
  return TRUE;
}

TendPolicyValues *
tend_compose_policy_values (TendVault   *vault,
                            TendRecord  *policy,
                            const char  *scheme,
                            TendDate     on,
                            GError     **error)
{
  g_autoptr(TendPolicyValues) self = g_new0 (TendPolicyValues, 1);

  self->texts = g_string_chunk_new (4096);
  read_policy (self, policy);
  if (!read_provider (self, vault, error) || !read_safeguarding (self, vault, scheme, error) ||
      !read_schemes (self, vault, scheme, error) || !read_team (self, vault, on, error))
    return NULL;

  return g_steal_pointer (&self);
}

TendPolicyValues *
tend_compose_policy_load (TendVault   *vault,
                          const char  *kind,
                          TendDate     on,
                          GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) policy = tend_policy_on (vault, kind, on, &failure);

  if (policy == NULL && failure == NULL)
    policy = tend_policy_draft (vault, kind, on, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return tend_compose_policy_values (vault, policy, NULL, on, error);
}

void
tend_compose_policy_hide_address (TendPolicyValues *values)
{
  g_return_if_fail (values != NULL);

  values->sheet.provider.address = NULL;
}

/* A line that is Tend's own can hold no name: “Will you help me?” is not about a client called
 * Will.  In what was typed anything that could be one is hidden, as a name told is worse than a
 * word too many hidden. */
static char *
redact_wording (const TendPolicyValues *values,
                TendRedaction          *names)
{
  g_autofree char *name = tend_policy_template (values->sheet.kind);
  g_autofree char *template = tend_template_load (name, NULL);
  g_auto(GStrv) own = g_strsplit (template != NULL ? template : "", "\n", -1);
  g_auto(GStrv) lines = g_strsplit (values->wording, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (!g_strv_contains ((const char *const *) own, *line))
      {
        char *redacted = tend_redaction_run (names, *line);

        g_free (*line);
        *line = redacted;
      }

  return g_strjoinv ("\n", lines);
}

void
tend_compose_policy_redact (TendPolicyValues *values,
                            TendRedaction    *names)
{
  g_return_if_fail (values != NULL && names != NULL);

  if (values->wording != NULL)
    values->wording = tend_compose_take (values->texts, redact_wording (values, names));
  values->sheet.title = tend_compose_take (values->texts, tend_redaction_run (names,
                                                                              values->sheet.title));
}

void
tend_compose_policy_set_wording (TendPolicyValues *values,
                                 const char       *wording)
{
  g_return_if_fail (values != NULL);

  values->wording = tend_compose_keep (values->texts, wording);
}

TendDocument *
tend_compose_policy_document (const TendPolicyValues  *values,
                              GError                 **error)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_policy (&values->sheet, values->wording, error);
}

const char *
tend_policy_kind_parse (const char *name)
{
  const TendField *kinds = tend_kind_field (&tend_policy_kind, "kind");

  for (const TendChoice *choice = kinds->choices; choice->value != NULL; choice++)
    {
      g_autofree char *template = tend_policy_template (choice->value);

      /* What is something else has a wording of the carer's alone. */
      if (g_strcmp0 (template, name) == 0 && !g_str_equal (choice->value, "other"))
        return choice->value;
    }

  return NULL;
}
