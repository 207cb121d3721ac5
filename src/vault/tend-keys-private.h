/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of TendKeys, shared by tend-keys.c and tend-keys-file.c. */

#pragma once

#include "tend-keys.h"

#include <sodium.h>

G_BEGIN_DECLS

#define TEND_ID_BYTES    16
#define TEND_CHECK_BYTES 32

typedef struct
{
  gboolean is_set;
  guint64  ops;
  gsize    memory;
  guint8   salt[crypto_pwhash_SALTBYTES];
  guint8   nonce[crypto_secretbox_NONCEBYTES];
  guint8   box[crypto_secretbox_MACBYTES + TEND_KEY_BYTES];
} TendSlot;

struct _TendKeys
{
  int       version;
  char     *id;
  guint8    check[TEND_CHECK_BYTES];
  TendSlot  slots[TEND_N_SLOTS];
  gboolean  is_sound;
};

G_END_DECLS
