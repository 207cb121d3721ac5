/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where visits stand in the week: numbers only.  tend-rota-chart.c draws them. */

#include "tend-rota-chart.h"

#include <math.h>

#define FIRST_HOUR  8 /* an empty week still shows a working day */
#define LAST_HOUR   18
#define DAY_MINUTES (24 * 60)
#define AIR         1.5
#define LINE_HEIGHT 1.25 /* of the size of the font */

/* A visit's share of one day, in minutes after local midnight. */
typedef struct
{
  gsize visit;
  int   day;
  int   start;
  int   end;
  int   shown_end; /* at least min_minutes after start */
  int   lane;
} Piece;

static gboolean
piece_on_day (const TendRotaVisit *visit,
              TendDate             date,
              int                 *start,
              int                 *end)
{
  TendDate first, last;
  TendClock starts_at, ends_at;

  tend_time_to_local (visit->start, &first, &starts_at);
  tend_time_to_local (visit->end, &last, &ends_at);
  if (date < first || date > last || (date == last && ends_at == 0 && last > first))
    return FALSE;

  *start = date == first ? starts_at : 0;
  *end = date == last ? ends_at : DAY_MINUTES;
  /* In the hour that happens twice a visit can end at an earlier time of day. */
  if (first == last && (*end < *start || *end - *start != (visit->end - visit->start) / 60))
    *end = MAX (*end, MIN (*start + (int) ((visit->end - visit->start) / 60), DAY_MINUTES));
  return *end >= *start;
}

void
tend_rota_hours (const TendRotaVisit *visits,
                 gsize                n_visits,
                 TendDate             first_day,
                 int                  n_days,
                 int                 *from_hour,
                 int                 *to_hour)
{
  int from = FIRST_HOUR;
  int to = LAST_HOUR;

  g_return_if_fail (from_hour != NULL && to_hour != NULL);

  for (gsize i = 0; i < n_visits; i++)
    for (int day = 0; day < n_days; day++)
      {
        int start, end;

        if (!piece_on_day (&visits[i], first_day + day, &start, &end))
          continue;
        from = MIN (from, start / 60);
        to = MAX (to, (end + 59) / 60);
      }
  *from_hour = from;
  *to_hour = MIN (to, 24);
}

static GArray *
collect_pieces (const TendRotaVisit *visits,
                gsize                n_visits,
                const TendRotaGrid  *grid,
                int                  min_minutes)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  int top = grid->from_hour * 60;
  int bottom = grid->to_hour * 60;

  for (gsize i = 0; i < n_visits; i++)
    for (int day = 0; day < grid->n_days; day++)
      {
        Piece piece = { .visit = i, .day = day };

        if (!piece_on_day (&visits[i], grid->first_day + day, &piece.start, &piece.end)
            || piece.start >= bottom || (piece.end <= top && piece.end > piece.start))
          continue;
        piece.start = MAX (piece.start, top);
        piece.end = MAX (MIN (piece.end, bottom), piece.start);
        piece.shown_end = MAX (piece.end, piece.start + min_minutes);
        if (piece.shown_end > bottom)
          {
            piece.start = MAX (top, piece.start - (piece.shown_end - bottom));
            piece.shown_end = bottom;
          }
        g_array_append_val (pieces, piece);
      }
  return pieces;
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *pa = a;
  const Piece *pb = b;

  if (pa->day != pb->day)
    return pa->day - pb->day;
  if (pa->start != pb->start)
    return pa->start - pb->start;
  if (pa->shown_end != pb->shown_end)
    return pb->shown_end - pa->shown_end;
  return pa->visit < pb->visit ? -1 : pa->visit > pb->visit;
}

/* Gives the pieces from @first on that hang together their lanes, each the first
 * that is free, which is as few as there can be.  Returns how many there are. */
static guint
fill_lanes (GArray *pieces,
            guint   first,
            int    *n_lanes)
{
  g_autoptr(GArray) free_at = g_array_new (FALSE, FALSE, sizeof (int));
  int reach = 0;
  guint i;

  for (i = first; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      guint lane = 0;

      if (i > first && (piece->day != g_array_index (pieces, Piece, first).day
                        || piece->start >= reach))
        break;
      while (lane < free_at->len && g_array_index (free_at, int, lane) > piece->start)
        lane++;
      if (lane == free_at->len)
        g_array_append_val (free_at, piece->shown_end);
      else
        g_array_index (free_at, int, lane) = piece->shown_end;
      piece->lane = lane;
      reach = MAX (reach, piece->shown_end);
    }
  *n_lanes = free_at->len;
  return i - first;
}

