/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* The record of what happened, an incident or a body map: written, then closed, by the
 * rule of a visit's.  A day after it happened, or after it was written down where that
 * was later, its words and marks stay as they are, and what is to be said is added with
 * its date.  What is to follow, who was told and what came of it go on.
 */

/* TEND_INSTANT_NONE for kinds that do not close, and for what is not stored yet. */
TendInstant tend_care_closes_at     (TendRecord   *record);
gboolean    tend_care_is_closed     (TendRecord   *record,
                                     TendInstant   now);
/* Why a record cannot be closed as it is, or %NULL: an incident needs its outcome. */
const char *tend_care_closing_fault (TendRecord   *record);

/**
 * tend_care_write_up:
 * @lines: (element-type TendRecord): as for tend_care_save()
 *
 * Saves a record of any kind with its lines.  One that closes gets the time it was
 * written at, and the time of its last change until then; TEND_ERROR_STOPPED for new
 * words or marks once it is closed, TEND_ERROR_INVALID for an incident that is settled
 * now and does not say what came of it.
 */
gboolean    tend_care_write_up      (TendVault    *vault,
                                     TendRecord   *record,
                                     GPtrArray    *lines,
                                     TendInstant   now,
                                     GError      **error);

/* (transfer full): an addendum to @record, which is stored, dated @now and not saved;
 * and to save it, behind those that are there. */
TendRecord *tend_care_addendum_new  (TendRecord   *record,
                                     TendInstant   now);
gboolean    tend_care_add           (TendVault    *vault,
                                     TendRecord   *addendum,
                                     GError      **error);

G_END_DECLS
