/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy-wording.h"

#include "tend-clients.h"
#include "tend-compose-care.h"
#include "tend-privacy-sheet.h"
#include "tend-wording.h"

#include <glib/gi18n-lib.h>

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const TendDate *today = data;
  const TendCareRequest request = { .paper = TEND_CARE_PRIVACY_NOTICE, .on = *today };

  return tend_compose_care_load (vault, &request, error);
}

static TendDocument *
make (gpointer     values,
      const char  *wording,
      GError     **error)
{
  tend_compose_care_set_wording (values, wording);

  return tend_compose_care_document (values, error);
}

static gboolean
save (TendVault   *vault,
      const char  *wording,
      gpointer     data,
      GError     **error)
{
  return tend_setting_set (vault, TEND_SETTING_PRIVACY_WORDING, wording, error);
}

static const TendWordingUse use = {
  .title = N_("Wording of the Privacy Notice"), .label = N_("Wording of the privacy notice"),
  .template_name = "privacy", .places = tend_privacy_placeholders, .load = load,
  .free_values = (GDestroyNotify) tend_care_values_free, .make = make, .save = save,
};

void
tend_privacy_wording_present (GtkWidget   *parent,
                              TendSession *session,
                              const char  *wording)
{
  TendDate today = tend_session_get_today (session);

  tend_wording_present (parent, session, &use, wording, "draft/privacy-wording",
                        g_memdup2 (&today, sizeof today), g_free);
}
