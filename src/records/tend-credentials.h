/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Certificates, policies of insurance, courses: what one credential is worth, whoever asks. */

/* Whether @subject, a word of `covers`, is ticked; where nothing is, whether the title
 * speaks of it (data/figures/training.ini). */
gboolean tend_credential_covers   (TendRecord *credential,
                                   const char *subject);
/* The number in its level, else after "level" in its title: 2 for "Level 2"; 0 for none. */
int      tend_credential_level    (TendRecord *credential);
/* Of a DBS certificate: whether its level, else its title, says that it is an enhanced one; of a
 * word of the CQC whether its level says that the carer is registered.  Both by
 * data/figures/papers.ini. */
gboolean tend_credential_is_enhanced (TendRecord *dbs);
gboolean tend_credential_is_registered (TendRecord *cqc);
/**
 * tend_credential_last_day:
 *
 * Its own last day; else what is customary for its kind: a course by its shortest interval
 * in data/figures/training.ini, an MOT, the ICO fee or a policy a year, to the day before
 * the anniversary.  A DBS certificate has none of its own: each scheme has its clock.
 *
 * Returns: TEND_DATE_NONE when it does not end; both days are good ones
 */
TendDate tend_credential_last_day (TendRecord *credential);
/* Whether it has begun and not ended on @on. */
gboolean tend_credential_is_current (TendRecord *credential,
                                   TendDate    on);
/* A policy that a claim about care could be made on. */
gboolean tend_credential_is_insurance (TendRecord *credential);

G_END_DECLS
