/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-check.h"

G_BEGIN_DECLS

/* A council's standard line by line, for whoever ticks it: what is asked, how it stands, and
 * where the evidence is.  A rule that is Tend's own advice is no line of it. */

typedef enum
{
  TEND_STANDARD_MET,
  TEND_STANDARD_NOT_ASKED, /* it is about nothing that there is */
  TEND_STANDARD_NOBODY,    /* it is about people, and there are none yet */
  TEND_STANDARD_NOTE,      /* it is met, and something is to be known */
  TEND_STANDARD_UNKNOWN,   /* the figure it goes by is over, and no newer one is known */
  TEND_STANDARD_SOON,
  TEND_STANDARD_NOT_MET,
  TEND_STANDARD_N_STATES
} TendStandardState;

typedef struct
{
  char              *rule;       /* "CA07" */
  char              *part;       /* (nullable): "complaints" */
  char              *asks;       /* translated, with its figures */
  char              *kept;       /* (nullable): how a rule is kept that has no evidence */
  GStrv              shown;      /* where that is: ids of what is in a portfolio */
  gboolean           unwritten;  /* of somebody it is not written down what would show it */
  TendStandardState  state;
  TendDate           read_on;    /* of conduct: the day it was read; TEND_DATE_NONE */
  TendDate           good_until; /* the first last good day of its papers; TEND_DATE_NONE */
  TendDate           look_by;    /* when a policy or the standards are read again */
  GPtrArray         *papers;     /* utf8: ids of the papers it was looked up in */
  GPtrArray         *findings;   /* TendFinding */
} TendStandardLine;

/* Translated: "Met", "Does not apply", "Nobody yet", "To note", "Not known", "Soon", "Not met". */
const char *tend_standard_state_title (TendStandardState   state);

/**
 * tend_standard:
 * @scheme: the id of one that the carer need not be in
 *
 * Returns: (element-type TendStandardLine): a line for each rule, in the profile's order;
 *   TEND_ERROR_NOT_FOUND for a scheme there is no file of
 */
GPtrArray  *tend_standard             (TendVault          *vault,
                                       const char         *scheme,
                                       TendDate            on,
                                       GError            **error);

/* One of the people that the carer supports, as the rules look at them. */
typedef struct
{
  TendRecord *client;
  gboolean    concerned;      /* helped under the scheme asked for; TRUE for none */
  gboolean    in_county;      /* lives in its county, as far as a postcode tells */
  TendRecord *plan;           /* (nullable): in force */
  TendRecord *agreement;      /* (nullable): in force, else the next to begin */
  char       *clauses;        /* (nullable): what the scheme asks a contract to speak of */
  char       *lacking;        /* (nullable): of that what the agreement does not */
  TendDate    first_visit;    /* TEND_DATE_NONE: there was none */
  TendDate    first_plan;     /* the day the first was agreed, and the first contract signed */
  TendDate    first_contract;
  gboolean    personal_care;
  gboolean    medicines;      /* the carer helps with some */
  GPtrArray  *special;        /* TendRecord: those that a health professional trains for */
  gboolean    mobility_aid;
} TendStandardPerson;

/**
 * tend_standard_people:
 * @scheme: (nullable): the id of one that the carer need not be in
 *
 * Returns: (element-type TendStandardPerson): those in care on that day, and about to be;
 *   TEND_ERROR_NOT_FOUND for a scheme there is no file of
 */
GPtrArray  *tend_standard_people      (TendVault          *vault,
                                       const char         *scheme,
                                       TendDate            on,
                                       GError            **error);

/**
 * tend_standard_prices:
 * @scheme: (nullable): likewise
 *
 * Returns: (element-type utf8 utf8): by the id of a rate what the scheme looks at such a price
 *   by, its cap or its guide: translated, with how long that holds
 */
GHashTable *tend_standard_prices      (TendVault          *vault,
                                       const char         *scheme,
                                       TendDate            on,
                                       GError            **error);

/**
 * tend_standard_concerned:
 * @scheme: (nullable): as above
 * @others: (out): whether there are clients that it is not about
 *
 * Returns: (element-type utf8) (transfer full): the ids of all clients, past ones too, that are
 *   or were helped under it; of all for no scheme
 */
GHashTable *tend_standard_concerned   (TendVault          *vault,
                                       const char         *scheme,
                                       TendDate            on,
                                       gboolean           *others,
                                       GError            **error);

G_END_DECLS
