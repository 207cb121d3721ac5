/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

/* Care plans.  A plan is written as a draft, agreed, and from then on stays as it is;
 * agreeing the next version replaces it.  On the day that a version is replaced, the
 * new one is in force.
 */

/* The version in force on @date; %NULL without an error when there is none. */
TendRecord *tend_care_plan_on    (TendVault    *vault,
                                  const char   *client,
                                  TendDate      date,
                                  GError      **error);
/* (element-type TendRecord): every version, the newest first. */
GPtrArray  *tend_care_plans      (TendVault    *vault,
                                  const char   *client,
                                  GError      **error);
/**
 * tend_care_plan_draft:
 * @lines: (out): copies of the outcomes and tasks of the version before
 *
 * The draft to work on: the one there is, else a new version with the words of the
 * last one, unsaved.
 */
TendRecord *tend_care_plan_draft (TendVault    *vault,
                                  const char   *client,
                                  GPtrArray   **lines,
                                  GError      **error);
/**
 * tend_care_plan_save:
 * @lines: (element-type TendRecord): its outcomes and tasks, each kind in its order;
 *   replaces those it had
 *
 * Saves a draft with its lines in one transaction.  TEND_ERROR_STOPPED for a plan
 * that was agreed.
 */
gboolean    tend_care_plan_save  (TendVault    *vault,
                                  TendRecord   *plan,
                                  GPtrArray    *lines,
                                  GError      **error);
/* (transfer full): what a stored plan does not say yet and cannot be agreed without, to be
 * read in a sentence: "what they need; a task at visits"; "" when nothing is missing. */
char       *tend_care_plan_missing (TendVault  *vault,
                                  TendRecord   *plan,
                                  GError      **error);
/**
 * tend_care_plan_agree:
 * @plan: a stored draft, whose agreed_on, agreed_by and authority are set
 * @today: agreement is not given ahead
 *
 * Makes the draft the agreed version and replaces the one before on that day, in one
 * transaction.  TEND_ERROR_STOPPED for a day in the future or before the agreement of
 * the version it replaces, for a plan that is no draft, and for one with something missing.
 */
gboolean    tend_care_plan_agree (TendVault    *vault,
                                  TendRecord   *plan,
                                  TendDate      today,
                                  GError      **error);
/**
 * tend_care_plan_tasks:
 * @service: (nullable): what the visit is for
 *
 * The tasks of the plan in force that belong to a visit that starts then: by part of
 * the day, weekday and service.  A task that names none of these belongs to every one.
 *
 * Returns: (element-type TendRecord): in the plan's order; empty without a plan
 */
GPtrArray  *tend_care_plan_tasks (TendVault    *vault,
                                  const char   *client,
                                  TendInstant   start,
                                  const char   *service,
                                  GError      **error);

G_END_DECLS
