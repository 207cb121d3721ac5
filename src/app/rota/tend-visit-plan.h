/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-undo.h"

G_BEGIN_DECLS

/**
 * TendVisitPlan:
 *
 * What the planning window asks for, for the worker.  Times, tasks and so on are
 * those of a pattern also when it is for one visit only.
 */
typedef struct
{
  TendRecord *pattern;
  gboolean    repeats;
  gboolean    second;  /* one visit, in the hour that comes twice: the second */
  TendDate    from;    /* changes of a stored pattern: the first day they count for */
} TendVisitPlan;

void           tend_visit_plan_free (TendVisitPlan  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendVisitPlan, tend_visit_plan_free)

/* The pattern of a visit, to be changed from its day on. */
TendVisitPlan *tend_visit_plan_load (TendVault      *vault,
                                     const char     *id,
                                     GError        **error);
/* (transfer full): its subject is the visit, or the first of those that repeat. */
TendUndo      *tend_visit_plan_save (TendVault      *vault,
                                     TendVisitPlan  *self,
                                     GError        **error);

G_END_DECLS
