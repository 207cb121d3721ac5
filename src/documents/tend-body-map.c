/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-body-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tend-body-outline-private.h"
#include "tend-text.h"

#define HEIGHT 1000.0 /* of an outline, in its own units */
#define LABEL 16.0    /* below the figures */
#define SHARE  0.94   /* of a quarter of the field; the rest keeps the figures apart */
#define RADIUS 6.2    /* of a mark */
#define HANDS_AT 0.12 /* of the width of a figure, from its edge: the letters of its hands */
#define HANDS_DOWN 0.12 /* of its height */
#define DIRECTIONS 12
#define RINGS 6

const char *
tend_body_side_label (TendBodySide side)
{
  switch (side)
    {
    case TEND_BODY_FRONT:
      return _("Front");
    case TEND_BODY_BACK:
      return _("Back");
    case TEND_BODY_LEFT:
      return _("Left side");
    case TEND_BODY_RIGHT:
      return _("Right side");
    default:
      return "";
    }
}

double
tend_body_map_height (double width)
{
  return SHARE * width / TEND_BODY_N_SIDES / TEND_BODY_WIDTH * HEIGHT + LABEL;
}

/* The drawing of one side within the field. */
static void
get_box (double             width,
         double             height,
         TendBodySide       side,
         cairo_rectangle_t *box)
{
  double cell = width / TEND_BODY_N_SIDES;
  double scale = MIN (SHARE * cell / TEND_BODY_WIDTH, MAX (height - LABEL, 1) / HEIGHT);

  box->width = scale * TEND_BODY_WIDTH;
  box->height = scale * HEIGHT;
  box->x = side * cell + (cell - box->width) / 2;
  box->y = 0;
}

/* Paths */

static double
slope (double before,
       double after)
{
  return (after - before) / 6;
}

/* One step of a curve through all points (Catmull and Rom), @mirror being 1 or -1. */
static void
curve_to (cairo_t             *cr,
          const TendBodyPoint *p0,
          const TendBodyPoint *p1,
          const TendBodyPoint *p2,
          const TendBodyPoint *p3,
          int                  mirror)
{
  double ax = p1->corner ? 0 : slope (p0->x, p2->x);
  double ay = p1->corner ? 0 : slope (p0->y, p2->y);
  double bx = p2->corner ? 0 : slope (p1->x, p3->x);
  double by = p2->corner ? 0 : slope (p1->y, p3->y);

  cairo_curve_to (cr, mirror * (p1->x + ax), p1->y + ay, mirror * (p2->x - bx), p2->y - by,
                  mirror * p2->x, p2->y);
}

static void
add_open (cairo_t             *cr,
          const TendBodyPoint *points,
          gsize                n,
          int                  mirror)
{
  cairo_move_to (cr, mirror * points[0].x, points[0].y);
  for (gsize i = 0; i + 1 < n; i++)
    curve_to (cr, &points[i > 0 ? i - 1 : 0], &points[i], &points[i + 1],
              &points[MIN (i + 2, n - 1)], mirror);
}

/* Down the one side and up the other, through the same points. */
static void
add_halves (cairo_t *cr)
{
  const gsize n = G_N_ELEMENTS (body_half);
  TendBodyPoint before = body_half[1];

  before.x = -before.x;
  cairo_move_to (cr, body_half[0].x, body_half[0].y);
  for (gsize i = 0; i + 1 < n; i++)
    curve_to (cr, i > 0 ? &body_half[i - 1] : &before, &body_half[i], &body_half[i + 1],
              &body_half[MIN (i + 2, n - 1)], 1);
  /* Backwards, the neighbours change their places; past the crown comes the first half. */
  for (gsize i = n - 1; i > 0; i--)
    curve_to (cr, &body_half[MIN (i + 1, n - 1)], &body_half[i], &body_half[i - 1],
              i > 1 ? &body_half[i - 2] : &before, -1);
  cairo_close_path (cr);
}

