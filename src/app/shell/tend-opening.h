/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"

G_BEGIN_DECLS

/**
 * TendOpening:
 *
 * The way to an open vault: first the login keyring is asked; where it has no
 * key, or does not answer, the recovery key or the passphrase opens the vault,
 * and the keyring's entry is mended afterwards.  Knows no widget.
 *
 * The keyring's call is never cancelled, since its prompt may be open: this goes
 * on without it and ignores a late answer.
 *
 * Signals: "changed" whenever the state, the message or the slip does;
 * "mended" (message) says what became of the keyring's entry afterwards.
 */
#define TEND_TYPE_OPENING (tend_opening_get_type ())
G_DECLARE_FINAL_TYPE (TendOpening, tend_opening, TEND, OPENING, GObject)

typedef enum
{
  TEND_OPENING_NONE,    /* there is no vault here: set-up */
  TEND_OPENING_KEYRING, /* the keyring has been asked and has not answered */
  TEND_OPENING_WANTED,  /* the recovery key or the passphrase is wanted */
  TEND_OPENING_TRYING,  /* the vault is being opened with a key */
  TEND_OPENING_OPEN,
  TEND_OPENING_DAMAGED, /* the message says what is damaged */
  TEND_OPENING_FAILED,  /* it cannot be opened for another reason */
} TendOpeningState;

typedef enum
{
  TEND_WORDS_RECOVERY,
  TEND_WORDS_PASSPHRASE,
} TendWords;

/* Looks at once whether there is a vault, and if so asks the keyring. */
TendOpening      *tend_opening_new          (const char    *dir,
                                             TendDate       today);
/* Makes the sample instead; its folder goes when the opening does. */
TendOpening      *tend_opening_new_sample   (TendDate       today);
gboolean          tend_opening_is_sample    (TendOpening   *self);
TendOpeningState  tend_opening_get_state    (TendOpening   *self);
const char       *tend_opening_get_dir      (TendOpening   *self);
TendDate          tend_opening_get_today    (TendOpening   *self);
/* Why the keyring did not do it, or why the vault does not open; NULL for nothing to say. */
const char       *tend_opening_get_message  (TendOpening   *self);
/* What is wrong with what was typed last; NULL for nothing. */
const char       *tend_opening_get_slip     (TendOpening   *self);
gboolean          tend_opening_has_passphrase (TendOpening *self);
/* Whether it was open and has been locked: the passphrase, where there is one, is
 * then asked for, and not only the keyring. */
gboolean          tend_opening_is_locked    (TendOpening   *self);
/* The open session, for OPEN. */
TendSession      *tend_opening_get_session  (TendOpening   *self);

/* Asks the keyring (again). */
void              tend_opening_ask_keyring  (TendOpening   *self);
/* Tries what was typed; WANTED again with a slip when it is not right. */
void              tend_opening_try          (TendOpening   *self,
                                             TendWords      words,
                                             const char    *typed);
/* Looks again from the start: a backup has been put in place. */
void              tend_opening_restart      (TendOpening   *self);
/* Closes the session, since its files are about to be moved.
 * Returns: (transfer full) (nullable): it, to wait for in a thread with
 *   tend_session_close_wait() */
TendSession      *tend_opening_shut         (TendOpening   *self);
/* Closes the session; the vault stays shut until it is asked for again. */
void              tend_opening_lock         (TendOpening   *self);
/* Takes over a vault that set-up has just made. */
void              tend_opening_take         (TendOpening   *self,
                                             TendSession   *session);

G_END_DECLS
