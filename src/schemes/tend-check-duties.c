/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of what the carer owes a council or a person: returns, answers, telling. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-request-clock.h"
#include "tend-scheme-return.h"
#include "tend-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each return that is owed (CA23): asked for from the day after its quarter, late from the day
 * after its due day. */
static void
check_return (TendChecking   *self,
              const TendRule *rule)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) owed =
    tend_scheme_returns_owed (self->scheme, self->vault, self->provider,
                              tend_checking_records (self, &tend_credential_kind),
                              tend_checking_records (self, &tend_quarterly_return_kind), self->on,
                              &error);

  if (owed == NULL)
    tend_checking_fail (self, g_steal_pointer (&error));

  for (guint i = 0; owed != NULL && i < owed->len; i++)
    {
      TendQuarter quarter = g_array_index (owed, TendQuarter, i);
      TendDate due = tend_quarter_due (quarter, tend_checking_figure (self, rule, "figure"));
      g_autofree char *day = tend_date_format (due, TEND_DATE_LONG);
      g_autofree char *title = tend_quarter_name (quarter);

      tend_checking_find (self, rule, self->on > due ? "over" : "soon", self->provider,
                          "quarter", title, "due", day, NULL);
    }
}

/* A council's request is answered within so many hours by the clock (CA24). */
static void
check_service_request (TendChecking   *self,
                       const TendRule *rule)
{
  GPtrArray *requests = tend_checking_records (self, &tend_service_request_kind);
  TendInstant now = tend_checking_now (self);

  for (guint i = 0; i < requests->len; i++)
    {
      TendRecord *request = requests->pdata[i];
      const char *scheme = tend_record_get_text (request, "scheme");
      TendInstant received = tend_record_get_int (request, "received_at");
      TendInstant answered = tend_record_get_int (request, "answered_at");
      gboolean open = answered == TEND_INSTANT_NONE || answered > now;
      TendInstant by = tend_service_request_due (self->schemes, request);
      g_autofree char *by_day = tend_date_format (tend_time_date (by), TEND_DATE_DAY);
      g_autofree char *by_clock = tend_clock_format (tend_time_clock (by));
      /* Translators: a day and a time of day, "Tue 2 Jun, 16:30" */
      g_autofree char *by_text = g_strdup_printf (_("%s, %s"), by_day, by_clock);
      g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, tend_time_minutes (now, by));

      if ((scheme != NULL && strcmp (scheme, tend_scheme_get_id (self->scheme)) != 0) ||
          received > now || tend_time_date (received) < self->on - TEND_CHECKING_DAYS)
        continue;
      if ((open ? now : answered) > by)
        tend_checking_find (self, rule, "late", request, "by", by_text, NULL);
      else if (open)
        tend_checking_find (self, rule, "open", request, "by", by_text, "n", left, NULL);
    }
}

/* A shorter time than the scheme asks for (CA29). */
static void
check_retention (TendChecking   *self,
                 const TendRule *rule)
{
  GPtrArray *periods = tend_checking_records (self, &tend_retention_period_kind);
  g_autofree char *keeping = tend_rule_get_text (rule, "keeping");
  gint64 least = tend_checking_figure (self, rule, "figure");
  g_autofree char *years = g_strdup_printf ("%" G_GINT64_FORMAT, least);

  for (guint i = 0; i < periods->len; i++)
    {
      TendRecord *period = periods->pdata[i];
      TendRecord *client = tend_checking_record (self, &tend_client_kind,
                                                 tend_record_get_text (period, "client"));
      gint64 given = tend_record_get_int (period, "years");
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, given);
      g_autofree char *name = client != NULL ? tend_client_name (client)
                                             : g_strdup (_("Everybody"));

      if (strcmp (tend_record_get_text (period, "keeping"), keeping) == 0 && given < least)
        tend_checking_find (self, rule, "short", period, "client", name, "years", years, "n", n,
                            NULL);
    }
}

