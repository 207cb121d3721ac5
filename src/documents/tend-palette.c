/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-palette.h"

#include <math.h>

#define HEX(rgb) { ((rgb) >> 16 & 0xff) / 255.0, ((rgb) >> 8 & 0xff) / 255.0, \
                   ((rgb) & 0xff) / 255.0, 1.0 }

/* A deep teal on warm greys.  The eight series keep their hue from palette to
 * palette, so that a client has the same colour by day, by night and on paper. */
static const TendPalette palettes[] = {
  [TEND_PALETTE_PRINT] = {
    .paper = HEX (0xffffff), .ink = HEX (0x1d2324), .soft_ink = HEX (0x555c5b),
    .rule = HEX (0xd5cfc4), .band = HEX (0xf6f3ee), .accent = HEX (0x0f5c5c),
    .on_accent = HEX (0xffffff), .warning = HEX (0x9a3412),
    .series = { HEX (0x0f6b66), HEX (0xb56d12), HEX (0x7a4e8a), HEX (0x3f6fa3),
                HEX (0x5f7f35), HEX (0xb0523a), HEX (0xab4478), HEX (0x75695c) },
    .washes = { HEX (0xdcebe9), HEX (0xf7e8d2), HEX (0xeae0ee), HEX (0xdfe8f2),
                HEX (0xe6edda), HEX (0xf5e0da), HEX (0xf4dfea), HEX (0xebe7e2) },
  },
  [TEND_PALETTE_LIGHT] = {
    .paper = HEX (0xffffff), .ink = HEX (0x1d2324), .soft_ink = HEX (0x555c5b),
    .rule = HEX (0xdad5cb), .band = HEX (0xf6f3ee), .accent = HEX (0x0f5c5c),
    .on_accent = HEX (0xffffff), .warning = HEX (0x9a3412),
    .series = { HEX (0x0f6b66), HEX (0xb56d12), HEX (0x7a4e8a), HEX (0x3f6fa3),
                HEX (0x5f7f35), HEX (0xb0523a), HEX (0xab4478), HEX (0x75695c) },
    .washes = { HEX (0xdcebe9), HEX (0xf7e8d2), HEX (0xeae0ee), HEX (0xdfe8f2),
                HEX (0xe6edda), HEX (0xf5e0da), HEX (0xf4dfea), HEX (0xebe7e2) },
  },
  [TEND_PALETTE_DARK] = {
    .paper = HEX (0x1e1e1e), .ink = HEX (0xf4f2ee), .soft_ink = HEX (0xb9b5ad),
    .rule = HEX (0x45443f), .band = HEX (0x2a2a28), .accent = HEX (0x7cc7c1),
    .on_accent = HEX (0x10201f), .warning = HEX (0xf0a37e),
    .series = { HEX (0x58b5ad), HEX (0xe0a24c), HEX (0xb890c6), HEX (0x82aeda),
                HEX (0x9dbd70), HEX (0xe08c74), HEX (0xdc86b0), HEX (0xb3a797) },
    .washes = { HEX (0x1d3a38), HEX (0x41331d), HEX (0x372b3c), HEX (0x26344a),
                HEX (0x2e3a20), HEX (0x452a22), HEX (0x432939), HEX (0x37332e) },
  },
  [TEND_PALETTE_LIGHT_CONTRAST] = {
    .paper = HEX (0xffffff), .ink = HEX (0x000000), .soft_ink = HEX (0x2b2b2b),
    .rule = HEX (0x6b6b6b), .band = HEX (0xf0f0f0), .accent = HEX (0x003f3f),
    .on_accent = HEX (0xffffff), .warning = HEX (0x7a1f00),
    .series = { HEX (0x004f4a), HEX (0x7a4300), HEX (0x5a2a6c), HEX (0x1c4a80),
                HEX (0x3a5a10), HEX (0x8a2a12), HEX (0x861c54), HEX (0x4a4036) },
    .washes = { HEX (0xe6f2f1), HEX (0xfbf0e0), HEX (0xf2eaf5), HEX (0xeaf1f8),
                HEX (0xeff4e6), HEX (0xf9ebe7), HEX (0xf8eaf1), HEX (0xf1efec) },
  },
  [TEND_PALETTE_DARK_CONTRAST] = {
    .paper = HEX (0x000000), .ink = HEX (0xffffff), .soft_ink = HEX (0xdcdcdc),
    .rule = HEX (0x8a8a8a), .band = HEX (0x1a1a1a), .accent = HEX (0xa6e6e0),
    .on_accent = HEX (0x001a19), .warning = HEX (0xffc2a3),
    .series = { HEX (0x8fe0d8), HEX (0xffc878), HEX (0xdcbce6), HEX (0xb4d4f5),
                HEX (0xc6e29c), HEX (0xffb8a4), HEX (0xffb4d6), HEX (0xdcd2c4) },
    .washes = { HEX (0x0c2a28), HEX (0x30220a), HEX (0x281c2e), HEX (0x162538),
                HEX (0x1f2a12), HEX (0x351a12), HEX (0x341828), HEX (0x282420) },
  },
};

const TendPalette *
tend_palette_get (TendPaletteKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (palettes), &palettes[TEND_PALETTE_PRINT]);

  return &palettes[kind];
}

void
tend_cairo_set_color (cairo_t         *cr,
                      const TendColor *color)
{
  g_return_if_fail (cr != NULL && color != NULL);

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* WCAG 2.1, "relative luminance": sRGB made linear. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const TendColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

double
tend_color_contrast (const TendColor *a,
                     const TendColor *b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