static void
add_ring (cairo_t *cr,
          int      mirror)
{
  const gsize n = G_N_ELEMENTS (body_side);

  cairo_move_to (cr, mirror * body_side[0].x, body_side[0].y);
  for (gsize i = 0; i < n; i++)
    curve_to (cr, &body_side[(i + n - 1) % n], &body_side[i], &body_side[(i + 1) % n],
              &body_side[(i + 2) % n], mirror);
  cairo_close_path (cr);
}

static void
add_outline (cairo_t      *cr,
             TendBodySide  side)
{
  if (side == TEND_BODY_FRONT || side == TEND_BODY_BACK)
    add_halves (cr);
  else
    add_ring (cr, side == TEND_BODY_LEFT ? 1 : -1);
}

static void
add_lines (cairo_t      *cr,
           TendBodySide  side)
{
  const TendBodyLine *lines = side == TEND_BODY_FRONT ? front_lines
                              : side == TEND_BODY_BACK ? back_lines : side_lines;

  for (; lines->points != NULL; lines++)
    {
      if (side != TEND_BODY_RIGHT)
        add_open (cr, lines->points, lines->n_points, 1);
      if (side != TEND_BODY_LEFT)
        add_open (cr, lines->points, lines->n_points, -1);
    }
}

static void
draw_side (cairo_t                 *cr,
           const cairo_rectangle_t *box,
           TendBodySide             side,
           const TendDrawStyle     *style)
{
  double unit = HEIGHT / box->height;
  PangoLayout *label = tend_draw_layout (style, tend_body_side_label (side), 1,
                                         PANGO_WEIGHT_SEMIBOLD);

  cairo_save (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y);
  cairo_scale (cr, 1 / unit, 1 / unit);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  add_outline (cr, side);
  tend_cairo_set_color (cr, &style->palette->band);
  cairo_fill_preserve (cr);
  tend_cairo_set_color (cr, &style->palette->soft_ink);
  cairo_set_line_width (cr, 0.9 * unit);
  cairo_stroke (cr);
  add_lines (cr, side);
  cairo_set_line_width (cr, 0.45 * unit);
  cairo_stroke (cr);
  cairo_restore (cr);

  tend_draw_text (cr, label, box->x + (box->width - tend_text_width (label)) / 2,
                  box->y + box->height + LABEL - tend_text_height (label), -1,
                  &style->palette->soft_ink);
}

/* Which of the person's hands is which, beside the shoulders of a figure seen from the front
 * or from behind. */
static void
draw_hands (cairo_t                 *cr,
            const cairo_rectangle_t *box,
            TendBodySide             side,
            const TendDrawStyle     *style)
{
  /* Translators: the person's right and left, beside a drawing: one letter each if you can */
  const char *letters[] = { C_("body map", "R"), C_("body map", "L") };

  if (side != TEND_BODY_FRONT && side != TEND_BODY_BACK)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      PangoLayout *layout = tend_draw_layout (style, letters[i], 1.2, PANGO_WEIGHT_BOLD);
      gboolean at_left = (side == TEND_BODY_FRONT) == (i == 0);
      double x = box->x + box->width * (at_left ? HANDS_AT : 1 - HANDS_AT);

      tend_draw_text (cr, layout, x - tend_text_width (layout) / 2,
                      box->y + box->height * HANDS_DOWN, -1, &style->palette->ink);
    }
}

/* Marks */

static gboolean
is_free (const double *centres, /* pairs */
         gsize         n,
         double        x,
         double        y)
{
  for (gsize i = 0; i < n; i++)
    if (hypot (centres[2 * i] - x, centres[2 * i + 1] - y) < 2 * RADIUS + 1)
      return FALSE;
  return TRUE;
}

