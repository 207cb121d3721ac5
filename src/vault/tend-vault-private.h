/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of src/vault share, and the only header with sqlite3.h. */

#pragma once

#include "tend-statement.h"
#include "tend-vault.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define TEND_HASH_BYTES      32
#define TEND_BUSY_TIMEOUT_MS 5000

struct _TendVault
{
  GObject         parent_instance;

  sqlite3        *db;
  char           *dir;
  TendKey        *key;
  char           *actor;
  GThread        *thread;
  TendVaultFlags  flags;
  GHashTable     *statements;   /* SQL text to an idle sqlite3_stmt */
  int             version;      /* user_version this connection works with */
  int             depth;        /* of nested tend_vault_transact() */
  gboolean        head_is_old;  /* the history grew since the head was written */
  gboolean        blobs_are_old; /* there may be files whose row was removed */
  gboolean        is_sound;     /* the head was checked, and nothing is missing */
  int             mark_fd;      /* vault.new, while nothing was recorded; or -1 */
  int             lock_fd;      /* shared lock: the vault is in use */
};

#define tend_vault_assert_thread(self) g_assert ((self)->thread == g_thread_self ())

/* tend-connection.c */

typedef enum
{
  TEND_CONNECTION_CREATE, /* a new file, in WAL mode */
  TEND_CONNECTION_COPY,   /* a new file to copy into; the caller syncs it */
  TEND_CONNECTION_WRITE,
  TEND_CONNECTION_READ,
} TendConnectionMode;

/* A keyed, configured connection that has read its first page. */
sqlite3      *tend_connection_open         (const char          *path,
                                            TendKey             *key,
                                            TendConnectionMode   mode,
                                            GError             **error);
/* Turns SQLite's extended result code into words and a code; @db: whose it is */
void          tend_connection_set_code     (sqlite3             *db,
                                            int                  extended,
                                            GError             **error);
/* The same for the connection's last error. */
void          tend_connection_set_error    (sqlite3             *db,
                                            GError             **error);
gboolean      tend_connection_exec         (sqlite3             *db,
                                            const char          *sql,
                                            GError             **error);
/* The first column of the first row; -1 without an error set when there is no row. */
gint64        tend_connection_query_int    (sqlite3             *db,
                                            const char          *sql,
                                            GError             **error);
/* (transfer full) (nullable): all rows of the first column, at most 100 of them. */
GStrv         tend_connection_query_texts  (sqlite3             *db,
                                            const char          *sql,
                                            GError             **error);
/* cipher_integrity_check, integrity_check and foreign_key_check; DAMAGED names the first fault. */
gboolean      tend_connection_check        (sqlite3             *db,
                                            GError             **error);
/* tend_fold(text): how search compares, see tend-fold.c. */
int           tend_fold_register           (sqlite3             *db);

/* tend-migrate.c */

typedef struct
{
  int         version; /* what user_version is after it */
  const char *sql;
} TendMigration;

/* (transfer container) (element-type TendMigration): those of the program, in order. */
GArray       *tend_migrations_load         (void);
/* Applies what @migrations has above the user_version, all or nothing. */
gboolean      tend_migrate_connection      (sqlite3             *db,
                                            GArray              *migrations,
                                            GError             **error);
/* The same for an open vault, with a snapshot first.  Refuses what a newer Tend wrote. */
gboolean      tend_migrate_vault           (TendVault           *vault,
                                            GArray              *migrations,
                                            GError             **error);

/* tend-statement.c */

void          tend_statement_bind_blob     (TendStatement       *self,
                                            const char          *name,
                                            const void          *bytes,
                                            gsize                length);
/* (nullable): until the next step; the blob when it has just @length bytes. */
const guint8 *tend_statement_get_blob      (TendStatement       *self,
                                            int                  column,
                                            gsize                length);

/* tend-key.c */

typedef enum
{
  TEND_SUBKEY_HEAD      = 1, /* numbers on disk: never reuse one */
  TEND_SUBKEY_BLOB_NAME = 2,
  TEND_SUBKEY_BLOB      = 3,
} TendSubkey;

