/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-held.h"

#include "tend-question.h"

#include <glib/gi18n-lib.h>

typedef struct _TendHeld TendHeld;

struct _TendHeld
{
  GtkWidget      *parent;   /* weak */
  TendSession    *session;
  TendHeldWork    work;
  TendHeldDone    done;
  gpointer        data;
  GDestroyNotify  destroy;
  GError         *error;    /* what holds it back */
  char           *reason;
  /* Tries it, again with a reason. */
  void          (*start)    (TendHeld *self);
};

static void
held_free (TendHeld *self)
{
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_error (&self->error);
  g_free (self->reason);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
finish (TendHeld     *self,
        const GError *error)
{
  self->done (error, self->data);
  held_free (self);
}

static void
answered_cb (const char *id,
             const char *reason,
             gpointer    data)
{
  TendHeld *self = data;

  if (id == NULL || self->parent == NULL)
    {
      g_autoptr(GError) left = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

      finish (self, left);
      return;
    }

  /* Without a reason it is held back again, and asked again. */
  self->reason = g_strdup (reason);
  self->start (self);
}

static void
ask (TendHeld *self)
{
  const TendAnswer answers[] = {
    { "go_on", _("Go On All the Same"),
      _("Your reason is kept with the rule, and cannot be changed later.") },
  };

  tend_question_present (self->parent, _("Not Yet"), self->error->message, _("Why you go on"),
                         answers, G_N_ELEMENTS (answers), answered_cb, self);
}

static void
changed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      data)
{
  TendHeld *self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);

  if (self->parent != NULL && self->reason == NULL &&
      g_error_matches (error, TEND_ERROR, TEND_ERROR_HELD))
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      ask (self);
      return;
    }

  finish (self, error);
}

/* Worker. */
static gpointer
work (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendHeld *self = data;

  self->work (vault, self->data, self->reason, error);
  return NULL;
}

static void
start (TendHeld *self)
{
  tend_session_change (self->session, work, self, NULL, NULL, changed_cb, self);
}

void
tend_held_change (GtkWidget      *parent,
                  TendSession    *session,
                  TendHeldWork    work_func,
                  TendHeldDone    done,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  TendHeld *self = g_new0 (TendHeld, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->work = work_func;
  self->done = done;
  self->data = data;
  self->destroy = destroy;
  self->start = start;

  start (self);
}
