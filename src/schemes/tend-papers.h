/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-scheme.h"

G_BEGIN_DECLS

/* The papers of the carer's own: certificates, insurance, courses, policies.  Each scheme
 * has its own clock for the same paper (scenario S05). */

typedef enum
{
  TEND_PAPER_OK,
  TEND_PAPER_SOON,     /* the last good day is near */
  TEND_PAPER_DUE,      /* it is today */
  TEND_PAPER_OVER,
  TEND_PAPER_LOW,      /* it is good, and not for enough */
  TEND_PAPER_GAP,      /* days are without one, between it and the next */
  TEND_PAPER_MISSING,
  TEND_PAPER_ADVISED,  /* there is none, and nobody counts that */
  TEND_PAPER_NOT_APPLICABLE,
} TendPaperState;

typedef struct
{
  TendPaperState    state;
  char             *scheme;   /* (nullable): no scheme asks for it */
  char             *rule;     /* (nullable): "ST05" */
  const char       *kind;     /* of credential or policy: "dbs", "training", "safeguarding" */
  char             *subject;  /* (nullable): of a course: "first_aid" */
  char             *level;    /* (nullable): the least one that is asked for: "2" */
  gboolean          own_clock; /* how long it is good is the carer's own figure */
  char             *title;    /* translated: "DBS certificate", "Training: First aid" */
  TendRecord       *record;   /* (nullable): the credential or policy that is looked at */
  TendRecord       *member;   /* (nullable): whose it is; the carer */
  TendDate          last_day; /* the last good one; TEND_DATE_NONE: none */
  int               days_left; /* to that day; negative once it is past */
  TendDate          gap_from; /* the next days without one, else the last; TEND_DATE_NONE */
  TendDate          gap_to;
} TendPaper;

void        tend_paper_free       (TendPaper      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPaper, tend_paper_free)

/* "ok", "soon", "due", "over", "low", "gap", "missing", "advised", "not_applicable" */
const char *tend_paper_state_name  (TendPaperState state);
/* Translated: "In order", "Due soon". */
const char *tend_paper_state_title (TendPaperState state);

/**
 * tend_papers:
 * @scheme: (nullable): the id of one that the carer need not be in; NULL: all they are in
 *
 * Returns: (element-type TendPaper): what the schemes ask for, scheme after scheme, then
 *   whatever else the carer keeps, with a clock of its own
 */
GPtrArray  *tend_papers            (TendVault      *vault,
                                    const char     *scheme,
                                    TendDate        on,
                                    GError        **error);

G_END_DECLS
