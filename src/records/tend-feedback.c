/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-feedback.h"

#include "tend-kinds.h"
#include "tend-quarter.h"

static gboolean
was_asked (GPtrArray   *requests,
           const char  *client,
           TendQuarter  quarter)
{
  for (guint i = 0; i < requests->len; i++)
    {
      TendRecord *request = requests->pdata[i];

      if (g_strcmp0 (tend_record_get_text (request, "client"), client) == 0 &&
          tend_quarter_of (tend_record_get_int (request, "asked_on")) == quarter)
        return TRUE;
    }

  return FALSE;
}

TendRecord *
tend_feedback_note_asked (TendVault   *vault,
                          const char  *client,
                          TendDate     on,
                          GError     **error)
{
  g_autoptr(GPtrArray) requests = NULL;
  g_autoptr(TendRecord) request = NULL;

  g_return_val_if_fail (client != NULL, NULL);

  requests = tend_record_load_all (vault, &tend_feedback_request_kind, error);
  if (requests == NULL || was_asked (requests, client, tend_quarter_of (on)))
    return NULL;

  request = tend_record_new (&tend_feedback_request_kind);
  tend_record_set_text (request, "client", client);
  tend_record_set_int (request, "asked_on", on);
  return tend_record_save (vault, request, NULL, error) ? g_steal_pointer (&request) : NULL;
}
