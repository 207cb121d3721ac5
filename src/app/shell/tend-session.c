/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-session.h"

#include "tend-worker.h"

#include <glib/gi18n-lib.h>

/* The sample's clock starts here: visits behind it and visits to come. */
#define SAMPLE_CLOCK (11 * 60 + 20)

struct _TendSession
{
  GObject      parent_instance;

  char        *dir;
  gboolean     sample;
  TendDate     today;   /* TEND_DATE_NONE: the real one */
  gint64       started; /* monotonic */

  TendWorker  *worker;
  gboolean     closed;
};

G_DEFINE_FINAL_TYPE (TendSession, tend_session, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (gpointer owner)
{
  TendSession *self = TEND_SESSION (owner);

  if (!self->closed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
push (TendSession   *self,
      GTask         *task,
      const TendJob *job)
{
  if (!self->closed)
    {
      tend_worker_push (self->worker, g_object_ref (task), job);
      return;
    }

  if (job->free_data != NULL)
    job->free_data (job->data);

  g_task_return_new_error (task, TEND_ERROR, TEND_ERROR_LOCKED, "%s",
                           _("The records are locked."));
}

static void
tend_session_dispose (GObject *object)
{
  tend_session_close (TEND_SESSION (object));

  G_OBJECT_CLASS (tend_session_parent_class)->dispose (object);
}

static void
tend_session_finalize (GObject *object)
{
  TendSession *self = TEND_SESSION (object);

  g_clear_pointer (&self->worker, tend_worker_unref);
  g_clear_pointer (&self->dir, g_free);

  G_OBJECT_CLASS (tend_session_parent_class)->finalize (object);
}

static void
tend_session_class_init (TendSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_session_dispose;
  object_class->finalize = tend_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_session_init (TendSession *self)
{
  self->started = g_get_monotonic_time ();
}

typedef struct
{
  char    *dir;
  TendKey *key;
} Open;

static void
open_free (gpointer data)
{
  Open *open = data;

  g_free (open->dir);
  tend_key_unref (open->key);
  g_free (open);
}

static gpointer
open_vault (TendVault  *none,
            gpointer    data,
            GError    **error)
{
  Open *open = data;
  TendVault *vault;

  /* The worker takes the day's snapshot once it has nothing else to do. */
  vault = tend_vault_open (open->dir, open->key, TEND_VAULT_SNAPSHOT_LATER, error);
  if (vault != NULL)
    tend_vault_set_actor (vault, "Tend");

  return vault;
}

void
tend_session_open_async (const char          *dir,
                         TendKey             *key,
                         gboolean             sample,
                         TendDate             today,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Open *open;

  g_return_if_fail (dir != NULL);
  g_return_if_fail (key != NULL);

  open = g_new0 (Open, 1);
  open->dir = g_strdup (dir);
  open->key = tend_key_ref (key);

  tend_session_start_async (dir, sample, today, open_vault, open, open_free, callback, user_data);
}

void
tend_session_start_async (const char          *dir,
                          gboolean             sample,
                          TendDate             today,
                          TendSessionFunc      make,
                          gpointer             data,
                          GDestroyNotify       free_data,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(TendSession) self = g_object_new (TEND_TYPE_SESSION, NULL);
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  TendJob job = { TEND_JOB_OPEN, make, data, free_data, NULL };

  g_return_if_fail (dir != NULL);
  g_return_if_fail (make != NULL);

  self->dir = g_strdup (dir);
  self->sample = sample;
  self->today = today;
  self->worker = tend_worker_new (G_OBJECT (self), !sample, emit_changed);

  push (self, task, &job);
}

TendSession *
tend_session_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  g_task_propagate_pointer (G_TASK (result), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_object_ref (g_task_get_source_object (G_TASK (result)));
}

void
tend_session_query (TendSession         *self,
                    TendSessionFunc      func,
                    gpointer             data,
                    GDestroyNotify       free_data,
                    GDestroyNotify       free_result,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  TendJob job = { TEND_JOB_QUERY, func, data, free_data, free_result };
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (TEND_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tend_session_query);
  push (self, task, &job);
}

void
tend_session_change (TendSession         *self,
                     TendSessionFunc      func,
                     gpointer             data,
                     GDestroyNotify       free_data,
                     GDestroyNotify       free_result,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  TendJob job = { TEND_JOB_CHANGE, func, data, free_data, free_result };
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (TEND_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tend_session_change);
  push (self, task, &job);
}

gpointer
tend_session_finish (TendSession   *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TendRecord *record;
  char       *reason;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->record);
  g_free (save->reason);
  g_free (save);
}

static gpointer
save_record (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  Save *save = data;

  tend_record_save (vault, save->record, save->reason, error);

  return NULL;
}

void
tend_session_save (TendSession         *self,
                   TendRecord          *record,
                   const char          *reason,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Save *save;

  g_return_if_fail (TEND_IS_SESSION (self));
  g_return_if_fail (TEND_IS_RECORD (record));

  save = g_new0 (Save, 1);
  save->record = tend_record_copy (record);
  save->reason = g_strdup (reason);

  tend_session_change (self, save_record, save, save_free, NULL, callback, user_data);
}

TendInstant
tend_session_get_now (TendSession *self)
{
  TendInstant now;
  gint64 passed;

  g_return_val_if_fail (TEND_IS_SESSION (self), 0);

  now = g_get_real_time () / G_USEC_PER_SEC;

  if (self->today == TEND_DATE_NONE)
    return now;

  if (!self->sample)
    return tend_time_resolve (self->today, tend_time_clock (now));

  passed = (g_get_monotonic_time () - self->started) / G_USEC_PER_SEC;

  return tend_time_resolve (self->today, SAMPLE_CLOCK) + passed;
}

TendDate
tend_session_get_today (TendSession *self)
{
  g_return_val_if_fail (TEND_IS_SESSION (self), TEND_DATE_NONE);

  if (self->today != TEND_DATE_NONE)
    return self->today;

  return tend_time_date (tend_session_get_now (self));
}

gboolean
tend_session_is_sample (TendSession *self)
{
  g_return_val_if_fail (TEND_IS_SESSION (self), FALSE);

  return self->sample;
}

const char *
tend_session_get_dir (TendSession *self)
{
  g_return_val_if_fail (TEND_IS_SESSION (self), NULL);

  return self->dir;
}

void
tend_session_close (TendSession *self)
{
  TendJob job = { TEND_JOB_CLOSE };

  g_return_if_fail (TEND_IS_SESSION (self));

  if (self->closed)
    return;

  self->closed = TRUE;
  tend_worker_push (self->worker, g_task_new (NULL, NULL, NULL, NULL), &job);
}

void
tend_session_close_wait (TendSession *self)
{
  g_return_if_fail (TEND_IS_SESSION (self));

  if (!self->closed)
    tend_session_close (self);
  tend_worker_join (self->worker);
}
