/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-care-due.h"
#include "tend-kinds.h"
#include "tend-mar-round.h"

#include <glib/gi18n-lib.h>

/* Further ahead nothing of a person is looked for: the ladder begins there. */
#define AHEAD 90

static gboolean
add_reviews (TendDueQuery  *query,
             GError       **error)
{
  g_autoptr(GPtrArray) list = tend_care_due_list (query->vault, query->on + AHEAD, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TendCareDue *due = list->pdata[i];
      /* One alone says how far off its day is. */
      gboolean alone = due->n == 1 && due->kind != &tend_feedback_kind;

      _tend_due_add (query, due->kind->name, NULL,
                     g_strconcat (due->kind->name, "/", due->id, NULL), due->client, due->due,
                     tend_care_due_title (due), alone ? NULL : tend_care_due_detail (due));
    }

  return list != NULL;
}

/* The first day with a box that nobody has answered for; NONE: there is no gap. */
static TendDate
first_gap (const TendMarPerson *person)
{
  TendDate first = TEND_DATE_NONE;

  for (guint i = 0; i < person->chart->lines->len; i++)
    {
      const TendMarLine *line = person->chart->lines->pdata[i];

      for (guint j = 0; j < line->slots->len; j++)
        {
          const TendMarSlot *slot = line->slots->pdata[j];
          TendDate day = slot->state == TEND_SLOT_GAP ? tend_time_date (slot->due_at)
                                                      : TEND_DATE_NONE;

          if (day != TEND_DATE_NONE && (first == TEND_DATE_NONE || day < first))
            first = day;
        }
    }

  return first;
}

static gboolean
add_gaps (TendDueQuery  *query,
          GError       **error)
{
  g_autoptr(GPtrArray) round = tend_mar_round_load (query->vault, query->on, query->now, error);

  for (guint i = 0; round != NULL && i < round->len; i++)
    {
      const TendMarPerson *person = round->pdata[i];
      guint n = person->n_gaps + person->n_earlier;
      TendDate first = first_gap (person);
      g_autofree char *day = NULL;

      if (first == TEND_DATE_NONE)
        continue;

      day = tend_date_format (first, TEND_DATE_LONG);
      _tend_due_add (query, "mar_gap", NULL, g_strconcat ("client/", person->client, NULL),
                     person->client, first,
                     g_strdup_printf (_("Answer for the gaps on %s’s chart"), person->name),
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u dose with nothing written, on %s.",
                                                   "%u doses with nothing written, since %s.", n),
                                      n, day));
    }

  return round != NULL;
}

gboolean
_tend_due_add_care (TendDueQuery  *query,
                    GError       **error)
{
  return add_reviews (query, error) && add_gaps (query, error);
}
