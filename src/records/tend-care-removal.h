/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"
#include "tend-time.h"

G_BEGIN_DECLS

/**
 * tend_care_remove:
 * @record: stored, of a person's care
 * @now: by the clock that the history goes by
 *
 * Removes a record that was made by mistake, with the lines in it; the history keeps
 * both.  TEND_ERROR_STOPPED, with a sentence that says why, for one that is to stay: what
 * happened, from a day after it was written down; what has been agreed or signed; and
 * what another record or a document belongs to.
 */
gboolean tend_care_remove (TendVault    *vault,
                           TendRecord   *record,
                           TendInstant   now,
                           GError      **error);

G_END_DECLS
