/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/* What the programs that measure share: times in milliseconds, and lines of run.sh's table. */

/* Says why on standard error, and ends. */
void       measure_fail       (GError         *error) G_GNUC_NORETURN;
double     measure_now        (void);
/* (transfer full): empty, for measure_note(). */
GArray    *measure_times_new  (void);
/* Adds what has passed since @begun. */
void       measure_note       (GArray         *times,
                               double          begun);
/* The time that so many per cent of them stay within (nearest rank). */
double     measure_percentile (GArray         *times,
                               double          percent);
/* @limit: 0 for none */
void       measure_report     (const char     *what,
                               double          measured,
                               double          limit,
                               const char     *unit);
/* The vault that make-load or measure-mar left in @folder.  @tell: a line for each step. */
TendVault *measure_open       (const char     *folder,
                               TendVaultFlags  flags,
                               gboolean        tell);

G_END_DECLS
