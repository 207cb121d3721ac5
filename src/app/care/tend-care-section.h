/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-form.h"
#include "tend-line-list.h"

G_BEGIN_DECLS

typedef struct _TendCareFile    TendCareFile;
typedef struct _TendCareSection TendCareSection;

/* How a record stands, in a word or two at the end of its row. */
typedef struct
{
  char       *text;      /* NULL: nothing to say */
  const char *css_class; /* "warning", "success" or "dim-label" */
} TendCareState;

/* A window that shows or changes one record: what its parts need of each other. */
typedef struct
{
  GtkWidget             *parent;  /* of the window; weak */
  const TendCareSection *section;
  TendSession           *session;
  TendCareFile          *file;
  GPtrArray             *lines;  /* TendRecord: as the record had them */
  GPtrArray             *lists;  /* TendLineList: as they are in the window; borrowed */
  gboolean               closed; /* its words are read, and added to */
  char                  *breach; /* (nullable): an entry of the breach log that was written from
                                  * it before it was saved */
} TendCareEdit;

/**
 * TendCareSection:
 *
 * One kind of record on the page of a person's care, and all that its list and its
 * windows are made from.  To add a kind: one entry in tend-care-sections.c.
 */
struct _TendCareSection
{
  const char               *kind;
  const char               *part;     /* N_() (nullable): a part of the page begins here */
  const char               *title;    /* N_("Risks") */
  const char               *about;    /* N_() (nullable): to know before reading or writing */
  const char               *add;      /* N_("Add a Risk"): of the window, and heard at the button */
  const char               *change;   /* N_("Risk"): of the window of one that is there */
  const char               *nothing;  /* N_(): while there is none: what to do first */
  const char *const        *fields;   /* of the window, as in tend_record_dialog_present() */
  const char *const        *heading;  /* fields that name a row */
  const char *const        *detail;   /* fields below */
  int                     (*weigh)    (TendRecord *record); /* (nullable): the weightiest comes
                                       * first, and all are shown */
  const char               *day;      /* the newest comes first; a new one has the present */
  const TendLineType *const *lines;   /* (nullable) (array zero-terminated=1) */
  const char *const        *later;    /* (nullable): fields that go on once it is closed; see
                                       * tend-care-record.h.  NULL: it does not close */
  const TendLineType *const *later_lines; /* (nullable): and lines */
  const char               *paper;    /* (nullable): what it prints as, "care-plan"; a name of
                                       * tend_care_paper_parse() */
  gboolean                  paper_each; /* every record has such a paper of its own */
  gboolean                  paper_form; /* without a record it is a form to fill in by hand */
  const char               *secret;   /* (nullable): a field that is shown only when asked for */
  /* (nullable) */
  TendCareState           (*state)    (TendRecord   *record,
                                       TendCareFile *file);
  /* (nullable): more in the window than rows */
  void                    (*prepare)  (TendForm     *form,
                                       GtkWindow    *dialog,
                                       TendCareEdit *edit);
};

/* In the order of the page; ended by one without a kind. */
extern const TendCareSection tend_care_sections[];

const TendCareSection *tend_care_section (const char *kind);

/* tend-care-states.c */
TendCareState tend_care_newest_state    (TendRecord *record, TendCareFile *file);
TendCareState tend_care_plan_state      (TendRecord *record, TendCareFile *file);
TendCareState tend_care_risk_state      (TendRecord *record, TendCareFile *file);
int           tend_care_risk_weight     (TendRecord *record);
TendCareState tend_care_consent_state   (TendRecord *record, TendCareFile *file);
TendCareState tend_care_document_state  (TendRecord *record, TendCareFile *file);
TendCareState tend_care_authority_state (TendRecord *record, TendCareFile *file);
TendCareState tend_care_incident_state  (TendRecord *record, TendCareFile *file);
TendCareState tend_care_feedback_state  (TendRecord *record, TendCareFile *file);
TendCareState tend_care_signed_state    (TendRecord *record, TendCareFile *file);
TendCareState tend_care_review_state    (TendRecord *record, TendCareFile *file);

G_END_DECLS
