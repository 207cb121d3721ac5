/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the papers of the care record are read from, and where they are kept. */

#pragma once

#include "tend-compose-care.h"
#include "tend-compose-private.h"
#include "tend-consent-sheet.h"
#include "tend-feedback-sheet.h"
#include "tend-incident-sheet.h"
#include "tend-pack-sheet.h"
#include "tend-plan-sheet.h"
#include "tend-redact.h"
#include "tend-risk-sheet.h"
#include "tend-visit-log-sheet.h"

G_BEGIN_DECLS

struct _TendCareValues
{
  TendCarePaper         paper;
  GStringChunk         *texts;
  GPtrArray            *arrays;  /* GArray, what the sheets point into */
  TendCareHead          head;
  TendPlanSheet         plan;
  TendRiskSheet         risks;
  TendIncidentSheet     incident;
  TendVisitLogSheet     visits;
  TendAboutSheet        about;
  TendMedicineSheet     medicine;
  TendConsentSheet      consent;
  TendEquipmentSheet    equipment;
  TendContingencySheet  contingency;
  TendContactsSheet     contacts;
  TendPrivacySheet      privacy;
  TendFeedbackSheet     feedback;
  const char           *privacy_wording;
  TendContractValues   *contract; /* of the pack */
  TendPackPaper         pack[TEND_PACK_SHEETS];
};

/* The asking, while it lasts. */
typedef struct
{
  TendVault             *vault;
  const TendCareRequest *request;
  TendCareValues        *values;
  TendRecord            *client;    /* NULL: about nobody */
  GPtrArray             *people;    /* TendRecord, those round the client */
  TendRedaction         *redaction; /* NULL: names as they are */
} TendCareSource;

/* A copy of free text, redacted where that is asked for; NULL for none. */
const char *tend_care_keep    (TendCareSource *source,
                               const char     *text);
const char *tend_care_text    (TendCareSource *source,
                               TendRecord     *record,
                               const char     *field);
/* The same for a field that is a name. */
const char *tend_care_name    (TendCareSource *source,
                               const char     *name);
/* The same for who wrote or signed something, and where they work: "Dr Khan, at the hospital" is
 * "Dr K., at the hospital". */
const char *tend_care_signer  (TendCareSource *source,
                               TendRecord     *record,
                               const char     *field);
/* What a redacted copy leaves out: an address, a number. */
const char *tend_care_private (TendCareSource *source,
                               const char     *text);
/* When something is to be looked at again: never, once the person has died. */
TendDate    tend_care_review  (TendCareSource *source,
                               TendRecord     *record,
                               const char     *field);
/* The label of a choice; NULL when none is made. */
const char *tend_care_choice  (TendRecord     *record,
                               const char     *field);
/* The elements of @array (transfer full), which lives as long as the values. */
gpointer    tend_care_own     (TendCareSource *source,
                               GArray         *array);
/* A person of the client's by id; NULL for none. */
TendRecord *tend_care_person  (TendCareSource *source,
                               const char     *id);
/* The name of whose word something was: the person's, or that of who acted for them; NULL. */
const char *tend_care_word_name (TendCareSource *source,
                               TendRecord     *record,
                               const char     *field);
/* "An attorney: Catrin Pritchard": whose word something was. */
const char *tend_care_word_of (TendCareSource *source,
                               TendRecord     *record,
                               const char     *field);

/* The directives in force, for the head of every sheet. */
gboolean    tend_care_read_directives  (TendCareSource  *source,
                                        GError         **error);
/* Which medicines an ambulance has to know of, for the head of a sheet that it sees. */
gboolean    tend_care_read_medicines   (TendCareSource  *source,
                                        GError         **error);
/* Who may act for the person, among what the contacts' sheet has. */
gboolean    tend_care_read_acting      (TendCareSource  *source,
                                        GError         **error);
/* Who else hears complaints: whom the carer named, and the councils that the person is helped
 * under, a line each: "Cambridgeshire County Council: the CME Development Team". */
gboolean    tend_care_read_concerns (TendCareSource  *source,
                                     const char     **concerns,
                                     GError         **error);
/* Who to ring at the GP's: practice, name and number; NULL for none. */
const char *tend_care_gp      (TendCareSource *source);

/* Whom it is about and who writes, for the head of a paper; FALSE with an error. */
gboolean    tend_care_read_head        (TendCareSource  *source,
                                        GError         **error);
/* Each fills its sheet among the values; FALSE with an error. */
gboolean    tend_care_read_plan        (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_risks       (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_incident    (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_visits      (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_about       (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_contingency (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_contacts    (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_equipment   (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_medicine    (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_consent     (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_privacy     (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_feedback_request (TendCareSource  *source,
                                        GError         **error);
gboolean    tend_care_read_pack        (TendCareSource  *source,
                                        GError         **error);
TendDocument *tend_care_make_pack      (const TendCareValues  *values,
                                        GError               **error);

G_END_DECLS
