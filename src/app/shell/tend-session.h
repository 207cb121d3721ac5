/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"
#include "tend-vault.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TendSession:
 *
 * The open vault, as the window sees it: one worker thread with the vault's
 * connection, and the news that something changed.  Made once and handed down;
 * the interface thread never touches the vault itself.
 *
 * Signals: "changed" (interface thread), after this session or another process
 * has written; a page that is on view then asks again.
 */
#define TEND_TYPE_SESSION (tend_session_get_type ())
G_DECLARE_FINAL_TYPE (TendSession, tend_session, TEND, SESSION, GObject)

/* Runs in the worker: any plain function of src/records fits in one. */
typedef gpointer (*TendSessionFunc) (TendVault  *vault,
                                     gpointer    data,
                                     GError    **error);

/**
 * tend_session_open_async:
 * @today: a fixed day for the sample, or TEND_DATE_NONE for the real one
 *
 * Opens (and migrates, and takes the snapshot that is due) in the worker.
 */
void         tend_session_open_async  (const char           *dir,
                                       TendKey              *key,
                                       gboolean              sample,
                                       TendDate              today,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
TendSession *tend_session_open_finish (GAsyncResult         *result,
                                       GError              **error);

/**
 * tend_session_start_async:
 * @make: runs in the worker without a vault and returns one: TendVault * (transfer full)
 *
 * What tend_session_open_async() is made of, for set-up and the sample, which
 * make the vault that they then open.
 */
void         tend_session_start_async (const char           *dir,
                                       gboolean              sample,
                                       TendDate              today,
                                       TendSessionFunc       make,
                                       gpointer              data,
                                       GDestroyNotify        free_data,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/**
 * tend_session_query:
 * @func: runs in the worker, in the order asked
 * @data: (transfer full): freed with @free_data in the worker
 * @free_result: frees what @func returned when nobody takes it
 *
 * Asks a question.  The callback comes in the interface thread; when @cancellable
 * is cancelled (a page cancels its own when it goes) it gets G_IO_ERROR_CANCELLED.
 */
void         tend_session_query       (TendSession          *self,
                                       TendSessionFunc       func,
                                       gpointer              data,
                                       GDestroyNotify        free_data,
                                       GDestroyNotify        free_result,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* The same in a thread and with a connection of its own, which only reads: for what takes long,
 * while the worker answers the window.  @func stops by itself when @cancellable says so. */
void         tend_session_query_apart (TendSession          *self,
                                       TendSessionFunc       func,
                                       gpointer              data,
                                       GDestroyNotify        free_data,
                                       GDestroyNotify        free_result,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* The same for a change: @func runs inside tend_vault_transact(), and "changed"
 * is emitted when it has succeeded. */
void         tend_session_change      (TendSession          *self,
                                       TendSessionFunc       func,
                                       gpointer              data,
                                       GDestroyNotify        free_data,
                                       GDestroyNotify        free_result,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
/* For all three.  A function that succeeds may return NULL: look at @error. */
gpointer     tend_session_finish      (TendSession          *self,
                                       GAsyncResult         *result,
                                       GError              **error);

/* Saves a copy of @record; a short form of tend_session_change(). */
void         tend_session_save        (TendSession          *self,
                                       TendRecord           *record,
                                       const char           *reason,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

TendDate     tend_session_get_today   (TendSession          *self);
TendInstant  tend_session_get_now     (TendSession          *self);
/* Whether this is the sample, in a temporary place. */
gboolean     tend_session_is_sample   (TendSession          *self);
const char  *tend_session_get_dir     (TendSession          *self);

/* Closes the vault in the worker (checkpoint), after what has been asked before;
 * for locking.  What is asked later gets TEND_ERROR_LOCKED. */
void         tend_session_close       (TendSession          *self);
/* The same, and waits for it: for quitting, when no window is left, and for a
 * thread that comes after it. */
void         tend_session_close_wait  (TendSession          *self);

G_END_DECLS
