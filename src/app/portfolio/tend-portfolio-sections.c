/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what the portfolio keeps beside papers and policies. */

#include "tend-portfolio-section.h"

#include "tend-credential-form.h"
#include "tend-quarter.h"
#include "tend-request-clock.h"
#include "tend-return-output.h"

#include <glib/gi18n-lib.h>

#define FIELDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static TendPortfolioNote
team_state (TendRecord              *member,
            const TendPortfolioView *view)
{
  TendDate last = tend_record_get_int (member, "ends_on");

  if (last != TEND_DATE_NONE && last < view->today)
    return (TendPortfolioNote) { g_strdup (_("Has left")), "dim-label" };
  if (tend_record_get_int (member, "starts_on") > view->today)
    return (TendPortfolioNote) { g_strdup (_("Not here yet")), "dim-label" };

  return (TendPortfolioNote) { NULL };
}

static TendPortfolioNote
request_state (TendRecord              *request,
               const TendPortfolioView *view)
{
  TendInstant due = tend_service_request_due (view->schemes, request);

  return tend_record_is_set (request, "answered_at")
         ? (TendPortfolioNote) { g_strdup (_("Answered")), "dim-label" }
         : (TendPortfolioNote) { tend_service_request_left (due, view->now), "warning" };
}

static TendPortfolioNote
feedback_state (TendRecord              *request,
                const TendPortfolioView *view)
{
  return tend_record_is_set (request, "returned_on")
         ? (TendPortfolioNote) { g_strdup (_("Came back")), "dim-label" }
         : (TendPortfolioNote) { g_strdup (_("Not back yet")), "dim-label" };
}

/* "Rose Hartley, July to September 2026" */
static char *
feedback_name (TendRecord              *request,
               const TendPortfolioView *view)
{
  const char *client = tend_record_get_text (request, "client");
  const char *name = client != NULL ? g_hash_table_lookup (view->names, client) : NULL;
  g_autofree char *quarter =
    tend_quarter_name (tend_quarter_of (tend_record_get_int (request, "asked_on")));

  return name != NULL ? g_strdup_printf ("%s, %s", name, quarter) : g_steal_pointer (&quarter);
}

static char *
return_name (TendRecord              *sent,
             const TendPortfolioView *view)
{
  TendQuarter quarter = tend_quarter_parse (tend_record_get_text (sent, "quarter"));
  g_autofree char *words = tend_quarter_name (quarter);
  const TendScheme *scheme = tend_schemes_find (view->schemes,
                                                tend_record_get_text (sent, "scheme"));

  return scheme != NULL ? g_strdup_printf ("%s, %s", words, tend_scheme_get_name (scheme))
                        : g_steal_pointer (&words);
}

const TendPortfolioSection tend_portfolio_sections[] = {
  { .kind = "team_member",
    .view = "papers",
    .title = N_("Team"),
    .about = N_("Everybody who works in the business, volunteers too. Put yourself here as well "
                "once there is somebody else; on your own, leave it empty."),
    .add = N_("Add Somebody"),
    .change = N_("Somebody of the Team"),
    .nothing = N_("You work on your own."),
    .fields = FIELDS ("name", "role", "", "fte", "weekly_minutes", "unpaid", "", "starts_on",
                      "ends_on", "note"),
    .heading = FIELDS ("name"),
    .detail = FIELDS ("role", "fte", "weekly_minutes", "unpaid", "ends_on"),
    .documents = TRUE,
    .state = team_state },

  { .kind = "credential",
    .view = "papers",
    .title = N_("Everything You Keep"),
    .about = N_("Old ones, too: what was in force then."),
    .add = N_("Add a Paper"),
    .change = N_("Paper"),
    .nothing = N_("No certificate, insurance or course yet."),
    .heading = FIELDS ("title", "kind"),
    .detail = FIELDS ("issued_on", "expires_on", "member"),
    .day = "issued_on",
    .present = tend_credential_present },

  { .kind = "cpd",
    .view = "learning",
    .title = N_("What I Learnt"),
    .about = N_("A course, a talk, something read, or learnt at work: what it was, how long it "
                "took, and what you do differently since."),
    .add = N_("Write Down What You Learnt"),
    .change = N_("What You Learnt"),
    .nothing = N_("Nothing yet. An hour with an article counts, too."),
    .fields = FIELDS ("done_on", "title", "kind", "minutes", "", "learnt", "", "credential",
                      "member"),
    .heading = FIELDS ("title"),
    .detail = FIELDS ("done_on", "kind", "minutes", "member"),
    .day = "done_on",
    .documents = TRUE },

  { .kind = "service_request",
    .view = "council",
    .title = N_("Requests for Help from the Council"),
    .about = N_("When a council asks whether you can take somebody on, the clock runs from the "
                "moment it asks. Write no names here."),
    .add = N_("Write Down a Request"),
    .change = N_("Request from the Council"),
    .nothing = N_("No council has asked yet."),
    .fields = FIELDS ("received_at", "urgent", "from_name", "what", "", "answered_at", "answer",
                      "note"),
    .heading = FIELDS ("what"),
    .detail = FIELDS ("received_at", "urgent", "from_name", "answered_at", "answer"),
    .day = "received_at",
    .scheme = TRUE,
    .documents = TRUE,
    .state = request_state,
    .ticks = TRUE },

  { .kind = "feedback_request",
    .view = "council",
    .title = N_("Asked How It Is Going"),
    .about = N_("Whom you gave the sheet of questions to, once a quarter. It is printed from the "
                "person’s page, under Care, and is then noted here."),
    .add = N_("Write Down Whom You Asked"),
    .change = N_("Asked How It Is Going"),
    .nothing = N_("Nobody has been asked yet."),
    .fields = FIELDS ("client", "asked_on", "returned_on", "note"),
    .name = feedback_name,
    .detail = FIELDS ("asked_on", "returned_on"),
    .day = "asked_on",
    .documents = TRUE,
    .state = feedback_state },

  { .kind = "quarterly_return",
    .view = "council",
    .title = N_("Returns Sent"),
    .about = N_("As they were when they were marked as sent, to look at and print again."),
    .change = N_("Quarterly Return"),
    .nothing = N_("No return has been marked as sent yet."),
    .name = return_name,
    .detail = FIELDS ("sent_on", "sent_how"),
    .day = "sent_on",
    .present = tend_return_present_sent },

  { .kind = "portfolio",
    .view = "council",
    .title = N_("Handed Over"),
    .about = N_("What you put together for somebody, and to whom you gave it."),
    .add = N_("Put Together a Portfolio"),
    .action = "win.bundle",
    .change = N_("Handed Over"),
    .nothing = N_("Nothing has been handed over yet."),
    .fields = FIELDS ("given_to", "given_on", "note"),
    .heading = FIELDS ("purpose", "given_to"),
    .detail = FIELDS ("made_on", "given_on", "locked"),
    .day = "made_on" },

  { NULL }
};

const TendPortfolioSection *
tend_portfolio_section (const char *kind)
{
  for (const TendPortfolioSection *section = tend_portfolio_sections; section->kind != NULL;
       section++)
    if (g_strcmp0 (section->kind, kind) == 0)
      return section;

  return NULL;
}
