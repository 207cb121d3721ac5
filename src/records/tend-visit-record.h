/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* The record of a visit: written, then closed.  24 hours after the visit ended, or after
 * it was written down where that was later, its words and tasks stay as they are and
 * what is to be said is added with its date (domain.md 3).
 */

#define TEND_VISIT_OPEN_SECONDS (24 * 60 * 60)

/* When a visit's record closes; TEND_INSTANT_NONE while it is only planned. */
TendInstant tend_visit_closes_at           (TendRecord   *visit);
gboolean    tend_visit_is_closed           (TendRecord   *visit,
                                            TendInstant   now);
/* Whether @after says otherwise when a recorded visit was, or whether it was once it is
 * closed: correction_reason then has to say why. */
gboolean    tend_visit_is_correction       (TendRecord   *before,
                                            TendRecord   *after,
                                            TendInstant   now);
/* Adds a fault to "status" where a visit is done that at @now is still to come. */
void        tend_visit_check_done          (TendRecord   *visit,
                                            TendInstant   now,
                                            TendFaults   *faults);
/**
 * tend_visit_write_up:
 * @tasks: (nullable) (element-type TendRecord): as for tend_visit_save()
 *
 * Saves what was recorded of a visit, and when.  What it was is kept in first_start
 * and first_end when the times of a recorded visit change, and correction_reason has to
 * say why: TEND_ERROR_INVALID otherwise, as for another status once it is closed.
 * TEND_ERROR_STOPPED for new words in a closed record.
 */
gboolean    tend_visit_write_up            (TendVault    *vault,
                                            TendRecord   *visit,
                                            GPtrArray    *tasks,
                                            TendInstant   now,
                                            GError      **error);
/* Adds @text to a stored visit's record, dated @now. */
gboolean    tend_visit_add                 (TendVault    *vault,
                                            TendRecord   *visit,
                                            const char   *text,
                                            TendInstant   now,
                                            GError      **error);
/* Of the money handled: given, less what was spent and given back; 0 when it adds up or
 * none was given. */
gint64      tend_visit_money_missing_pence (TendRecord   *visit);

G_END_DECLS
