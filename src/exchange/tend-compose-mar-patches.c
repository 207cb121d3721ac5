/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The patches of a medicine for paper: where they were, and who saw that they were on. */

#include "tend-compose-mar-private.h"

#include "tend-mar-looks.h"

#include <glib/gi18n-lib.h>

#define PLACES 10

static gboolean
read_places (TendMarReading   *self,
             TendMarMedicine  *medicine,
             GError          **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  GArray *places;

  if (!medicine->patch)
    return TRUE;
  entries = tend_medicine_sites (self->source->vault, self->line->medicine->record,
                                 MIN (self->chart->to, tend_time_date (self->request->now)),
                                 PLACES + 1, error);
  if (entries == NULL)
    return FALSE;

  places = g_array_new (FALSE, FALSE, sizeof (TendMarPlace));
  for (guint i = 0; i < MIN (entries->len, PLACES); i++)
    {
      TendRecord *entry = entries->pdata[i];
      const TendMarPlace place = {
        tend_mar_entry_time (entry),
        tend_care_text (self->source, entry, "site"),
        i + 1 == entries->len,
        tend_record_get_int (entry, "old_removed"),
        tend_care_choice (entry, "old_patch"),
        tend_care_text (self->source, entry, "initials"),
      };

      g_array_append_val (places, place);
    }
  medicine->n_places = places->len;
  medicine->places = tend_care_own (self->source, places);
  return TRUE;
}

static const char *
text_of_look (TendMarReading *self,
              TendRecord     *look)
{
  const char *initials = tend_care_text (self->source, look, "initials");

  if (g_strcmp0 (tend_record_get_text (look, "patch"), "off") == 0)
    return _("off");
  return initials != NULL ? initials : TEND_MAR_TICK;
}

/* A square of each day that somebody looked: initials, or that it was off. */
static gboolean
read_looks (TendMarReading   *self,
            TendMarMedicine  *medicine,
            GError          **error)
{
  int n_days = self->chart->to - self->chart->from + 1;
  g_autoptr(GPtrArray) looks = NULL;
  GArray *cells;

  if (!medicine->patch || medicine->as_needed || self->request->blank)
    return TRUE;
  looks = tend_mar_looks (self->source->vault, self->line->medicine->record, self->chart->from,
                          MIN (self->chart->to, tend_time_date (self->request->now)), error);
  if (looks == NULL)
    return FALSE;

  cells = g_array_sized_new (FALSE, TRUE, sizeof (TendMarCell), n_days);
  g_array_set_size (cells, n_days);
  for (guint i = 0; i < looks->len; i++)
    {
      TendRecord *look = looks->pdata[i];
      int day = tend_time_date (tend_record_get_int (look, "written_at")) - self->chart->from;
      TendMarCell *cell = &g_array_index (cells, TendMarCell, day);

      cell->state = TEND_MAR_CELL_WRITTEN;
      cell->text = text_of_look (self, look);
      tend_mar_add_signer (self, look);
    }
  medicine->looks = tend_care_own (self->source, cells);
  return TRUE;
}

gboolean
tend_mar_has_square (TendMarReading *self,
                     TendRecord     *note)
{
  return !tend_record_get_int (self->line->medicine->record, "as_needed") &&
         g_strcmp0 (tend_record_get_text (note, "patch"), "on") == 0;
}

gboolean
tend_mar_read_patches (TendMarReading   *self,
                       TendMarMedicine  *medicine,
                       GError          **error)
{
  return read_places (self, medicine, error) && read_looks (self, medicine, error);
}
