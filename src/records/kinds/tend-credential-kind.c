/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Also what is no certificate: a paper of the carer's own that a scheme asks for. */
static const TendChoice kinds[] = {
  { "dbs", N_("DBS certificate") }, { "public_liability", N_("Public liability insurance") },
  { "employers_liability", N_("Employers’ liability insurance") },
  { "professional_indemnity", N_("Treatment or professional cover") },
  { "motor_insurance", N_("Motor insurance") }, { "mot", N_("MOT") },
  { "driving_licence", N_("Driving licence") }, { "ico", N_("ICO registration") },
  { "training", N_("Training") }, { "care_certificate", N_("Care Certificate") },
  { "self_employment", N_("Proof of self-employment") },
  { "standards", N_("The scheme’s standards, signed") },
  { "conduct", N_("The scheme’s rules of conduct, read") },
  { "declaration", N_("Declaration to the scheme") },
  { "cqc", N_("CQC registration, or why it is not needed") },
  { "leaving", N_("Notice to leave the scheme") },
  { "rate_notice", N_("The scheme told of a high rate") },
  { "reference", N_("Reference or testimonial") }, { "identity", N_("Identity") },
  { "right_to_work", N_("Right to work") }, { "other", N_("Something else") }, { NULL }
};

/* What a course taught, and what a policy says it covers. */
static const TendChoice subjects[] = {
  { "medicines", N_("Medicines") }, { "mobility_aids", N_("Mobility aids") },
  { "moving_handling", N_("Moving and handling") },
  { "infection_control", N_("Infection control") },
  { "nutrition", N_("Nutrition and hydration") },
  { "safeguarding", N_("Safeguarding adults") },
  { "safeguarding_children", N_("Safeguarding children") },
  { "first_aid", N_("First aid") }, { "basic_life_support", N_("Basic life support") },
  { "food_hygiene", N_("Food hygiene") }, { "data_protection", N_("Data protection") },
  { "equality", N_("Equality, diversity and inclusion") },
  { "health_safety", N_("Health and safety") }, { "risk_management", N_("Risk management") },
  { "fire_safety", N_("Fire safety") }, { "mental_capacity", N_("Mental Capacity Act") },
  { "person_centred", N_("Person-centred care") }, { "recording", N_("Keeping records") },
  { "quality_framework", N_("Quality Framework") }, { "person_specific", N_("One person’s needs") },
  { "personal_care", N_("Personal care") }, { "support", N_("Support at home") },
  { "wellbeing", N_("Well-being and company") }, { "nights", N_("Nights and sleep-ins") },
  { "business_use", N_("Driving for work") }, { "passengers", N_("Clients in the car") },
  { "abuse", N_("Allegations of abuse") }, { NULL }
};

static const TendChoice workforces[] = {
  { "adult", N_("Adults") }, { "child", N_("Children") }, { "both", N_("Adults and children") },
  { "other", N_("Other") }, { NULL }
};

static const TendField fields[] = {
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "title", TEND_FIELD_TEXT, N_("Title"), TEND_FIELD_SEARCHED },
  { "level", TEND_FIELD_TEXT, N_("Level") },
  { "covers", TEND_FIELD_LIST, N_("What it covers"), 0, subjects },
  { "issuer", TEND_FIELD_TEXT, N_("Issued by"), TEND_FIELD_SEARCHED },
  { "reference", TEND_FIELD_TEXT, N_("Number"), TEND_FIELD_SEARCHED },
  { "issued_on", TEND_FIELD_DATE, N_("Issued on") },
  { "expires_on", TEND_FIELD_DATE, N_("Last day") },
  { "cover_pence", TEND_FIELD_PENCE, N_("Covers up to"), .minimum = 0,
    .maximum = 100000000000 },
  { "named_employer", TEND_FIELD_TEXT, N_("Employer named on it"), TEND_FIELD_SEARCHED },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme") }, /* unset: any that asks for it */
  /* Unset: the carer. */
  { "member", TEND_FIELD_REFERENCE, N_("Whose it is"), 0, .refers_to = "team_member" },
  { "workforce", TEND_FIELD_CHOICE, N_("Workforce"), 0, workforces },
  { "update_service_until", TEND_FIELD_DATE, N_("Update Service paid until") },
  { "minutes", TEND_FIELD_MINUTES, N_("Time the course took"), .maximum = 60000 },
  { "version_on", TEND_FIELD_DATE, N_("Date of that version") },
  { "checked_on", TEND_FIELD_DATE, N_("Last looked at for changes on") },
  { "replaces", TEND_FIELD_REFERENCE, N_("Renews"), 0, .refers_to = "credential" },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "issued_on", "expires_on",
                           _("It ends before it was issued: check the two dates."));
}

const TendKind tend_credential_kind = {
  "credential", "credentials", N_("Credential"), fields, .check = check
};
