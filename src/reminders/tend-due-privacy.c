/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-privacy-log.h"
#include "tend-retention.h"

#include <glib/gi18n-lib.h>

static char *
subject_of (TendRecord *record)
{
  return g_strconcat (tend_record_get_kind (record)->name, "/", tend_record_get_id (record), NULL);
}

static gboolean
add_breaches (TendDueQuery  *query,
              GError       **error)
{
  g_autoptr(GPtrArray) breaches = tend_breaches_list (query->vault, error);

  for (guint i = 0; breaches != NULL && i < breaches->len; i++)
    {
      TendRecord *breach = breaches->pdata[i];
      TendBreachStep next = tend_breach_step (breach);
      TendInstant aware = tend_record_get_int (breach, "aware_at");
      TendInstant due = tend_breach_due (aware);
      g_autofree char *day = tend_date_format (tend_time_date (due), TEND_DATE_DAY);
      g_autofree char *clock = tend_clock_format (tend_time_clock (due));

      if (next == TEND_BREACH_TELL_PEOPLE)
        _tend_due_add (query, "people_told", NULL, subject_of (breach), NULL,
                       tend_time_date (aware),
                       g_strdup (_("Tell the people whose information it was")),
                       g_strdup (_("It could do them serious harm: as soon as you can.")));
      else if (next <= TEND_BREACH_TELL_ICO)
        _tend_due_add (query, "data_breach", NULL, subject_of (breach), NULL, tend_time_date (due),
                       g_strdup (next == TEND_BREACH_DECIDE
                                 ? _("Decide whether the ICO must hear of a data breach")
                                 : _("Tell the ICO about a data breach")),
                       g_strdup_printf (_("By %s, %s: 72 hours after you noticed."), day, clock));
    }

  return breaches != NULL;
}

/* Those who wait are first, and those the carer waits for have no day. */
static gboolean
add_requests (TendDueQuery  *query,
              GError       **error)
{
  g_autoptr(GPtrArray) rows = tend_requests_list (query->vault, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TendRequestRow *row = rows->pdata[i];
      g_autofree char *day = tend_date_format (row->due, TEND_DATE_LONG);

      if (!tend_request_is_open (row->request))
        break;
      if (row->due == TEND_DATE_NONE)
        continue;

      _tend_due_add (query, "information_request", NULL, subject_of (row->request),
                     tend_record_get_text (row->request, "client"), row->due,
                     g_strdup_printf (_("Answer %s"),
                                      tend_record_get_text (row->request, "asked_by")),
                     g_strdup_printf (_("They asked for information: by %s."), day));
    }

  return rows != NULL;
}

static gboolean
add_complaints (TendDueQuery  *query,
                GError       **error)
{
  g_autoptr(GPtrArray) rows = tend_data_complaints_list (query->vault, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TendComplaintRow *row = rows->pdata[i];
      g_autofree char *day = tend_date_format (row->due, TEND_DATE_LONG);

      if (row->step != TEND_COMPLAINT_ACKNOWLEDGE)
        break;

      _tend_due_add (query, "data_complaint", NULL, subject_of (row->complaint),
                     tend_record_get_text (row->complaint, "client"), row->due,
                     g_strdup (_("Say that a complaint about information has come")),
                     g_strdup_printf (_("By %s: 30 days after it came."), day));
    }

  return rows != NULL;
}

/* One matter for all of them: the list shows each. */
static gboolean
add_kept (TendDueQuery  *query,
          GError       **error)
{
  g_autoptr(GPtrArray) list = tend_kept_list (query->vault, query->on, error);
  const TendKept *first = NULL;
  guint n = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (tend_kept_is_due (list->pdata[i], query->on))
      {
        first = first != NULL ? first : list->pdata[i];
        n++;
      }

  if (n > 0)
    _tend_due_add (query, "retention", NULL, g_strconcat ("client/", first->client, NULL),
                   first->client, first->until + 1, NULL,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                 "The time of %u is over: you decide what is done.",
                                                 "The time of %u is over: you decide what is done.",
                                                 n), n));
  return list != NULL;
}

gboolean
_tend_due_add_privacy (TendDueQuery  *query,
                       GError       **error)
{
  return add_breaches (query, error) && add_requests (query, error) &&
         add_complaints (query, error) && add_kept (query, error);
}
