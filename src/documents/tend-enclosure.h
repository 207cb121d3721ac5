/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-media.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TendEnclosure:
 *
 * A scan or photograph on its way into a PDF, as it is: the pages of a PDF keep their text
 * and lines (under dots that look the same, where those would be harmed), a JPEG goes in byte
 * for byte, another picture dot for dot as far as paper can show it.  One at a time is in
 * memory.  For one thread.
 */
typedef struct _TendEnclosure TendEnclosure;

/**
 * tend_enclosure_new:
 * @bytes: the whole of it
 *
 * Looks at all of it before any is drawn: TEND_ERROR_INVALID in words for people where it
 * is damaged, locked with a password, empty, or of a kind that this computer cannot show.
 */
TendEnclosure *tend_enclosure_new           (GBytes         *bytes,
                                             TendMedia       media,
                                             GCancellable   *cancellable,
                                             GError        **error);
void           tend_enclosure_free          (TendEnclosure  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendEnclosure, tend_enclosure_free)

int            tend_enclosure_get_n_pages   (TendEnclosure  *self);
/* In points; a picture, which has no size on paper, in proportion. */
void           tend_enclosure_get_page_size (TendEnclosure  *self,
                                             int             page,
                                             double         *width,
                                             double         *height);
/* At 0,0 in that size. */
void           tend_enclosure_draw_page     (TendEnclosure  *self,
                                             cairo_t        *cr,
                                             int             page);

G_END_DECLS
