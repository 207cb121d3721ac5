/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-ics.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

static struct icaltimetype
time_of (TendInstant instant)
{
  return icaltime_from_timet_with_zone (instant, FALSE, icaltimezone_get_utc_timezone ());
}

static struct icaltimetype
day_of (TendDate date)
{
  struct icaltimetype time = icaltime_null_date ();

  tend_date_get (date, &time.year, &time.month, &time.day);
  return time;
}

static icalcomponent *
new_event (const char  *kind,
           const char  *id,
           const char  *summary,
           TendInstant  stamp)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = g_strdup_printf ("%s-%s@tend", kind, id);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (time_of (stamp)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));

  return event;
}

static icalcomponent *
visit_event (const TendVisit *visit,
             TendInstant      stamp)
{
  gboolean off = visit->status == TEND_VISIT_CANCELLED || visit->status == TEND_VISIT_MISSED;
  g_autofree char *summary = visit->service_name != NULL
                             ? g_strdup_printf ("%s, %s", visit->client_name, visit->service_name)
                             : g_strdup (visit->client_name);
  icalcomponent *event = new_event ("visit", visit->id, summary, stamp);

  icalcomponent_add_property (event, icalproperty_new_dtstart (time_of (tend_visit_start (visit))));
  icalcomponent_add_property (event, icalproperty_new_dtend (time_of (tend_visit_end (visit))));
  icalcomponent_add_property (event, icalproperty_new_status (off ? ICAL_STATUS_CANCELLED
                                                                  : ICAL_STATUS_CONFIRMED));
  return event;
}

static icalcomponent *
time_off_event (TendRecord  *time_off,
                TendInstant  stamp)
{
  const TendField *kind = tend_kind_field (tend_record_get_kind (time_off), "kind");
  const char *summary = tend_field_choice_label (kind, tend_record_get_text (time_off, "kind"));
  icalcomponent *event = new_event ("time-off", tend_record_get_id (time_off), summary, stamp);

  /* The end of a day's event is the day after. */
  icalcomponent_add_property (event, icalproperty_new_dtstart (
                                day_of (tend_record_get_int (time_off, "starts_on"))));
  icalcomponent_add_property (event, icalproperty_new_dtend (
                                day_of (tend_record_get_int (time_off, "ends_on") + 1)));
  return event;
}

char *
tend_ics_week (const TendWeek *week,
               TendInstant     stamp)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  char *raw, *text;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid ("-//Tend//Tend " TEND_VERSION "//EN"));

  for (guint i = 0; i < week->visits->len; i++)
    icalcomponent_add_component (calendar, visit_event (week->visits->pdata[i], stamp));
  for (guint i = 0; i < week->time_off->len; i++)
    icalcomponent_add_component (calendar, time_off_event (week->time_off->pdata[i], stamp));

  raw = icalcomponent_as_ical_string_r (calendar);
  text = g_strdup (raw);
  icalmemory_free_buffer (raw);
  icalcomponent_free (calendar);

  return text;
}
