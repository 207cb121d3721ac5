/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For src/schemes alone: how a check looks things up and tells what it found.  To add one: a
 * function in the file it belongs to, and its line in the table at that file's end.
 */

#pragma once

#include "tend-check.h"
#include "tend-earnings.h"
#include "tend-invoices.h"
#include "tend-papers.h"
#include "tend-visits.h"

G_BEGIN_DECLS

/* One run over the schemes.  What is looked up is kept until its end; a look-up that fails
 * gives nothing, and the run as a whole fails. */
typedef struct
{
  TendVault        *vault;
  TendDate          on;
  TendDate          since;     /* the first day of the visits and journeys that are looked at */
  GPtrArray        *schemes;   /* those that the carer is in, or the one that was asked for */
  const TendScheme *scheme;    /* the one at work */
  const char       *client;    /* (nullable): looks at this one alone */
  TendRecord       *provider;
  GPtrArray        *findings;  /* TendFinding */
  GHashTable       *records;   /* TendKind → GPtrArray of TendRecord */
  GHashTable       *nested;    /* "kind/parent" → GPtrArray of TendRecord */
  GHashTable       *by_id;     /* TendKind → id → TendRecord */
  GHashTable       *by_client; /* TendKind → client → GPtrArray of TendRecord */
  TendInvoice      *invoice;   /* (nullable): the one that may be held back */
  GPtrArray        *visits;    /* (nullable): TendVisit since then */
  GPtrArray        *trips;     /* (nullable): TendRecord since then */
  TendEarnings     *earnings;  /* (nullable): of the last @earned_days */
  int               earned_days;
  GError           *error;     /* the first failure */
} TendChecking;

/* One of the two: of the business, or of each client in care under the scheme. */
typedef struct
{
  const char  *name;
  void       (*run)       (TendChecking   *self,
                           const TendRule *rule);
  void       (*of_client) (TendChecking   *self,
                           const TendRule *rule,
                           TendRecord     *client,
                           const char     *name);
  gboolean     of_work;   /* @run looks at what is done for people, and there may be none */
} TendCheckFunc;

/* Each ended by { NULL }. */
extern const TendCheckFunc tend_team_checks[];
extern const TendCheckFunc tend_paper_checks[];
extern const TendCheckFunc tend_client_checks[];
extern const TendCheckFunc tend_task_checks[];
extern const TendCheckFunc tend_agreement_checks[];
extern const TendCheckFunc tend_price_checks[];
extern const TendCheckFunc tend_charge_checks[];
extern const TendCheckFunc tend_visit_checks[];
extern const TendCheckFunc tend_duty_checks[];

/* What the key of an outcome has behind it where it says the fact alone (README.md). */
#define TEND_RULE_FACT "-fact"

/* Whether a check looks at each client in care by themselves. */
gboolean      tend_check_is_of_clients (const char *check);
/* Whether it looks at what is done for clients. */
gboolean      tend_check_is_of_work    (const char *check);
/* (nullable): the words of "breach: words"; NULL for what is not so made. */
const char   *tend_severity_read     (const char     *text,
                                      TendSeverity   *severity);
/* (transfer full) (nullable): what is wrong with a rule as its group of @file says it. */
char         *tend_rule_find_fault   (const TendRule *rule,
                                      GKeyFile       *file);
/* (transfer full): the names of the figures it counts by, and that it says. */
GStrv         tend_rule_get_figures  (const TendRule *rule,
                                      GKeyFile       *file);

/* How far back visits, journeys and payments are looked at: a quarter and a day. */
#define TEND_CHECKING_DAYS 92

/* (transfer full): "£22.50", and "£21" where there are no pence. */
char         *tend_checking_money    (gint64          pence);

TendChecking *tend_checking_new      (TendVault      *vault,
                                      const char     *scheme,
                                      TendDate        on,
                                      GError        **error);
void          tend_checking_free     (TendChecking   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendChecking, tend_checking_free)
/* (transfer full) for @error: the run fails with the first there is. */
void          tend_checking_fail     (TendChecking   *self,
                                      GError         *error);
/* Hands @error over; FALSE where something has failed. */
gboolean      tend_checking_end      (TendChecking   *self,
                                      GError        **error);

/* Runs the check that @rule names. */
void          tend_checking_run      (TendChecking   *self,
                                      const TendRule *rule);
/* Whether @client is helped under the scheme at work. */
gboolean      tend_checking_concerns (TendChecking   *self,
                                      TendRecord     *client);

