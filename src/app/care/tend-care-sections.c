/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what is kept of a person's care. */

#include "tend-care-section.h"

#include "tend-body-view.h"
#include "tend-care-plan-actions.h"
#include "tend-incident-form.h"
#include "tend-risk-form.h"

#include <glib/gi18n-lib.h>

#define FIELDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* What lies in other records. */

static const TendLineType outcomes = {
  .kind = "plan_outcome",
  .title = N_("What They Want to Reach"),
  .add = N_("Add an Outcome"),
  .change = N_("Outcome"),
  .nothing = N_("In their own words: “I want to get to the garden again.”"),
  .fields = FIELDS ("outcome", "steps", "measure"),
  .heading = FIELDS ("outcome"),
  .detail = FIELDS ("steps", "measure"),
};

static const TendLineType tasks = {
  .kind = "plan_task",
  .title = N_("Tasks at Visits"),
  .add = N_("Add a Task"),
  .change = N_("Task"),
  .nothing = N_("What you do at a visit. Once the plan is agreed, each visit asks about these."),
  .fields = FIELDS ("title", "detail", "", "part_of_day", "weekdays", "service", "",
                    "personal_care", "when_needed"),
  .heading = FIELDS ("title"),
  .detail = FIELDS ("part_of_day", "weekdays", "service", "personal_care", "when_needed",
                    "detail"),
};

static const TendLineType contacts = {
  .kind = "contingency_contact",
  .title = N_("Who to Ring"),
  .add = N_("Add Somebody to Ring"),
  .change = N_("Somebody to Ring"),
  .nothing = N_("In the order in which to try them."),
  .fields = FIELDS ("person", "name", "phone", "note"),
  .heading = FIELDS ("name", "person"),
  .detail = FIELDS ("phone", "note"),
};

static const TendLineType reports = {
  .kind = "incident_report",
  .title = N_("Who Was Told"),
  .add = N_("Add Who Was Told"),
  .change = N_("Who Was Told"),
  .nothing = N_("Each call and letter, with its time."),
  .fields = FIELDS ("role", "name", "told_at", "how", "", "reference", "answer"),
  .heading = FIELDS ("role"),
  .detail = FIELDS ("name", "told_at", "how", "reference", "answer"),
  .now = "told_at",
};

static const TendLineType marks = {
  .kind = "body_mark",
  .title = N_("Marks"),
  .add = N_("Add a Mark"),
  .change = N_("Mark"),
  .nothing = N_("Each mark with its place, size and colour. The first is number 1."),
  .fields = FIELDS ("kind", "side", "place", "", "size", "shape", "colour", "note"),
  .heading = FIELDS ("kind"),
  .detail = FIELDS ("side", "place", "size", "shape", "colour", "note"),
  .prepare = tend_body_view_prepare,
  .check = tend_body_view_check,
};

#define AFTER_AN_INCIDENT \
  "follow_up", "follow_up_on", "followed_up_on", "outcome", "lessons", "closed_on"

#define LINES(...) ((const TendLineType *const[]) { __VA_ARGS__, NULL })