TendKey      *tend_key_derive              (TendKey             *self,
                                            TendSubkey           purpose);

/* tend-chain.c */

typedef struct
{
  gint64  length; /* rows of the history */
  guint8  hash[TEND_HASH_BYTES]; /* of the last one; zeros when there is none */
} TendChainEnd;

/* Reads the history's end, or the row @at when that is above 0. */
gboolean      tend_chain_read_end          (TendVault           *vault,
                                            gint64               at,
                                            TendChainEnd        *end,
                                            GError             **error);
void          tend_chain_hash_payload      (const guint8        *salt,
                                            const char          *values,
                                            guint8              *hash);

#define TEND_SALT_BYTES 16

typedef struct
{
  gint64        sequence;
  gint64        at;
  const char   *who;
  const char   *kind;
  const char   *id;
  const char   *action;
  const char   *reason;       /* nullable */
  const guint8 *payload_hash; /* nullable */
} TendChainRow;

void          tend_chain_hash_row          (const guint8        *before,
                                            const TendChainRow  *row,
                                            guint8              *hash);
/* What is wrong with the rows after @from; called for each fault. */
typedef void (*TendChainFaultFunc)         (gint64               sequence,
                                            const char          *message,
                                            gpointer             data);
gboolean      tend_chain_walk              (TendVault           *vault,
                                            const TendChainEnd  *from,
                                            TendChainFaultFunc   func,
                                            gpointer             data,
                                            GCancellable        *cancellable,
                                            GError             **error);

/* tend-head.c */

typedef enum
{
  TEND_HEAD_READ,
  TEND_HEAD_MISSING,
  TEND_HEAD_UNSOUND, /* altered, cut short or of another vault */
} TendHeadState;

TendHeadState tend_head_read               (const char          *dir,
                                            TendKey             *key,
                                            TendChainEnd        *end);
/* Writes @end as the head of @dir, unless the head there is further on. */
gboolean      tend_head_write              (const char          *dir,
                                            TendKey             *key,
                                            const TendChainEnd  *end,
                                            GError             **error);
/* The same whatever is there, for a folder that nobody else uses. */
gboolean      tend_head_replace            (const char          *dir,
                                            TendKey             *key,
                                            const TendChainEnd  *end,
                                            GError             **error);
/* Brings the vault's head up to its history. */
gboolean      tend_head_update             (TendVault           *vault,
                                            GError             **error);
/* Whether the history reaches the head; DAMAGED when it does not. */
gboolean      tend_head_check              (TendVault           *vault,
                                            GError             **error);

/* tend-vault-keys.c */

/* Whether @key is that of the vault in @dir; brings a lost vault.keys back from
 * a snapshot. */
gboolean      tend_vault_check_key         (const char          *dir,
                                            TendKey             *key,
                                            TendVaultFlags       flags,
                                            GError             **error);
gboolean      tend_vault_check_passphrase  (const char          *passphrase,
                                            GError             **error);

/* tend-vault-create.c */

/* Whether what is in @dir was left by a creation that was cut short. */
gboolean      tend_vault_is_unfinished     (const char          *dir);
/* Makes a new vault one that is there to stay: takes vault.new away. */
gboolean      tend_vault_claim             (TendVault           *self,
                                            GError             **error);

/* tend-vault.c */

/* Lets go of the files; what is to be written by then is written. */
void          tend_vault_close             (TendVault           *self);
/* What tend_vault_create() has just made. */
TendVault    *tend_vault_open_new          (const char          *dir,
                                            TendKey             *key,
                                            GError             **error);

/* Opens without looking at the head, the snapshots or the migrations. */
TendVault    *tend_vault_open_plain        (const char          *dir,
                                            TendKey             *key,
                                            TendVaultFlags       flags,
                                            GError             **error);

/* tend-blob.c */

/* Removes the files that have no row any more. */
void          tend_blob_sweep              (TendVault           *self);

G_END_DECLS
