/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-undo.h"
#include "tend-visits.h"

G_BEGIN_DECLS

/* "This and later ones": changes of a repeating visit from one day on, as plain
 * functions for the worker.  Visits of it that had been changed by themselves
 * stay as they are, and stay the ones for their days.  Each returns how to take
 * it back (transfer full); %NULL on error.
 */

/* @visit: the first of those to be moved */
TendUndo *tend_pattern_edit_plan   (TendVault    *vault,
                                    TendRecord   *visit,
                                    TendInstant   start,
                                    TendInstant   end,
                                    GError      **error);
/* Another repeating visit like @visit's, weekly on the day of @start. */
TendUndo *tend_pattern_edit_copy   (TendVault    *vault,
                                    TendRecord   *visit,
                                    TendInstant   start,
                                    TendInstant   end,
                                    GError      **error);
/* Ends it the day before @visit's. */
TendUndo *tend_pattern_edit_cancel (TendVault    *vault,
                                    TendRecord   *visit,
                                    GError      **error);
/**
 * tend_pattern_edit_change:
 * @changes: the stored repeating visit, with new values
 * @from: the first day for which they count
 */
TendUndo *tend_pattern_edit_change (TendVault    *vault,
                                    TendRecord   *changes,
                                    TendDate      from,
                                    GError      **error);

/**
 * tend_pattern_edit_describe:
 * @copy: for tend_pattern_edit_copy(), else for tend_pattern_edit_plan()
 *
 * Returns: (nullable) (transfer full): "Every week on Monday, 09:00–09:30, from
 *   2 June 2026"; %NULL without an error when it cannot be done to all of them
 */
char     *tend_pattern_edit_describe (TendVault    *vault,
                                      const char   *visit,
                                      TendInstant   start,
                                      TendInstant   end,
                                      gboolean      copy,
                                      GError      **error);

/**
 * tend_pattern_edit_rule:
 * @date: the day in the pattern that is moved
 * @new_date: the day it is moved to
 *
 * The rule of @pattern with the weekday of @date turned into that of @new_date:
 * what "this and later ones" means for a move to another day.
 *
 * Returns: (nullable) (transfer full): %NULL when that cannot be said: the rule is
 *   not weekly, the new day is in another week, or it already has that weekday
 */
char     *tend_pattern_edit_rule   (TendRecord   *pattern,
                                    TendDate      date,
                                    TendDate      new_date);

G_END_DECLS
