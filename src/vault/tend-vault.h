/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-key.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TendVault:
 *
 * One open connection to the encrypted store in one directory (design.md,
 * section 4).  Plain and synchronous; every function asserts that it is called
 * in the thread that opened the vault.
 */
#define TEND_TYPE_VAULT (tend_vault_get_type ())
G_DECLARE_FINAL_TYPE (TendVault, tend_vault, TEND, VAULT, GObject)

typedef enum
{
  TEND_VAULT_READ_WRITE = 0,
  TEND_VAULT_READ_ONLY  = 1 << 0, /* a second connection of the process, or an inspection */
  TEND_VAULT_SNAPSHOT_LATER = 1 << 1, /* the day's snapshot is not taken while opening: the caller
                                         does it when idle, see tend_snapshot_due() */
} TendVaultFlags;

/* (transfer full): --vault, else TEND_DATA_DIR, else $XDG_DATA_HOME/tend. */
char      *tend_vault_default_dir     (void);

/* Whether @dir holds a vault, or what is left of one: anything that a first
 * start must not write over.  What a crash left before a new vault was closed or
 * had anything recorded in it is none. */
gboolean   tend_vault_exists          (const char      *dir);

/**
 * tend_vault_create:
 * @dir: made with mode 0700 when missing; must not hold a vault
 * @passphrase: (nullable): also opens the vault
 * @recovery_key: (out) (nullable): the recovery key to show; tend_recovery_free()
 * @key: (out) (nullable): the data key, for the keyring
 *
 * Until something is recorded in it or it is closed, a crash leaves nothing that
 * looks like a vault, so that nobody is shut out by one that has no key.
 */
TendVault *tend_vault_create          (const char      *dir,
                                       const char      *passphrase,
                                       char           **recovery_key,
                                       TendKey        **key,
                                       GError         **error);

/* Takes a vault that was just created back, when its keys could be given to
 * nobody; only before anything is recorded in it.  It is closed by this: drop it. */
void       tend_vault_abandon         (TendVault       *self);

/**
 * tend_vault_open:
 *
 * Checks @key against vault.keys, opens, checks the head, takes the snapshot
 * that is due, and migrates (READ_ONLY: none of the three, so that verify can
 * say what is wrong).  TEND_ERROR_LOCKED when the key is not this vault's,
 * TEND_ERROR_DAMAGED when pages, chain or head are not sound, TEND_ERROR_FAILED
 * when it was written by a newer Tend, TEND_ERROR_NOT_FOUND when there is none.
 */
TendVault *tend_vault_open            (const char      *dir,
                                       TendKey         *key,
                                       TendVaultFlags   flags,
                                       GError         **error);

/* The data key from what the user has.  Slow on purpose (Argon2id): not on the
 * interface thread. */
TendKey   *tend_vault_key_from_recovery   (const char  *dir,
                                           const char  *typed,
                                           GError     **error);
TendKey   *tend_vault_key_from_passphrase (const char  *dir,
                                           const char  *passphrase,
                                           GError     **error);
gboolean   tend_vault_has_passphrase  (const char      *dir);
/* Sets, changes or (NULL) removes the passphrase of an open vault. */
gboolean   tend_vault_set_passphrase  (TendVault       *self,
                                       const char      *passphrase,
                                       GError         **error);
/* Replaces the recovery key; the old sheet opens neither the vault nor its
 * snapshots any more, only backups that were made before. */
gboolean   tend_vault_renew_recovery  (TendVault       *self,
                                       char           **recovery_key,
                                       GError         **error);
/* (transfer full): the random id in vault.keys, the keyring's attribute. */
char      *tend_vault_read_id         (const char      *dir,
                                       GError         **error);

const char *tend_vault_get_dir        (TendVault       *self);
/* Whether nothing has been recorded in it since it was made: it can be abandoned still, and
 * nothing of Tend's own is to be written into it. */
gboolean    tend_vault_is_new         (TendVault       *self);
TendKey    *tend_vault_get_key        (TendVault       *self);
/* Who the history says made a change, "Tend" or "tend-cli". */
void        tend_vault_set_actor      (TendVault       *self,
                                       const char      *actor);

/**
 * TendVaultFunc:
 *
 * Work inside a transaction: returns whether what it wrote is to be kept.
 */
typedef gboolean (*TendVaultFunc) (TendVault  *vault,
                                   gpointer    data,
                                   GError    **error);

/**
 * tend_vault_transact:
 *
 * The one way to write: BEGIN IMMEDIATE (5 s busy timeout), @func, COMMIT, then
 * the head.  When @func or the commit fails everything is rolled back.  Calls
 * may nest: an inner one is part of the outer, and takes back only its own
 * writes when it fails and the outer one goes on.
 */
gboolean    tend_vault_transact       (TendVault       *self,
                                       TendVaultFunc    func,
                                       gpointer         data,
                                       GError         **error);
gboolean    tend_vault_in_transaction (TendVault       *self);

/* A consistent view over several queries: a deferred read transaction around @func. */
gboolean    tend_vault_read           (TendVault       *self,
                                       TendVaultFunc    func,
                                       gpointer         data,
                                       GError         **error);

/* SQLite's data_version: differs when another connection has written. */
gint64      tend_vault_data_version   (TendVault       *self);

/* Truncating checkpoint: when idle, and at close. */
void        tend_vault_checkpoint     (TendVault       *self);

G_END_DECLS
