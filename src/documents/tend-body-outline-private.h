/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outlines of a body as points, in thousandths of its height; x is counted from
 * the middle.  A smooth curve goes through the points and turns at the corners.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  short x;
  short y;
  short corner;
} TendBodyPoint;

typedef struct
{
  const TendBodyPoint *points;
  gsize                n_points;
} TendBodyLine;

#define TEND_BODY_WIDTH 460 /* of a drawing whose height is 1000 */

/* From the crown of the head down one side and up the middle: the other half mirrors it. */
static const TendBodyPoint body_half[] = {
  { 0, 16, 0 }, { 34, 27, 0 }, { 52, 62, 0 }, { 50, 98, 0 }, { 42, 124, 0 }, { 30, 146, 0 },
  { 29, 165, 0 }, { 50, 184, 0 }, { 90, 196, 0 }, { 115, 218, 0 }, { 124, 262, 0 },
  { 133, 320, 0 }, { 143, 375, 0 }, { 155, 430, 0 }, { 163, 490, 0 }, { 172, 522, 0 },
  { 183, 556, 0 }, { 178, 592, 0 }, { 166, 606, 0 }, { 156, 590, 0 }, { 150, 566, 0 },
  { 138, 570, 0 }, { 134, 556, 0 }, { 140, 524, 0 }, { 139, 492, 0 }, { 124, 434, 0 },
  { 112, 380, 0 }, { 102, 322, 0 }, { 90, 272, 1 }, { 86, 320, 0 }, { 76, 380, 0 },
  { 82, 430, 0 }, { 93, 480, 0 }, { 95, 540, 0 }, { 88, 620, 0 }, { 73, 700, 0 },
  { 70, 740, 0 }, { 71, 785, 0 }, { 60, 860, 0 }, { 46, 920, 0 }, { 48, 945, 0 },
  { 62, 968, 0 }, { 54, 984, 0 }, { 30, 984, 0 }, { 22, 962, 0 }, { 23, 920, 0 },
  { 22, 860, 0 }, { 17, 790, 0 }, { 20, 735, 0 }, { 19, 690, 0 }, { 12, 610, 0 },
  { 0, 524, 1 },
};

/* The whole outline of somebody who looks to the left. */
static const TendBodyPoint body_side[] = {
  { 4, 16, 0 }, { -34, 28, 0 }, { -52, 60, 0 }, { -54, 78, 0 }, { -66, 98, 0 }, { -56, 106, 0 },
  { -56, 122, 0 }, { -50, 140, 0 }, { -26, 146, 0 }, { -22, 168, 0 }, { -36, 196, 0 },
  { -56, 246, 0 }, { -62, 280, 0 }, { -54, 340, 0 }, { -54, 400, 0 }, { -58, 450, 0 },
  { -58, 520, 0 }, { -54, 600, 0 }, { -42, 680, 0 }, { -42, 720, 0 }, { -32, 780, 0 },
  { -24, 860, 0 }, { -22, 915, 0 }, { -40, 944, 0 }, { -88, 966, 0 }, { -92, 980, 0 },
  { -60, 984, 0 }, { 26, 984, 0 }, { 36, 970, 0 }, { 24, 925, 0 }, { 28, 870, 0 },
  { 46, 800, 0 }, { 42, 750, 0 }, { 28, 700, 0 }, { 42, 620, 0 }, { 66, 540, 0 },
  { 70, 485, 0 }, { 52, 430, 0 }, { 42, 380, 0 }, { 54, 310, 0 }, { 58, 250, 0 },
  { 46, 205, 0 }, { 32, 176, 0 }, { 36, 148, 0 }, { 54, 112, 0 }, { 60, 70, 0 }, { 42, 30, 0 },
};

/* Thin lines that tell one side from another. */
static const TendBodyPoint collar[] = { { 14, 198, 0 }, { 48, 192, 0 }, { 84, 204, 0 } };
static const TendBodyPoint chest[] = { { 14, 286, 0 }, { 44, 300, 0 }, { 78, 284, 0 } };
static const TendBodyPoint knee[] = { { 32, 716, 0 }, { 45, 728, 0 }, { 58, 716, 0 } };
static const TendBodyPoint navel[] = { { 0, 402, 0 }, { 0, 412, 0 } };
static const TendBodyPoint eye[] = { { 14, 78, 0 }, { 22, 76, 0 }, { 30, 79, 0 } };
static const TendBodyPoint mouth[] = { { 0, 121, 0 }, { 14, 121, 0 } };
static const TendBodyPoint spine[] = { { 0, 190, 0 }, { 0, 300, 0 }, { 0, 436, 0 } };
static const TendBodyPoint blade[] = { { 28, 246, 0 }, { 42, 296, 0 }, { 70, 288, 0 } };
static const TendBodyPoint cleft[] = { { 0, 458, 0 }, { 0, 524, 0 } };
static const TendBodyPoint seat[] = { { 8, 530, 0 }, { 40, 546, 0 }, { 78, 532, 0 } };
static const TendBodyPoint hollow[] = { { 32, 728, 0 }, { 46, 720, 0 }, { 60, 728, 0 } };
static const TendBodyPoint ear[] = { { 10, 78, 0 }, { 22, 78, 0 }, { 20, 100, 0 }, { 10, 104, 0 } };
static const TendBodyPoint side_eye[] = { { -42, 80, 0 }, { -34, 78, 0 } };
static const TendBodyPoint arm[] = {
  { -24, 216, 0 }, { -32, 280, 0 }, { -26, 372, 0 }, { -36, 440, 0 }, { -46, 508, 0 },
  { -54, 556, 0 }, { -44, 604, 0 }, { -26, 600, 0 }, { -16, 556, 0 }, { -14, 508, 0 },
  { 8, 440, 0 }, { 18, 380, 0 }, { 30, 290, 0 }, { 28, 216, 0 },
};

#define BODY_LINE(points) { points, G_N_ELEMENTS (points) }

static const TendBodyLine front_lines[] = {
  BODY_LINE (collar), BODY_LINE (chest), BODY_LINE (knee), BODY_LINE (navel), BODY_LINE (eye),
  BODY_LINE (mouth), { NULL, 0 }
};
static const TendBodyLine back_lines[] = {
  BODY_LINE (spine), BODY_LINE (blade), BODY_LINE (cleft), BODY_LINE (seat), BODY_LINE (hollow),
  { NULL, 0 }
};
static const TendBodyLine side_lines[] = {
  BODY_LINE (ear), BODY_LINE (side_eye), BODY_LINE (arm), { NULL, 0 }
};

G_END_DECLS
