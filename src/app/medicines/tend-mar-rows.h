/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-round.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows about doses: of the place Medicines, of Today and of a visit. */

/* A person, with today's doses in words; connect to "activated". */
GtkWidget *tend_mar_person_row (TendMarPerson *person);
/* A person with doses that may be signed by now; opens the chart at the first of them.
 * NULL when there are none. */
GtkWidget *tend_mar_due_row    (TendMarPerson *person);
/* What is to be done about a medicine; opens the person's chart. */
GtkWidget *tend_mar_prompt_row (TendMarPerson *person,
                                TendMarPrompt *prompt);

G_END_DECLS
