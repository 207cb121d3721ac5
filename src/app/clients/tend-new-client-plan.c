/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-new-client.h"

#include "tend-clients.h"

void
tend_new_client_plan_free (TendNewClientPlan *self)
{
  g_clear_object (&self->client);
  g_clear_object (&self->service);
  g_clear_object (&self->rate);
  g_free (self->draft_key);
  g_free (self);
}

gboolean
tend_new_client_save (TendVault          *vault,
                      TendNewClientPlan  *plan,
                      GError            **error)
{
  if (!tend_record_save (vault, plan->client, NULL, error))
    return FALSE;
  if (plan->service != NULL && !tend_record_save (vault, plan->service, NULL, error))
    return FALSE;
  if (plan->rate != NULL)
    {
      tend_record_set_text (plan->rate, "client", tend_record_get_id (plan->client));
      if (plan->service != NULL)
        tend_record_set_text (plan->rate, "service", tend_record_get_id (plan->service));
      if (!tend_record_save (vault, plan->rate, NULL, error))
        return FALSE;
    }

  return tend_setting_set (vault, plan->draft_key, NULL, error);
}
