/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mend.h"

#include "tend-credential-form.h"
#include "tend-figure-form.h"
#include "tend-kinds.h"
#include "tend-places.h"
#include "tend-policy-form.h"
#include "tend-portfolio-section.h"

#include <glib/gi18n-lib.h>

/* What a check looks for that no record is there for: then it is told of the carer. */
static const struct
{
  const char *check;
  const char *mend;
} missing[] = {
  { "dbs_age", "credential:dbs" },
  { "dbs_employer", "credential:dbs" },
  { "dbs_level", "credential:dbs" },
  { "services_covered", "credential:public_liability" },
  { "insured_first", "credential:public_liability" },
  { "insured_visits", "credential:public_liability" },
  { "covered", "credential:public_liability" },
  { "standards", "credential:standards" },
  { "testimonial", "credential:reference" },
  { "portfolio", "view:papers" },
  { "return", "view:council" },
  { "days_without_miles", "place:mileage" },
  { "unbilled", "place:money" },
};

/* The same of a person: where in their record it belongs. */
static const struct
{
  const char *check;
  const char *mend;
} of_person[] = {
  { "plan", "care:care_plan" },
  { "goals", "care:care_plan" },
  { "risks", "care:risk" },
  { "communication", "care:about_me" },
  { "contingency", "care:contingency_plan" },
  { "contingency_agreed", "care:contingency_plan" },
  { "capacity", "care:representative" },
  { "mobility", "care:equipment_training" },
  { "complaints_told", "client_details" },
  { "origin", "client_details" },
};

static const TendRule *
find_rule (GPtrArray         *schemes,
           const TendFinding *finding)
{
  const TendScheme *scheme = tend_schemes_find (schemes, finding->scheme);
  GPtrArray *rules = scheme != NULL ? tend_scheme_get_rules (scheme) : NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const TendRule *rule = rules->pdata[i];

      if (g_str_equal (rule->id, finding->rule) && g_strcmp0 (rule->part, finding->part) == 0)
        return rule;
    }

  return NULL;
}

static char *
mend_of_rule (const TendRule *rule)
{
  g_autofree char *kind = tend_rule_get_text (rule, "kind");
  g_autofree char *covers = tend_rule_get_text (rule, "covers");

  if (g_str_equal (rule->check, "policy"))
    return g_strdup_printf ("policy:%s", kind);
  if (g_str_equal (rule->check, "paper"))
    return g_strdup_printf ("credential:%s%s%s", kind, covers != NULL ? ":" : "",
                            covers != NULL ? covers : "");

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    if (g_str_equal (rule->check, missing[i].check))
      return g_strdup (missing[i].mend);

  return g_strdup ("");
}

static char *
mend_of_person (const TendRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (of_person); i++)
    if (g_str_equal (rule->check, of_person[i].check))
      return g_strdup (of_person[i].mend);

  return g_strdup ("");
}

char *
tend_mend_of (GPtrArray         *schemes,
              const TendFinding *finding)
{
  const TendRule *rule;

  if (finding->mend != NULL)
    return g_strdup (finding->mend);
  if (finding->kind != &tend_provider_kind && finding->kind != &tend_client_kind)
    return g_strdup ("");

  rule = find_rule (schemes, finding);
  if (rule == NULL)
    return g_strdup ("");

  return finding->kind == &tend_client_kind ? mend_of_person (rule) : mend_of_rule (rule);
}

const char *
tend_mend_label (const TendFinding *finding,
                 const char        *mend)
{
  if (g_str_has_prefix (mend, "view:") || g_str_has_prefix (mend, "place:"))
    return _("Look");

  return *mend != '\0' ? _("Write it down") : _("Open");
}

/* Where one without a window of its own is listed. */
static const char *
place_of (const TendKind *kind)
{
  static const char * const money[] = { "payment", "charge", "expense", NULL };

  if (kind == &tend_time_off_kind || kind == &tend_pattern_kind)
    return "rota";
  if (kind == &tend_vehicle_kind)
    return "mileage";

  return g_strv_contains (money, kind->name) ? "money" : "portfolio";
}

static void
open_subject (GtkWidget         *parent,
              const TendFinding *finding)
{
  if (finding->kind == &tend_provider_kind)
    gtk_widget_activate_action (parent, "win.settings", NULL);
  else if (tend_matter_by_kind (finding->kind->name) != NULL)
    gtk_widget_activate_action (parent, "win.open", "(ss)", finding->kind->name, finding->id);
  else if (finding->client != NULL)
    gtk_widget_activate_action (parent, "win.open", "(ss)", "client", finding->client);
  else
    gtk_widget_activate_action (parent, "win.place", "s", place_of (finding->kind));
}

void
tend_mend_present (GtkWidget         *parent,
                   TendSession       *session,
                   const TendFinding *finding,
                   const char        *mend)
{
  g_auto(GStrv) words = g_strsplit (mend, ":", 3);
  guint n = g_strv_length (words);
  g_autoptr(TendRecord) record = NULL;

  if (n == 0)
    {
      open_subject (parent, finding);
    }
  else if (g_str_equal (words[0], "credential"))
    {
      record = tend_credential_new (n > 1 ? words[1] : NULL, n > 2 ? words[2] : NULL,
                                    finding->scheme);
      tend_credential_present_asked (parent, session, record, finding->message);
    }
  else if (g_str_equal (words[0], "place") && n > 1)
    gtk_widget_activate_action (parent, "win.place", "s", words[1]);
  else if (g_str_equal (words[0], "care") && n > 1 && finding->client != NULL)
    {
      g_autofree char *part = g_strdup_printf ("%s/%s", finding->client, words[1]);

      gtk_widget_activate_action (parent, "win.open", "(ss)", "care", part);
    }
  else if (g_str_equal (words[0], "client_details") && finding->client != NULL)
    gtk_widget_activate_action (parent, "win.open", "(ss)", "client_details", finding->client);
  else if (g_str_equal (words[0], "policy") && n > 1)
    tend_policy_present (parent, session, words[1]);
  else if (g_str_equal (words[0], "scheme_figure") && n > 1)
    /* The new one, where the old one has run out. */
    tend_figure_correct (parent, session, finding->scheme, words[1], -1);
  else
    gtk_widget_activate_action (parent, "win.open", "(ss)", words[0], n > 1 ? words[1] : "");
}