/**
 * tend_checking_find:
 * @outcome: the rule's key for it: "missing", whose value is "breach: {client} has no plan."
 * @...: pairs of a name in braces and its value, ended by %NULL
 *
 * Tells a finding, in the profile's words; of a rule without @outcome nothing is told.
 */
void          tend_checking_find     (TendChecking   *self,
                                      const TendRule *rule,
                                      const char     *outcome,
                                      TendRecord     *subject,
                                      ...) G_GNUC_NULL_TERMINATED;

/* (transfer full): what a reason is kept under: "CA18", "FL06 moving". */
char         *tend_rule_dup_name     (const char     *id,
                                      const char     *part);
/* (nullable): why the carer goes on with what a rule stops of "kind/id": the last reason kept,
 * for the client at hand where one is. */
const char   *tend_checking_reason   (TendChecking   *self,
                                      const TendRule *rule,
                                      const char     *subject);

/* Looking up.  (transfer none) unless it says otherwise */
GPtrArray    *tend_checking_records  (TendChecking   *self,
                                      const TendKind *kind);
GPtrArray    *tend_checking_nested   (TendChecking   *self,
                                      TendRecord     *parent,
                                      const TendKind *kind);
/* (nullable): by its id */
TendRecord   *tend_checking_record   (TendChecking   *self,
                                      const TendKind *kind,
                                      const char     *id);
/* (transfer container) (element-type TendRecord): those in care on that day under the scheme
 * at work, and those about to be. */
GPtrArray    *tend_checking_clients  (TendChecking   *self);
/* Of any scheme; whether @client is helped on that day. */
gboolean      tend_checking_in_care  (TendChecking   *self,
                                      TendRecord     *client,
                                      TendDate        on);
/* (nullable): the client a record names, under the scheme at work. */
TendRecord   *tend_checking_client_of (TendChecking  *self,
                                      TendRecord     *record);
/* (transfer container) (element-type TendRecord): records of @kind that name @client. */
GPtrArray    *tend_checking_of       (TendChecking   *self,
                                      const TendKind *kind,
                                      TendRecord     *client);
/* (element-type TendVisit): what was done since `since`, the last TEND_CHECKING_DAYS days, by
 * start. */
GPtrArray    *tend_checking_visits   (TendChecking   *self);
/* (element-type TendRecord): the journeys of those days. */
GPtrArray    *tend_checking_trips    (TendChecking   *self);
/* (element-type TendEarningsRow): by client, for the last @days days; until others are asked
 * for. */
GPtrArray    *tend_checking_earned   (TendChecking   *self,
                                      int             days);
/* The day of the first visit done; TEND_DATE_NONE when there was none by then. */
TendDate      tend_checking_first_visit (TendChecking *self,
                                      TendRecord     *client);
/* The earliest day that @client's records of @kind say in @field; TEND_DATE_NONE for none. */
TendDate      tend_checking_first_day (TendChecking  *self,
                                      const TendKind *kind,
                                      TendRecord     *client,
                                      const char     *field);
/* The key of the figure a rule goes by: there may be another where there are employees. */
const char   *tend_checking_figure_key (TendChecking *self,
                                      const TendRule *rule);
/* The value of the figure that the rule's @key names; -1 when none is in force. */
gint64        tend_checking_figure   (TendChecking   *self,
                                      const TendRule *rule,
                                      const char     *key);

/* Whether a record says @field, and a day by then; whether the day @field has passed. */
gboolean      tend_checking_done     (TendChecking   *self,
                                      TendRecord     *record,
                                      const char     *field);
gboolean      tend_checking_over     (TendChecking   *self,
                                      TendRecord     *record,
                                      const char     *field);

/* Prices */

/* (element-type TendRecord) (transfer container): those of an hour in force, of everybody and of
 * those under the scheme at work. */
GPtrArray    *tend_checking_hourly_rates (TendChecking *self);
/* Whether somebody whose care the council arranges pays @rate, one of @rates, for that. */
gboolean      tend_checking_is_council_rate (TendChecking *self,
                                      GPtrArray      *rates,
                                      TendRecord     *rate);
/* The key of a rule that names the guide of what @rate is for. */
const char   *tend_checking_guide    (TendChecking   *self,
                                      TendRecord     *rate);

/* (transfer full) (nullable): what the scheme at work asks a contract to speak of, and
 * @agreement does not; without one all of it. */
