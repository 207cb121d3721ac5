/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-portfolio-parts.h"
#include "tend-return-output.h"
#include "tend-scheme.h"

G_BEGIN_DECLS

/**
 * TendReturnGroup:
 *
 * A quarter's figures with the people behind them, for the return to a council or as an
 * impact summary; which quarter and for whom is chosen here.
 *
 * Signal: "chosen", when another quarter or scheme is wanted.
 */
#define TEND_TYPE_RETURN_GROUP (tend_return_group_get_type ())
G_DECLARE_FINAL_TYPE (TendReturnGroup, tend_return_group, TEND, RETURN_GROUP, AdwPreferencesGroup)

GtkWidget   *tend_return_group_new         (TendSession      *session);

/* What is wanted. */
TendQuarter  tend_return_group_get_quarter (TendReturnGroup  *self);
/* (nullable): everybody's figures */
const char  *tend_return_group_get_scheme  (TendReturnGroup  *self);

/* @schemes: TendScheme, those of the carer
 * @values: (transfer full)
 * @sent: (nullable): the record of it, where it was sent */
void         tend_return_group_show        (TendReturnGroup  *self,
                                            GPtrArray        *schemes,
                                            TendReturnValues *values,
                                            TendRecord       *sent);

G_END_DECLS
