/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* The groups of data/figures/retention.ini. */
static const TendChoice keepings[] = {
  { "care", N_("Care record") }, { "enquiry", N_("Enquiry that came to nothing") },
  { "tax", N_("Invoices, payments and miles") }, { "claims", N_("In case of a claim") },
  { "cambridgeshire", N_("Cambridgeshire’s memorandum") }, { NULL }
};

/* The carer's own period, for everybody or for one person, in place of the figure. */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "keeping", TEND_FIELD_CHOICE, N_("What is kept"), TEND_FIELD_REQUIRED, keepings,
    .standard = "care" },
  { "years", TEND_FIELD_INTEGER, N_("Years"), TEND_FIELD_REQUIRED, .minimum = 1, .maximum = 100 },
  { "decided_on", TEND_FIELD_DATE, N_("Decided on"), TEND_FIELD_REQUIRED },
  { "reason", TEND_FIELD_NOTE, N_("Why"), TEND_FIELD_REQUIRED },
  { NULL }
};

const TendKind tend_retention_period_kind = {
  "retention_period", "retention_periods", N_("How long records are kept"), fields
};
