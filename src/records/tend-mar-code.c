/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-code.h"

#include <glib/gi18n-lib.h>

/* No letter means two things, and none is A, M or P, which other charts use in ways that
 * contradict each other.  A dose that was given has the giver's initials.
 */
const TendChoice tend_mar_code_choices[] = {
  { "R", N_("Declined") },
  { "N", N_("Nausea or vomiting") },
  { "H", N_("In hospital") },
  { "L", N_("Away or on leave") },
  { "S", N_("Asleep") },
  { "NR", N_("Offered, not needed (PRN)") },
  { "D", N_("Dropped or spoilt, and destroyed") },
  { "U", N_("Not available") },
  { "W", N_("Withheld on professional advice") },
  { "V", N_("Given by family or another carer") },
  { "Q", N_("Not asked for") },
  { "T", N_("Took it themselves") },
  { "PL", N_("Put ready, not seen taken") },
  { "O", N_("Other: see the note") },
  { NULL }
};

static const struct
{
  const char  *code;
  TendOutcome  outcomes;
  gboolean     needs_note;
  gboolean     uses_stock;
} codes[] = {
  { "R", TEND_OUTCOME_DECLINED, TRUE, FALSE },
  { "N", TEND_OUTCOME_OMITTED | TEND_OUTCOME_PART | TEND_OUTCOME_DECLINED, FALSE, FALSE },
  { "H", TEND_OUTCOME_OMITTED, FALSE, FALSE },
  { "L", TEND_OUTCOME_OMITTED, FALSE, FALSE },
  { "S", TEND_OUTCOME_OMITTED, FALSE, FALSE },
  { "NR", TEND_OUTCOME_OMITTED | TEND_OUTCOME_DECLINED, FALSE, FALSE },
  { "D", TEND_OUTCOME_OMITTED | TEND_OUTCOME_PART, TRUE, TRUE },
  { "U", TEND_OUTCOME_OMITTED, TRUE, FALSE },
  { "W", TEND_OUTCOME_OMITTED, TRUE, FALSE },
  { "V", TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART, FALSE, FALSE },
  { "Q", TEND_OUTCOME_OMITTED, FALSE, FALSE },
  { "T", TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART, FALSE, FALSE },
  { "PL", TEND_OUTCOME_OMITTED, FALSE, TRUE },
  { "O", TEND_OUTCOME_OMITTED | TEND_OUTCOME_PART | TEND_OUTCOME_DECLINED | TEND_OUTCOME_TAKEN,
    TRUE, FALSE },
};

static const struct
{
  const char  *name;
  TendOutcome  outcome;
} outcomes[] = {
  { "taken", TEND_OUTCOME_TAKEN }, { "part", TEND_OUTCOME_PART },
  { "declined", TEND_OUTCOME_DECLINED }, { "omitted", TEND_OUTCOME_OMITTED },
};

TendOutcome
tend_outcome_parse (const char *outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_strcmp0 (outcomes[i].name, outcome) == 0)
      return outcomes[i].outcome;

  return 0;
}

const char *
tend_outcome_name (TendOutcome outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i].outcome == outcome)
      return outcomes[i].name;

  g_return_val_if_reached (NULL);
}

TendOutcome
tend_mar_code_outcomes (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i].code, code) == 0)
      return codes[i].outcomes;

  return 0;
}

gboolean
tend_mar_code_needs_note (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i].code, code) == 0)
      return codes[i].needs_note;

  return FALSE;
}

gboolean
tend_mar_code_uses_stock (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i].code, code) == 0)
      return codes[i].uses_stock;

  return FALSE;
}
