/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-contract.h"

#include "tend-clients.h"
#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-form.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

/* What is looked for in the vault, and on behalf of which widget. */
typedef struct
{
  GWeakRef     parent;
  TendSession *session;
  char        *client;
  TendDate     today;
} Errand;

static Errand *
errand_new (GtkWidget   *parent,
            TendSession *session,
            const char  *client)
{
  Errand *errand = g_new0 (Errand, 1);

  g_weak_ref_init (&errand->parent, parent);
  errand->session = g_object_ref (session);
  errand->client = g_strdup (client);
  errand->today = tend_session_get_today (session);

  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_weak_ref_clear (&errand->parent);
  g_object_unref (errand->session);
  g_free (errand->client);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* The contract, and the agreement it is made of. */
typedef struct
{
  TendContractValues *values;
  TendRecord         *agreement;
} Contract;

static void
contract_free (gpointer data)
{
  Contract *contract = data;

  g_clear_pointer (&contract->values, tend_contract_values_free);
  g_clear_object (&contract->agreement);
  g_free (contract);
}

/* (nullable): the agreement in force, else the one to come, else the last. */
static TendRecord *
find_agreement (TendVault   *vault,
                Errand      *errand,
                GError     **error)
{
  TendRecord *agreement = NULL;
  g_autoptr(GPtrArray) agreements = NULL;

  agreement = tend_client_agreement (vault, errand->client, errand->today, error);
  if (agreement != NULL || *error != NULL)
    return agreement;

  agreements = tend_client_records (vault, tend_kind_by_name ("agreement"), errand->client, error);
  if (agreements == NULL)
    return NULL;
  for (guint i = 0; i < agreements->len; i++)
    {
      TendRecord *candidate = g_ptr_array_index (agreements, i);

      if (tend_record_get_int (candidate, "starts_on") > errand->today &&
          (agreement == NULL || tend_record_get_int (candidate, "starts_on") <
                                tend_record_get_int (agreement, "starts_on")))
        agreement = candidate;
    }

  return agreement != NULL ? g_object_ref (agreement) : NULL;
}

static gpointer
load_contract (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  Errand *errand = data;
  Contract *contract = g_new0 (Contract, 1);
  g_autoptr(GError) failure = NULL;

  contract->agreement = find_agreement (vault, errand, &failure);
  if (failure == NULL)
    contract->values = tend_compose_contract_load (vault, errand->client, errand->today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      g_clear_pointer (&contract, contract_free);
    }
  return contract;
}

/* Marking as signed takes the place of the window it was asked in. */
static void
sign_cb (GtkWindow *dialog,
         gpointer   data)
{
  TendRecord *agreement = data;
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  TendSession *session = g_object_get_data (G_OBJECT (dialog), "session");

  tend_agreement_sign (GTK_WIDGET (parent), session, agreement);
  gtk_window_close (dialog);
}

static void
show_contract (GtkWidget *parent,
               Errand    *errand,
               Contract  *contract)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = tend_compose_contract_document (contract->values, &error);
  gboolean is_signed = contract->agreement == NULL ||
                       tend_record_is_set (contract->agreement, "signed_on");
  GtkWindow *dialog;

  if (document == NULL)
    {
      tend_toast (parent, error->message);
      return;
    }

  dialog = tend_document_dialog_present (parent, document, _("Contract"),
                                         _("names and addresses, what was agreed and the prices"),
                                         is_signed ? NULL : _("_Mark as Signed…"),
                                         sign_cb, contract->agreement);
  g_object_set_data_full (G_OBJECT (dialog), "session", g_object_ref (errand->session),
                          g_object_unref);
  if (contract->agreement != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "agreement", g_object_ref (contract->agreement),
                            g_object_unref);
}

static void
contract_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr(Errand) errand = data;
  g_autoptr(GError) error = NULL;
  Contract *contract = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&errand->parent);

  if (parent != NULL && contract != NULL)
    show_contract (parent, errand, contract);
  else if (parent != NULL)
    tend_toast (parent, error->message);

  if (contract != NULL)
    contract_free (contract);
}

void
tend_contract_present (GtkWidget   *parent,
                       TendSession *session,
                       const char  *client)
{
  tend_session_query (session, load_contract, errand_new (parent, session, client), errand_free,
                      contract_free, NULL, contract_loaded_cb,
                      errand_new (parent, session, client));
}

static gpointer
load_agreement (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  g_autoptr(GError) failure = NULL;
  TendRecord *agreement = find_agreement (vault, data, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return agreement;
}

static void
agreed_cb (TendRecord *agreement,
           gpointer    data)
{
  Errand *errand = data;
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&errand->parent);

  if (parent != NULL)
    tend_contract_present (parent, errand->session, errand->client);
}

static void
agreement_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  static const char *const fields[] = {
    "starts_on", "notice_days", "", "billing", "payment_days", "bill_minutes",
    "", "cancellation_hours", "cancellation_percent", "mileage_charge", NULL
  };
  g_autoptr(Errand) errand = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) agreement = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autoptr(GtkWidget) parent = g_weak_ref_get (&errand->parent);
  TendRecordDialogOptions options = {
    .title = _("What Is Agreed"), .fields = fields, .on_saved = agreed_cb,
    .free_user_data = errand_free,
    .text = _("The contract is made of these. Leave open what you have not agreed."),
  };

  if (parent == NULL)
    return;
  if (error != NULL)
    tend_toast (parent, error->message);
  else if (agreement != NULL)
    tend_contract_present (parent, errand->session, errand->client);
  else
    {
      agreement = tend_agreement_new (errand->client, errand->today);
      options.user_data = errand_new (parent, errand->session, errand->client);
      tend_record_dialog_present_full (parent, errand->session, agreement, &options);
    }
}

void
tend_contract_make (GtkWidget   *parent,
                    TendSession *session,
                    const char  *client)
{
  tend_session_query (session, load_agreement, errand_new (parent, session, client), errand_free,
                      g_object_unref, NULL, agreement_loaded_cb,
                      errand_new (parent, session, client));
}