static TendRotaPart
make_part (const Piece         *piece,
           const TendRotaVisit *visit,
           const TendRotaGrid  *grid,
           int                  n_lanes)
{
  double minutes = (grid->to_hour - grid->from_hour) * 60;
  int top = grid->from_hour * 60;
  TendDate date = grid->first_day + piece->day;
  int start, end;

  piece_on_day (visit, date, &start, &end);
  return (TendRotaPart) {
    .visit = piece->visit,
    .day = piece->day,
    .x = piece->lane / (double) n_lanes,
    .width = 1.0 / n_lanes,
    .y = (piece->start - top) / minutes,
    .height = (piece->shown_end - piece->start) / minutes,
    .lane = piece->lane,
    .n_lanes = n_lanes,
    .from_before = tend_time_date (visit->start) < date || start < top,
    .goes_on = end > grid->to_hour * 60
               || (end == DAY_MINUTES && tend_time_date (visit->end) > date
                   && visit->end > tend_time_resolve (date + 1, 0)),
  };
}

GArray *
tend_rota_layout (const TendRotaVisit *visits,
                  gsize                n_visits,
                  const TendRotaGrid  *grid,
                  int                  min_minutes)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (TendRotaPart));
  g_autoptr(GArray) pieces = NULL;

  g_return_val_if_fail (grid != NULL && grid->to_hour > grid->from_hour, parts);
  g_return_val_if_fail (n_visits == 0 || visits != NULL, parts);

  pieces = collect_pieces (visits, n_visits, grid, min_minutes);
  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len;)
    {
      int n_lanes;
      guint count = fill_lanes (pieces, i, &n_lanes);

      for (guint end = i + count; i < end; i++)
        {
          const Piece *piece = &g_array_index (pieces, Piece, i);
          TendRotaPart part = make_part (piece, &visits[piece->visit], grid, n_lanes);

          g_array_append_val (parts, part);
        }
    }
  return parts;
}

int
tend_rota_min_minutes (const TendRotaGrid  *grid,
                       double               height,
                       const TendDrawStyle *style)
{
  double line = style->font_size * LINE_HEIGHT + 2 * AIR;
  double hour = (height - grid->header) / (grid->to_hour - grid->from_hour);

  return (int) ceil (line / MAX (hour, 1) * 60);
}

void
tend_rota_part_rect (const TendRotaGrid *grid,
                     double              width,
                     double              height,
                     const TendRotaPart *part,
                     cairo_rectangle_t  *rect)
{
  double column = (width - grid->gutter) / grid->n_days;
  double hours = height - grid->header;

  g_return_if_fail (part != NULL && rect != NULL);

  /* Whole units, so that edges are sharp on a screen. */
  rect->x = ceil (grid->gutter + column * (part->day + part->x) + AIR);
  rect->y = round (grid->header + hours * part->y + AIR / 2);
  rect->width = MAX (floor (grid->gutter + column * (part->day + part->x + part->width) - AIR)
                     - rect->x, 1);
  rect->height = MAX (round (grid->header + hours * (part->y + part->height) - AIR / 2)
                      - rect->y, 1);
}

gboolean
tend_rota_at (const TendRotaGrid *grid,
              double              width,
              double              height,
              double              x,
              double              y,
              TendDate           *date,
              TendClock          *clock)
{
  double column = (width - grid->gutter) / grid->n_days;
  double hours = height - grid->header;

  g_return_val_if_fail (date != NULL && clock != NULL, FALSE);

  if (x < grid->gutter || x >= width || y < grid->header || y >= height)
    return FALSE;
  *date = grid->first_day + MIN ((int) ((x - grid->gutter) / column), grid->n_days - 1);
  *clock = grid->from_hour * 60
           + (int) floor ((y - grid->header) / hours * (grid->to_hour - grid->from_hour) * 60);
  return TRUE;
}
