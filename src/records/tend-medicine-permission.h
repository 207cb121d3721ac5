/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What has to be on file before a medicine may be on the carer's round: rules ST20 to
 * ST24 and CA25 to CA27 of domain.md, by data/figures/medicines.ini.  What has already
 * happened can always be written down.
 */

typedef enum
{
  TEND_MISSING_REQUEST,    /* the written request; what mends it: a medicine_request */
  TEND_MISSING_SIGNATURE,  /* the request is there and not signed */
  TEND_MISSING_GP,         /* the GP has not been told */
  TEND_MISSING_CHECK,      /* nobody has asked whether special training is needed */
  TEND_MISSING_TRAINING,   /* training in medicines */
  TEND_MISSING_SPECIALIST, /* training and approval by a health professional */
  TEND_MISSING_INSURER,    /* the insurer's word that medicines are covered */
} TendMissing;

typedef struct
{
  TendMissing  what;
  char        *rule;     /* "ST20" */
  char        *scheme;   /* "staffordshire" */
  gboolean     stops;    /* FALSE: worth knowing */
  char        *message;  /* one plain sentence, translated */
  char        *subject;  /* (nullable) the id of the medicine request to complete */
} TendMissingPaper;

void       tend_missing_paper_free     (TendMissingPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendMissingPaper, tend_missing_paper_free)

/**
 * tend_medicine_missing:
 * @medication: stored or not
 *
 * Returns: (element-type TendMissingPaper): what is not on file on @date, by the schemes
 *   the carer is in, those that stop first; empty when all is
 */
GPtrArray *tend_medicine_missing       (TendVault     *vault,
                                        TendRecord    *medication,
                                        TendDate       date,
                                        GError       **error);
/* Whether a health professional has to train the carer and approve it: by injection, eye
 * drops, on broken skin, by tube, suppository, nebuliser (ST22, CA26). */
gboolean   tend_medicine_is_special    (TendRecord    *medication);

G_END_DECLS
