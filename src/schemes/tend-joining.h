/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/**
 * tend_joining_before:
 * @credentials: (element-type TendRecord): all the carer keeps
 * @returns: (element-type TendRecord): the quarterly returns
 * @scheme: the id of one that the carer is in
 *
 * Whether the carer was in @scheme by @on.  The first paper that was signed or read for the
 * scheme itself tells when they joined: its standards, its rules of conduct, the declaration to
 * it.  A return for an earlier quarter tells that they were there before that paper.
 *
 * Returns: %TRUE as well where nothing says when they joined
 */
gboolean tend_joining_before (GPtrArray  *credentials,
                              GPtrArray  *returns,
                              const char *scheme,
                              TendDate    on);

G_END_DECLS
