/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* What has come back signed.  It is known from the attachments alone: one says by its
 * `paper` what it is the signed copy of, and belongs to a person when it is kept with them
 * or with any record that is about them.  A copy counts whatever its date,
 * but a contract only for the agreement that holds: the one in force, else the next one.
 * Kept with an agreement, it is of that one.  Kept anywhere else it is of the one that
 * holds when there was none before it, or when it is dated (else was added) on the day on
 * which that one was signed (where that is not known, began) or later.
 */

/* How many papers the first-visit pack has: the first choices of `paper`. */
#define TEND_PACK_PAPERS 7
/* Some of them by their place among these. */
#define TEND_PACK_CONTRACT    0
#define TEND_PACK_PRIVACY     1
#define TEND_PACK_ABOUT_ME    2
#define TEND_PACK_MEDICINE    3
#define TEND_PACK_EQUIPMENT   4
#define TEND_PACK_CONTINGENCY 5

/* @today: the day on which the agreement holds
 * (element-type TendRecord): for each paper of the pack its newest signed copy, or %NULL. */
GPtrArray *tend_pack_signed        (TendVault   *vault,
                                    const char  *client,
                                    TendDate     today,
                                    GError     **error);
/* The day of a signed copy: its own, else that on which it was added; or TEND_DATE_NONE. */
TendDate   tend_signed_copy_day    (TendRecord  *document);
/* @today: the same
 * (element-type TendChoice) (transfer container): those papers of the pack, in its order, of
 * which there is no signed copy yet; a choice is static. */
GPtrArray *tend_pack_unsigned      (TendVault   *vault,
                                    const char  *client,
                                    TendDate     today,
                                    GError     **error);
/* (transfer full) (nullable): "Unsigned: two of seven"; %NULL for none. */
char      *tend_pack_unsigned_text (guint        n_unsigned);

G_END_DECLS