/* A formal complaint of somebody else's goes to the board before it is answered (CA31). */
static void
check_board (TendChecking   *self,
             const TendRule *rule)
{
  GPtrArray *all = tend_checking_records (self, &tend_feedback_kind);

  for (guint i = 0; i < all->len; i++)
    {
      TendRecord *feedback = all->pdata[i];
      const char *relation = tend_record_get_text (feedback, "relation");
      g_autofree char *date = tend_date_format (tend_record_get_int (feedback, "received_on"),
                                                TEND_DATE_LONG);

      if (strcmp (tend_record_get_text (feedback, "kind"), "complaint") == 0 &&
          (g_strcmp0 (relation, "professional") == 0 || g_strcmp0 (relation, "other") == 0) &&
          tend_checking_done (self, feedback, "received_on") &&
          !tend_checking_done (self, feedback, "closed_on") &&
          !tend_checking_done (self, feedback, "passed_on") &&
          !tend_record_is_set (feedback, "passed_to"))
        tend_checking_find (self, rule, "found", feedback, "date", date, NULL);
    }
}

/* The safeguarding team knows (ST39). */

static gboolean
is_told (TendChecking *self,
         TendRecord   *incident)
{
  GPtrArray *reports = tend_checking_nested (self, incident, &tend_incident_report_kind);

  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (tend_record_get_text (reports->pdata[i], "role"), "council") == 0 &&
        tend_record_is_set (reports->pdata[i], "told_at"))
      return TRUE;

  return FALSE;
}

static void
check_safeguarding (TendChecking   *self,
                    const TendRule *rule)
{
  GPtrArray *incidents = tend_checking_records (self, &tend_incident_kind);

  for (guint i = 0; i < incidents->len; i++)
    {
      TendRecord *incident = incidents->pdata[i];
      TendDate on = tend_time_date (tend_record_get_int (incident, "happened_at"));
      g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

      if (strcmp (tend_record_get_text (incident, "kind"), "safeguarding") == 0 &&
          on <= self->on && !tend_checking_done (self, incident, "closed_on") &&
          (!tend_record_is_set (incident, "client") ||
           tend_checking_client_of (self, incident) != NULL) &&
          !is_told (self, incident))
        tend_checking_find (self, rule, "found", incident, "date", date, NULL);
    }
}

/* Gifts, loans and valuables that were taken (ST34, CA12). */
static void
check_gifts (TendChecking   *self,
             const TendRule *rule)
{
  GPtrArray *gifts = tend_checking_records (self, &tend_gift_kind);

  for (guint i = 0; i < gifts->len; i++)
    {
      TendRecord *gift = gifts->pdata[i];
      TendRecord *client = tend_checking_client_of (self, gift);
      g_autofree char *name = client != NULL ? tend_client_name (client) : NULL;
      g_autofree char *date = tend_date_format (tend_record_get_int (gift, "offered_on"),
                                                TEND_DATE_LONG);

      if (client != NULL && tend_checking_done (self, gift, "offered_on") &&
          strcmp (tend_record_get_text (gift, "answer"), "accepted") == 0)
        tend_checking_find (self, rule, "accepted", gift, "client", name, "date", date, "what",
                            tend_record_get_text (gift, "what"), NULL);
    }
}

/* Somebody speaks for the carer (ST36). */

static gboolean
has_testimonial (TendChecking *self)
{
  GPtrArray *all = tend_checking_records (self, &tend_feedback_kind);

  for (guint i = 0; i < all->len; i++)
    if (strcmp (tend_record_get_text (all->pdata[i], "kind"), "testimonial") == 0 &&
        tend_checking_done (self, all->pdata[i], "received_on"))
      return TRUE;

  return tend_checking_has_credential (self, "reference", NULL);
}

static void
check_testimonial (TendChecking   *self,
                   const TendRule *rule)
{
  if (!has_testimonial (self))
    tend_checking_find (self, rule, "missing", self->provider, NULL);
}

