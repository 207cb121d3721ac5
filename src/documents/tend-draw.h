/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "tend-palette.h"

G_BEGIN_DECLS

/**
 * TendDrawStyle:
 *
 * How a chart or a visit is drawn.  In a window hand over the widget's own
 * PangoContext, so that text follows the desktop's font, scale and direction.
 */
typedef struct
{
  const TendPalette *palette;
  PangoContext      *context;   /* (nullable): NULL: the documents' own */
  double             font_size; /* of ordinary text, in the units of the cairo_t */
} TendDrawStyle;

G_END_DECLS
