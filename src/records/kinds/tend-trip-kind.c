/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "home_to_client", N_("Home to a client") }, { "between_clients", N_("Between clients") },
  { "with_client", N_("Out with a client") }, { "client_to_home", N_("A client to home") },
  { "training", N_("Training") }, { "errand", N_("Errand for a client") },
  { "other_business", N_("Other business") }, { "private", N_("Private") }, { NULL }
};

static const TendField fields[] = {
  { "date", TEND_FIELD_DATE, N_("Date"), TEND_FIELD_REQUIRED },
  { "kind", TEND_FIELD_CHOICE, N_("Kind of journey"), TEND_FIELD_REQUIRED, kinds,
    .standard = "between_clients" },
  { "from", TEND_FIELD_TEXT, N_("From"), TEND_FIELD_SEARCHED },
  { "to", TEND_FIELD_TEXT, N_("To"), TEND_FIELD_SEARCHED },
  { "purpose", TEND_FIELD_TEXT, N_("What for"), TEND_FIELD_SEARCHED },
  { "miles_tenths", TEND_FIELD_TENTHS, N_("Miles"), TEND_FIELD_REQUIRED, .minimum = 1,
    .maximum = 9999999 },
  { "vehicle", TEND_FIELD_REFERENCE, N_("Vehicle"), 0, .refers_to = "vehicle" },
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "visit", TEND_FIELD_REFERENCE, N_("Visit"), 0, .refers_to = "visit" },
  { "chargeable", TEND_FIELD_BOOLEAN, N_("Charge the client") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  if (tend_record_get_int (record, "chargeable") && !tend_record_is_set (record, "client"))
    tend_faults_add (faults, "client", _("Say which client these miles are charged to."));
}

const TendKind tend_trip_kind = { "trip", "trips", N_("Journey"), fields, .check = check };
