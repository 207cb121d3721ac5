/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* The whole ladder, what comes round each quarter, and what is to be done when it comes up. */
#define LADDER  90
#define QUARTER 30
#define NOW     0
#define AFTER   (-1) /* from the day after */

static const TendDueRule rules[] = {
  { "update_service", LADDER, TRUE, FALSE, N_("Renew the DBS Update Service") },
  { "update_service_join", QUARTER, TRUE, FALSE, N_("The last days to join the Update Service") },
  { "standards_check", LADDER, TRUE, FALSE, N_("Look for changes in the council’s standards") },
  { "policy", LADDER, TRUE, FALSE, N_("Read through one of your policies") },
  { "quarterly_return", QUARTER, TRUE, FALSE, N_("Send the quarterly return") },
  { "feedback_request", QUARTER, TRUE, FALSE, N_("Ask how people find your help") },
  { "time_off_told", LADDER, TRUE, FALSE, N_("Say when you will be away") },
  { "service_request", LADDER, TRUE, FALSE, N_("Answer the council’s request") },
  { "tax_return", LADDER, TRUE, FALSE, N_("Send your tax return, and pay what is owed") },
  { "tax_payment", LADDER, TRUE, FALSE, N_("Pay the second half of your tax, if you pay in two") },
  { "tax_register", LADDER, TRUE, FALSE, N_("Register with HMRC as self-employed") },
  { "tax_update", QUARTER, TRUE, FALSE, N_("Send the quarter’s update to HMRC") },
  { "back_up", NOW, TRUE, FALSE, N_("Make a backup") },
  { "unbilled", NOW, FALSE, FALSE, N_("There are visits to invoice") },
  { "invoice", AFTER, FALSE, FALSE, N_("An invoice has not been paid") },
  { "mar_gap", NOW, FALSE, TRUE, N_("A chart has boxes with nothing in them") },
  { "care_plan", LADDER, FALSE, FALSE, N_("A plan is to be reviewed") },
  { "risk", LADDER, FALSE, FALSE, N_("Risks are to be reviewed") },
  { "incident", LADDER, FALSE, FALSE, N_("Something is to be followed up") },
  { "feedback", NOW, FALSE, TRUE, N_("A complaint waits for an answer") },
  { "equipment_training", LADDER, FALSE, FALSE, N_("Be shown equipment again") },
  { "capacity_decision", LADDER, FALSE, FALSE, N_("A decision is to be looked at again") },
  { "directive", LADDER, FALSE, FALSE, N_("A paper is to be looked at again") },
  { "about_me", LADDER, FALSE, FALSE, N_("A page about somebody is to be looked at again") },
  { "data_breach", LADDER, FALSE, FALSE, N_("Something has to be reported, or decided") },
  { "people_told", NOW, FALSE, TRUE, N_("Somebody has to be told of something") },
  { "information_request", QUARTER, FALSE, FALSE, N_("Answer a request for information") },
  { "data_complaint", QUARTER, FALSE, FALSE, N_("Say that a complaint has come") },
  { "retention", NOW, FALSE, TRUE, N_("Look at records you need not keep") },
};

static const TendDueRule of_credentials = { "credential", LADDER, TRUE, FALSE, NULL };

/* Every kind of credential is a kind of matter as well. */
static const char *
credential_name (const char *kind)
{
  const TendField *field = tend_kind_field (&tend_credential_kind, "kind");

  for (const TendChoice *choice = field->choices; choice->value != NULL; choice++)
    if (g_str_equal (choice->value, kind))
      return _(choice->label);

  return NULL;
}

const TendDueRule *
_tend_due_rule (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].kind, kind))
      return &rules[i];

  return credential_name (kind) != NULL ? &of_credentials : NULL;
}

char *
_tend_due_notice (const char *kind,
                  gboolean    late)
{
  const TendDueRule *rule = _tend_due_rule (kind);

  g_return_val_if_fail (rule != NULL, NULL);

  if (rule->notice != NULL)
    return g_strdup (_(rule->notice));

  /* Translators: "DBS certificate runs out" */
  return g_strdup_printf (late ? _("%s has run out") : _("%s runs out"), credential_name (kind));
}
