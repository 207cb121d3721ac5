/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TendWorker:
 *
 * The one thread that talks to the vault: it runs jobs in the order they come,
 * looks once a second whether another program has written or a new day has
 * begun, and when nobody wants anything empties the write-ahead log and makes ready
 * what an earlier Tend did not search.  It belongs
 * to a TendSession, which is the only one to use it.
 */
typedef struct _TendWorker TendWorker;

typedef enum
{
  TEND_JOB_OPEN,   /* the function makes the worker's vault */
  TEND_JOB_QUERY,
  TEND_JOB_CHANGE, /* inside a transaction */
  TEND_JOB_CLOSE,  /* nothing runs after it */
} TendJobKind;

typedef gpointer (*TendJobFunc) (TendVault  *vault,
                                 gpointer    data,
                                 GError    **error);

/* A job is the task data of the GTask that answers it. */
typedef struct
{
  TendJobKind    kind;
  TendJobFunc    func;
  gpointer       data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} TendJob;

/* @snapshots: whether to take the snapshot of each day, when idle or at the end
 * @changed: called in the thread that made the worker, with @owner while it lives */
TendWorker *tend_worker_new   (GObject        *owner,
                               gboolean        snapshots,
                               void          (*changed) (gpointer owner));
void        tend_worker_unref (TendWorker     *self);
/* @task: (transfer full) */
void        tend_worker_push  (TendWorker     *self,
                               GTask          *task,
                               const TendJob  *job);
/* After a CLOSE job: waits until the thread has ended.  For quitting only. */
void        tend_worker_join  (TendWorker     *self);

G_END_DECLS
