/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-change.h"

typedef struct
{
  TendChangeWork  work;
  TendChangeDone  done;
  gpointer        data;
  GDestroyNotify  destroy;
} Change;

/* Worker. */
static gpointer
work_job (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Change *self = data;
  g_autoptr(GPtrArray) held = NULL;

  self->work (vault, self->data, NULL, &held, error);
  return NULL;
}

static void
changed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      data)
{
  Change *self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);
  self->done (error, self->data);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

void
tend_change (GtkWidget      *parent,
             TendSession    *session,
             TendChangeWork  work,
             TendChangeDone  done,
             gpointer        data,
             GDestroyNotify  destroy)
{
  Change *self = g_new (Change, 1);

  *self = (Change) { work, done, data, destroy };
  tend_session_change (session, work_job, self, NULL, NULL, changed_cb, self);
}