const TendCareSection tend_care_sections[] = {
  { .kind = "about_me",
    .part = N_("About the Person"),
    .title = N_("About Me"),
    .about = N_("In their own words. The newest is the one to use."),
    .add = N_("Write About Me"),
    .change = N_("About Me"),
    .nothing = N_("Begin here: ask what matters to them, and write it as they say it."),
    .fields = FIELDS ("written_on", "written_with", "", "matters", "people", "communicate",
                      "support", "wellness", "", "please_do", "please_dont", "also", "",
                      "communication_format", "language", "interpreter", "check_on", "",
                      "ethnicity", "religion", "gender", "sexuality"),
    .heading = FIELDS ("written_on"),
    .detail = FIELDS ("written_with", "matters"),
    .day = "written_on",
    .paper = "about-me",
    .paper_each = TRUE,
    .paper_form = TRUE,
    .state = tend_care_newest_state },

  { .kind = "care_plan",
    .part = N_("Plan"),
    .title = N_("Care Plan"),
    .about = N_("A draft can be changed until it is agreed. After that it stays as it is, and a "
                "change makes the next version."),
    .add = N_("Draft of the Plan"),
    .change = N_("Care Plan"),
    .nothing = N_("No plan yet. Write a draft with what they need and the tasks of a visit, talk "
                  "it over, and agree it."),
    .fields = FIELDS ("needs", "preferences", "routine", "equipment", "boundaries", "",
                      "change_note"),
    .heading = FIELDS ("version"),
    .detail = FIELDS ("agreed_on", "agreed_by", "review_on", "superseded_on", "change_note"),
    .day = "version",
    .lines = LINES (&outcomes, &tasks),
    .paper = "care-plan",
    .paper_each = TRUE,
    .state = tend_care_plan_state,
    .prepare = tend_care_plan_prepare },

  { .kind = "risk",
    .part = N_("Risks"),
    .title = N_("Risk Assessments"),
    .add = N_("Add a Risk"),
    .change = N_("Risk"),
    .nothing = N_("Walk through the home with them, and note what could do harm. There is a list "
                  "of common hazards to pick from."),
    .fields = FIELDS ("hazard", "who", "controls", "further", "", "likelihood_before",
                      "severity_before", "likelihood_after", "severity_after", "", "owner",
                      "assessed_on", "review_on", "closed_on"),
    .heading = FIELDS ("hazard"),
    .detail = FIELDS ("assessed_on", "review_on", "owner"),
    .day = "assessed_on",
    .paper = "risks",
    .state = tend_care_risk_state,
    .weigh = tend_care_risk_weight,
    .prepare = tend_risk_form_prepare },

  { .kind = "consent",
    .part = N_("Consent and Decisions"),
    .title = N_("Consent"),
    .add = N_("Add a Consent"),
    .change = N_("Consent"),
    .nothing = N_("Ask about care, sharing what you know, photographs and medicines, and note "
                  "each answer."),
    .fields = FIELDS ("kind", "sharing_with", "detail", "", "answer", "given_on", "how",
                      "given_by", "representative", "", "ends_on", "withdrawn_on",
                      "withdrawn_how", "note"),
    .heading = FIELDS ("kind", "sharing_with"),
    .detail = FIELDS ("given_on", "how", "given_by", "representative", "detail"),
    .day = "given_on",
    .paper = "consent",
    .state = tend_care_consent_state },

  { .kind = "capacity_decision",
    .title = N_("Capacity for a Decision"),
    .about = N_("Always for one decision at one time. Until it is shown otherwise, the person "
                "can decide."),
    .add = N_("Add a Decision"),
    .change = N_("Capacity for a Decision"),
    .nothing = N_("Nothing recorded. Only needed where there is doubt about one decision."),
    .fields = FIELDS ("decision", "outcome", "", "assessed_on", "assessed_by", "reasons",
                      "best_interests", "", "review_on"),
    .heading = FIELDS ("decision"),
    .detail = FIELDS ("outcome", "assessed_on", "assessed_by"),
    .day = "assessed_on",
    .state = tend_care_review_state },

  { .kind = "representative",
    .title = N_("Who May Act for Them"),
    .about = N_("An attorney for health and welfare decides only once the person cannot."),
    .add = N_("Add Who May Act"),
    .change = N_("Who May Act for Them"),
    .nothing = N_("Nobody. Attorneys and deputies are people to contact first: add them on the "
                  "Overview, then say here what lets them act."),
    .fields = FIELDS ("person", "kind", "acts", "", "reference", "registered_on", "seen_on",
                      "seen_how", "", "ends_on", "note"),
    .heading = FIELDS ("person"),
    .detail = FIELDS ("kind", "acts", "seen_on", "note"),
    .day = "seen_on",
    .state = tend_care_authority_state },

  { .kind = "directive",
    .title = N_("Advance Decisions"),
    .about = N_("DNACPR, ReSPECT, advance decisions. Follow the original: what is written here "
                "says where it is, and does not take its place."),
    .add = N_("Add an Advance Decision"),
    .change = N_("Advance Decision"),
    .nothing = N_("None recorded. If there is one, look at the original and note where it is "
                  "kept."),
    .fields = FIELDS ("kind", "original_at", "", "made_on", "made_by", "witnessed", "seen_on",
                      "review_on", "", "told", "ended_on", "note"),
    .heading = FIELDS ("kind"),
    .detail = FIELDS ("original_at", "made_on", "review_on"),
    .day = "seen_on",
    .state = tend_care_document_state },

  { .kind = "contingency_plan",
    .part = N_("Safety Net"),
    .title = N_("If Something Goes Wrong"),
    .about = N_("Others are named for the person to choose from. Nobody is sent."),
    .add = N_("Write a Contingency Plan"),
    .change = N_("Contingency Plan"),
    .nothing = N_("Agree what happens when you are unwell, cannot get there, or nobody answers "
                  "the door."),
    .fields = FIELDS ("updated_on", "", "carer_ill", "bad_weather", "", "no_reply",
                      "no_reply_minutes", "", "cannot_wait", "can_wait", "others", "note"),
    .heading = FIELDS ("updated_on"),
    .detail = FIELDS ("cannot_wait", "carer_ill"),
    .day = "updated_on",
    .lines = LINES (&contacts),
    .paper = "contingency",
    .paper_each = TRUE,
    .paper_form = TRUE,
    .state = tend_care_newest_state },

  { .kind = "secret",
    .title = N_("Key Safe and Codes"),
    .about = N_("Hidden until you ask, and each showing is noted in the history. Bank cards, "
                "PINs and passwords do not belong here."),
    .add = N_("Add a Code"),
    .change = N_("Code"),
    .nothing = N_("The code of a key safe, a door or an alarm, if you are to have it."),
    .fields = FIELDS ("kind", "place", "code", "changed_on", "note"),
    .heading = FIELDS ("kind"),
    .detail = FIELDS ("place", "changed_on", "note"),
    .day = "changed_on",
    .secret = "code" },

  { .kind = "incident",
    .part = N_("What Happened"),
    .title = N_("Incidents and Concerns"),
    .add = N_("Add an Incident or Concern"),
    .change = N_("Incident or Concern"),
    .nothing = N_("Nothing has happened. Note a fall, a near miss or a worry the day you see it."),
    .fields = FIELDS ("kind", "what", "happened_at", "place", "present", "", "facts", "own_words",
                      "injuries", "action", "", "opinion", "", "abuse", "wishes",
                      "agreed_to_tell", "override_reason", "", AFTER_AN_INCIDENT),
    .heading = FIELDS ("kind", "what"),
    .detail = FIELDS ("happened_at", "place", "facts"),
    .day = "happened_at",
    .lines = LINES (&reports),
    .later = FIELDS (AFTER_AN_INCIDENT),
    .later_lines = LINES (&reports),
    .paper = "incident",
    .paper_each = TRUE,
    .state = tend_care_incident_state,
    .prepare = tend_incident_form_prepare },

  { .kind = "body_map",
    .title = N_("Body Maps"),
    .about = N_("A new map each time: the earlier ones stay as they were seen."),
    .add = N_("Add a Body Map"),
    .change = N_("Body Map"),
    .nothing = N_("No marks noted."),
    .fields = FIELDS ("seen_at", "incident", "note"),
    .heading = FIELDS ("seen_at"),
    .detail = FIELDS ("note"),
    .day = "seen_at",
    .lines = LINES (&marks),
    .later = FIELDS ("incident") },

  { .kind = "feedback",
    .title = N_("Complaints and Compliments"),
    .add = N_("Add a Complaint or Compliment"),
    .change = N_("Complaint or Compliment"),
    .nothing = N_("Nothing yet. Write down what was said as it was said, good and bad."),
    .fields = FIELDS ("kind", "received_on", "from_name", "relation", "how", "", "words",
                      "about_data", "", "acknowledged_on", "passed_to", "passed_on", "answer",
                      "outcome", "closed_on", "lessons", "", "may_quote", "quote_as",
                      "consent_on"),
    .heading = FIELDS ("kind", "from_name"),
    .detail = FIELDS ("received_on", "words"),
    .day = "received_on",
    .state = tend_care_feedback_state },

  { .kind = "gift",
    .title = N_("Gifts, Loans and Valuables"),
    .add = N_("Add What Was Offered"),
    .change = N_("Gift, Loan or Valuables"),
    .nothing = N_("Nothing was offered. Note it even where you said no."),
    .fields = FIELDS ("kind", "what", "value_pence", "", "offered_on", "offered_by", "", "answer",
                      "told", "note"),
    .heading = FIELDS ("kind", "what"),
    .detail = FIELDS ("offered_on", "value_pence", "answer", "told"),
    .day = "offered_on" },

  { .kind = "equipment_training",
    .title = N_("Equipment I Was Shown"),
    .add = N_("Add Equipment"),
    .change = N_("Equipment"),
    .nothing = N_("Hoist, commode, stairlift: note who showed you before you use it."),
    .fields = FIELDS ("equipment", "", "trained_on", "trained_by", "trainer", "shown", "",
                      "signed_on", "review_on", "note"),
    .heading = FIELDS ("equipment"),
    .detail = FIELDS ("trained_on", "trained_by", "review_on"),
    .day = "trained_on",
    .paper = "equipment",
    .state = tend_care_signed_state },

  { .kind = "medicine_request",
    .title = N_("Medicine Requests"),
    .about = N_("What you are asked to do, exactly, and signed by whoever asks."),
    .add = N_("Add a Medicine Request"),
    .change = N_("Medicine Request"),
    .nothing = N_("You have not been asked to help with medicines."),
    .fields = FIELDS ("medicine", "action", "", "asked_on", "asked_by", "representative", "",
                      "signed_on", "signed_by", "", "gp_told_on", "gp_told_how",
                      "training_checked_on", "", "ends_on", "note"),
    .heading = FIELDS ("medicine"),
    .detail = FIELDS ("action", "asked_on", "asked_by", "ends_on"),
    .day = "asked_on",
    .paper = "medicine-request",
    .state = tend_care_signed_state },

  { NULL }
};

const TendCareSection *
tend_care_section (const char *kind)
{
  for (const TendCareSection *section = tend_care_sections; section->kind != NULL; section++)
    if (g_str_equal (section->kind, kind))
      return section;

  g_return_val_if_reached (NULL);
}
