/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Colours as plain numbers, so that the same drawing code serves a window in
 * light or dark and paper.  Colour never carries a meaning alone: everything
 * drawn is still clear in black and white.
 */

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} TendColor;

#define TEND_PALETTE_N_SERIES 8

typedef struct
{
  TendColor paper;        /* behind everything */
  TendColor ink;          /* text; contrast with paper at least 7 */
  TendColor soft_ink;     /* lesser text; contrast with paper and band at least 4.5 */
  TendColor rule;         /* hairlines */
  TendColor band;         /* behind a group of rows or a block of facts */
  TendColor accent;       /* the one colour of its own; contrast with paper at least 4.5 */
  TendColor on_accent;    /* text on accent; contrast at least 4.5 */
  TendColor warning;      /* contrast with paper at least 4.5 */
  TendColor series[TEND_PALETTE_N_SERIES]; /* marks of a chart: contrast with paper at least 3 */
  TendColor washes[TEND_PALETTE_N_SERIES]; /* the same, pale: ink on them has at least 7 */
} TendPalette;

typedef enum
{
  TEND_PALETTE_PRINT,
  TEND_PALETTE_LIGHT,
  TEND_PALETTE_DARK,
  TEND_PALETTE_LIGHT_CONTRAST, /* the desktop's high contrast */
  TEND_PALETTE_DARK_CONTRAST,
} TendPaletteKind;

/* Returns: constant colours; never freed. */
const TendPalette *tend_palette_get     (TendPaletteKind   kind);
void               tend_cairo_set_color (cairo_t          *cr,
                                         const TendColor  *color);
/* The WCAG 2 contrast ratio, 1 to 21. */
double             tend_color_contrast  (const TendColor  *a,
                                         const TendColor  *b);

G_END_DECLS
