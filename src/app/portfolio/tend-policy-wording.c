/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-policy-wording.h"

#include "tend-compose-policy.h"
#include "tend-kinds.h"
#include "tend-policies.h"
#include "tend-wording.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char     *kind;
  TendDate  today;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->kind);
  g_free (asking);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const Asking *asking = data;

  return tend_compose_policy_load (vault, asking->kind, asking->today, error);
}

static TendDocument *
make (gpointer     values,
      const char  *wording,
      GError     **error)
{
  tend_compose_policy_set_wording (values, wording);

  return tend_compose_policy_document (values, error);
}

/* What began today is still being written: only what held yesterday is a version of its own. */
static gboolean
save (TendVault   *vault,
      const char  *wording,
      gpointer     data,
      GError     **error)
{
  const Asking *asking = data;
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) policy = tend_policy_on (vault, asking->kind, asking->today, &failure);

  if (policy == NULL || tend_record_get_int (policy, "starts_on") != asking->today)
    {
      g_clear_object (&policy);
      if (failure == NULL)
        policy = tend_policy_draft (vault, asking->kind, asking->today, &failure);
    }
  if (policy == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  tend_record_set_text (policy, "text", wording);
  return tend_record_save (vault, policy, NULL, error);
}

#define USE(name) { \
  .title = N_("Wording of the Policy"), .label = N_("Wording of the policy"), \
  .template_name = "policy-" name, .places = tend_policy_placeholders, .load = load, \
  .free_values = (GDestroyNotify) tend_policy_values_free, .make = make, .save = save }

static const TendWordingUse uses[] = {
  USE ("privacy"), USE ("safeguarding"), USE ("complaints"), USE ("risk-safety"),
  USE ("assessing-needs"), USE ("pricing"), USE ("contingency"), USE ("quality"),
};

void
tend_policy_wording_present (GtkWidget   *parent,
                             TendSession *session,
                             TendRecord  *policy)
{
  const char *kind = tend_record_get_text (policy, "kind");
  g_autofree char *name = tend_policy_template (kind);
  g_autofree char *draft = g_strconcat ("draft/", name, NULL);
  Asking *asking = g_new0 (Asking, 1);

  asking->kind = g_strdup (kind);
  asking->today = tend_session_get_today (session);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (uses[i].template_name, name))
      {
        tend_wording_present (parent, session, &uses[i], tend_record_get_text (policy, "text"),
                              draft, asking, asking_free);
        return;
      }

  asking_free (asking);
}
