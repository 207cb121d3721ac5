/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery-dialog.h"

#include "tend-clients.h"
#include "tend-dialog.h"
#include "tend-entry-row.h"
#include "tend-recovery-card.h"
#include "tend-recovery.h"
#include "tend-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TEND_TYPE_RECOVERY_DIALOG (tend_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendRecoveryDialog, tend_recovery_dialog, TEND, RECOVERY_DIALOG, AdwWindow)

struct _TendRecoveryDialog
{
  AdwWindow          parent_instance;

  TendSession       *session;
  char              *key;          /* guarded; a new one, until the window goes */

  GtkStack          *steps;
  TendStep          *check_step;
  GtkEditable       *typed;
  TendStep          *renew_step;
  TendRecoveryCard  *card;
  TendStep          *confirm_step;
  TendRecoveryCheck *check;
};

G_DEFINE_FINAL_TYPE (TendRecoveryDialog, tend_recovery_dialog, ADW_TYPE_WINDOW)

static void
go (TendRecoveryDialog *self,
    const char         *name)
{
  gtk_stack_set_visible_child_name (self->steps, name);
  tend_step_begin (TEND_STEP (gtk_stack_get_visible_child (self->steps)));
}

/* Noting that the sheet is right. */

static gpointer
note_confirmed (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  tend_setting_set (vault, "recovery_confirmed", data, error);

  return NULL;
}

static void
confirm (TendRecoveryDialog *self)
{
  TendDate today = tend_session_get_today (self->session);

  tend_session_change (self->session, note_confirmed, tend_date_format_iso (today), g_free,
                       NULL, NULL, NULL);
  go (self, "done");
}

/* Checking the sheet there is. */

typedef struct
{
  char *dir;
  char *typed;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  memset (sheet->typed, 0, strlen (sheet->typed));
  g_free (sheet->typed);
  g_free (sheet->dir);
  g_free (sheet);
}

static void
check_sheet (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Sheet *sheet = data;
  GError *error = NULL;
  g_autoptr(TendKey) key = tend_vault_key_from_recovery (sheet->dir, sheet->typed, &error);

  if (key != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  TendRecoveryDialog *self = TEND_RECOVERY_DIALOG (object);
  g_autoptr(GError) error = NULL;

  if (self->session == NULL)
    return;

  tend_step_set_busy (self->check_step, FALSE);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    confirm (self);
  else
    tend_step_set_fault (self->check_step, error->message);
}

static void
check_next_cb (TendRecoveryDialog *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, checked_cb, NULL);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->dir = g_strdup (tend_session_get_dir (self->session));
  sheet->typed = g_strdup (gtk_editable_get_text (self->typed));
  tend_step_set_fault (self->check_step, NULL);
  tend_step_set_busy (self->check_step, TRUE);
  g_task_set_task_data (task, sheet, sheet_free);
  g_task_run_in_thread (task, check_sheet);
}

static void
check_other_cb (TendRecoveryDialog *self)
{
  go (self, "renew");
}

/* Making a new one. */

typedef struct
{
  char *key;
  char *owner;
} Renewed;

static void
renewed_free (gpointer data)
{
  Renewed *renewed = data;

  g_clear_pointer (&renewed->key, tend_recovery_free);
  g_free (renewed->owner);
  g_free (renewed);
}

/* Not inside a transaction: the keys are a file of their own.  The new key is not
 * written down yet, so the reminder comes first.
 */
static gpointer
renew (TendVault  *vault,
       gpointer    data,
       GError    **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  Renewed *renewed;

  if (provider == NULL || !tend_setting_set (vault, "recovery_confirmed", "later", error))
    return NULL;

  renewed = g_new0 (Renewed, 1);
  renewed->owner = g_strdup (tend_record_get_text (provider, "own_name"));

  if (tend_vault_renew_recovery (vault, &renewed->key, error))
    return renewed;

  renewed_free (renewed);
  return NULL;
}

static void
renewed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendRecoveryDialog) self = data;
  g_autoptr(GError) error = NULL;
  Renewed *renewed = tend_session_finish (TEND_SESSION (object), result, &error);

  if (self->session != NULL)
    tend_step_set_busy (self->renew_step, FALSE);

  if (renewed != NULL && self->session != NULL)
    {
      self->key = g_steal_pointer (&renewed->key);
      tend_recovery_card_set (self->card, self->key, renewed->owner,
                              tend_session_get_today (self->session));
      go (self, "key");
    }
  else if (error != NULL && self->session != NULL)
    {
      tend_step_set_fault (self->renew_step, error->message);
    }

  g_clear_pointer (&renewed, renewed_free);
}

static void
renew_next_cb (TendRecoveryDialog *self)
{
  tend_step_set_busy (self->renew_step, TRUE);
  tend_session_query (self->session, renew, NULL, NULL, renewed_free, NULL,
                      renewed_cb, g_object_ref (self));
}

static void
key_next_cb (TendRecoveryDialog *self)
{
  tend_recovery_check_set (self->check, self->key);
  go (self, "confirm");
}

static void
confirm_next_cb (TendRecoveryDialog *self)
{
  if (tend_recovery_check_check (self->check))
    confirm (self);
}

static void
close_cb (TendRecoveryDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
tend_recovery_dialog_dispose (GObject *object)
{
  TendRecoveryDialog *self = TEND_RECOVERY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_RECOVERY_DIALOG);
  g_clear_pointer (&self->key, tend_recovery_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tend_recovery_dialog_parent_class)->dispose (object);
}

static void
tend_recovery_dialog_class_init (TendRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_recovery_dialog_dispose;

  g_type_ensure (TEND_TYPE_ENTRY_ROW);
  g_type_ensure (TEND_TYPE_STEP);
  g_type_ensure (TEND_TYPE_RECOVERY_CARD);
  g_type_ensure (TEND_TYPE_RECOVERY_CHECK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, check_step);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, typed);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, renew_step);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, card);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, confirm_step);
  gtk_widget_class_bind_template_child (widget_class, TendRecoveryDialog, check);
  gtk_widget_class_bind_template_callback (widget_class, check_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_recovery_dialog_init (TendRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_recovery_dialog_present (GtkWidget   *parent,
                              TendSession *session,
                              gboolean     renew_key)
{
  TendRecoveryDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));

  self = g_object_new (TEND_TYPE_RECOVERY_DIALOG,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
  go (self, renew_key ? "renew" : "check");
}
