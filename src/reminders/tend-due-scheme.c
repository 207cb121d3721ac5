/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-quarter.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HOUR (60 * 60)

/* Clients hear of a holiday so many days before it begins (ST13). */
#define TOLD_DAYS 14
/* The return of a quarter is due on this day of the month after it (CA23). */
#define RETURN_DAY 5
/* A request for a service is answered in so many hours (CA24). */
#define ANSWER_HOURS 8
#define URGENT_HOURS 3

static gboolean
is_in (TendDueQuery *query,
       const char   *scheme)
{
  const char *list = tend_record_get_text (query->provider, "schemes");
  g_auto(GStrv) schemes = g_strsplit (list != NULL ? list : "", "\n", 0);

  return g_strv_contains ((const char * const *) schemes, scheme);
}

static gboolean
was_sent (GPtrArray  *returns,
          const char *scheme,
          const char *quarter)
{
  for (guint i = 0; i < returns->len; i++)
    {
      TendRecord *record = returns->pdata[i];

      if (tend_record_is_set (record, "sent_on") &&
          g_strcmp0 (tend_record_get_text (record, "scheme"), scheme) == 0 &&
          g_strcmp0 (tend_record_get_text (record, "quarter"), quarter) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The quarter that goes on, and the one before it if there was work in it. */
static gboolean
add_returns (TendDueQuery  *query,
             GError       **error)
{
  const char *scheme = "cambridgeshire";
  TendQuarter now = tend_quarter_of (query->on);
  g_autoptr(GPtrArray) returns = NULL;

  if (!is_in (query, scheme))
    return TRUE;

  returns = tend_record_load_all (query->vault, &tend_quarterly_return_kind, error);
  for (TendQuarter quarter = now - 1; returns != NULL && quarter <= now; quarter++)
    {
      g_autofree char *name = tend_quarter_format (quarter);
      g_autoptr(GPtrArray) visits =
        tend_visits_between (query->vault, tend_quarter_start (quarter),
                             tend_quarter_end (quarter, FALSE), NULL, error);

      if (visits == NULL)
        return FALSE;
      if ((quarter < now && visits->len == 0) || was_sent (returns, scheme, name))
        continue;

      _tend_due_add (query, "quarterly_return", scheme,
                     g_strconcat ("quarterly_return/", name, NULL), NULL,
                     tend_quarter_due (quarter, RETURN_DAY), NULL, NULL);
    }

  return returns != NULL;
}

static gboolean
was_asked (GPtrArray  *requests,
           TendRecord *client,
           TendDate    from,
           TendDate    to)
{
  for (guint i = 0; i < requests->len; i++)
    {
      TendRecord *request = requests->pdata[i];
      TendDate asked = tend_record_get_int (request, "asked_on");

      if (asked >= from && asked <= to &&
          g_strcmp0 (tend_record_get_text (request, "client"), tend_record_get_id (client)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Everybody is asked once in each quarter (Local Help My Way FAQ). */
static gboolean
add_feedback (TendDueQuery  *query,
              GError       **error)
{
  TendQuarter now = tend_quarter_of (query->on);
  TendDate start = tend_quarter_start (now);
  TendDate end = tend_quarter_end (now, FALSE);
  g_autofree char *quarter = tend_quarter_format (now);
  g_autoptr(GPtrArray) clients = NULL;
  g_autoptr(GPtrArray) requests = NULL;
  guint n = 0;

  if (!is_in (query, "staffordshire"))
    return TRUE;

  clients = tend_clients_list (query->vault, "active", error);
  if (clients == NULL ||
      (requests = tend_record_load_all (query->vault, &tend_feedback_request_kind, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < clients->len; i++)
    n += !was_asked (requests, clients->pdata[i], start, end);
  if (n > 0)
    _tend_due_add (query, "feedback_request", "staffordshire",
                   g_strconcat ("feedback_request/", quarter, NULL), NULL, end, NULL,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "%u person has not been asked this quarter.",
                                                 "%u people have not been asked this quarter.", n),
                                    n));
  return TRUE;
}

/* Until the holiday begins; being unwell is told when it happens. */
static gboolean
add_time_off (TendDueQuery  *query,
              GError       **error)
{
  g_autoptr(GPtrArray) list = tend_record_load_all (query->vault, &tend_time_off_kind, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TendRecord *time_off = list->pdata[i];
      TendDate starts = tend_record_get_int (time_off, "starts_on");
      g_autofree char *day = tend_date_format (starts, TEND_DATE_LONG);

      if (starts >= query->on && !tend_record_is_set (time_off, "told") &&
          g_strcmp0 (tend_record_get_text (time_off, "kind"), "sick") != 0)
        _tend_due_add (query, "time_off_told", NULL,
                       g_strconcat ("time_off/", tend_record_get_id (time_off), NULL), NULL,
                       starts - TOLD_DAYS, NULL,
                       g_strdup_printf (_("You are away from %s. Tell people two weeks before."),
                                        day));
    }

  return list != NULL;
}

static gboolean
add_service_requests (TendDueQuery  *query,
                      GError       **error)
{
  g_autoptr(GPtrArray) list = tend_record_load_all (query->vault, &tend_service_request_kind,
                                                    error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TendRecord *request = list->pdata[i];
      gboolean urgent = tend_record_get_int (request, "urgent");
      TendInstant due = tend_record_get_int (request, "received_at") +
                        (urgent ? URGENT_HOURS : ANSWER_HOURS) * HOUR;
      g_autofree char *clock = tend_clock_format (tend_time_clock (due));
      g_autofree char *day = tend_date_format (tend_time_date (due), TEND_DATE_DAY);

      if (tend_record_is_set (request, "answered_at"))
        continue;

      _tend_due_add (query, "service_request", tend_record_get_text (request, "scheme"),
                     g_strconcat ("service_request/", tend_record_get_id (request), NULL), NULL,
                     tend_time_date (due), NULL,
                     urgent ? g_strdup_printf (_("By %s, %s: it is urgent, 3 hours."), day, clock)
                            : g_strdup_printf (_("By %s, %s: 8 hours after it came."), day, clock));
    }

  return list != NULL;
}

gboolean
_tend_due_add_scheme (TendDueQuery  *query,
                      GError       **error)
{
  return add_returns (query, error) && add_feedback (query, error) &&
         add_time_off (query, error) && add_service_requests (query, error);
}
