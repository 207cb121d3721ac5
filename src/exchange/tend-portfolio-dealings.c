/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page on how the carer works says of what was told, offered, asked and sent. */

#include "tend-portfolio-business-private.h"

#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-quarter.h"
#include "tend-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
moment (TendBusinessPage *page,
        TendInstant       instant)
{
  g_autofree char *date = tend_date_format (tend_time_date (instant), TEND_DATE_LONG);
  g_autofree char *clock = tend_clock_format (tend_time_clock (instant));

  return tend_compose_take (page->self->texts, g_strdup_printf ("%s, %s", date, clock));
}

static gboolean
is_of_scheme (TendBusinessPage *page,
              TendRecord       *record)
{
  const char *scheme = tend_record_get_text (record, "scheme");

  return scheme == NULL || g_strcmp0 (scheme, page->self->scheme) == 0;
}

static gboolean
add_time_off (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) all = tend_business_records (page, &tend_time_off_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *off = all->pdata[i];
      TendDate told = tend_record_get_int (off, "told");
      g_autofree char *period = NULL;

      if (strcmp (tend_record_get_text (off, "kind"), "sick") == 0 ||
          tend_record_get_int (off, "ends_on") <= page->from)
        continue;
      period = tend_text_period (tend_record_get_int (off, "starts_on"),
                                 tend_record_get_int (off, "ends_on"));
      if (told != TEND_DATE_NONE && told <= page->self->on)
        /* Translators: some days off, and when people were told of them */
        tend_business_add (page, _("%s: told on %s"), period, tend_business_day (page, told));
      else
        tend_business_add (page, _("%s: not told yet"), period);
    }

  tend_business_end (page, _("Time off"), _("None"));
  return all != NULL;
}

/* What was given back was not kept: it must not read as if it had been looked after. */
static const char *
answer_to (TendRecord *gift)
{
  return g_strcmp0 (tend_record_get_text (gift, "answer"), "returned") == 0
           ? _("Not kept, given back") : tend_compose_choice (gift, "answer");
}

static gboolean
add_gifts (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) all = tend_business_records (page, &tend_gift_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *gift = all->pdata[i];

      if (tend_business_is_told (page, tend_record_get_int (gift, "offered_on")) &&
          tend_business_concerns (page, tend_record_get_text (gift, "client")))
        /* Translators: a date; what sort of thing was offered; what was done about it */
        tend_business_add (page, _("%s: %s: %s"),
                           tend_business_day (page, tend_record_get_int (gift, "offered_on")),
                           tend_compose_choice (gift, "kind"), answer_to (gift));
    }

  tend_business_end (page, _("Gifts, loans and valuables that were offered"), _("None"));
  return all != NULL;
}

static gboolean
add_requests (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) all = tend_business_records (page, &tend_service_request_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *request = all->pdata[i];
      TendInstant received = tend_record_get_int (request, "received_at");

      if (!is_of_scheme (page, request) || !tend_business_is_told (page, tend_time_date (received)))
        continue;
      if (tend_record_is_set (request, "answered_at"))
        tend_business_add (page, tend_record_get_int (request, "urgent")
                     ? _("Urgent, received %s, answered %s") : _("Received %s, answered %s"),
             moment (page, received),
             moment (page, tend_record_get_int (request, "answered_at")));
      else
        tend_business_add (page, tend_record_get_int (request, "urgent")
                     ? _("Urgent, received %s, not answered yet")
                     : _("Received %s, not answered yet"),
             moment (page, received));
    }

  tend_business_end (page, _("Requests from the council"), _("None"));
  return all != NULL;
}

static void
add_return (TendBusinessPage *page,
            TendRecord       *record)
{
  TendQuarter quarter = tend_quarter_parse (tend_record_get_text (record, "quarter"));
  g_autofree char *title = tend_quarter_title (quarter);
  int day = page->self->return_due_day;

  if (!tend_record_is_set (record, "sent_on"))
    tend_business_add (page, _("%s: prepared, not sent yet"), title);
  else if (day > 0)
    /* Translators: a quarter of a year; two dates */
    tend_business_add (page, _("%s: sent on %s, due on %s"), title,
                       tend_business_day (page, tend_record_get_int (record, "sent_on")),
                       tend_business_day (page, tend_quarter_due (quarter, day)));
  else
    tend_business_add (page, _("%s: sent on %s"), title,
                       tend_business_day (page, tend_record_get_int (record, "sent_on")));
}

static gboolean
add_returns (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) all = tend_business_records (page, &tend_quarterly_return_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_of_scheme (page, all->pdata[i]))
      add_return (page, all->pdata[i]);

  tend_business_end (page, _("Quarterly returns"), NULL);
  return all != NULL;
}

static gboolean
add_endings (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) all = tend_business_records (page, &tend_client_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *client = all->pdata[i];
      TendDate ended = tend_record_get_int (client, "ended_on");

      if (tend_record_get_int (client, "ended_without_notice") &&
          tend_business_is_told (page, ended) &&
          tend_business_concerns (page, tend_record_get_id (client)))
        tend_business_add (page, "%s: %s", tend_business_day (page, ended),
                           tend_record_is_set (client, "end_ground")
                             ? tend_compose_choice (client, "end_ground")
                             : _("no ground is written down"));
    }

  tend_business_end (page, _("Support that I ended without notice"), _("None"));
  return all != NULL;
}

/* Of the scheme itself; only a council that has a list may be left. */
static gboolean
add_leaving (TendBusinessPage *page)
{
  g_autoptr(GPtrArray) all = tend_business_records (page, &tend_credential_kind);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TendRecord *notice = all->pdata[i];
      TendDate given = tend_record_get_int (notice, "issued_on");

      if (strcmp (tend_record_get_text (notice, "kind"), "leaving") != 0 ||
          !is_of_scheme (page, notice) || given == TEND_DATE_NONE || given > page->self->on)
        continue;
      if (tend_record_is_set (notice, "expires_on"))
        tend_business_add (page, _("Notice given on %s, to leave on %s"),
                           tend_business_day (page, given),
                           tend_business_day (page, tend_record_get_int (notice, "expires_on")));
      else
        tend_business_add (page, _("Notice given on %s"), tend_business_day (page, given));
    }

  tend_business_end (page, _("Leaving the scheme"),
                     page->self->scheme_name != NULL ? _("I have given no notice") : NULL);
  return all != NULL;
}

gboolean
tend_business_add_dealings (TendBusinessPage *page)
{
  return add_time_off (page) && add_gifts (page) && add_requests (page) && add_returns (page) &&
         add_endings (page) && add_leaving (page);
}