/* The nearest place for a number that leaves the others free. */
static void
find_centre (const double *centres,
             gsize         n,
             double       *x,
             double       *y)
{
  if (is_free (centres, n, *x, *y))
    return;
  for (int ring = 1; ring <= RINGS; ring++)
    for (int i = 0; i < DIRECTIONS; i++)
      {
        double angle = 2 * G_PI * i / DIRECTIONS;
        double distance = ring * (2 * RADIUS + 2);
        double cx = *x + distance * cos (angle);
        double cy = *y + distance * sin (angle);

        if (is_free (centres, n, cx, cy))
          {
            *x = cx;
            *y = cy;
            return;
          }
      }
}

static void
draw_mark (cairo_t             *cr,
           int                  number,
           double               x,
           double               y,
           double               centre_x,
           double               centre_y,
           const TendDrawStyle *style)
{
  const TendPalette *palette = style->palette;
  g_autofree char *text = g_strdup_printf ("%d", number);
  PangoLayout *layout = tend_draw_layout (style, text, 0.9, PANGO_WEIGHT_BOLD);

  tend_cairo_set_color (cr, &palette->warning);
  if (hypot (centre_x - x, centre_y - y) > 0.5)
    {
      cairo_set_line_width (cr, 0.8);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, centre_x, centre_y);
      cairo_stroke (cr);
      cairo_arc (cr, x, y, 1.8, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, centre_x, centre_y, RADIUS, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.2);
  tend_cairo_set_color (cr, &palette->paper);
  cairo_fill_preserve (cr);
  tend_cairo_set_color (cr, &palette->warning);
  cairo_stroke (cr);
  tend_draw_text (cr, layout, centre_x - tend_text_width (layout) / 2,
                  centre_y - tend_text_height (layout) / 2, -1, &palette->warning);
}

void
tend_body_map_draw (cairo_t             *cr,
                    double               width,
                    double               height,
                    const TendBodyMark  *marks,
                    gsize                n_marks,
                    const TendDrawStyle *style)
{
  g_autofree double *centres = g_new (double, 2 * n_marks + 1);

  for (TendBodySide side = 0; side < TEND_BODY_N_SIDES; side++)
    {
      cairo_rectangle_t box;

      get_box (width, height, side, &box);
      draw_side (cr, &box, side, style);
      draw_hands (cr, &box, side, style);
    }

  for (gsize i = 0; i < n_marks; i++)
    {
      double x, y;

      tend_body_map_place (width, height, &marks[i], &x, &y);
      centres[2 * i] = x;
      centres[2 * i + 1] = y;
      find_centre (centres, i, &centres[2 * i], &centres[2 * i + 1]);
      draw_mark (cr, marks[i].number, x, y, centres[2 * i], centres[2 * i + 1], style);
    }
}

/* Places */

void
tend_body_map_place (double              width,
                     double              height,
                     const TendBodyMark *mark,
                     double             *x,
                     double             *y)
{
  cairo_rectangle_t box;

  get_box (width, height, mark->side, &box);
  *x = box.x + mark->x / 1000.0 * box.width;
  *y = box.y + mark->y / 1000.0 * box.height;
}

gboolean
tend_body_map_find (double        width,
                    double        height,
                    double        x,
                    double        y,
                    TendBodyMark *mark)
{
  for (TendBodySide side = 0; side < TEND_BODY_N_SIDES; side++)
    {
      cairo_rectangle_t box;
      int across, down;

      get_box (width, height, side, &box);
      across = (int) lround ((x - box.x) / box.width * 1000);
      down = (int) lround ((y - box.y) / box.height * 1000);
      if (across >= 0 && across <= 1000 && down >= 0 && down <= 1000)
        {
          *mark = (TendBodyMark) { side, across, down, 0 };
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
tend_body_map_is_on_body (const TendBodyMark *mark)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  gboolean inside;

  add_outline (cr, mark->side);
  inside = cairo_in_fill (cr, (mark->x / 1000.0 - 0.5) * TEND_BODY_WIDTH,
                          mark->y / 1000.0 * HEIGHT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return inside;
}
