/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Whom a council has for adults at risk: dated figures of data/figures, and what the
 * carer has found and entered, which takes their place. */
typedef struct
{
  char     *scheme;       /* "staffordshire"; "" for a carer in none */
  char     *council;      /* "" for a carer in none */
  char     *phone;        /* NULL: still to be found */
  char     *out_of_hours; /* NULL: still to be found */
  char     *source;       /* (nullable): where ours was looked for; NULL for the carer's own */
  TendDate  checked_on;   /* TEND_DATE_NONE: never */
} TendSafeguardingTeam;

void       tend_safeguarding_team_free   (TendSafeguardingTeam *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendSafeguardingTeam, tend_safeguarding_team_free)

/* Those of the schemes that @client (nullable) is supported under, else of all the carer's;
 * before them that of @scheme (nullable), which the carer need not be in; where there is none at
 * all, one without a name.
 * Returns: (element-type TendSafeguardingTeam) */
GPtrArray *tend_safeguarding_teams       (TendVault            *vault,
                                          const char           *client,
                                          const char           *scheme,
                                          GError              **error);
/* Whether @text, "" included, may be a telephone number: digits, and what people put
 * between them. */
gboolean   tend_safeguarding_is_number   (const char           *text);
/* Keeps what the carer has found.  @phone, @out_of_hours: (nullable).  Without either,
 * ours count again. */
gboolean   tend_safeguarding_team_keep   (TendVault            *vault,
                                          const char           *scheme,
                                          const char           *phone,
                                          const char           *out_of_hours,
                                          TendDate              checked_on,
                                          GError              **error);

G_END_DECLS
