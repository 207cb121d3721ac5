/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of how what was found is told.  For a new kind: SEARCHED in the table of its
 * fields, a line here, and where it opens (src/app/shell/tend-places.c).
 */

#include "tend-search-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the kinds with few records every one is told before the many others. */
enum { MANY, FEW, PEOPLE, CLIENTS };

static const TendFoundRule rules[] = {
  { "client", CLIENTS, .detail = { { "%s", { "address" } }, { "%s", { "postcode" } } } },
  { "person", PEOPLE, .detail = { { "%s, %s", { "client", "relation" } } } },

  { "service", FEW },
  { "vehicle", FEW },
  { "about_me", FEW, { { "%s", { "client" } } },
    { { N_("Written on %s"), { "written_on" } } } },
  { "care_plan", FEW, { { N_("%s, version %s"), { "client", "version" } } },
    { { N_("%s, agreed on %s"), { "status", "agreed_on" } }, { "%s", { "status" } } } },
  { "risk", FEW, { { "%s: %s", { "client", "hazard" } } }, { { "%s", { "controls" } } } },
  { "consent", FEW, { { "%s: %s", { "client", "kind" } } },
    { { "%s, %s", { "answer", "given_on" } } } },
  { "capacity_decision", FEW, { { "%s: %s", { "client", "decision" } } },
    { { "%s, %s", { "outcome", "assessed_on" } } } },
  { "representative", FEW, { { "%s: %s", { "client", "person" } } }, { { "%s", { "kind" } } } },
  { "directive", FEW, { { "%s: %s", { "client", "kind" } } }, { { "%s", { "original_at" } } } },
  { "contingency_plan", FEW, { { "%s", { "client" } } },
    { { N_("Written on %s"), { "updated_on" } } } },
  { "equipment_training", FEW, { { "%s: %s", { "client", "equipment" } } },
    { { "%s, %s", { "trained_on", "trained_by" } } } },
  { "medicine_request", FEW, { { "%s: %s", { "client", "medicine" } }, { "%s", { "client" } } },
    { { "%s", { "action" } } } },
  { "medication", FEW, { { "%s: %s", { "client", "name" } } },
    { { N_("Last day: %s"), { "ends_on" } }, { "%s", { "dose" } } } },
  { "credential", FEW, { { "%s", { "title" } }, { "%s", { "kind" } } },
    { { N_("Last day: %s"), { "expires_on" } }, { "%s", { "issuer" } } } },
  { "policy", FEW, { { "%s", { "title" } }, { "%s", { "kind" } } },
    { { N_("In force from %s"), { "starts_on" } } } },
  { "cpd", FEW, { { "%s", { "title" } } }, { { "%s, %s", { "done_on", "kind" } },
    { "%s", { "done_on" } } } },
  { "team_member", FEW, { { "%s", { "name" } } }, { { "%s", { "role" } } } },
  { "service_request", FEW, { { N_("Request from the council, %s"), { "received_at" } } },
    { { "%s", { "what" } } } },
  { "feedback_request", FEW, { { N_("%s, asked how it is going"), { "client" } } },
    { { "%s", { "asked_on" } } } },
  { "quarterly_return", FEW, { { N_("Quarterly return, %s"), { "quarter" } } },
    { { N_("Sent on %s"), { "sent_on" } } } },
  { "portfolio", FEW, { { N_("Portfolio for %s"), { "given_to" } }, { "%s", { "purpose" } } },
    { { N_("Put together on %s"), { "made_on" } } } },

  { "visit", MANY, { { N_("%s, visit on %s"), { "client", "planned_start" } } },
    { { "%s", { "note" } } } },
  { "trip", MANY, { { N_("%s to %s"), { "from", "to" } } },
    { { "%s, %s", { "date", "purpose" } }, { "%s", { "date" } } } },
  { "invoice", MANY, { { N_("Invoice %s"), { "number" } } }, { { "%s", { "client" } } } },
  /* Of these no more than whose they are and when. */
  { "incident", MANY, { { "%s, %s", { "client", "happened_at" } }, { "%s", { "visit" } } } },
  { "body_map", MANY, { { "%s, %s", { "client", "seen_at" } } } },
  { "feedback", MANY, { { "%s: %s", { "client", "kind" } }, { "%s", { "kind" } } },
    { { "%s", { "received_on" } } } },
  { "gift", MANY, { { "%s: %s", { "client", "what" } } },
    { { "%s, %s", { "offered_on", "answer" } } } },
  { "attachment", MANY, { { "%s", { "title" } }, { "%s", { "name" } } },
    { { "%s", { "subject" } } } },
};

static const TendFoundRule standard = { NULL };

const TendFoundRule *
tend_found_rule (const TendKind *kind)
{
  while (kind->parent != NULL)
    kind = tend_kind_by_name (tend_kind_field (kind, kind->parent)->refers_to);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (kind->name, rules[i].kind) == 0)
      return &rules[i];

  return &standard;
}
