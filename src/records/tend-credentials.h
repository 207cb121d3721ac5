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

/* One after another: everybody who asks which one counts asks here. */

/**
 * tend_credential_is_renewed:
 * @all: (element-type TendRecord): every credential
 *
 * Returns: whether one that had begun by @on has taken its place: one that says so, or a later
 *   one of the same; while it is good itself, only by one that is as good
 */
gboolean    tend_credential_is_renewed (TendRecord *credential,
                                        GPtrArray  *all,
                                        TendDate    on);
/**
 * tend_credentials_in_force:
 * @fit: (element-type TendRecord): those that would do
 * @last_day: (out): TEND_DATE_NONE when it does not end
 *
 * The one that lasts longest of those that have begun by @on; @last_day follows it into
 * whatever begins by the day after, so that a renewal bought early counts and a gap does not.
 *
 * Returns: (transfer none) (nullable)
 */
TendRecord *tend_credentials_in_force  (GPtrArray  *fit,
                                        TendDate    on,
                                        TendDate   *last_day);
/* Its last day, followed in the same way into those of @all that renew it. */
TendDate    tend_credential_good_until (TendRecord *credential,
                                        GPtrArray  *all,
                                        TendDate    on);

/* Days on which none was in force, from the first to the last of them. */
typedef struct
{
  TendRecord *next; /* (transfer none): the one that begins the day after */
  TendDate    from;
  TendDate    to;
} TendCredentialGap;

/* (transfer full) (element-type TendCredentialGap): between those of @fit, by day; of one that
 * does not say when it began nothing can be said. */
GArray     *tend_credentials_gaps      (GPtrArray  *fit);

G_END_DECLS
