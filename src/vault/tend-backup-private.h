/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-snapshot.h"

#include <sodium.h>

G_BEGIN_DECLS

/* A .tend-backup is a plain tar file:
 *
 *     tend-backup     the format's version, in digits
 *     vault.keys      as in the vault
 *     vault.db        a copy under the same data key, with its
 *     vault.head
 *     blobs/NAME      as in the vault
 *     manifest.json   what should be there: it comes last, so that it can hold
 *                     the sum of everything before it, and a file that was cut
 *                     short has none
 *
 * Everything in it is encrypted already or says nothing.
 */

#define TEND_BACKUP_MARK     "tend-backup"
#define TEND_BACKUP_MANIFEST "manifest.json"
#define TEND_BACKUP_VERSION  1

/* What has gone by, in order: becomes the manifest, or is compared with it. */
typedef struct
{
  GString    *files;  /* the manifest's list so far */
  GHashTable *names;
} TendManifest;

void      tend_manifest_init   (TendManifest  *self);
void      tend_manifest_clear  (TendManifest  *self);
gboolean  tend_manifest_has    (TendManifest  *self,
                                const char    *name);
void      tend_manifest_add    (TendManifest  *self,
                                const char    *name,
                                gint64         size,
                                const guint8  *sum);
/* (transfer full): */
char     *tend_manifest_format (TendManifest  *self,
                                const char    *vault_id);
/* Whether @text is the manifest of just these files. */
gboolean  tend_manifest_match  (TendManifest  *self,
                                const char    *text);

#define TEND_SUM_BYTES 32

/**
 * tend_backup_read:
 * @to: (nullable): an empty folder for the files
 *
 * Reads the whole backup and checks it against its manifest.  INVALID when it is
 * not a backup, DAMAGED when it is a damaged one.
 */
gboolean  tend_backup_read     (const char    *path,
                                const char    *to,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
