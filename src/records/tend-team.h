/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Who works in the business.  The carer is one of them, whether on the list or not. */

typedef struct
{
  guint  heads;
  gint64 shares;   /* of full time, in thousandths */
  gint64 minutes;  /* that all of them can work in a week; 0: nobody says */
} TendTeamSize;

/* Whether @member is the carer, by the name: upper case and blanks do not count. */
gboolean     tend_team_is_carer (TendRecord *member,
                                 TendRecord *provider);
/* Whether @member has begun and not left on @on. */
gboolean     tend_team_is_in    (TendRecord *member,
                                 TendDate    on);
/* Whether the one of @team whose id it is has left by @on.  @member: (nullable): the carer */
gboolean     tend_team_has_left (GPtrArray  *team,
                                 const char *member,
                                 TendDate    on);
/* @team: (element-type TendRecord): all members, of any day.  The carer alone counts for one; so
 * they do beside others where they are not on the list themselves. */
TendTeamSize tend_team_measure  (GPtrArray  *team,
                                 TendRecord *provider,
                                 TendDate    on);

G_END_DECLS
