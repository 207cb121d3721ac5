/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-hold.h"

#include "tend-check-private.h"
#include "tend-kinds.h"
#include "tend-time.h"

#include <string.h>

static const char *const acts[] = {
  [TEND_ACT_INVOICE] = "invoice", [TEND_ACT_PLAN] = "plan", [TEND_ACT_AGREEMENT] = "agreement",
};

static gboolean
holds (const TendRule *rule,
       TendAct         act)
{
  g_auto(GStrv) held = tend_scheme_get_list (rule->scheme, rule->group, "holds");

  return g_strv_contains ((const char *const *) held, acts[act]);
}

/* A journey or visit of other days is another invoice's, and one that was issued before is
 * not this one. */
static gboolean
is_of_period (TendChecking      *checking,
              const TendFinding *finding,
              TendDate           from,
              TendDate           to)
{
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  TendDate on;

  if (finding->kind == &tend_invoice_kind)
    return FALSE;
  if (finding->kind != &tend_trip_kind && finding->kind != &tend_visit_kind)
    return TRUE;

  record = tend_record_load (checking->vault, finding->kind, finding->id, &error);
  if (record == NULL)
    return TRUE;

  on = finding->kind == &tend_trip_kind
       ? tend_record_get_int (record, "date")
       : tend_time_date (tend_record_get_int (record, "planned_start"));
  return on >= from && on <= to;
}

/* A price is on many invoices: why one of them went out says nothing of the next.  A visit or
 * a journey is charged once. */
static gboolean
has_reason (const TendFinding *finding,
            TendAct            act)
{
  return finding->override != NULL &&
         (act != TEND_ACT_INVOICE || finding->kind == &tend_visit_kind ||
          finding->kind == &tend_trip_kind);
}

GPtrArray *
tend_hold_findings (TendVault   *vault,
                    TendAct      act,
                    const char  *client,
                    TendDate     from,
                    TendDate     to,
                    TendDate     today,
                    GError     **error)
{
  g_autoptr(TendChecking) checking = tend_checking_new (vault, NULL, to, error);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_finding_free);

  if (checking == NULL)
    return NULL;

  checking->client = client;
  if (act == TEND_ACT_INVOICE)
    {
      checking->since = MIN (checking->since, from);
      checking->invoice = tend_invoice_preview (vault, client, from, to, today, error);
      if (checking->invoice == NULL)
        return NULL;
    }

  for (guint i = 0; i < checking->schemes->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (checking->schemes->pdata[i]);

      for (guint j = 0; j < rules->len; j++)
        if (holds (rules->pdata[j], act))
          tend_checking_run (checking, rules->pdata[j]);
    }

  if (!tend_checking_end (checking, error))
    return NULL;

  while (checking->findings->len > 0)
    {
      g_autoptr(TendFinding) finding = g_ptr_array_steal_index (checking->findings, 0);

      if (finding->severity == TEND_SEVERITY_STOP && !has_reason (finding, act) &&
          is_of_period (checking, finding, from, to))
        g_ptr_array_add (held, g_steal_pointer (&finding));
    }

  return g_steal_pointer (&held);
}

static gboolean
keep_reason (TendVault          *vault,
             const TendFinding  *finding,
             const char         *client,
             const char         *reason,
             TendDate            today,
             GError            **error)
{
  g_autoptr(TendRecord) override = tend_record_new (&tend_override_kind);
  g_autofree char *subject = tend_finding_subject (finding);
  g_autofree char *rule = tend_rule_dup_name (finding->rule, finding->part);

  tend_record_set_text (override, "rule", rule);
  tend_record_set_text (override, "scheme", finding->scheme);
  tend_record_set_text (override, "client", client);
  tend_record_set_text (override, "subject", subject);
  tend_record_set_text (override, "reason", reason);
  tend_record_set_int (override, "decided_on", today);

  return tend_record_save (vault, override, NULL, error);
}

/* "CA21: Double charging: … ST15: …" */
static void
refuse (GPtrArray  *held,
        GError    **error)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < held->len; i++)
    {
      const TendFinding *finding = held->pdata[i];

      g_string_append_printf (words, "%s%s: %s", i > 0 ? "\n" : "", finding->rule,
                              finding->message);
    }

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_HELD, words->str);
}

gboolean
tend_hold (TendVault   *vault,
           TendAct      act,
           const char  *client,
           TendDate     from,
           TendDate     to,
           const char  *reason,
           TendDate     today,
           GPtrArray  **held_out,
           GError     **error)
{
  g_autoptr(GPtrArray) held = tend_hold_findings (vault, act, client, from, to, today, error);
  g_autofree char *typed = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (held == NULL)
    return FALSE;
  if (held->len > 0 && *typed == '\0')
    {
      refuse (held, error);
      if (held_out != NULL)
        *held_out = g_steal_pointer (&held);
      return FALSE;
    }

  for (guint i = 0; i < held->len; i++)
    if (!keep_reason (vault, held->pdata[i], client, typed, today, error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  const char  *client;
  TendDate     from;
  TendDate     to;
  const char  *reason;
  TendDate     today;
  GPtrArray  **held;
  TendInvoice *invoice;
} Issue;

static gboolean
issue_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Issue *issue = data;

  if (!tend_hold (vault, TEND_ACT_INVOICE, issue->client, issue->from, issue->to, issue->reason,
                  issue->today, issue->held, error))
    return FALSE;

  issue->invoice = tend_invoice_issue (vault, issue->client, issue->from, issue->to, issue->today,
                                       error);
  return issue->invoice != NULL;
}

TendInvoice *
tend_hold_issue (TendVault   *vault,
                 const char  *client,
                 TendDate     from,
                 TendDate     to,
                 const char  *reason,
                 TendDate     today,
                 GPtrArray  **held,
                 GError     **error)
{
  Issue issue = {
    .client = client, .from = from, .to = to, .reason = reason, .today = today, .held = held,
  };

  if (tend_vault_transact (vault, issue_cb, &issue, error))
    return issue.invoice;

  g_clear_pointer (&issue.invoice, tend_invoice_free);
  return NULL;
}
