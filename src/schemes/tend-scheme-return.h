/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-quarter.h"
#include "tend-scheme.h"

G_BEGIN_DECLS

/* The quarterly return that a scheme may want (CA23): whose it is, when a quarter ends, and
 * which are owed. */

/* How many quarters are looked back at: two years. */
#define TEND_SCHEME_RETURN_QUARTERS 8

/**
 * tend_scheme_return_last_day:
 * @provider: the carer, who chooses
 *
 * Returns: the last day of a month on which @self lets a quarter end (tend_quarter_end()), where
 *   the carer counts as its text does; 0 for the last that there is
 */
int      tend_scheme_return_last_day (const TendScheme *self,
                                      TendRecord       *provider,
                                      TendQuarter       quarter);
/**
 * tend_scheme_return_joined:
 * @credentials: (element-type TendRecord): all the carer keeps
 * @returns: (element-type TendRecord): the quarterly returns
 * @scheme: the id of one that the carer is in
 *
 * Whether the carer was in @scheme by @on.  The first paper that was signed or read for the
 * scheme itself tells when they joined: its standards, its rules of conduct, the declaration to
 * it.  A return for an earlier quarter tells that they were there before that paper; where no
 * paper tells, they joined with the first return.
 *
 * Returns: %TRUE as well where nothing says when they joined
 */
gboolean tend_scheme_return_joined   (GPtrArray        *credentials,
                                      GPtrArray        *returns,
                                      const char       *scheme,
                                      TendDate          on);
/* Whether one of @returns is that for @quarter, sent by @on. */
gboolean tend_scheme_return_was_sent (const TendScheme *self,
                                      GPtrArray        *returns,
                                      TendQuarter       quarter,
                                      TendDate          on);
/**
 * tend_scheme_returns_owed:
 *
 * Returns: (transfer full) (element-type TendQuarter): the quarters over by @on whose return was
 *   not sent to @self by then, the oldest first: those with work in them, of which the carer was
 *   in the scheme
 */
GArray  *tend_scheme_returns_owed    (const TendScheme *self,
                                      TendVault        *vault,
                                      TendRecord       *provider,
                                      GPtrArray        *credentials,
                                      GPtrArray        *returns,
                                      TendDate          on,
                                      GError          **error);

G_END_DECLS
