/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

const TendChoice tend_authority_choices[] = {
  { "self", N_("The person") }, { "attorney", N_("An attorney") }, { "deputy", N_("A deputy") },
  { "best_interests", N_("A best-interests decision") }, { "other", N_("Somebody else") }, { NULL }
};

const TendChoice tend_manner_choices[] = {
  { "spoken", N_("Spoken") }, { "written", N_("In writing") },
  { "gesture", N_("By a nod, a sign or going along") }, { "phone", N_("By telephone") },
  { "other", N_("Another way") }, { NULL }
};

const TendChoice tend_weekday_choices[] = {
  { "MO", N_("Monday") }, { "TU", N_("Tuesday") }, { "WE", N_("Wednesday") },
  { "TH", N_("Thursday") }, { "FR", N_("Friday") }, { "SA", N_("Saturday") },
  { "SU", N_("Sunday") }, { NULL }
};

const TendChoice tend_relation_choices[] = {
  { "self", N_("The person") }, { "family", N_("Family") }, { "friend", N_("Friend") },
  { "neighbour", N_("Neighbour") }, { "professional", N_("Professional") },
  { "supplier", N_("Supplier") }, { "other", N_("Somebody else") }, { NULL }
};
