/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"
#include "tend-time.h"

G_BEGIN_DECLS

/**
 * TendDeath:
 *
 * What the death of a client changes: worked out first, so that it can be shown
 * before it is recorded, and undone as a whole.  Repeating visits end with the day,
 * planned visits after the moment are cancelled, agreements end without notice
 * (domain 1.1, ST12), medicines end, and nobody acts for the person any more: a power of
 * attorney and a deputyship end with a life.  What has been recorded stays.
 */
typedef struct
{
  GPtrArray *records;       /* TendRecord as it will be, the client first */
  guint      n_visits;      /* planned visits that are cancelled */
  guint      n_patterns;    /* repeating visits that end */
  guint      n_agreements;
  guint      n_authorities;
  guint      n_medicines;
} TendDeath;

/* @died_at: TEND_CLOCK_NONE where it is not known: then visits of the day stay */
TendDeath *tend_death_load      (TendVault   *vault,
                                 const char  *client,
                                 TendDate     died_on,
                                 TendClock    died_at,
                                 GError     **error);
void       tend_death_free      (TendDeath   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendDeath, tend_death_free)

gboolean   tend_death_record    (TendVault   *vault,
                                 TendDeath   *self,
                                 GError     **error);
/* For a death recorded by mistake: every record that it changed is as it was before,
 * but for what somebody has changed since. */
gboolean   tend_death_take_back (TendVault   *vault,
                                 const char  *client,
                                 GError     **error);

G_END_DECLS
