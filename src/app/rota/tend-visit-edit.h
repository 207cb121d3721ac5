/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-undo.h"
#include "tend-visits.h"

G_BEGIN_DECLS

/* What the rota and Today do to visits, as plain functions for the worker.  Each
 * is one change, and returns how to take it back (transfer full); %NULL on error.
 */

typedef enum
{
  TEND_SCOPE_ONE,   /* only this one: a stored visit */
  TEND_SCOPE_LATER, /* this and later ones of its repeating visit */
} TendVisitScope;

/**
 * tend_visit_edit_end:
 *
 * The end of a visit that starts at @new_start instead of @start and has the
 * same times of day otherwise: 22:00 to 07:00 stays that on the night the clocks
 * change.
 */
TendInstant tend_visit_edit_end    (TendInstant      start,
                                    TendInstant      end,
                                    TendInstant      new_start);

/* Minutes of the wall clock: a difference of two is what the hands say. */
gint64      tend_visit_edit_wall   (TendInstant      instant);

/* Plans a visit for other times.  The undo's subject is the visit to look at. */
TendUndo   *tend_visit_edit_plan   (TendVault       *vault,
                                    const char      *id,
                                    TendInstant      start,
                                    TendInstant      end,
                                    TendVisitScope   scope,
                                    GError         **error);
/* Plans another visit like it, with its tasks; LATER: one that repeats as it does. */
TendUndo   *tend_visit_edit_copy   (TendVault       *vault,
                                    const char      *id,
                                    TendInstant      start,
                                    TendInstant      end,
                                    TendVisitScope   scope,
                                    GError         **error);
/**
 * tend_visit_edit_cancel:
 * @reason: (nullable)
 * @at: when it was called off, for the agreement's notice
 * @charge: %FALSE: never charged, whatever the agreement says
 *
 * LATER ends the repeating visit the day before.
 */
TendUndo   *tend_visit_edit_cancel (TendVault       *vault,
                                    const char      *id,
                                    const char      *reason,
                                    TendInstant      at,
                                    gboolean         charge,
                                    TendVisitScope   scope,
                                    GError         **error);
/* Removes a planned visit that was put in by mistake: stored, of no repeating visit. */
TendUndo   *tend_visit_edit_remove (TendVault       *vault,
                                    const char      *id,
                                    GError         **error);
/* "Start now": the time, to the minute. */
TendUndo   *tend_visit_edit_start  (TendVault       *vault,
                                    const char      *id,
                                    TendInstant      now,
                                    GError         **error);
/* "Finished": done, at @now; without a start, at the planned times. */
TendUndo   *tend_visit_edit_finish (TendVault       *vault,
                                    const char      *id,
                                    TendInstant      now,
                                    GError         **error);

G_END_DECLS
