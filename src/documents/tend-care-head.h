/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-flow.h"
#include "tend-invoice-sheet.h"

G_BEGIN_DECLS

/* A document that says what is to be done or not, of which a sheet is never the original. */
typedef struct
{
  const char *kind;        /* "ReSPECT form" */
  const char *original_at;
  const char *made_by;
  TendDate    made_on;
  TendDate    review_on;
} TendDirective;

/* Whom a sheet of the care record is about, and who wrote it.  All text is borrowed for
 * the call; NULL and "" both mean "none".  A redacted copy is handed initials and no
 * address already; here it is only marked as one.
 */
typedef struct
{
  TendParty   carer;     /* who writes; its name is required */
  const char *name;      /* of the person; NULL: about nobody, such as a breach of data */
  const char *called;    /* what they like to be called, where that is another name */
  const char *address;   /* lines */
  const char *phone;
  const char *number;    /* NHS number */
  const char *allergies; /* what they are allergic to, lines */
  const char *allergies_state; /* in words, where none are listed: "None known" */
  gboolean    allergies_unknown; /* nobody has asked yet, which is no "none" */
  const char *medicines; /* what an ambulance has to know of them, in a sentence or two */
  const TendDirective *directives; /* in force */
  gsize       n_directives;
  TendDate    born;
  TendDate    died;      /* TEND_DATE_NONE: alive on the day that is asked about */
  TendDate    replaced;  /* by what was written later; TEND_DATE_NONE: it is the one to use */
  TendDate    signed_on; /* of a sample of a signed paper, as in TendFlow */
  gboolean    redacted;
  gboolean    large;     /* in large print */
  const char *language;  /* "en-GB"; NULL: that */
} TendCareHead;

/* Begins the first page of a document of its own. */
void          tend_care_begin       (TendFlow           *flow,
                                     const TendCareHead *head,
                                     const char         *title);
/* The name of the sheet, the person's below it, and the carer's at the right. */
void          tend_care_head_lay    (TendFlow           *flow,
                                     const TendCareHead *head,
                                     const char         *title);
/* The person: address, day of birth, numbers. */
void          tend_care_person_lay  (TendFlow           *flow,
                                     const TendCareHead *head);
/* Allergies, in a block that cannot be overlooked; also that none are known, or that it is
 * not known whether there are any. */
void          tend_care_allergies_lay (TendFlow         *flow,
                                     const TendCareHead *head);
/* The medicines that cannot wait until somebody finds the chart. */
void          tend_care_medicines_lay (TendFlow         *flow,
                                     const TendCareHead *head);
/* Where the originals of the person's directives are; @brief: without their dates. */
void          tend_care_directives_lay (TendFlow        *flow,
                                     const TendCareHead *head,
                                     gboolean            brief);
/* Where both sign, kept together; @name stands for the person.  Not on a redacted copy,
 * nor once the person has died. */
void          tend_care_signed_lay  (TendFlow           *flow,
                                     const TendCareHead *head,
                                     const char         *name);
/* (transfer full): "Agreed by Rose Hartley on 7 September 2026"; @by: (nullable).  It stands
 * where both would sign: nobody is asked to sign what is agreed. */
char         *tend_care_agreed_text (const char         *by,
                                     TendDate            on);
/* (transfer full): "Care plan · Rose Hartley · Marsh Care" */
char         *tend_care_footer      (const TendCareHead *head,
                                     const char         *title);
/* (transfer full): the document, with that at the foot. */
TendDocument *tend_care_finish      (TendFlow           *flow,
                                     const TendCareHead *head,
                                     const char         *title);

G_END_DECLS
