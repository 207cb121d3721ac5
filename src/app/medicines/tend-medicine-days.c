/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-days.h"

#include "tend-care-choices.h"
#include "tend-dose.h"
#include "tend-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TendChoice ways[] = {
  { "daily", N_("Every day") }, { "alternate", N_("Alternate days") },
  { "every_days", N_("Every so many days") }, { "weekdays", N_("Days of the week") },
  { "every_weeks", N_("Every so many weeks") }, { "month_day", N_("A day of the month") },
  { "hours", N_("Every so many hours") }, { "cycle", N_("So many days with, so many without") },
  { "rule", N_("By the rule it came with") }, { NULL }
};

/* The 29th to the 31st are not in every month, and a dose must not go missing. */
#define LAST_MONTH_DAY 28

static const TendField fields[] = {
  { "way", TEND_FIELD_CHOICE, N_("On which days"), TEND_FIELD_REQUIRED, ways,
    .standard = "daily" },
  { "days", TEND_FIELD_INTEGER, N_("Every how many days"), .minimum = 2, .maximum = 366 },
  { "weeks", TEND_FIELD_INTEGER, N_("Every how many weeks"), .minimum = 2, .maximum = 52 },
  { "weekdays", TEND_FIELD_LIST, N_("On these days of the week"), 0,
    tend_weekday_choices },
  { "month_day", TEND_FIELD_INTEGER, N_("On which day of the month (1 to 28)"), .minimum = 1,
    .maximum = LAST_MONTH_DAY },
  { "hours", TEND_FIELD_INTEGER, N_("Every how many hours"), .minimum = 1, .maximum = 8760 },
  { "days_on", TEND_FIELD_INTEGER, N_("Days with"), .minimum = 1, .maximum = 366 },
  { "days_off", TEND_FIELD_INTEGER, N_("Days without"), .minimum = 1, .maximum = 366 },
  { "rule", TEND_FIELD_TEXT, N_("Rule") },
  { NULL }
};

/* What each choice asks for, in the order of the choices. */
const char *const *
tend_medicine_days_fields (TendRecord *days)
{
  static const char *const none[] = { NULL };
  const char *way = tend_record_get_text (days, "way");
  static const struct { const char *way; const char *fields[3]; } needed[] = {
    { "every_days", { "days", NULL } }, { "weekdays", { "weekdays", NULL } },
    { "every_weeks", { "weeks", "weekdays", NULL } }, { "month_day", { "month_day", NULL } },
    { "hours", { "hours", NULL } }, { "cycle", { "days_on", "days_off", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (g_strcmp0 (way, needed[i].way) == 0)
      return needed[i].fields;

  return none;
}

static void
check (TendRecord *days,
       TendFaults *faults)
{
  const char *const *needed = tend_medicine_days_fields (days);

  for (guint i = 0; needed[i] != NULL; i++)
    if (!tend_record_is_set (days, needed[i]))
      tend_faults_add (faults, needed[i], strcmp (needed[i], "weekdays") == 0
                                          ? _("Choose at least one day of the week.")
                                          : _("Write how many."));
  if (g_strcmp0 (tend_record_get_text (days, "way"), "rule") == 0 &&
      !tend_record_is_set (days, "rule"))
    tend_faults_add (faults, "way", _("It came with no rule of its own: choose another way."));
}

const TendKind tend_medicine_days_kind = {
  "medicine_days", "medicine_days", N_("Days"), fields, .check = check
};

/* Reading */

/* "Monday" and so on as the bits of tend_recurrence_weekly(). */
static void
set_weekdays (TendRecord *days,
              guint       bits)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; tend_weekday_choices[i].value != NULL; i++)
    if (bits & (1u << (TEND_MONDAY + i)))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                              tend_weekday_choices[i].value);
  tend_record_set_text (days, "weekdays", words->str);
}

/* The number at the end of @pattern, where it begins with @head and has nothing else. */
static int
number_after (const char *pattern,
              const char *head)
{
  guint64 number;

  if (!g_str_has_prefix (pattern, head) ||
      !g_ascii_string_to_unsigned (pattern + strlen (head), 10, 1, 8760, &number, NULL))
    return 0;

  return (int) number;
}

