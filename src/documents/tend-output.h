/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * tend_output_write:
 *
 * Writes a file whole or not at all, for its owner's eyes only (0600).  What is
 * not a regular file, a pipe or /dev/stdout, is written to and stays what it is.
 * Checks the place itself.
 */
gboolean tend_output_write      (const char      *path,
                                 GBytes          *bytes,
                                 GError         **error);
/* FALSE with TEND_ERROR_FAILED for a place in a vault's folder, wherever links lead:
 * no copy may take the place of the records.  For what does not come through
 * tend_output_write(). */
gboolean tend_output_check_place (const char     *path,
                                  GError        **error);

/* A cairo_write_func_t that appends to a GByteArray. */
cairo_status_t tend_output_append (void                *array,
                                   const unsigned char *data,
                                   unsigned int         length);

/* (transfer full): @surface as PNG. */
GBytes  *tend_output_png        (cairo_surface_t *surface,
                                 GError         **error);

/* Sets @error from cairo's status, unless it is success. */
gboolean tend_output_check      (cairo_status_t   status,
                                 GError         **error);

G_END_DECLS
