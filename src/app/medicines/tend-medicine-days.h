/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* On which days a medicine is due, as plain choices instead of the rule that the record
 * keeps.  A record of this kind is never stored: it is what the rows of a form are about.
 */
extern const TendKind tend_medicine_days_kind;

/* Makes @days say what @medication's pattern and cycle say; a rule that none of the choices
 * can say is kept as it is. */
void tend_medicine_days_read  (TendRecord *days,
                               TendRecord *medication);
/* The reverse.  What is not complete leaves @medication as it is. */
void tend_medicine_days_write (TendRecord *days,
                               TendRecord *medication);

/* (array zero-terminated=1): the fields of @days that its choice asks for. */
const char *const *tend_medicine_days_fields (TendRecord *days);

G_END_DECLS
