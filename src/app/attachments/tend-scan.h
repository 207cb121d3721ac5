/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-media.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendScan:
 *
 * A document that others made, in memory: a PDF, or a picture as a document of one
 * page.  Nothing of it is written anywhere.  Counted by reference; any thread may use
 * it, they wait for each other.
 */
typedef struct _TendScan TendScan;

/* Whether this computer can show @media; for HEIC that depends on what is installed. */
gboolean    tend_scan_can_show       (TendMedia       media);

/**
 * tend_scan_load:
 * @input: read to its end
 *
 * Takes @media at its word and reads nothing else as it: TEND_ERROR_INVALID in words for
 * people where it is damaged, locked or too large to be shown.  A picture is made smaller
 * while it is read, so that one of 200 million pixels takes no more room than a small one;
 * where its kind does not allow that, it is refused before there is room for it.
 */
TendScan   *tend_scan_load           (GInputStream   *input,
                                      TendMedia       media,
                                      GCancellable   *cancellable,
                                      GError        **error);
TendScan   *tend_scan_ref            (TendScan       *self);
void        tend_scan_unref          (TendScan       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendScan, tend_scan_unref)

int         tend_scan_get_n_pages    (TendScan       *self);
/* In points. */
void        tend_scan_get_page_size  (TendScan       *self,
                                      int             page,
                                      double         *width,
                                      double         *height);
/**
 * tend_scan_render:
 * @width: in pixels
 * @text: (out) (transfer full) (optional): what is written on the page
 *
 * Draws a page: slow, not in the interface thread.  %NULL only when cancelled.
 */
GdkTexture *tend_scan_render         (TendScan       *self,
                                      int             page,
                                      int             width,
                                      char          **text,
                                      GCancellable   *cancellable,
                                      GError        **error);

G_END_DECLS
