/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendChips:
 *
 * A field with a few words to choose from, all on view: one press sets it, a
 * second takes it back.  For what is filled in many times a day, and for lists
 * of words of which several may be set.
 *
 * Signal: "changed".
 */
#define TEND_TYPE_CHIPS (tend_chips_get_type ())
G_DECLARE_FINAL_TYPE (TendChips, tend_chips, TEND, CHIPS, AdwPreferencesRow)

/* @field: a CHOICE of @record, or a LIST with choices, edited in place */
GtkWidget *tend_chips_new  (TendRecord *record,
                            const char *field);
/* Shows the record's value anew. */
void       tend_chips_show (TendChips  *self);

G_END_DECLS
