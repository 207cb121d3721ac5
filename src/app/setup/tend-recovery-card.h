/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendRecoveryCard:
 *
 * A recovery key, group by group, with the three ways to keep it: print its
 * sheet, save that to a memory stick, or have it read out group by group while
 * one writes it down.
 */
#define TEND_TYPE_RECOVERY_CARD (tend_recovery_card_get_type ())
G_DECLARE_FINAL_TYPE (TendRecoveryCard, tend_recovery_card, TEND, RECOVERY_CARD, AdwBin)

/* @key: copied; NULL wipes the copy
 * @owner: (nullable): for the sheet */
void     tend_recovery_card_set    (TendRecoveryCard *self,
                                    const char       *key,
                                    const char       *owner,
                                    TendDate          made_on);

/**
 * TendRecoveryCheck:
 *
 * Asks for two groups of a recovery key back, so that a sheet which was never
 * written is noticed in time.  Names the group that is different.
 */
#define TEND_TYPE_RECOVERY_CHECK (tend_recovery_check_get_type ())
G_DECLARE_FINAL_TYPE (TendRecoveryCheck, tend_recovery_check, TEND, RECOVERY_CHECK,
                      AdwPreferencesGroup)

/* Picks two groups to ask for. */
void     tend_recovery_check_set   (TendRecoveryCheck *self,
                                    const char        *key);
/* Whether both are right; else says which is not, and moves the focus there. */
gboolean tend_recovery_check_check (TendRecoveryCheck *self);

G_END_DECLS
