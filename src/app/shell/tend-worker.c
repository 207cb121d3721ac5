/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-worker.h"

#include "tend-error.h"
#include "tend-search.h"
#include "tend-snapshot.h"
#include "tend-time.h"

#include <glib/gi18n-lib.h>

#define LOOK_EVERY      G_TIME_SPAN_SECOND
#define CHECKPOINT_IDLE (10 * G_TIME_SPAN_SECOND)
#define SNAPSHOT_IDLE   (20 * G_TIME_SPAN_SECOND)
#define SEARCH_STEP     (G_TIME_SPAN_SECOND / 10)

struct _TendWorker
{
  gatomicrefcount  references;
  GThread         *thread;
  GAsyncQueue     *tasks;

  GMainContext    *context;
  GWeakRef         owner;
  void           (*changed) (gpointer owner);
  gint             telling;    /* atomic: "changed" is on its way */

  /* The thread's own. */
  TendVault       *vault;
  gboolean         closed;
  gint64           version;    /* data_version as last seen */
  TendDate         day;
  gint64           looked_at;  /* monotonic */
  gint64           asked_at;   /* monotonic: the last job */
  gboolean         snapshots;  /* whether to take the one of the day */
  TendDate         snapshot;   /* the day on which that was last thought of */
  gboolean         searchable; /* all that is searched has been looked through */
  gint64           written_at; /* monotonic; 0: nothing since the last checkpoint */
};

static TendWorker *
tend_worker_ref (TendWorker *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
tend_worker_unref (TendWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_thread_unref (self->thread);
  g_async_queue_unref (self->tasks);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->owner);
  g_free (self);
}

/* In the worker as soon as the job has run: what it was given may be large. */
static void
job_drop_data (TendJob *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);

  job->free_data = NULL;
}

static void
job_free (TendJob *job)
{
  job_drop_data (job);
  g_free (job);
}

static gboolean
tell_changed (gpointer data)
{
  TendWorker *self = data;
  g_autoptr(GObject) owner = g_weak_ref_get (&self->owner);

  g_atomic_int_set (&self->telling, 0);

  if (owner != NULL)
    self->changed (owner);

  return G_SOURCE_REMOVE;
}

/* Several changes in a row become one piece of news.  The priority is that of
 * tasks, so that whoever made the change has its answer first.
 */
static void
queue_changed (TendWorker *self)
{
  g_autoptr(GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->telling, 0, 1))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_changed, tend_worker_ref (self),
                         (GDestroyNotify) tend_worker_unref);
  g_source_attach (source, self->context);
}

static TendDate
real_day (void)
{
  return tend_time_date (g_get_real_time () / G_USEC_PER_SEC);
}

/* The one of the day, as opening would take it.  A failure does not disturb: the
 * records are sound, and tomorrow is another day.
 */
static void
take_snapshot (TendWorker *self)
{
  g_autoptr(GError) error = NULL;
  TendDate day = real_day ();

  if (!self->snapshots || self->snapshot == day)
    return;

  self->snapshot = day;

  if (tend_snapshot_due (self->vault) && !tend_snapshot_take (self->vault, "daily", &error))
    g_message ("The snapshot of the day was not taken: %s", error->message);
}

/* Some of what an earlier Tend did not search, each second that nobody wants anything. */
static void
prepare_search (TendWorker *self)
{
  g_autoptr(GError) error = NULL;
  gboolean ready = FALSE;

  if (!tend_search_prepare (self->vault, SEARCH_STEP, &ready, &error))
    g_message ("What was kept before is not searched yet: %s", error->message);

  self->searchable = ready || error != NULL;
  self->written_at = g_get_monotonic_time ();
}

