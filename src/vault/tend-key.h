/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TEND_KEY_BYTES 32

/**
 * TendKey:
 *
 * Thirty-two secret bytes in guarded memory (libsodium: locked, out of core
 * dumps, wiped when freed).  Boxed and counted; it may cross threads.
 */
typedef struct _TendKey TendKey;

#define TEND_TYPE_KEY (tend_key_get_type ())
GType         tend_key_get_type  (void);

TendKey      *tend_key_new       (const guint8   *bytes);
TendKey      *tend_key_new_random (void);
TendKey      *tend_key_ref       (TendKey        *self);
void          tend_key_unref     (TendKey        *self);
/* The bytes; valid while a reference is held. */
const guint8 *tend_key_peek      (TendKey        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendKey, tend_key_unref)

G_END_DECLS