static void
read_rule (TendRecord *days,
           const char *pattern,
           TendDate    starts_on)
{
  int every_days = number_after (pattern, "FREQ=DAILY;INTERVAL=");
  int month_day = number_after (pattern, "FREQ=MONTHLY;BYMONTHDAY=");
  int hours = tend_dose_pattern_hours (pattern);
  int weeks;
  guint bits;

  if (hours > 0)
    {
      tend_record_set_text (days, "way", "hours");
      tend_record_set_int (days, "hours", hours);
    }
  else if (every_days >= 2 && every_days <= 366)
    {
      tend_record_set_text (days, "way", every_days == 2 ? "alternate" : "every_days");
      tend_record_set_int (days, "days", every_days);
    }
  else if (month_day >= 1 && month_day <= LAST_MONTH_DAY)
    {
      tend_record_set_text (days, "way", "month_day");
      tend_record_set_int (days, "month_day", month_day);
    }
  else if (tend_recurrence_parse_weekly (pattern, starts_on, &weeks, &bits) && weeks <= 52)
    {
      tend_record_set_text (days, "way", weeks == 1 ? "weekdays" : "every_weeks");
      if (weeks > 1)
        tend_record_set_int (days, "weeks", weeks);
      set_weekdays (days, bits);
    }
  else
    tend_record_set_text (days, "way", "rule");
}

void
tend_medicine_days_read (TendRecord *days,
                         TendRecord *medication)
{
  const char *pattern = tend_record_get_text (medication, "pattern");
  gint64 days_on = tend_record_get_int (medication, "days_on");
  TendDate starts_on = tend_record_get_int (medication, "starts_on");

  for (const TendField *field = fields; field->name != NULL; field++)
    tend_record_clear (days, field->name);

  tend_record_set_text (days, "way", "daily");
  if (pattern != NULL && strcmp (pattern, "FREQ=DAILY") != 0)
    {
      if (days_on > 0)
        tend_record_set_text (days, "way", "rule");
      else
        read_rule (days, pattern, starts_on != TEND_DATE_NONE ? starts_on : TEND_DATE_EPOCH);
      tend_record_set_text (days, "rule", pattern);
    }
  else if (days_on > 0)
    {
      tend_record_set_text (days, "way", "cycle");
      tend_record_set_int (days, "days_on", days_on);
      tend_record_set_int (days, "days_off", tend_record_get_int (medication, "days_off"));
    }
}

/* Writing */

/* (nullable): for every day and for a cycle, which is counted beside it */
static char *
rule_of (TendRecord *days)
{
  const char *way = tend_record_get_text (days, "way");
  guint weekdays = tend_weekdays_parse (tend_record_get_text (days, "weekdays"));

  if (strcmp (way, "alternate") == 0)
    return g_strdup ("FREQ=DAILY;INTERVAL=2");
  if (strcmp (way, "every_days") == 0)
    return g_strdup_printf ("FREQ=DAILY;INTERVAL=%d", (int) tend_record_get_int (days, "days"));
  if (strcmp (way, "weekdays") == 0)
    return tend_recurrence_weekly (1, weekdays);
  if (strcmp (way, "every_weeks") == 0)
    return tend_recurrence_weekly (tend_record_get_int (days, "weeks"), weekdays);
  if (strcmp (way, "month_day") == 0)
    return g_strdup_printf ("FREQ=MONTHLY;BYMONTHDAY=%d",
                            (int) tend_record_get_int (days, "month_day"));
  if (strcmp (way, "hours") == 0)
    return g_strdup_printf ("FREQ=HOURLY;INTERVAL=%d", (int) tend_record_get_int (days, "hours"));

  return NULL;
}

void
tend_medicine_days_write (TendRecord *days,
                          TendRecord *medication)
{
  g_autoptr(TendFaults) faults = tend_record_validate (days);
  g_autofree char *rule = NULL;

  /* A rule of its own may have a cycle beside it: neither is touched. */
  if (tend_faults_count (faults) > 0 || strcmp (tend_record_get_text (days, "way"), "rule") == 0)
    return;

  rule = rule_of (days);
  tend_record_set_text (medication, "pattern", rule);
  tend_record_clear (medication, "days_on");
  tend_record_clear (medication, "days_off");
  if (strcmp (tend_record_get_text (days, "way"), "cycle") == 0)
    {
      tend_record_set_int (medication, "days_on", tend_record_get_int (days, "days_on"));
      tend_record_set_int (medication, "days_off", tend_record_get_int (days, "days_off"));
    }
}
