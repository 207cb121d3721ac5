/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-error.h"
#include "tend-history.h"
#include "tend-statement.h"
#include "tend-vault.h"

#include <sqlite3.h>

/* What the vault's tests share: a vault in a folder of its own, and ways to
 * look at it and to harm it from outside.
 */

typedef struct
{
  char      *top;      /* temporary, removed in the end */
  char      *dir;      /* the vault's folder in it */
  TendVault *vault;    /* open, or NULL */
  TendKey   *key;
  char      *recovery;
} VaultFixture;

void       vault_fixture_set_up    (VaultFixture  *self,
                                    gconstpointer  data);
void       vault_fixture_tear_down (VaultFixture  *self,
                                    gconstpointer  data);
/* Closes it and sees that nobody else holds it. */
void       vault_close             (VaultFixture  *self);
/* Opens it again; fails the test when it cannot. */
void       vault_open              (VaultFixture  *self);
/* (transfer full): a file in the vault. */
char      *vault_path              (VaultFixture  *self,
                                    const char    *name);

/* A change of record "note" @id with one entry in the history. */
gboolean   vault_write             (TendVault     *vault,
                                    const char    *id,
                                    const char    *values,
                                    GError       **error);
/* How many entries the history has, by the interface. */
guint      vault_count             (TendVault     *vault);
/* (transfer full): rows as lines, columns parted by "|". */
char      *vault_dump              (TendVault     *vault,
                                    const char    *sql);

/* The database with its key, without the vault's help; triggers may be dropped. */
sqlite3   *vault_raw               (VaultFixture  *self);
void       vault_raw_exec          (VaultFixture  *self,
                                    const char    *sql);
/* Turns one bit of a file over. */
void       flip_byte               (const char    *path,
                                    gsize          at);
goffset    file_size               (const char    *path);
/* Writes the bytes of one file over another. */
void       copy_over               (const char    *from,
                                    const char    *to);
void       remove_tree             (const char    *path);
/* Opens for reading and verifies: "kind place\n" for each fault, each once. */
char      *vault_faults            (VaultFixture  *self,
                                    const char    *dir);
/* (transfer full): a copy of the whole vault, "NAME" beside it. */
char      *copy_vault              (VaultFixture  *self,
                                    const char    *name);

#define add_vault_test(path, func) \
  g_test_add (path, VaultFixture, NULL, vault_fixture_set_up, func, vault_fixture_tear_down)
