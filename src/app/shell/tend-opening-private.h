/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-opening.h"

#include "tend-keyring.h"

G_BEGIN_DECLS

/* What was asked of the keyring and what it said: the task's data. */
typedef struct
{
  char             *dir;
  guint             attempt;
  TendKeyringState  state;
  TendKey          *key;     /* nullable */
  char             *message; /* nullable */
} TendKeyLookup;

/* @key: (transfer full).  Ends with a boolean. */
void _tend_opening_store_key   (TendOpening         *self,
                                const char          *dir,
                                TendKey             *key,
                                GAsyncReadyCallback  callback);
/* Ends with a boolean, or with an error when the vault does not say whose key it is. */
void _tend_opening_look_up_key (TendOpening         *self,
                                const char          *dir,
                                guint                attempt,
                                GAsyncReadyCallback  callback);
/* Ends with a TendKey. */
void _tend_opening_derive_key  (TendOpening         *self,
                                const char          *dir,
                                TendWords            words,
                                const char          *typed,
                                GAsyncReadyCallback  callback);

G_END_DECLS
