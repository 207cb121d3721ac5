/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that several records choose from. */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

extern const TendChoice tend_authority_choices[]; /* on whose word */
extern const TendChoice tend_manner_choices[];    /* how somebody said it */
extern const TendChoice tend_relation_choices[];  /* who somebody is to the person */
extern const TendChoice tend_weekday_choices[];   /* "MO", as in a repeating visit's rule */

G_END_DECLS
