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
  char        *fact;     /* the same for whoever is not the carer, without what is to be done */
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
/* The same by the rules of @scheme alone, whether the carer is in it or not. */
GPtrArray *tend_medicine_missing_in    (TendVault     *vault,
                                        TendRecord    *medication,
                                        const char    *scheme,
                                        TendDate       date,
                                        GError       **error);
/* @lines: (element-type TendRecord): its times, with others among them.  Whether any dose
 * of it is the carer's to see to: one of its times, or as needed by their hand. */
gboolean   tend_medicine_is_mine       (TendRecord    *medication,
                                        GPtrArray     *lines);
/**
 * tend_medicine_missing_for_round:
 * @lines: (element-type TendRecord): its times, with others among them
 *
 * Returns: (element-type TendMissingPaper): the same for a line that is about to be saved.
 *   None for a line that is not the carer's or has ended before @date: what has been can
 *   always be written down.  What was missing already while the line as it is stored, or
 *   the line that it replaces, was on the round does not stop it: a changed dose has to be
 *   on the chart all the same.
 */
GPtrArray *tend_medicine_missing_for_round (TendVault *vault,
                                        TendRecord    *medication,
                                        GPtrArray     *lines,
                                        TendDate       date,
                                        GError       **error);
/* FALSE with TEND_ERROR_STOPPED, and all that is missing in its message, where any of that
 * stops it.  For whoever saves a line, in the same transaction - but for an import: only the
 * plan is held back, and what was exported, or copied from paper, has been (ST20).  A vault
 * that is given back its own export must not lose a medicine by it. */
gboolean   tend_medicine_check_round   (TendVault     *vault,
                                        TendRecord    *medication,
                                        GPtrArray     *lines,
                                        TendDate       date,
                                        GError       **error);
/* Whether a health professional has to train the carer and approve it: by injection, eye
 * drops, on broken skin, by tube, suppository, nebuliser (ST22, CA26). */
gboolean   tend_medicine_is_special    (TendRecord    *medication);

G_END_DECLS
