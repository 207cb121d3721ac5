/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that read the chart share. */

#pragma once

#include "tend-mar.h"

G_BEGIN_DECLS

/* The number of the paper that is in use on @last; 0 with an error. */
int tend_mar_chart_version (TendVault   *vault,
                            TendRecord  *client,
                            TendDate     last,
                            GError     **error);

/* (element-type TendDueDose): the doses of it that are due at that very moment: two where the
 * clocks going forward put two times on one. */
GArray *tend_mar_due_at (TendMedicine *medicine,
                         TendInstant   due_at);

/* SQL: mar_entries in the order that the doses were first written down in; a correction has
 * the place of what it corrects.  Those that do not say when they were written are last. */
#define TEND_MAR_BY_WRITING \
  "coalesce (CASE WHEN supersedes IS NULL THEN written_at ELSE" \
  " (WITH RECURSIVE earlier (supersedes, written_at) AS" \
  "  (SELECT e.supersedes, e.written_at FROM mar_entries AS e" \
  "   WHERE e.id = mar_entries.supersedes" \
  "   UNION SELECT e.supersedes, e.written_at FROM earlier" \
  "   JOIN mar_entries AS e ON e.id = earlier.supersedes)" \
  "  SELECT written_at FROM earlier WHERE supersedes IS NULL) END, 9223372036854775807), id"

G_END_DECLS
