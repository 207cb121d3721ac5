/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* What was added to a record once it was closed: never changed, never removed.  Its own
 * words stay as they are; what corrects one of them says which, and why. */
#define TEND_ADDENDUM_FIELDS(parent, label, words) \
  { parent, TEND_FIELD_REFERENCE, label, TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, \
    .refers_to = parent }, \
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL }, \
  { "written_at", TEND_FIELD_INSTANT, N_("Added"), TEND_FIELD_REQUIRED }, \
  { "corrects", TEND_FIELD_CHOICE, N_("What it corrects"), 0, words }, \
  { "text", TEND_FIELD_NOTE, N_("What is added, or what it should have said"), \
    TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED }, \
  { "reason", TEND_FIELD_TEXT, N_("Why it is corrected") }, \
  { NULL }

/* For their kinds' check. */
void tend_addendum_check (TendRecord *addendum,
                          TendFaults *faults);

G_END_DECLS
