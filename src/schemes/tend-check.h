/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-scheme.h"

G_BEGIN_DECLS

/* Whether what is recorded is as the schemes ask: every rule of section 1 of domain.md. */

typedef enum
{
  TEND_SEVERITY_STOP,   /* the act waits, or a typed reason is kept (tend-hold.h) */
  TEND_SEVERITY_BREACH,
  TEND_SEVERITY_WARN,
  TEND_SEVERITY_ADVICE,
} TendSeverity;

/* "stop", "breach", "warn", "advice" */
const char *tend_severity_name    (TendSeverity       severity);
/* Translated, and said kindly: "Not yet", "Not met", "Soon", "Good to do". */
const char *tend_severity_title   (TendSeverity       severity);

typedef struct
{
  char           *rule;     /* "CA07" */
  char           *part;     /* (nullable): "complaints" */
  char           *scheme;   /* "cambridgeshire" */
  TendSeverity    severity;
  const TendKind *kind;     /* what it is about: a stored record of this kind */
  char           *id;
  char           *client;   /* (nullable): whose that is */
  char           *message;  /* one sentence to the carer, translated */
  char           *fact;     /* what it is about, for whoever else reads it: it asks for nothing */
  char           *outcome;  /* the rule's word for it: "missing", "soon" */
  /* (nullable): what mends it where that is not the subject: "credential:training" */
  char           *mend;
  char           *override; /* (nullable): the reason kept to go on with what is held back */
} TendFinding;

void        tend_finding_free     (TendFinding       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendFinding, tend_finding_free)

/* (transfer full): "client/rose" */
char       *tend_finding_subject  (const TendFinding *self);

/**
 * tend_check:
 * @scheme: (nullable): the id of one that the carer need not be in; NULL: all they are in
 *
 * Returns: (element-type TendFinding): the gravest first, then by scheme, rule and subject;
 *   TEND_ERROR_NOT_FOUND for a scheme there is no file of
 */
GPtrArray  *tend_check            (TendVault         *vault,
                                   const char        *scheme,
                                   TendDate           on,
                                   GError           **error);

/* Whether a function stands behind the word that a profile gives as `check`.  For tests. */
gboolean    tend_check_exists     (const char        *check);
/* (element-type utf8) (transfer container): every such word. */
GPtrArray  *tend_check_names      (void);

G_END_DECLS
