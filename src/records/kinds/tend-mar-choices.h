/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that several of the medicine records choose from. */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

extern const TendChoice tend_support_choices[]; /* how the carer helps with a dose */
extern const TendChoice tend_supported_choices[]; /* the same of one that has been taken */
extern const TendChoice tend_giver_choices[];   /* by whose hand it is taken */

G_END_DECLS