/* The portfolio: one finding that names what is missing (ST26).  What an item is made of is
 * told here once. */

static gboolean
has_dbs (TendChecking *self)
{
  GPtrArray *rules = tend_scheme_get_rules (self->scheme);

  for (guint i = 0; i < rules->len; i++)
    if (strcmp (((TendRule *) rules->pdata[i])->check, "dbs_age") == 0)
      {
        g_autoptr(GPtrArray) papers = tend_checking_papers (self, rules->pdata[i]);
        const TendPaper *paper = papers->pdata[0];

        return paper->state != TEND_PAPER_MISSING && paper->state != TEND_PAPER_OVER;
      }

  return tend_checking_has_credential (self, "dbs", NULL);
}

static gboolean
has_self_employment (TendChecking *self)
{
  return tend_record_is_set (self->provider, "utr") ||
         tend_checking_has_credential (self, "self_employment", NULL);
}

static gboolean
has_insurance (TendChecking *self)
{
  return tend_checking_has_credential (self, "public_liability", NULL) ||
         tend_checking_has_credential (self, "professional_indemnity", NULL);
}

static gboolean
has_standards (TendChecking *self)
{
  return tend_checking_has_credential (self, "standards", NULL);
}

static gboolean
has_training (TendChecking *self)
{
  return tend_checking_has_credential (self, "training", NULL);
}

static gboolean
has_declaration (TendChecking *self)
{
  return tend_checking_has_credential (self, "declaration", NULL);
}

static gboolean
has_policies (TendChecking *self)
{
  GPtrArray *all = tend_checking_records (self, &tend_policy_kind);
  g_auto(GStrv) wanted = tend_scheme_get_list (self->scheme, "portfolio", "policies");

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; !found && j < all->len; j++)
        found = strcmp (tend_record_get_text (all->pdata[j], "kind"), wanted[i]) == 0 &&
                tend_checking_done (self, all->pdata[j], "starts_on");
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static const struct
{
  const char *item;
  const char *label;
  gboolean  (*is_there) (TendChecking *self); /* NULL: the portfolio prints a blank of its own */
} items[] = {
  { "contract" }, { "templates" }, { "dbs", N_("DBS"), has_dbs },
  { "self_employment", N_("proof of self-employment"), has_self_employment },
  { "insurance", N_("insurance"), has_insurance },
  { "standards", N_("the signed standards"), has_standards },
  { "training", N_("training certificates"), has_training },
  { "policies", N_("policies"), has_policies },
  { "references", N_("a reference or testimonial"), has_testimonial },
  { "declaration", N_("declaration"), has_declaration },
};

static void
check_portfolio (TendChecking   *self,
                 const TendRule *rule)
{
  g_auto(GStrv) wanted = tend_scheme_get_list (self->scheme, "portfolio", "items");
  g_autoptr(GString) list = g_string_new (NULL);
  guint of = g_strv_length (wanted);
  guint k = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (!g_strv_contains ((const char *const *) wanted, items[i].item))
        continue;
      if (items[i].is_there == NULL || items[i].is_there (self))
        k++;
      else
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _(items[i].label));
    }

  if (k < of)
    {
      g_autofree char *k_text = g_strdup_printf ("%u", k);
      g_autofree char *of_text = g_strdup_printf ("%u", of);

      tend_checking_find (self, rule, "found", self->provider, "k", k_text, "of", of_text, "list",
                          list->str, NULL);
    }
}

const TendCheckFunc tend_duty_checks[] = {
  { "return", check_return }, { "service_request", check_service_request },
  { "retention", check_retention }, { "board", check_board },
  { "safeguarding", check_safeguarding }, { "gifts", check_gifts, .of_work = TRUE },
  { "testimonial", check_testimonial }, { "portfolio", check_portfolio }, { NULL }
};
