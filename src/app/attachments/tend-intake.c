/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-intake.h"

#include "tend-error.h"
#include "tend-scan.h"

#include <glib/gi18n-lib.h>

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE

/* What the thread works on; the interface thread reads it when the thread has ended. */
typedef struct
{
  GFile         *file;
  TendBlobDraft *draft;
  gint           thousandths; /* atomic */
  TendMedia      media;
  gint64         size;
  char          *etag;
} Work;

struct _TendIntake
{
  GObject          parent_instance;

  TendSession     *session;
  GCancellable    *cancellable;
  Work            *work;        /* NULL before a file was taken */
  char            *name;
  char            *fault;
  TendIntakeState  state;
};

G_DEFINE_FINAL_TYPE (TendIntake, tend_intake, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_object_unref (work->file);
  g_clear_pointer (&work->draft, tend_blob_draft_unref);
  g_free (work->etag);
}

static void
work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

/* In the thread. */

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_info (Work       *work,
            GFileInfo  *info,
            GError    **error)
{
  g_autofree char *largest = NULL;
  g_autofree char *message = NULL;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return fail (error, _("This is a folder. Open it and choose one file in it."));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return fail (error, _("This is not a file that can be kept. Choose a scan or a photograph."));

  work->size = g_file_info_get_size (info);
  if (work->size == 0)
    return fail (error, _("This file is empty. Scan or copy it again."));
  if (work->size <= TEND_INTAKE_LARGEST)
    return TRUE;

  largest = g_format_size (TEND_INTAKE_LARGEST);
  message = g_strdup_printf (_("This file is larger than %s. Scan it in parts, or with fewer "
                               "dots."), largest);
  return fail (error, message);
}

static gboolean
check_media (Work         *work,
             GInputStream *input,
             GCancellable *cancellable,
             GError      **error)
{
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (input);
  const void *head;
  gsize length = 0;

  while (length < TEND_MEDIA_HEAD)
    {
      gssize got = g_buffered_input_stream_fill (buffer, TEND_MEDIA_HEAD - length, cancellable,
                                                 error);

      if (got < 0)
        return FALSE;
      if (got == 0)
        break;
      length += got;
    }

  head = g_buffered_input_stream_peek_buffer (buffer, &length);
  work->media = tend_media_guess (head, length);
  if (work->media == TEND_MEDIA_UNKNOWN)
    return fail (error, _("This is not a PDF, a JPEG or a PNG, whatever its name says. Scan it "
                          "again, or save it as one of these."));
  if (!tend_scan_can_show (work->media))
    return fail (error, _("This is a photograph as some phones keep them (HEIC), which this "
                          "computer cannot show. Send it from the phone as a JPEG, and choose "
                          "that."));
  return TRUE;
}

/* What can be read back and shown has arrived: only then may the original go. */
static gboolean
check_kept (Work          *work,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GInputStream) kept = tend_blob_draft_open (work->draft, error);
  g_autoptr(TendScan) scan = NULL;

  if (kept != NULL)
    scan = tend_scan_load (kept, work->media, cancellable, error);
  return scan != NULL;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  Work *work = data;

  g_atomic_int_set (&work->thousandths, (int) (CLAMP (fraction, 0, 1) * 1000));
}

