/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-today.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

/* How far back a visit nobody recorded is still asked about. */
#define UNRECORDED_DAYS 14

static void
next_step_free (gpointer data)
{
  TendNextStep *step = data;

  g_free (step->subject);
  g_free (step->title);
  g_free (step->detail);
  g_free (step);
}

void
tend_today_free (TendToday *self)
{
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->unrecorded, g_ptr_array_unref);
  g_clear_pointer (&self->overdue, g_ptr_array_unref);
  g_clear_pointer (&self->next_steps, g_ptr_array_unref);
  g_free (self->provider_name);
  g_free (self);
}

/* @title and @detail are taken. */
static void
add_step (TendToday        *today,
          TendNextStepKind  kind,
          const char       *subject,
          char             *title,
          char             *detail)
{
  TendNextStep *step = g_new0 (TendNextStep, 1);

  step->kind = kind;
  step->subject = g_strdup (subject);
  step->title = title;
  step->detail = detail;
  g_ptr_array_add (today->next_steps, step);
}

static gboolean
load_visits (TendVault  *vault,
             TendToday  *today,
             GError    **error)
{
  g_autoptr(GPtrArray) before = NULL;

  today->visits = tend_visits_between (vault, today->date, today->date, NULL, error);
  if (today->visits == NULL)
    return FALSE;

  before = tend_visits_between (vault, today->date - UNRECORDED_DAYS, today->date - 1, NULL, error);
  if (before == NULL)
    return FALSE;

  today->unrecorded = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_visit_free);
  for (guint i = 0; i < before->len; i++)
    {
      const TendVisit *visit = before->pdata[i];

      if (visit->status == TEND_VISIT_PLANNED && tend_time_date (visit->planned_end) < today->date)
        g_ptr_array_add (today->unrecorded, tend_visit_copy (visit));
    }

  return TRUE;
}

static gboolean
load_overdue (TendVault  *vault,
              TendToday  *today,
              GError    **error)
{
  g_autoptr(TendOwed) owed = tend_invoices_owed (vault, NULL, today->date, error);

  if (owed == NULL)
    return FALSE;

  today->overdue = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_invoice_row_free);
  while (owed->rows->len > 0 && ((TendInvoiceRow *) owed->rows->pdata[0])->days_overdue > 0)
    g_ptr_array_add (today->overdue, g_ptr_array_steal_index (owed->rows, 0));

  return TRUE;
}

static void
add_first_steps (TendVault *vault,
                 TendToday *today)
{
  g_autofree char *confirmed = tend_setting_get (vault, "recovery_confirmed");
  g_autoptr(TendRecord) rate =
    tend_records_select_one (vault, &tend_rate_kind, NULL, "WHERE unit <> 'mile' LIMIT 1", NULL);
  g_autoptr(TendRecord) visit = tend_records_select_one (vault, &tend_visit_kind, NULL, "LIMIT 1",
                                                         NULL);
  g_autoptr(TendRecord) pattern = tend_records_select_one (vault, &tend_pattern_kind, NULL,
                                                           "LIMIT 1", NULL);

  if (g_strcmp0 (confirmed, "later") == 0)
    add_step (today, TEND_NEXT_CONFIRM_RECOVERY, NULL, g_strdup (_("Check your recovery sheet")),
              g_strdup (_("Type two groups back, so that you know it can be read.")));

  if (today->n_clients == 0)
    add_step (today, TEND_NEXT_ADD_CLIENT, NULL, g_strdup (_("Add your first client")),
              g_strdup (_("A first name is enough to begin.")));
  else if (rate == NULL)
    add_step (today, TEND_NEXT_ADD_RATE, NULL, g_strdup (_("Say what you charge")),
              g_strdup (_("A price for an hour is enough to begin.")));
  else if (visit == NULL && pattern == NULL)
    add_step (today, TEND_NEXT_PLAN_VISIT, NULL, g_strdup (_("Plan the first visit")),
              g_strdup (_("Once, or every week on the same days.")));
}

static gboolean
add_unsigned (TendVault  *vault,
              TendToday  *today,
              GError    **error)
{
  g_autofree char *on = tend_date_format_iso (today->date);
  g_autoptr(GPtrArray) agreements =
    tend_records_select (vault, &tend_agreement_kind, error,
                         "WHERE signed_on IS NULL AND starts_on <= date(:on, '+7 days')"
                         " AND (ends_on IS NULL OR ends_on >= :on)"
                         " AND client IN (SELECT id FROM clients WHERE status = 'active')"
                         " ORDER BY starts_on, id", ":on", on, NULL);

  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      const char *id = tend_record_get_text (agreements->pdata[i], "client");
      g_autoptr(TendRecord) client = tend_record_load (vault, &tend_client_kind, id, NULL);
      g_autofree char *name = client != NULL ? tend_client_name (client) : g_strdup ("");

      add_step (today, TEND_NEXT_SIGN_CONTRACT, id,
                g_strdup_printf (_("Have %s’s contract signed"), name),
                g_strdup (_("Print it, and write in the day it was signed.")));
    }

  return agreements != NULL;
}

static gboolean
add_steps (TendVault  *vault,
           TendToday  *today,
           GError    **error)
{
  guint n = today->unrecorded->len;

  add_first_steps (vault, today);
  if (n > 0)
    add_step (today, TEND_NEXT_RECORD_VISITS, ((TendVisit *) today->unrecorded->pdata[0])->id,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Record %u visit", "Record %u visits",
                                            n), n),
              g_strdup (_("They were planned, and nothing is written about them yet.")));

  return add_unsigned (vault, today, error);
}

TendToday *
tend_today_load (TendVault  *vault,
                 TendDate    date,
                 GError    **error)
{
  g_autoptr(TendToday) today = g_new0 (TendToday, 1);
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GPtrArray) clients = provider != NULL ? tend_clients_list (vault, NULL, error) : NULL;

  if (clients == NULL)
    return NULL;

  today->date = date;
  today->n_clients = clients->len;
  today->provider_name = g_strdup (tend_record_get_text (provider, "own_name"));
  today->next_steps = g_ptr_array_new_with_free_func (next_step_free);

  if (!load_visits (vault, today, error) || !load_overdue (vault, today, error) ||
      !add_steps (vault, today, error))
    return NULL;

  return g_steal_pointer (&today);
}
