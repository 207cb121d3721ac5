/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TendZip:
 *
 * A ZIP file that is written from beginning to end, with a list of SHA-256 sums as its last
 * file; "sha256sum -c" checks it.  It stands beside its place under another name until it is
 * whole.  For one thread.
 */
typedef struct _TendZip TendZip;

/* @passphrase: (nullable): locks what is in it with AES-256; names of files stay readable */
TendZip    *tend_zip_new    (const char     *path,
                             const char     *passphrase,
                             GError        **error);
/**
 * tend_zip_begin:
 * @size: how long it is; -1: it turns out, and is made smaller
 */
gboolean    tend_zip_begin  (TendZip        *self,
                             const char     *name,
                             gint64          size,
                             GError        **error);
gboolean    tend_zip_add    (TendZip        *self,
                             gconstpointer   bytes,
                             gsize           length,
                             GError        **error);
/* All of it with its sums, on the disk; not yet under its name.  Nothing can be added. */
gboolean    tend_zip_close  (TendZip        *self,
                             GError        **error);
/* A short file that anybody can read, whether the others are locked or not; it stands first in
 * the list.  At most one, before the ZIP is closed. */
void        tend_zip_set_open (TendZip         *self,
                             const char     *name,
                             const char     *text);
/* Of the closed file. */
const char *tend_zip_get_sum (TendZip       *self);
/* Gives the closed file its name. */
gboolean    tend_zip_keep   (TendZip        *self,
                             GError        **error);
/* One that was not kept leaves nothing. */
void        tend_zip_free   (TendZip        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendZip, tend_zip_free)

G_END_DECLS
