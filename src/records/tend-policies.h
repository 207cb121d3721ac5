/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Policies: a version holds from its day until the next one of its kind. */

/* Whether @policy is in force on @on; of @all (element-type TendRecord) the later version takes
 * the place of the one before.  What a carer called by a name of their own has versions of its
 * own. */
gboolean    tend_policy_is_in_force (TendRecord *policy,
                                GPtrArray   *all,
                                TendDate     on);
/* (transfer none) (nullable): the newest version of a kind among @all that is in force then. */
TendRecord *tend_policies_find (GPtrArray   *all,
                                const char  *kind,
                                TendDate     on);
/* The version of a kind in force on @on; %NULL without an error when there is none. */
TendRecord *tend_policy_on     (TendVault   *vault,
                                const char  *kind,
                                TendDate     on,
                                GError     **error);
/* (element-type TendRecord): those in force on @on, in the order of the kinds. */
GPtrArray  *tend_policies_on   (TendVault   *vault,
                                TendDate     on,
                                GError     **error);
/* (transfer full): the next version, unsaved, with the words of the one before, and to be
 * read through again after a year. */
TendRecord *tend_policy_draft  (TendVault   *vault,
                                const char  *kind,
                                TendDate     on,
                                GError     **error);
/* (transfer full): its own title, else what its kind is called; translated. */
char       *tend_policy_title  (TendRecord  *policy);

G_END_DECLS
