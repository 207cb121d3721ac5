/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-team.h"

#include "tend-quantity.h"

#include <string.h>

/* The memorandum takes 375 hours a week for 10 full-time people (CA01). */
#define FULL_TIME_MINUTES (75 * 30)

/* In lower case, with one blank between words. */
static char *
plain_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto(GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? " " : "", words[i]);

  return g_string_free (plain, FALSE);
}

gboolean
tend_team_is_carer (TendRecord *member,
                    TendRecord *provider)
{
  const char *own = tend_record_get_text (provider, "own_name");
  g_autofree char *first = plain_name (tend_record_get_text (member, "name"));
  g_autofree char *second = plain_name (own != NULL ? own : "");

  return strcmp (first, second) == 0;
}

gboolean
tend_team_is_in (TendRecord *member,
                 TendDate    on)
{
  return tend_record_get_int (member, "starts_on") <= on &&
         (!tend_record_is_set (member, "ends_on") ||
          tend_record_get_int (member, "ends_on") >= on);
}

/* Of one who says nothing, all of it. */
static gint64
share_of (TendRecord *record,
          const char *minutes)
{
  return tend_record_is_set (record, minutes)
         ? tend_record_get_int (record, minutes) * TEND_QUANTITY_UNIT / FULL_TIME_MINUTES
         : TEND_QUANTITY_UNIT;
}

gboolean
tend_team_has_left (GPtrArray  *team,
                    const char *member,
                    TendDate    on)
{
  for (guint i = 0; member != NULL && i < team->len; i++)
    if (g_str_equal (tend_record_get_id (team->pdata[i]), member))
      {
        TendDate last = tend_record_get_int (team->pdata[i], "ends_on");

        return last != TEND_DATE_NONE && last < on;
      }

  return FALSE;
}

TendTeamSize
tend_team_measure (GPtrArray  *team,
                   TendRecord *provider,
                   TendDate    on)
{
  gboolean listed = FALSE;
  TendTeamSize size = { 0 };

  for (guint i = 0; i < team->len; i++)
    {
      TendRecord *member = team->pdata[i];

      if (!tend_team_is_in (member, on))
        continue;

      listed |= tend_team_is_carer (member, provider);
      size.heads++;
      size.shares += tend_record_is_set (member, "fte") ? tend_record_get_int (member, "fte")
                                                        : share_of (member, "weekly_minutes");
      size.minutes += tend_record_get_int (member, "weekly_minutes");
    }

  if (size.heads == 0 || !listed)
    {
      /* Whoever works alone is one person, however long the week is. */
      size.shares += size.heads == 0 ? TEND_QUANTITY_UNIT
                                     : share_of (provider, "weekly_capacity_minutes");
      size.minutes += tend_record_get_int (provider, "weekly_capacity_minutes");
      size.heads++;
    }

  return size;
}
