/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"
#include "tend-time.h"

G_BEGIN_DECLS

/* The week as a chart: days across, hours down, visits as blocks.  Layout and
 * drawing are apart, so that a window can make each block a widget of its own
 * and draw it with the code that prints it.
 */

typedef enum
{
  TEND_ROTA_PLANNED,   /* outlined */
  TEND_ROTA_DONE,      /* filled, with a tick */
  TEND_ROTA_CANCELLED, /* dashed, its name struck through */
  TEND_ROTA_MISSED,    /* dashed, with an exclamation mark */
} TendRotaState;

/* Text is borrowed and must live as long as what is made from it. */
typedef struct
{
  const char    *client;
  const char    *service;  /* may be NULL */
  TendInstant    start;
  TendInstant    end;
  TendRotaState  state;
  int            color;    /* which of the palette's series, any number; by client, usually */
  gboolean       clash;    /* overlaps another visit that is not shared */
} TendRotaVisit;

typedef struct
{
  TendDate    starts_on;
  TendDate    ends_on;     /* inclusive */
  const char *label;       /* "Holiday" */
} TendRotaTimeOff;

/* One visit on one day: a visit over midnight has two. */
typedef struct
{
  gsize    visit;        /* index into the visits */
  int      day;          /* 0 is the first day */
  double   x;            /* within the day's column, 0 to 1 */
  double   width;
  double   y;            /* within the hours shown, 0 to 1 */
  double   height;
  int      lane;         /* for visits side by side */
  int      n_lanes;
  gboolean from_before;  /* began the day before, or above the hours shown */
  gboolean goes_on;      /* ends the day after, or below the hours shown */
} TendRotaPart;

typedef struct
{
  TendDate               first_day;
  int                    n_days;    /* 7, or 1 to 3 in a narrow window */
  int                    from_hour; /* 0 to 23 */
  int                    to_hour;   /* 1 to 24 */
  TendDate               today;     /* marked; TEND_DATE_NONE: none */
  TendInstant            now;       /* a line; TEND_INSTANT_NONE: none */
  double                 gutter;    /* room for the hours at the left */
  double                 header;    /* room for the days at the top */
  const TendRotaTimeOff *time_off;
  gsize                  n_time_off;
} TendRotaGrid;

typedef enum
{
  TEND_ROTA_DRAW_NONE     = 0,
  TEND_ROTA_DRAW_SELECTED = 1 << 0,
  TEND_ROTA_DRAW_HOVER    = 1 << 1,
  TEND_ROTA_DRAW_GHOST    = 1 << 2, /* being moved: paler, where it would go */
} TendRotaDrawFlags;

/* The whole hours that show every visit: at least 8 to 18. */
void      tend_rota_hours      (const TendRotaVisit  *visits,
                                gsize                 n_visits,
                                TendDate              first_day,
                                int                   n_days,
                                int                  *from_hour,
                                int                  *to_hour);

/**
 * tend_rota_layout:
 * @min_minutes: a shorter visit is given this much room, so that it can be read
 *
 * Lays visits out by their local times.  Visits that overlap stand side by side
 * in as few lanes as will do; cancelled ones too.
 *
 * Returns: (transfer full) (element-type TendRotaPart): in order of day, start
 *   and lane; parts outside the days and hours shown are left out
 */
GArray   *tend_rota_layout     (const TendRotaVisit  *visits,
                                gsize                 n_visits,
                                const TendRotaGrid   *grid,
                                int                   min_minutes);

/* For @min_minutes: how long a visit must be for one line of text in a chart of
 * this height. */
int       tend_rota_min_minutes (const TendRotaGrid  *grid,
                                 double               height,
                                 const TendDrawStyle *style);

/* Where a part lies in a chart of this size, with a little air around it. */
void      tend_rota_part_rect  (const TendRotaGrid   *grid,
                                double                width,
                                double                height,
                                const TendRotaPart   *part,
                                cairo_rectangle_t    *rect);
/* What lies at a point; FALSE outside the days and hours. */
gboolean  tend_rota_at         (const TendRotaGrid   *grid,
                                double                width,
                                double                height,
                                double                x,
                                double                y,
                                TendDate             *date,
                                TendClock            *clock);

/* Paper, hours, days, today and time off: all but the visits. */
void      tend_rota_draw_grid  (cairo_t              *cr,
                                double                width,
                                double                height,
                                const TendRotaGrid   *grid,
                                const TendDrawStyle  *style);
/* One block of this size at 0,0.  @part may be NULL: a whole visit. */
void      tend_rota_draw_visit (cairo_t              *cr,
                                double                width,
                                double                height,
                                const TendRotaVisit  *visit,
                                const TendRotaPart   *part,
                                TendRotaDrawFlags     flags,
                                const TendDrawStyle  *style);

/* (transfer full): "Tuesday 2 June 2026, 08:00–08:30, Rose Hartley, Personal care,
 * done": the accessible label of a block, translated. */
char     *tend_rota_visit_label (const TendRotaVisit *visit);

G_END_DECLS
