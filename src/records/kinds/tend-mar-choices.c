/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-choices.h"

#include <glib/gi18n-lib.h>

/* The levels of domain.md 2.4; a medicine that the person manages alone is on no chart. */
const TendChoice tend_support_choices[] = {
  { "prompt", N_("Remind") }, { "assist", N_("Assist") }, { "administer", N_("Give") }, { NULL }
};

const TendChoice tend_supported_choices[] = {
  { "prompt", N_("Reminded") }, { "assist", N_("Assisted") }, { "administer", N_("Gave it") },
  { NULL }
};

const TendChoice tend_giver_choices[] = {
  { "me", N_("Me") }, { "person", N_("The person") }, { "family", N_("Family") },
  { "other", N_("Another provider") }, { NULL }
};
