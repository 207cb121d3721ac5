/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-opening-private.h"

#include "tend-sample.h"

#include <glib/gi18n-lib.h>

struct _TendOpening
{
  GObject           parent_instance;

  char             *dir;
  TendDate          today;
  gboolean          sample;
  int               sample_lock;  /* of its folder; -1: none */

  TendOpeningState  state;
  char             *message;
  char             *slip;
  gboolean          has_passphrase;
  gboolean          locked;       /* shut by tend_opening_lock() */
  TendSession      *session;

  guint             attempt;      /* answers to an earlier one are ignored */
  gboolean          asking;       /* the keyring has not answered yet */
  TendKeyringState  keyring;
  gboolean          foreign_key;  /* the keyring's key is not this vault's */
  TendKey          *typed_key;    /* what the keyring is to be given, once open */
};

G_DEFINE_FINAL_TYPE (TendOpening, tend_opening, G_TYPE_OBJECT)

enum
{
  CHANGED,
  MENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (TendOpening      *self,
           TendOpeningState  state,
           const char       *message,
           const char       *slip)
{
  g_autofree char *old_message = g_steal_pointer (&self->message);
  g_autofree char *old_slip = g_steal_pointer (&self->slip);

  self->state = state;
  self->message = g_strdup (message);
  self->slip = g_strdup (slip);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Mending the keyring's entry. */

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  TendOpening *self = TEND_OPENING (object);
  const char *said;

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    said = _("The keyring has its key again, so Tend opens by itself next time.");
  else
    said = _("The keyring did not take the key, so Tend will ask you again next time.");

  g_signal_emit (self, signals[MENDED], 0, said);
}

/* Only once the keyring has answered: while its prompt is open a second call
 * would wait behind it.
 */
static void
mend_keyring (TendOpening *self)
{
  if (self->typed_key == NULL || self->state != TEND_OPENING_OPEN || self->asking)
    return;

  if (self->keyring == TEND_KEYRING_LOCKED ||
      (self->keyring == TEND_KEYRING_FOUND && !self->foreign_key))
    {
      g_clear_pointer (&self->typed_key, tend_key_unref);

      /* Whoever has just put its prompt aside is not asked again. */
      if (self->keyring == TEND_KEYRING_LOCKED)
        g_signal_emit (self, signals[MENDED], 0,
                       _("The keyring stayed locked, so Tend will ask you again next time."));
      return;
    }

  _tend_opening_store_key (self, self->dir, g_steal_pointer (&self->typed_key), stored_cb);
}

/* Opening with a key. */

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendOpening) self = data;
  g_autoptr(TendSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session = tend_session_open_finish (result, &error);

  if (session != NULL)
    {
      g_set_object (&self->session, session);
      self->locked = FALSE;
      set_state (self, TEND_OPENING_OPEN, NULL, NULL);
      mend_keyring (self);
    }
  else if (g_error_matches (error, TEND_ERROR, TEND_ERROR_LOCKED))
    {
      self->foreign_key = self->typed_key == NULL;
      g_clear_pointer (&self->typed_key, tend_key_unref);
      set_state (self, TEND_OPENING_WANTED,
                 _("The key in the keyring does not fit these records."), NULL);
    }
  else
    {
      gboolean damaged = g_error_matches (error, TEND_ERROR, TEND_ERROR_DAMAGED);

      g_clear_pointer (&self->typed_key, tend_key_unref);
      set_state (self, damaged ? TEND_OPENING_DAMAGED : TEND_OPENING_FAILED,
                 error->message, NULL);
    }
}

static void
open_with (TendOpening *self,
           TendKey     *key)
{
  set_state (self, TEND_OPENING_TRYING, self->message, NULL);
  tend_session_open_async (self->dir, key, FALSE, self->today, opened_cb, g_object_ref (self));
}

/* Asking the keyring. */

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  TendOpening *self = TEND_OPENING (object);
  TendKeyLookup *lookup = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  if (lookup->attempt != self->attempt)
    return;

  self->asking = FALSE;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->state == TEND_OPENING_KEYRING)
        set_state (self,
                   g_error_matches (error, TEND_ERROR, TEND_ERROR_DAMAGED)
                   ? TEND_OPENING_DAMAGED : TEND_OPENING_FAILED,
                   error->message, NULL);
      return;
    }

  self->keyring = lookup->state;

  if (self->state != TEND_OPENING_KEYRING)
    mend_keyring (self);
  else if (lookup->state == TEND_KEYRING_FOUND)
    open_with (self, lookup->key);
  else
    set_state (self, TEND_OPENING_WANTED, lookup->message, self->slip);
}

void
tend_opening_ask_keyring (TendOpening *self)
{
  g_return_if_fail (TEND_IS_OPENING (self));

  if (self->asking)
    return;

  self->attempt++;
  self->asking = TRUE;
  self->foreign_key = FALSE;
  set_state (self, TEND_OPENING_KEYRING, NULL, NULL);
  _tend_opening_look_up_key (self, self->dir, self->attempt, looked_up_cb);
}

/* Trying what was typed. */

