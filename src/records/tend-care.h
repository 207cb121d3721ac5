/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Small questions about the care record, and how its records with lines are saved. */

/**
 * tend_care_save:
 * @lines: (element-type TendRecord): what is nested in it, each kind in its order;
 *   replaces what it had, but for addenda, which stay
 *
 * Saves a record with its lines in one transaction.
 */
gboolean    tend_care_save                (TendVault       *vault,
                                           TendRecord      *record,
                                           GPtrArray       *lines,
                                           GError         **error);

/* The newest writing up to @date, of a kind that is written anew each time: about_me by
 * written_on, contingency_plan by updated_on.  %NULL without an error when there is none. */
TendRecord *tend_care_written_by          (TendVault       *vault,
                                           const TendKind  *kind,
                                           const char      *client,
                                           TendDate         date,
                                           GError         **error);
/* When a newer one took the place of @record, which is of such a kind; @replaced is
 * TEND_DATE_NONE where on @date it was still the newest. */
gboolean    tend_care_replaced_on         (TendVault       *vault,
                                           TendRecord      *record,
                                           TendDate         date,
                                           TendDate        *replaced,
                                           GError         **error);
/* Whether the person asked for large print, by the newest About me up to @date. */
gboolean    tend_care_reads_large         (TendVault       *vault,
                                           const char      *client,
                                           TendDate         date,
                                           gboolean        *large,
                                           GError         **error);

/* Whether it was given by @date and has not ended; on the day it is withdrawn it counts
 * no more.  A refusal is never in force. */
gboolean    tend_consent_is_in_force      (TendRecord      *consent,
                                           TendDate         date);
/* (element-type TendRecord): the consents in force on @date, in the order they were given. */
GPtrArray  *tend_consents_on              (TendVault       *vault,
                                           const char      *client,
                                           TendDate         date,
                                           GError         **error);

/* Days from its coming until it was settled, or until @today. */
int         tend_feedback_days_open       (TendRecord      *feedback,
                                           TendDate         today);
/* (element-type TendRecord): complaints that are not settled, the oldest first. */
GPtrArray  *tend_feedback_open_complaints (TendVault       *vault,
                                           GError         **error);

/* (element-type TendRecord): incidents that name nobody they are about, the newest first. */
GPtrArray  *tend_incidents_about_nobody   (TendVault       *vault,
                                           GError         **error);

G_END_DECLS
