/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-contract-wording.h"

#include "tend-compose.h"
#include "tend-wording.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TendRecord *agreement;
  TendDate    today;
} Contract;

static void
contract_free (gpointer data)
{
  Contract *contract = data;

  g_object_unref (contract->agreement);
  g_free (contract);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Contract *contract = data;

  return tend_compose_contract_load (vault,
                                     tend_record_get_text (contract->agreement, "client"),
                                     contract->today, error);
}

static TendDocument *
make (gpointer     values,
      const char  *wording,
      GError     **error)
{
  tend_compose_contract_set_wording (values, wording);

  return tend_compose_contract_document (values, error);
}

static gboolean
save (TendVault   *vault,
      const char  *wording,
      gpointer     data,
      GError     **error)
{
  Contract *contract = data;

  tend_record_set_text (contract->agreement, "wording", wording);
  return tend_record_save (vault, contract->agreement, _("The wording of the contract."), error);
}

static const TendWordingUse use = {
  .title = N_("Wording of the Contract"), .label = N_("Wording of the contract"),
  .template_name = "contract", .places = tend_contract_placeholders, .load = load,
  .free_values = (GDestroyNotify) tend_contract_values_free, .make = make, .save = save,
};

void
tend_contract_wording_present (GtkWidget   *parent,
                               TendSession *session,
                               TendRecord  *agreement)
{
  g_autofree char *draft_key = g_strdup_printf ("draft/wording/%s",
                                                tend_record_get_id (agreement));
  Contract *contract = g_new0 (Contract, 1);

  contract->agreement = tend_record_copy (agreement);
  contract->today = tend_session_get_today (session);
  tend_wording_present (parent, session, &use, tend_record_get_text (agreement, "wording"),
                        draft_key, contract, contract_free);
}
