/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-media.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <poppler.h>

G_BEGIN_DECLS

/* Reading what others made, a PDF or a picture, without trusting it: to show it
 * (tend-scan.h) and to put it into a document (tend-enclosure.h).  What is wrong is
 * TEND_ERROR_INVALID in words for people.
 */

/* (transfer full): a PDF that can be read and has a page at least. */
PopplerDocument *tend_foreign_pdf     (GBytes        *bytes,
                                       GError       **error);

/* A picture as it is stored, before it is turned upright. */
typedef struct
{
  int width;
  int height;
  int orientation; /* 1 to 8, as EXIF has it */
} TendPictureSize;

/**
 * tend_foreign_picture:
 * @input: read to its end
 * @pixels: how many are kept at most; the picture is made smaller while it is read
 * @size: (out) (optional): how it is stored
 *
 * Takes @media at its word and reads nothing else as it.  A picture of 200 million pixels
 * takes no more room than a small one; where its kind does not allow that, it is refused
 * before there is room for it.
 *
 * Returns: (transfer full): upright, as the camera was held
 */
GdkPixbuf       *tend_foreign_picture (GInputStream     *input,
                                       TendMedia         media,
                                       double            pixels,
                                       TendPictureSize  *size,
                                       GCancellable     *cancellable,
                                       GError          **error);

G_END_DECLS
