/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-time.h"
#include "tend-vault.h"

G_BEGIN_DECLS

/* The papers of the care record, in the two steps of tend-compose.h. */

typedef enum
{
  TEND_CARE_PLAN,
  TEND_CARE_ABOUT_ME,
  TEND_CARE_RISKS,
  TEND_CARE_CONTINGENCY,
  TEND_CARE_INCIDENT,
  TEND_CARE_VISIT_LOG,
  TEND_CARE_EQUIPMENT,
  TEND_CARE_MEDICINE_REQUEST,
  TEND_CARE_CONSENT,
  TEND_CARE_CONTACTS,
  TEND_CARE_PRIVACY_NOTICE,
  TEND_CARE_FIRST_VISIT_PACK,
  TEND_CARE_FEEDBACK_REQUEST,
  TEND_CARE_N_PAPERS
} TendCarePaper;

/* "care-plan", as the command line names it. */
const char     *tend_care_paper_name       (TendCarePaper           paper);
/* "Care plan", translated. */
const char     *tend_care_paper_label      (TendCarePaper           paper);
/* Whether it is there to be signed: then there is no copy of it without names. */
gboolean        tend_care_paper_is_signed  (TendCarePaper           paper);
/* FALSE for what is no paper's name. */
gboolean        tend_care_paper_parse      (const char             *name,
                                            TendCarePaper          *paper);

typedef enum
{
  TEND_PRINT_AS_ASKED, /* large where the person's About me says so */
  TEND_PRINT_USUAL,
  TEND_PRINT_LARGE,
} TendPrint;

typedef struct
{
  TendCarePaper  paper;
  const char    *client;   /* NULL for an incident that is about nobody, and for the privacy
                            * notice as anybody gets it */
  const char    *record;   /* a version of the plan, an About me, a contingency plan or the
                            * incident; NULL: what is in force on that day, the latest incident
                            * by then */
  TendDate       on;       /* what was in force then */
  TendDate       from;     /* of the visit log, both inclusive */
  TendDate       to;
  TendInstant    now;      /* the visit log says of a visit that was over by then that nothing is
                            * written of it, where nothing is */
  TendDate       signed_on; /* for samples: signed papers, with names on the lines of that day;
                             * TEND_DATE_NONE otherwise */
  TendPrint      print;
  gboolean       redacted; /* initials instead of names, and no addresses, numbers or days of
                            * birth; not for what is signed */
} TendCareRequest;

typedef struct _TendCareValues TendCareValues;

/**
 * tend_compose_care_load:
 *
 * About me, equipment, medicine, consent and contingency sheets on which nothing is known
 * yet become forms to fill in by hand.
 *
 * Returns: (transfer full): TEND_ERROR_FAILED, with what is to be done, when there is
 *   nothing to print
 */
TendCareValues *tend_compose_care_load     (TendVault              *vault,
                                            const TendCareRequest  *request,
                                            GError                **error);
gboolean        tend_compose_care_is_large (const TendCareValues   *values);
/* For the wording editor: @wording instead of the carer's own; %NULL for Tend's. */
void            tend_compose_care_set_wording (TendCareValues      *values,
                                               const char          *wording);
/* TEND_ERROR_INVALID when the carer's own wording of a paper cannot be filled. */
TendDocument   *tend_compose_care_document (const TendCareValues   *values,
                                            GError                **error);
void            tend_care_values_free      (TendCareValues         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendCareValues, tend_care_values_free)

/* Where the carer's own wording of the privacy notice is kept (tend_setting_set()). */
#define TEND_SETTING_PRIVACY_WORDING "privacy-wording"

G_END_DECLS
