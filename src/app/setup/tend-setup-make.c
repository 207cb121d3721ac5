/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-setup-private.h"

#include "tend-clients.h"
#include "tend-keyring.h"
#include "tend-kinds.h"
#include "tend-page.h"
#include "tend-recovery.h"
#include "tend-remind.h"

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

/* What set-up leaves in the vault.  Only once somebody holds a key to it: with the
 * first thing recorded it counts as a vault, and one that nothing opens would shut
 * its owner out for good (tend_vault_create()).
 */
typedef struct
{
  TendRecord *provider;
  char       *confirmed; /* the day the recovery key was typed back, or "later"; NULL: not
                            asked yet */
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_object_unref (leaving->provider);
  g_free (leaving->confirmed);
  g_free (leaving);
}

static Leaving *
leaving_new (TendRecord *provider,
             const char *confirmed)
{
  Leaving *leaving = g_new (Leaving, 1);

  leaving->provider = tend_record_copy (provider);
  leaving->confirmed = g_strdup (confirmed);

  return leaving;
}

static gboolean
has_provider (TendVault  *vault,
              gboolean   *has,
              GError    **error)
{
  g_autoptr(GPtrArray) there = tend_record_load_all (vault, &tend_provider_kind, error);

  *has = there != NULL && there->len > 0;

  return there != NULL;
}

/* The details may be there by now: the keyring answers when it likes.  The recovery
 * key counts as not written down until it has been typed back.
 */
static gboolean
fill_vault (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Leaving *leaving = data;
  gboolean has;

  if (!has_provider (vault, &has, error))
    return FALSE;
  if (has && leaving->confirmed == NULL)
    return TRUE;

  return (has || tend_record_save (vault, leaving->provider, NULL, error)) &&
         tend_setting_set (vault, "recovery_confirmed",
                           leaving->confirmed != NULL ? leaving->confirmed : "later", error);
}

static gpointer
fill (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  fill_vault (vault, data, error);

  return NULL;
}

/* Worker: nobody holds a key to a vault that has nothing in it. */
static gpointer
give_up (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  gboolean has;

  if (has_provider (vault, &has, error) && !has)
    tend_vault_abandon (vault);

  return NULL;
}

void
_tend_setup_give_up (TendSetup *self)
{
  if (self->session != NULL && self->recovery_key != NULL)
    tend_session_query (self->session, give_up, NULL, NULL, NULL, NULL, NULL, NULL);
}

static gpointer
make_vault (TendVault  *none,
            gpointer    data,
            GError    **error)
{
  Making *making = data;
  g_autoptr(TendVault) vault = NULL;
  Leaving *leaving;

  vault = tend_vault_create (making->dir, making->passphrase, &making->recovery_key,
                             &making->key, error);
  if (vault == NULL)
    return NULL;

  /* A passphrase is a key that its owner has. */
  leaving = leaving_new (making->provider, NULL);
  tend_vault_set_actor (vault, "Tend");
  if (making->passphrase != NULL && !tend_vault_transact (vault, fill_vault, leaving, error))
    {
      tend_vault_abandon (vault);
      g_clear_object (&vault);
    }
  leaving_free (leaving);

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
  gboolean stored = g_task_propagate_boolean (G_TASK (result), NULL);

  if (self->session == NULL) /* the window has been closed meanwhile */
    return;

  if (stored)
    tend_session_change (self->session, fill, leaving_new (self->provider, NULL), leaving_free,
                         NULL, NULL, NULL);
  else
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

/* The window is there already: where it did not work, it says so. */
static void
reminded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GtkWidget) window = data;
  g_autoptr(GError) error = NULL;

  tend_remind_finish (result, &error);
  if (error != NULL)
    tend_toast (window, error->message);
}

/* Only now, when there is something to remind of. */
static void
set_reminders (TendSetup *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->remind != NULL && window != NULL)
    tend_remind_set_async (gtk_switch_get_active (self->remind), NULL, reminded_cb,
                           g_object_ref (window));
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
  set_reminders (self);
  g_signal_emit_by_name (self, "made", self->session);
}

void
_tend_setup_finish (TendSetup *self,
                    gboolean   confirmed)
{
  g_autofree char *today = tend_date_format_iso (tend_session_get_today (self->session));

  tend_step_set_busy (self->confirm_step, TRUE);
  tend_session_change (self->session, fill,
                       leaving_new (self->provider, confirmed ? today : "later"), leaving_free,
                       NULL, noted_cb, g_object_ref (self));
}