/* What may have changed without us: the data, through another program, and the day. */
static void
look_around (TendWorker *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 version;
  TendDate day;

  if (self->vault == NULL || now - self->looked_at < LOOK_EVERY)
    return;

  version = tend_vault_data_version (self->vault);
  day = real_day ();

  if (version != self->version || day != self->day)
    queue_changed (self);

  self->looked_at = now;
  self->version = version;
  self->day = day;

  if (self->written_at != 0 && now - self->written_at >= CHECKPOINT_IDLE)
    {
      self->written_at = 0;
      tend_vault_checkpoint (self->vault);
    }

  if (!self->searchable && !tend_vault_is_new (self->vault) && now - self->asked_at >= LOOK_EVERY)
    prepare_search (self);
  if (now - self->asked_at >= SNAPSHOT_IDLE)
    take_snapshot (self);
}

typedef struct
{
  TendJob  *job;
  gpointer  result;
} Change;

/* A function may rightly answer nothing: only an error rolls back. */
static gboolean
run_change (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Change *change = data;
  GError *failure = NULL;

  change->result = change->job->func (vault, change->job->data, &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

static gpointer
run_job (TendWorker  *self,
         TendJob     *job,
         GError     **error)
{
  Change change = { job, NULL };

  switch (job->kind)
    {
    case TEND_JOB_OPEN:
      self->vault = job->func (NULL, job->data, error);
      if (self->vault != NULL)
        {
          self->version = tend_vault_data_version (self->vault);
          self->day = real_day ();
        }
      return NULL;

    case TEND_JOB_QUERY:
      return job->func (self->vault, job->data, error);

    case TEND_JOB_CHANGE:
      if (tend_vault_transact (self->vault, run_change, &change, error))
        return change.result;
      if (change.result != NULL && job->free_result != NULL)
        job->free_result (change.result);
      return NULL;

    case TEND_JOB_CLOSE:
      if (self->vault != NULL)
        take_snapshot (self);
      g_clear_object (&self->vault);
      self->closed = TRUE;
      return NULL;

    default:
      g_assert_not_reached ();
    }
}

static void
run_task (TendWorker *self,
          GTask      *task)
{
  TendJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (job->kind != TEND_JOB_CHANGE && g_task_return_error_if_cancelled (task))
    return;

  if (self->vault == NULL && (job->kind == TEND_JOB_QUERY || job->kind == TEND_JOB_CHANGE))
    {
      g_task_return_new_error (task, TEND_ERROR, TEND_ERROR_LOCKED, "%s",
                               _("The records are locked."));
      return;
    }

  self->asked_at = g_get_monotonic_time ();
  result = run_job (self, job, &error);
  job_drop_data (job);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, result, result != NULL ? job->free_result : NULL);

  if (job->kind == TEND_JOB_CHANGE)
    {
      self->written_at = g_get_monotonic_time ();
      queue_changed (self);
    }
}

static gpointer
run_worker (gpointer data)
{
  TendWorker *self = data;

  while (!self->closed)
    {
      g_autoptr(GTask) task = g_async_queue_timeout_pop (self->tasks, LOOK_EVERY);

      if (task != NULL)
        run_task (self, task);

      look_around (self);
    }

  tend_worker_unref (self);

  return NULL;
}

TendWorker *
tend_worker_new (GObject   *owner,
                 gboolean   snapshots,
                 void     (*changed) (gpointer owner))
{
  TendWorker *self = g_new0 (TendWorker, 1);

  g_atomic_ref_count_init (&self->references);
  self->tasks = g_async_queue_new_full (g_object_unref);
  self->context = g_main_context_ref_thread_default ();
  self->snapshots = snapshots;
  self->changed = changed;
  g_weak_ref_init (&self->owner, owner);
  self->thread = g_thread_new ("vault", run_worker, tend_worker_ref (self));

  return self;
}

void
tend_worker_push (TendWorker    *self,
                  GTask         *task,
                  const TendJob *job)
{
  g_task_set_task_data (task, g_memdup2 (job, sizeof *job), (GDestroyNotify) job_free);
  g_async_queue_push (self->tasks, task);
}

void
tend_worker_join (TendWorker *self)
{
  g_thread_join (g_thread_ref (self->thread));
}
