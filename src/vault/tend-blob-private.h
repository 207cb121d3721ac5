/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-blob.h"

#include <sodium.h>

G_BEGIN_DECLS

/* A blob file:
 *
 *     "TENDBLB1" | secretstream header | block | block | … | last block
 *
 * Each block is BLOCK_PLAIN bytes (the last one fewer, perhaps none) and the
 * secretstream's own; the last one has the FINAL tag, so that a file that was
 * cut short, or had something put behind it, is known as such.  The file's name
 * is the keyed hash of all plain bytes.
 */

#define TEND_BLOB_MAGIC        "TENDBLB1"
#define TEND_BLOB_MAGIC_LENGTH 8
#define TEND_BLOB_BLOCK_PLAIN  (64 * 1024)
#define TEND_BLOB_BLOCK_FILE   (TEND_BLOB_BLOCK_PLAIN + \
                                crypto_secretstream_xchacha20poly1305_ABYTES)
#define TEND_BLOB_NAME_LENGTH  (crypto_generichash_BYTES * 2)

/* Sixty-four hexadecimal digits, in small letters. */
gboolean      tend_blob_is_name    (const char     *name);

/* (transfer full): where a blob's file is; the folder for NULL. */
char         *tend_blob_path       (TendVault      *vault,
                                    const char     *name);

/* The keyed hash that becomes the name. */
void          tend_blob_hash_init  (crypto_generichash_state *state,
                                    TendKey        *key);
/* (transfer full): */
char         *tend_blob_hash_name  (crypto_generichash_state *state);

/* @file: (transfer full): a file descriptor of a blob's file. */
GInputStream *tend_blob_stream_new (int             file,
                                    TendKey        *key,
                                    const char     *name);

G_END_DECLS