static gboolean
read_file (Work          *work,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GFileInfo) info =
    g_file_query_info (work->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GInputStream) input = NULL;

  if (info == NULL || !check_info (work, info, error))
    return FALSE;

  work->etag = g_strdup (g_file_info_get_etag (info));
  stream = g_file_read (work->file, cancellable, error);
  if (stream == NULL)
    return FALSE;

  input = g_buffered_input_stream_new (G_INPUT_STREAM (stream));
  return check_media (work, input, cancellable, error) &&
         tend_blob_draft_write (work->draft, input, work->size, progress_cb, work, cancellable,
                                error) &&
         check_kept (work, cancellable, error);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_file (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In the interface thread. */

static void
set_state (TendIntake      *self,
           TendIntakeState  state,
           const char      *fault)
{
  self->state = state;
  g_free (self->fault);
  self->fault = g_strdup (fault);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What the desktop's own errors say names the file in full; the plain cases do not need it. */
static const char *
fault_text (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _("You do not have permission to read this file. Copy it to your own folder first.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _("This file is no longer there. Choose it where it is now.");

  return error->message;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  TendIntake *self = TEND_INTAKE (source);
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_task_get_task_data (G_TASK (result)) != self->work)
    return; /* another file was taken since */

  if (error == NULL)
    set_state (self, TEND_INTAKE_READY, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, TEND_INTAKE_FAILED, fault_text (error));
}

/* The draft on its way from the worker, for this piece of work. */
typedef struct
{
  TendIntake *self;
  Work       *work;
} Start;

static gpointer
new_draft (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  return tend_blob_draft_new (vault);
}

static void
draft_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Start *start = data;
  g_autoptr(TendIntake) self = start->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;
  TendBlobDraft *draft = tend_session_finish (TEND_SESSION (source), result, &error);

  if (draft == NULL && start->work == self->work)
    set_state (self, TEND_INTAKE_FAILED, error->message);
  else if (draft != NULL && start->work == self->work)
    {
      start->work->draft = g_steal_pointer (&draft);
      task = g_task_new (self, self->cancellable, read_cb, NULL);
      g_task_set_task_data (task, g_atomic_rc_box_acquire (start->work), work_unref);
      g_task_run_in_thread (task, read_thread);
    }
  g_clear_pointer (&draft, tend_blob_draft_unref);
  work_unref (start->work);
  g_free (start);
}

/* A name may hold what no line does. */
static char *
line_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);

  for (char *c = name; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  return name;
}

void
tend_intake_stop (TendIntake *self)
{
  g_return_if_fail (TEND_IS_INTAKE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->work, work_unref);
  g_clear_pointer (&self->name, g_free);
  self->state = TEND_INTAKE_EMPTY;
}

static void
tend_intake_dispose (GObject *object)
{
  TendIntake *self = TEND_INTAKE (object);

  tend_intake_stop (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tend_intake_parent_class)->dispose (object);
}

static void
tend_intake_finalize (GObject *object)
{
  g_free (TEND_INTAKE (object)->fault);

  G_OBJECT_CLASS (tend_intake_parent_class)->finalize (object);
}

static void
tend_intake_class_init (TendIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_intake_dispose;
  object_class->finalize = tend_intake_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_INTAKE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_intake_init (TendIntake *self)
{
}

TendIntake *
tend_intake_new (TendSession *session)
{
  TendIntake *self = g_object_new (TEND_TYPE_INTAKE, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
tend_intake_take (TendIntake *self,
                  GFile      *file)
{
  Start *start;

  g_return_if_fail (TEND_IS_INTAKE (self));
  g_return_if_fail (G_IS_FILE (file));

  tend_intake_stop (self);
  self->cancellable = g_cancellable_new ();
  self->work = g_atomic_rc_box_new0 (Work);
  self->work->file = g_object_ref (file);
  self->name = line_of (file);
  set_state (self, TEND_INTAKE_READING, NULL);

  start = g_new (Start, 1);
  start->self = g_object_ref (self);
  start->work = g_atomic_rc_box_acquire (self->work);
  tend_session_query (self->session, new_draft, NULL, NULL,
                      (GDestroyNotify) tend_blob_draft_unref, NULL, draft_cb, start);
}

TendIntakeState
tend_intake_get_state (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), TEND_INTAKE_EMPTY);

  return self->state;
}

double
tend_intake_get_progress (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), 0);

  return self->work != NULL ? g_atomic_int_get (&self->work->thousandths) / 1000.0 : 0;
}

const char *
tend_intake_get_fault (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), NULL);

  return self->fault;
}

GFile *
tend_intake_get_file (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), NULL);

  return self->work != NULL ? self->work->file : NULL;
}

const char *
tend_intake_get_name (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), NULL);

  return self->name;
}

TendMedia
tend_intake_get_media (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), TEND_MEDIA_UNKNOWN);
  g_return_val_if_fail (self->state == TEND_INTAKE_READY, TEND_MEDIA_UNKNOWN);

  return self->work->media;
}

gint64
tend_intake_get_size (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), 0);
  g_return_val_if_fail (self->state == TEND_INTAKE_READY, 0);

  return self->work->size;
}

const char *
tend_intake_get_etag (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), NULL);
  g_return_val_if_fail (self->state == TEND_INTAKE_READY, NULL);

  return self->work->etag;
}

TendBlobDraft *
tend_intake_ref_draft (TendIntake *self)
{
  g_return_val_if_fail (TEND_IS_INTAKE (self), NULL);
  g_return_val_if_fail (self->state == TEND_INTAKE_READY, NULL);

  return tend_blob_draft_ref (self->work->draft);
}
