/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar.h"

G_BEGIN_DECLS

/* A patch is looked for each day that it is worn (domain.md 2.2).  A look is a note on the entry
 * that put the patch on, with "patch" set: "on", or "off" where it had come off.
 */

gboolean    tend_mar_is_patch   (TendRecord   *medication);
/* (transfer full) (nullable): the entry in force that put on what is worn at the end of @date:
 * the last dose of this line that was taken.  NULL without an error for none. */
TendRecord *tend_mar_worn       (TendVault    *vault,
                                 TendRecord   *medication,
                                 TendDate      date,
                                 GError      **error);
/* Whether another patch was put on since: of this line, or of one that came in its place. */
gboolean    tend_mar_is_replaced (TendVault   *vault,
                                 TendRecord   *entry,
                                 gboolean     *replaced,
                                 GError      **error);
/* (element-type TendRecord) (transfer full): the looks at this line's patches that were written
 * from @from to @to, both inclusive, by time. */
GPtrArray  *tend_mar_looks      (TendVault    *vault,
                                 TendRecord   *medication,
                                 TendDate      from,
                                 TendDate      to,
                                 GError      **error);
/* Whether the last look among @notes of an entry, in their order, was on @date and found it on. */
gboolean    tend_mar_is_found_on (GPtrArray   *notes,
                                  TendDate     date);
/* Writes down that the patch of @entry is still on, with the carer's initials: once a day, unless
 * it has been found off since. */
gboolean    tend_mar_look       (TendVault    *vault,
                                 TendRecord   *entry,
                                 TendInstant   now,
                                 GError      **error);

/**
 * tend_mar_look_is_due:
 * @worn: (out) (transfer full) (nullable): what is to be looked for, where it is due
 *
 * Whether nobody has looked on the day that @chart is told up to: not on the day that a patch
 * was put on or is to be changed, nor after it had come off, nor where a change has been due
 * since that nobody wrote down, which has to be answered first.
 *
 * Returns: FALSE with @error set when it cannot be told
 */
gboolean    tend_mar_look_is_due (TendVault          *vault,
                                  const TendMarChart *chart,
                                  const TendMarLine  *line,
                                  TendRecord        **worn,
                                  GError            **error);

G_END_DECLS