static void
derived_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  TendOpening *self = TEND_OPENING (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) key = NULL;
  g_autofree char *message = NULL;

  key = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->state != TEND_OPENING_TRYING)
    return;

  if (key != NULL)
    {
      g_clear_pointer (&self->typed_key, tend_key_unref);
      self->typed_key = tend_key_ref (key);
      open_with (self, key);
      return;
    }

  message = g_strdup (self->message);

  if (g_error_matches (error, TEND_ERROR, TEND_ERROR_DAMAGED))
    set_state (self, TEND_OPENING_DAMAGED, error->message, NULL);
  else
    set_state (self, TEND_OPENING_WANTED, message, error->message);
}

void
tend_opening_try (TendOpening *self,
                  TendWords    words,
                  const char  *typed)
{
  g_autofree char *message = NULL;

  g_return_if_fail (TEND_IS_OPENING (self));
  g_return_if_fail (typed != NULL);

  if (self->state != TEND_OPENING_WANTED && self->state != TEND_OPENING_KEYRING)
    return;

  message = g_strdup (self->message);
  _tend_opening_derive_key (self, self->dir, words, typed, derived_cb);
  set_state (self, TEND_OPENING_TRYING, message, NULL);
}

static void
tend_opening_dispose (GObject *object)
{
  TendOpening *self = TEND_OPENING (object);

  /* The last step of leaving the sample and of quitting: the vault's files are
   * complete, or gone, before this returns.
   */
  if (self->session != NULL)
    tend_session_close_wait (self->session);

  if (self->sample && self->dir != NULL)
    tend_sample_remove_dir (self->dir, &self->sample_lock);

  g_clear_object (&self->session);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->typed_key, tend_key_unref);

  G_OBJECT_CLASS (tend_opening_parent_class)->dispose (object);
}

static void
tend_opening_finalize (GObject *object)
{
  TendOpening *self = TEND_OPENING (object);

  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->slip, g_free);

  G_OBJECT_CLASS (tend_opening_parent_class)->finalize (object);
}

static void
tend_opening_class_init (TendOpeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_opening_dispose;
  object_class->finalize = tend_opening_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_OPENING, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENDED] = g_signal_new ("mended", TEND_TYPE_OPENING, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tend_opening_init (TendOpening *self)
{
  self->sample_lock = -1;
}

TendOpening *
tend_opening_new (const char *dir,
                  TendDate    today)
{
  TendOpening *self = g_object_new (TEND_TYPE_OPENING, NULL);

  self->dir = g_strdup (dir);
  self->today = today;
  tend_opening_restart (self);

  return self;
}

TendOpening *
tend_opening_new_sample (TendDate today)
{
  TendOpening *self = g_object_new (TEND_TYPE_OPENING, NULL);
  g_autoptr(GError) error = NULL;

  self->sample = TRUE;
  self->today = today;
  self->dir = tend_sample_make_dir (&self->sample_lock, &error);

  if (self->dir == NULL)
    {
      set_state (self, TEND_OPENING_FAILED, error->message, NULL);
      return self;
    }

  set_state (self, TEND_OPENING_TRYING, NULL, NULL);
  tend_sample_open_async (self->dir, today, opened_cb, g_object_ref (self));

  return self;
}

gboolean
tend_opening_is_sample (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), FALSE);

  return self->sample;
}

TendOpeningState
tend_opening_get_state (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), TEND_OPENING_NONE);

  return self->state;
}

const char *
tend_opening_get_dir (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), NULL);

  return self->dir;
}

TendDate
tend_opening_get_today (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), TEND_DATE_NONE);

  return self->today;
}

const char *
tend_opening_get_message (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), NULL);

  return self->message;
}

const char *
tend_opening_get_slip (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), NULL);

  return self->slip;
}

gboolean
tend_opening_has_passphrase (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), FALSE);

  return self->has_passphrase;
}

gboolean
tend_opening_is_locked (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), FALSE);

  return self->locked;
}

TendSession *
tend_opening_get_session (TendOpening *self)
{
  g_return_val_if_fail (TEND_IS_OPENING (self), NULL);

  return self->session;
}

void
tend_opening_restart (TendOpening *self)
{
  g_return_if_fail (TEND_IS_OPENING (self));

  g_clear_object (&self->session);
  self->locked = FALSE;

  /* Two looks at one small file: not worth a thread, and the first frame needs them. */
  self->has_passphrase = tend_vault_has_passphrase (self->dir);

  if (tend_vault_exists (self->dir))
    tend_opening_ask_keyring (self);
  else
    set_state (self, TEND_OPENING_NONE, NULL, NULL);
}

void
tend_opening_lock (TendOpening *self)
{
  g_return_if_fail (TEND_IS_OPENING (self));

  if (self->session == NULL)
    return;

  tend_session_close (self->session);
  g_clear_object (&self->session);
  self->locked = TRUE;
  self->has_passphrase = tend_vault_has_passphrase (self->dir);
  set_state (self, TEND_OPENING_WANTED, NULL, NULL);
}

TendSession *
tend_opening_shut (TendOpening *self)
{
  TendSession *session;

  g_return_val_if_fail (TEND_IS_OPENING (self), NULL);

  session = g_steal_pointer (&self->session);

  if (session != NULL)
    tend_session_close (session);

  set_state (self, TEND_OPENING_TRYING, NULL, NULL);

  return session;
}

void
tend_opening_take (TendOpening *self,
                   TendSession *session)
{
  g_return_if_fail (TEND_IS_OPENING (self));
  g_return_if_fail (TEND_IS_SESSION (session));

  g_set_object (&self->session, session);
  self->locked = FALSE;
  set_state (self, TEND_OPENING_OPEN, NULL, NULL);
}
