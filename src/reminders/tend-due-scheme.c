/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-request-clock.h"
#include "tend-scheme-return.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where no scheme of the carer's says anything else (ST13). */
#define TOLD_DAYS 14

/* The figure of @scheme, or @otherwise. */
static int
figure_of (TendDueQuery     *query,
           const TendScheme *scheme,
           const char       *name,
           int               otherwise)
{
  const TendSchemeFigure *figure =
    scheme != NULL ? tend_scheme_figure (scheme, name, query->on) : NULL;

  return figure != NULL ? (int) figure->value : otherwise;
}

/* The largest among the carer's schemes. */
static int
most_of (TendDueQuery *query,
         const char   *name,
         int           otherwise)
{
  int most = 0;

  for (guint i = 0; i < query->schemes->len; i++)
    most = MAX (most, figure_of (query, query->schemes->pdata[i], name, 0));

  return most > 0 ? most : otherwise;
}

typedef struct
{
  TendRecord *provider;
  GPtrArray  *credentials;
  GPtrArray  *returns;
} Returns;

static void
add_return (TendDueQuery     *query,
            const TendScheme *scheme,
            TendQuarter       quarter)
{
  g_autofree char *name = tend_quarter_format (quarter);

  _tend_due_add (query, "quarterly_return", tend_scheme_get_id (scheme),
                 g_strconcat ("quarterly_return/", name, NULL), NULL,
                 tend_quarter_due (quarter, figure_of (query, scheme, "return_due_day", 0)), NULL,
                 NULL);
}

/* Those that are owed, and the one for the quarter that goes on. */
static gboolean
add_returns_of (TendDueQuery      *query,
                const TendScheme  *scheme,
                const Returns     *kept,
                GError           **error)
{
  TendQuarter now = tend_quarter_of (query->on);
  g_autoptr(GArray) owed =
    tend_scheme_returns_owed (scheme, query->vault, kept->provider, kept->credentials,
                              kept->returns, query->on, error);
  gboolean told = FALSE;

  for (guint i = 0; owed != NULL && i < owed->len; i++)
    {
      add_return (query, scheme, g_array_index (owed, TendQuarter, i));
      told |= g_array_index (owed, TendQuarter, i) == now;
    }

  if (owed != NULL && !told &&
      !tend_scheme_return_was_sent (scheme, kept->returns, now, query->on) &&
      tend_scheme_return_joined (kept->credentials, kept->returns, tend_scheme_get_id (scheme),
                                 tend_quarter_end (now, 0)))
    add_return (query, scheme, now);

  return owed != NULL;
}

/* To each scheme that has a day for it (CA23). */
static gboolean
add_returns (TendDueQuery  *query,
             GError       **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (query->vault, error);
  g_autoptr(GPtrArray) returns =
    provider != NULL ? tend_record_load_all (query->vault, &tend_quarterly_return_kind, error)
                     : NULL;
  g_autoptr(GPtrArray) credentials =
    returns != NULL ? tend_record_load_all (query->vault, &tend_credential_kind, error) : NULL;
  Returns kept = { provider, credentials, returns };

  for (guint i = 0; credentials != NULL && i < query->schemes->len; i++)
    if (figure_of (query, query->schemes->pdata[i], "return_due_day", 0) > 0 &&
        !add_returns_of (query, query->schemes->pdata[i], &kept, error))
      return FALSE;

  return credentials != NULL;
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
  TendDate end = tend_quarter_end (now, 0);
  g_autofree char *quarter = tend_quarter_format (now);
  g_autoptr(GPtrArray) clients = NULL;
  g_autoptr(GPtrArray) requests = NULL;
  guint n = 0;

  if (tend_schemes_find (query->schemes, "staffordshire") == NULL)
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
  int before = most_of (query, "time_off_days", TOLD_DAYS);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TendRecord *time_off = list->pdata[i];
      TendDate starts = tend_record_get_int (time_off, "starts_on");
      g_autofree char *day = tend_date_format (starts, TEND_DATE_LONG);

      if (starts >= query->on && !tend_record_is_set (time_off, "told") &&
          g_strcmp0 (tend_record_get_text (time_off, "kind"), "sick") != 0)
        _tend_due_add (query, "time_off_told", NULL,
                       g_strconcat ("time_off/", tend_record_get_id (time_off), NULL), NULL,
                       starts - before, NULL,
                       g_strdup_printf (_("You are away from %s. Tell people %d days before."),
                                        day, before));
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
      TendInstant due = tend_service_request_due (query->schemes, request);
      g_autofree char *left = tend_service_request_left (due, query->now);

      if (tend_record_is_set (request, "answered_at"))
        continue;

      _tend_due_add (query, "service_request", tend_record_get_text (request, "scheme"),
                     g_strconcat ("service_request/", tend_record_get_id (request), NULL), NULL,
                     tend_time_date (due), NULL,
                     /* Translators: "Answer by 16:20, 2 h 5 min left" */
                     g_strdup_printf (tend_record_get_int (request, "urgent")
                                      ? _("%s. It is urgent.") : _("%s."), left));
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
