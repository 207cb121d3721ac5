/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-today.h"

#include "tend-care-due.h"
#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-privacy-log.h"
#include "tend-record-private.h"
#include "tend-retention.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far back a visit nobody recorded is still asked about. */
#define UNRECORDED_DAYS 14
/* How long a backup is recent enough. */
#define BACKUP_DAYS 28

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
static TendNextStep *
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
  return step;
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
add_unbilled (TendVault  *vault,
              TendToday  *today,
              GError    **error)
{
  g_autoptr(GPtrArray) unbilled = tend_invoices_unbilled (vault, today->date, error);

  for (guint i = 0; unbilled != NULL && i < unbilled->len; i++)
    {
      TendUnbilled *entry = unbilled->pdata[i];
      g_autoptr(TendRecord) agreement = tend_client_agreement (vault, entry->client, today->date,
                                                               NULL);
      const char *billing = agreement != NULL ? tend_record_get_text (agreement, "billing") : NULL;
      int days = g_strcmp0 (billing, "week") == 0 ? 7
                 : g_strcmp0 (billing, "fortnight") == 0 ? 14
                 : g_strcmp0 (billing, "month") == 0 ? 31 : 28;
      g_autofree char *amount = NULL;

      if (today->date - entry->from < days)
        continue;

      amount = entry->amount_pence >= 0 ? tend_money_format (entry->amount_pence)
                                        : g_strdup (_("a visit has no price yet"));
      add_step (today, TEND_NEXT_SEND_INVOICE, entry->client,
                g_strdup_printf (_("Make %s’s invoice"), entry->client_name),
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit, %s", "%u visits, %s",
                                              entry->n_visits),
                                 entry->n_visits, amount));
    }

  return unbilled != NULL;
}

static void
add_chases (TendToday *today)
{
  for (guint i = 0; i < today->overdue->len; i++)
    {
      TendInvoiceRow *row = today->overdue->pdata[i];
      g_autofree char *amount = tend_money_format (row->owed_pence);
      int days = row->days_overdue;

      add_step (today, TEND_NEXT_CHASE_INVOICE, row->id,
                g_strdup_printf (_("Ask about invoice %s"), row->number),
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s, %d day late",
                                              "%s: %s, %d days late", days),
                                 row->client_name, amount, days));
    }
}

static gboolean
add_breaches (TendVault  *vault,
              TendToday  *today,
              GError    **error)
{
  g_autoptr(GPtrArray) breaches = tend_breaches_list (vault, error);

  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      TendRecord *breach = breaches->pdata[i];
      TendBreachStep next = tend_breach_step (breach);
      TendInstant due = tend_breach_due (tend_record_get_int (breach, "aware_at"));
      g_autofree char *day = tend_date_format (tend_time_date (due), TEND_DATE_DAY);
      g_autofree char *clock = tend_clock_format (tend_time_clock (due));

      if (next == TEND_BREACH_TELL_PEOPLE)
        add_step (today, TEND_NEXT_TELL_BREACH, NULL,
                  g_strdup (_("Tell the people whose information it was")),
                  g_strdup (_("It could do them serious harm: as soon as you can.")));
      else if (next <= TEND_BREACH_TELL_ICO)
        add_step (today, TEND_NEXT_TELL_BREACH, NULL,
                  g_strdup (next == TEND_BREACH_DECIDE
                            ? _("Decide whether the ICO must hear of a data breach")
                            : _("Tell the ICO about a data breach")),
                  g_strdup_printf (_("By %s, %s: 72 hours after you noticed."), day, clock));
    }

  return breaches != NULL;
}

static gboolean
add_requests (TendVault  *vault,
              TendToday  *today,
              GError    **error)
{
  g_autoptr(GPtrArray) rows = tend_requests_list (vault, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TendRequestRow *row = rows->pdata[i];
      g_autofree char *day = tend_date_format (row->due, TEND_DATE_LONG);

      if (!tend_request_is_open (row->request))
        break;

      add_step (today, TEND_NEXT_ANSWER_REQUEST, NULL,
                g_strdup_printf (_("Answer %s"), tend_record_get_text (row->request, "asked_by")),
                row->due == TEND_DATE_NONE
                ? g_strdup (_("They asked for information. You wait for them."))
                : g_strdup_printf (_("They asked for information: by %s."), day));
    }

  return rows != NULL;
}

static gboolean
add_data_complaints (TendVault  *vault,
                     TendToday  *today,
                     GError    **error)
{
  g_autoptr(GPtrArray) rows = tend_data_complaints_list (vault, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TendComplaintRow *row = rows->pdata[i];
      g_autofree char *day = tend_date_format (row->due, TEND_DATE_LONG);

      if (row->step != TEND_COMPLAINT_ACKNOWLEDGE)
        break;

      add_step (today, TEND_NEXT_ACKNOWLEDGE, NULL,
                g_strdup (_("Say that a complaint about information has come")),
                g_strdup_printf (_("By %s: 30 days after it came."), day));
    }

  return rows != NULL;
}

static gboolean
add_care (TendVault  *vault,
          TendToday  *today,
          GError    **error)
{
  g_autoptr(GPtrArray) list = tend_care_due_list (vault, today->date, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TendCareDue *due = list->pdata[i];
      TendNextStep *step = add_step (today, TEND_NEXT_CARE, due->id, tend_care_due_title (due),
                                     tend_care_due_detail (due));

      step->place = due->kind->name;
    }

  return list != NULL;
}

static gboolean
add_kept (TendVault  *vault,
          TendToday  *today,
          GError    **error)
{
  g_autoptr(GPtrArray) list = tend_kept_list (vault, today->date, error);
  guint n = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    n += tend_kept_is_due (list->pdata[i], today->date);

  if (n > 0)
    add_step (today, TEND_NEXT_DESTROY, NULL,
              g_strdup (_("Look at records you need not keep")),
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "The time of %u is over: you decide what is done.",
                                            "The time of %u is over: you decide what is done.",
                                            n), n));
  return list != NULL;
}

static void
add_backup (TendVault *vault,
            TendToday *today)
{
  g_autofree char *last = tend_setting_get (vault, "backed_up_on");
  TendDate date = last != NULL ? tend_date_parse_iso (last) : TEND_DATE_NONE;

  if (today->n_clients == 0 || (date != TEND_DATE_NONE && today->date - date < BACKUP_DAYS))
    return;

  add_step (today, TEND_NEXT_BACK_UP, NULL, g_strdup (_("Make a backup")),
            g_strdup (_("One file on a memory stick, in case this computer is lost.")));
}

static gboolean
add_steps (TendVault  *vault,
           TendToday  *today,
           GError    **error)
{
  guint n = today->unrecorded->len;

  add_first_steps (vault, today);
  if (!add_breaches (vault, today, error))
    return FALSE;
  if (n > 0)
    add_step (today, TEND_NEXT_RECORD_VISITS, ((TendVisit *) today->unrecorded->pdata[0])->id,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Record %u visit", "Record %u visits",
                                            n), n),
              g_strdup (_("They were planned, and nothing is written about them yet.")));

  if (!add_requests (vault, today, error) || !add_data_complaints (vault, today, error) ||
      !add_care (vault, today, error) ||
      !add_unsigned (vault, today, error) || !add_unbilled (vault, today, error))
    return FALSE;

  add_chases (today);
  add_backup (vault, today);
  return add_kept (vault, today, error);
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
