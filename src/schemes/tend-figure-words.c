/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-figure-words.h"

#include "tend-money.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char     *name;
  const char     *label;
  TendFigureSort  sort;
} figures[] = {
  { "billing_slack_days", N_("How long a visit may wait for its invoice"), TEND_FIGURE_DAYS },
  { "cap_pence", N_("Most you may charge"), TEND_FIGURE_MONEY_HOUR },
  { "commissioned_pence", N_("What the council pays somebody on their own"),
    TEND_FIGURE_MONEY_HOUR },
  { "commissioned_team_pence", N_("What the council pays a business with employees"),
    TEND_FIGURE_MONEY_HOUR },
  { "complaint_days", N_("How long a disagreement takes to go to the council’s head"),
    TEND_FIGURE_DAYS },
  { "dbs_years", N_("How old a DBS certificate may be"), TEND_FIGURE_YEARS },
  { "direct_payment_pence", N_("Direct payment rate"), TEND_FIGURE_MONEY_HOUR },
  { "employers_liability_pence", N_("Least employers’ liability cover"), TEND_FIGURE_MONEY },
  { "guide_home_help_pence", N_("Guide price for home help, at most"), TEND_FIGURE_MONEY_HOUR },
  { "guide_personal_care_pence", N_("Guide price for personal care, at most"),
    TEND_FIGURE_MONEY_HOUR },
  { "leaving_months", N_("Notice to leave the list"), TEND_FIGURE_MONTHS },
  { "note_hours", N_("How soon a visit is written up"), TEND_FIGURE_HOURS },
  { "notice_days_least", N_("Notice for a client, at least"), TEND_FIGURE_DAYS },
  { "notice_days_most", N_("Notice for a client, at most"), TEND_FIGURE_DAYS },
  { "personal_care_clients", N_("Most people with personal care before registering"),
    TEND_FIGURE_PEOPLE },
  { "profile_days", N_("How often to say when you are free"), TEND_FIGURE_DAYS },
  { "public_liability_pence", N_("Least public liability cover"), TEND_FIGURE_MONEY },
  { "rate_notice_pence", N_("Price from which the council wants to be told"),
    TEND_FIGURE_MONEY_HOUR },
  { "response_minutes", N_("Time to answer the council’s request"), TEND_FIGURE_MINUTES },
  { "retention_years", N_("How long records are kept"), TEND_FIGURE_YEARS },
  { "return_due_day", N_("When the quarterly return is due, in the month after"),
    TEND_FIGURE_DAY },
  { "return_last_day", N_("Last day of a quarter, in its last month"), TEND_FIGURE_DAY },
  { "sleep_in_pence", N_("What the council pays for a sleep-in"), TEND_FIGURE_MONEY_NIGHT },
  { "standards_months", N_("How often the standards are to be read again"), TEND_FIGURE_MONTHS },
  { "team_least", N_("Smallest team"), TEND_FIGURE_PEOPLE },
  { "team_limit", N_("Limit to the size of a team"), TEND_FIGURE_PEOPLE },
  { "team_minutes", N_("Most that a team may work"), TEND_FIGURE_MINUTES_WEEK },
  { "time_off_days", N_("Notice of time off, at least"), TEND_FIGURE_DAYS },
  { "urgent_response_minutes", N_("Time to answer an urgent request"), TEND_FIGURE_MINUTES },
  { "usual_rate_pence", N_("Usual price the council suggests"), TEND_FIGURE_MONEY_HOUR },
  { "viable_percent", N_("Part of the fee that travel may cost"), TEND_FIGURE_PERCENT },
};

/* What the end of a name says; what says nothing counts people. */
static const struct
{
  const char     *end;
  TendFigureSort  sort;
} ends[] = {
  { "_pence", TEND_FIGURE_MONEY },
  { "_minutes", TEND_FIGURE_MINUTES },
  { "_hours", TEND_FIGURE_HOURS },
  { "_days", TEND_FIGURE_DAYS },
  { "_months", TEND_FIGURE_MONTHS },
  { "_years", TEND_FIGURE_YEARS },
  { "_percent", TEND_FIGURE_PERCENT },
  { "_day", TEND_FIGURE_DAY },
};

TendFigureSort
tend_figure_sort (const char *name)
{
  g_return_val_if_fail (name != NULL, TEND_FIGURE_PEOPLE);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return figures[i].sort;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i].end))
      return ends[i].sort;

  return TEND_FIGURE_PEOPLE;
}

char *
tend_figure_name (const char *name)
{
  char *words;

  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return g_strdup (_(figures[i].label));

  words = g_strdelimit (g_strdup (name), "_", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return words;
}

static char *
format_count (TendFigureSort sort,
              gint64         value)
{
  gulong n = value;

  switch (sort)
    {
    case TEND_FIGURE_HOURS:
      return g_strdup_printf (ngettext ("%lu hour", "%lu hours", n), n);
    case TEND_FIGURE_DAYS:
      return g_strdup_printf (ngettext ("%lu day", "%lu days", n), n);
    case TEND_FIGURE_MONTHS:
      return g_strdup_printf (ngettext ("%lu month", "%lu months", n), n);
    case TEND_FIGURE_YEARS:
      return g_strdup_printf (ngettext ("%lu year", "%lu years", n), n);
    default:
      return g_strdup_printf (ngettext ("%lu person", "%lu people", n), n);
    }
}

char *
tend_figure_format (const char *name,
                    gint64      value)
{
  TendFigureSort sort = tend_figure_sort (name);
  g_autofree char *money = tend_money_format (value);
  g_autofree char *time = tend_minutes_format (value);

  switch (sort)
    {
    case TEND_FIGURE_MONEY:
      return g_steal_pointer (&money);
    case TEND_FIGURE_MONEY_HOUR:
      return g_strdup_printf (_("%s an hour"), money);
    case TEND_FIGURE_MONEY_NIGHT:
      return g_strdup_printf (_("%s for 8 hours"), money);
    case TEND_FIGURE_MINUTES:
      return g_steal_pointer (&time);
    case TEND_FIGURE_MINUTES_WEEK:
      return g_strdup_printf (_("%s a week"), time);
    case TEND_FIGURE_PERCENT:
      return g_strdup_printf ("%d%%", (int) value);
    case TEND_FIGURE_DAY:
      return g_strdup_printf (_("Day %d of the month"), (int) value);
    default:
      return format_count (sort, value);
    }
}

char *
tend_figure_validity (const TendSchemeFigure *figure)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (figure != NULL, NULL);

  from = tend_date_format (figure->from, TEND_DATE_LONG);
  to = tend_date_format (figure->to, TEND_DATE_LONG);
  if (*from != '\0' && *to != '\0')
    return g_strdup_printf (_("From %s to %s"), from, to);
  if (*from != '\0')
    return g_strdup_printf (_("From %s"), from);

  return *to != '\0' ? g_strdup_printf (_("Until %s"), to) : g_strdup ("");
}
