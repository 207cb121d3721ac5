/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

G_BEGIN_DECLS

typedef enum { TEND_VISIT_PLANNED, TEND_VISIT_DONE, TEND_VISIT_CANCELLED,
               TEND_VISIT_MISSED } TendVisitStatus;

/**
 * TendVisit:
 *
 * A visit as screens and documents need it: stored, or an occurrence of a
 * repeating visit that has not been changed, recorded or billed.  The id of
 * such an occurrence is "PATTERN@DATE".
 */
typedef struct
{
  char            *id;
  char            *client;
  char            *client_name;
  char            *service;       /* nullable */
  char            *service_name;  /* nullable */
  char            *service_kind;  /* nullable */
  char            *pattern;       /* nullable */
  TendDate         pattern_date;
  TendInstant      planned_start;
  TendInstant      planned_end;
  TendInstant      actual_start;  /* TEND_INSTANT_NONE */
  TendInstant      actual_end;
  TendVisitStatus  status;
  char            *billing;       /* "full", "shared", "none" */
  TendInstant      cancelled_at;
  gboolean         stored;
  gboolean         has_note;
  gboolean         has_concern;
} TendVisit;

void         tend_visit_free       (TendVisit   *self);
TendVisit   *tend_visit_copy       (const TendVisit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendVisit, tend_visit_free)

/* Start and finish as they were, else as planned. */
TendInstant  tend_visit_start      (const TendVisit *self);
TendInstant  tend_visit_end        (const TendVisit *self);
const char  *tend_visit_status_name (TendVisitStatus status); /* "planned" */

/**
 * tend_visits_between:
 * @client: (nullable): one client's only
 *
 * Every visit that starts on a local day from @from to @to, both inclusive, and
 * those that began earlier and reach into @from.  Repeating visits are expanded;
 * not for a client who had ended or died by then, to the minute where that is known.
 *
 * Returns: (element-type TendVisit): by start, then id
 */
GPtrArray   *tend_visits_between   (TendVault   *vault,
                                    TendDate     from,
                                    TendDate     to,
                                    const char  *client,
                                    GError     **error);

/* The same for a question about what has happened: repeating visits are expanded up to
 * @planned_to alone (TEND_DATE_NONE: none is), so that one without an end costs nothing
 * for the years to come. */
GPtrArray   *tend_visits_recorded  (TendVault   *vault,
                                    TendDate     from,
                                    TendDate     to,
                                    TendDate     planned_to,
                                    const char  *client,
                                    GError     **error);

/* Splits "PATTERN@DATE" at its last @; FALSE for what does not look like it. */
gboolean     tend_visit_parse_id   (const char  *id,
                                    char       **pattern,
                                    TendDate    *date);
/* (transfer full): the id of a stored visit that has nothing to do with the repeating
 * visit @pattern but looks like a day of it, or NULL. */
char        *tend_visit_posing_as  (TendVault   *vault,
                                    const char  *pattern);

/* The visit record for an id, made from its pattern (with the pattern's tasks,
 * unsaved) for "PATTERN@DATE". */
TendRecord  *tend_visit_load       (TendVault   *vault,
                                    const char  *id,
                                    GError     **error);
/* (element-type TendRecord): its tasks; those of the pattern where it is not stored yet, and
 * while it is planned those of the care plan in force that day (unsaved), each once. */
GPtrArray   *tend_visit_tasks      (TendVault   *vault,
                                    TendRecord  *visit,
                                    GError     **error);
/**
 * tend_visit_save:
 * @tasks: (nullable) (element-type TendRecord): replaces its tasks
 *
 * Saves a visit made by tend_visit_load() or tend_record_new(), and its tasks,
 * in one transaction.  A billed visit's times, client and service are not
 * changed any more: TEND_ERROR_STOPPED.
 */
gboolean     tend_visit_save       (TendVault   *vault,
                                    TendRecord  *visit,
                                    GPtrArray   *tasks,
                                    const char  *reason,
                                    GError     **error);
/* (transfer full): the id of the one service that the client has had; for a new client of the
 * only one there is.  NULL where it is not that clear: what is charged hangs on it. */
char        *tend_visit_usual_service (TendVault *vault,
                                       const char *client);
/* Whether an invoice has a line for it that no credit note has taken back. */
gboolean     tend_visit_is_billed  (TendVault   *vault,
                                    const char  *visit);

/* Repeating visits.  "This one" is a stored visit; "this and later" ends the
 * pattern the day before and begins a new one. */

/* The pattern that starts on @date with @changes; the old one ends the day
 * before (or is removed when that was its first day and nothing came of it).
 * Stored visits on or after @date stay as they are. (transfer full) the new pattern */
TendRecord  *tend_pattern_change_from (TendVault   *vault,
                                       TendRecord  *pattern,
                                       TendDate     date,
                                       TendRecord  *changes,
                                       GError     **error);
/* Ends it with @last_day as its last day; planned stored visits after it are cancelled. */
gboolean     tend_pattern_end      (TendVault   *vault,
                                    TendRecord  *pattern,
                                    TendDate     last_day,
                                    GError     **error);

G_END_DECLS