char         *tend_checking_clauses  (TendChecking   *self,
                                      TendRecord     *agreement);

/* (transfer full): of one scheme, which the carer need not be in: among those they are in a
 * person is one's or another's. */
TendChecking *tend_checking_of_scheme (TendVault     *vault,
                                      const char     *scheme,
                                      TendDate        on,
                                      GError        **error);

/* The moment it is on that day: now, if that is today. */
TendInstant   tend_checking_now      (TendChecking   *self);

/* Of care */

/* (nullable): the agreed plan of @client in force then. */
TendRecord   *tend_checking_plan     (TendChecking   *self,
                                      TendRecord     *client);
/* (transfer container) (element-type TendRecord): the agreements of @client in force on a
 * day (tend_agreement_in_force()). */
GPtrArray    *tend_checking_agreements (TendChecking *self,
                                      TendRecord     *client,
                                      TendDate        on);
/* (nullable): the agreement in force, else the next to begin. */
TendRecord   *tend_checking_agreement (TendChecking  *self,
                                      TendRecord     *client);
/* Whether an agreement is in force on a day, and it or a task of the plan is for personal
 * care. */
gboolean      tend_checking_has_personal_care (TendChecking *self,
                                      TendRecord     *client,
                                      TendDate        on);
/* The same on the day of the run; the plan counts without an agreement as well. */
gboolean      tend_checking_is_personal_care (TendChecking *self,
                                      TendRecord     *client);
/* (nullable): the first task of the plan in force that involves @what. */
TendRecord   *tend_checking_task     (TendChecking   *self,
                                      TendRecord     *client,
                                      const char     *what);
/* Whether a medicine has begun, and has not ended. */
gboolean      tend_checking_is_running (TendChecking *self,
                                      TendRecord     *medicine);
/* Whether the carer helps with medicines. */
gboolean      tend_checking_has_medicines (TendChecking *self,
                                      TendRecord     *client);
/* (element-type TendRecord) (transfer full): those of them now that a health professional
 * has to train for, or has trained for. */
GPtrArray    *tend_checking_special  (TendChecking   *self,
                                      TendRecord     *client);
gboolean      tend_checking_involves (TendChecking   *self,
                                      TendRecord     *client,
                                      const char     *what);
/* "personal_care", "medicines", "special_medicines", "mobility_aid", "moving", "food",
 * "employs", "commissioned", "cqc_registered": whether what a rule is about is so of anybody. */
gboolean      tend_checking_when     (TendChecking   *self,
                                      const char     *condition);
/* Whether that is of clients, and not of the business. */
gboolean      tend_checking_when_is_of_clients (const char *condition);
/* Those at work in the business on that day; the carer alone: 1. */
guint         tend_checking_heads    (TendChecking   *self);

/* Papers */

/* (element-type TendPaper) (transfer full): as the rule asks for them: one for each member of
 * the team for a DBS, else one. */
GPtrArray    *tend_checking_papers   (TendChecking   *self,
                                      const TendRule *rule);
/* (element-type TendPaper) (transfer full): the newest DBS of the carer, then of each member
 * of the team, without a clock. */
GPtrArray    *tend_checking_dbs      (TendChecking   *self);
/* For a @value of @kind, and of what it is about; missing until something is found.
 * @rule: (nullable): no scheme asks for it */
TendPaper    *tend_checking_paper_new (TendChecking  *self,
                                      const TendRule *rule,
                                      const TendKind *kind,
                                      const char     *value,
                                      const char     *subject);
/* How it stands by its last good day, and soon from @near days before. */
void          tend_paper_set_days    (TendPaper      *paper,
                                      TendDate        last_day,
                                      TendDate        on,
                                      int             near);
int           tend_paper_near_days   (const char     *kind);
/* (transfer full) (element-type TendCredentialGap): between the carer's own of @kind for the
 * scheme at work, by day: those of the last year, and those to come. */
GArray       *tend_checking_gaps     (TendChecking   *self,
                                      const char     *kind);
/* Whether the carer has one in date for the scheme at work, that @covers something (nullable). */
gboolean      tend_checking_has_credential (TendChecking *self,
                                      const char     *kind,
                                      const char     *covers);
/* Whether @credential is for the scheme at work, or for any. */
gboolean      tend_checking_is_of_scheme (TendChecking *self,
                                      TendRecord     *credential);

G_END_DECLS
