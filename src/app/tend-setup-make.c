/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-setup-private.h"

#include "tend-clients.h"
#include "tend-keyring.h"
#include "tend-recovery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Everything that making the vault needs, and what it gives.  The worker fills
 * it in before its answer comes; the interface thread looks at it only after.
 */
typedef struct
{
  gatomicrefcount  references;
  char            *dir;
  char            *passphrase;
  TendRecord      *provider;
  char            *recovery_key;
  TendKey         *key;
} Making;

static void
making_unref (gpointer data)
{
  Making *making = data;

  if (!g_atomic_ref_count_dec (&making->references))
    return;

  if (making->passphrase != NULL)
    memset (making->passphrase, 0, strlen (making->passphrase));

  g_free (making->passphrase);
  g_free (making->dir);
  g_object_unref (making->provider);
  g_clear_pointer (&making->recovery_key, tend_recovery_free);
  g_clear_pointer (&making->key, tend_key_unref);
  g_free (making);
}

static Making *
making_ref (Making *making)
{
  g_atomic_ref_count_inc (&making->references);

  return making;
}

/* The recovery key counts as not written down until it has been typed back. */
static gboolean
fill_vault (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Making *making = data;

  return tend_record_save (vault, making->provider, NULL, error) &&
         tend_setting_set (vault, "recovery_confirmed", "later", error);
}

static gpointer
make_vault (TendVault  *none,
            gpointer    data,
            GError    **error)
{
  Making *making = data;
  g_autoptr(TendVault) vault = NULL;

  vault = tend_vault_create (making->dir, making->passphrase, &making->recovery_key,
                             &making->key, error);
  if (vault == NULL)
    return NULL;

  tend_vault_set_actor (vault, "Tend");
  if (!tend_vault_transact (vault, fill_vault, making, error))
    {
      tend_vault_abandon (vault);
      return NULL;
    }

  return g_steal_pointer (&vault);
}

/* The keyring is given the key while the recovery key is being written down. */

static void
store_key (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autofree char *id = tend_vault_read_id (making->dir, &error);

  if (id != NULL && tend_keyring_store (id, making->key, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  TendSetup *self = TEND_SETUP (object);

  if (!g_task_propagate_boolean (G_TASK (result), NULL) && self->keyring_note != NULL)
    gtk_widget_set_visible (self->keyring_note, TRUE);
}

static void
offer_to_keyring (TendSetup *self,
                  Making    *making)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, stored_cb, NULL);

  g_task_set_task_data (task, making_ref (making), making_unref);
  g_task_run_in_thread (task, store_key);
}

typedef struct
{
  TendSetup *self;
  Making    *making;
} Asked;

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autofree Asked *asked = data;
  g_autoptr(TendSetup) self = asked->self;
  g_autoptr(GError) error = NULL;
  Making *making = asked->making;

  self->session = tend_session_open_finish (result, &error);

  if (self->dir == NULL)
    {
      making_unref (making); /* the window has been closed meanwhile */
      return;
    }

  tend_step_set_busy (self->security_step, FALSE);

  if (self->session != NULL)
    {
      self->recovery_key = g_steal_pointer (&making->recovery_key);
      tend_recovery_card_set (self->card, self->recovery_key,
                              tend_record_get_text (self->provider, "own_name"),
                              tend_session_get_today (self->session));
      offer_to_keyring (self, making);
      _tend_setup_go (self, "recovery");
    }
  else
    {
      tend_step_set_fault (self->security_step, error->message);
    }

  making_unref (making);
}

void
_tend_setup_make (TendSetup *self)
{
  Making *making = g_new0 (Making, 1);
  Asked *asked = g_new0 (Asked, 1);

  g_atomic_ref_count_init (&making->references);
  making->dir = g_strdup (self->dir);
  making->passphrase = g_strdup (tend_passphrase_group_get_text (self->passphrase));
  making->provider = tend_record_copy (self->provider);

  asked->self = g_object_ref (self);
  asked->making = making;

  tend_step_set_fault (self->security_step, NULL);
  tend_step_set_busy (self->security_step, TRUE);
  tend_session_start_async (self->dir, FALSE, self->today, make_vault,
                            making_ref (making), making_unref, made_cb, asked);
}

static gpointer
note_confirmed (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  tend_setting_set (vault, "recovery_confirmed", data, error);

  return NULL;
}

static void
noted_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendSetup) self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (object), result, &error);

  if (self->dir == NULL)
    return;

  tend_step_set_busy (self->confirm_step, FALSE);

  if (error != NULL)
    {
      tend_step_set_fault (self->confirm_step, error->message);
      return;
    }

  tend_recovery_card_set (self->card, NULL, NULL, TEND_DATE_NONE);
  tend_recovery_check_set (self->check, NULL);
  g_clear_pointer (&self->recovery_key, tend_recovery_free);
  g_signal_emit_by_name (self, "made", self->session);
}

void
_tend_setup_finish (TendSetup *self,
                    gboolean   confirmed)
{
  TendDate today = tend_session_get_today (self->session);

  tend_step_set_busy (self->confirm_step, TRUE);
  tend_session_change (self->session, note_confirmed,
                       confirmed ? tend_date_format_iso (today) : g_strdup ("later"), g_free,
                       NULL, noted_cb, g_object_ref (self));
}
