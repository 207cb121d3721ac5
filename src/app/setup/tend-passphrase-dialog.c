/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-passphrase-dialog.h"

#include "tend-dialog.h"
#include "tend-passphrase.h"
#include "tend-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define TEND_TYPE_PASSPHRASE_DIALOG (tend_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendPassphraseDialog, tend_passphrase_dialog, TEND, PASSPHRASE_DIALOG,
                      AdwWindow)

struct _TendPassphraseDialog
{
  AdwWindow            parent_instance;

  TendSession         *session;
  void               (*on_set) (gpointer user_data);
  gpointer             user_data;

  TendStep            *step;
  TendPassphraseGroup *group;
};

G_DEFINE_FINAL_TYPE (TendPassphraseDialog, tend_passphrase_dialog, ADW_TYPE_WINDOW)

static void
wipe_text (gpointer data)
{
  char *text = data;

  memset (text, 0, strlen (text));
  g_free (text);
}

static gpointer
set_passphrase (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  tend_vault_set_passphrase (vault, data, error);

  return NULL;
}

static void
set_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(TendPassphraseDialog) self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (object), result, &error);

  if (self->session == NULL)
    return;

  tend_step_set_busy (self->step, FALSE);

  if (error != NULL)
    {
      tend_step_set_fault (self->step, error->message);
      return;
    }

  tend_passphrase_group_clear (self->group);
  gtk_window_close (GTK_WINDOW (self));
  self->on_set (self->user_data);
}

static void
next_cb (TendPassphraseDialog *self)
{
  const char *text;

  if (!tend_passphrase_group_check (self->group))
    return;

  text = tend_passphrase_group_get_text (self->group);
  if (text == NULL)
    {
      tend_step_begin (self->step);
      return;
    }

  tend_step_set_fault (self->step, NULL);
  tend_step_set_busy (self->step, TRUE);
  tend_session_query (self->session, set_passphrase, g_strdup (text), wipe_text, NULL, NULL,
                      set_cb, g_object_ref (self));
}

static void
tend_passphrase_dialog_dispose (GObject *object)
{
  TendPassphraseDialog *self = TEND_PASSPHRASE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_PASSPHRASE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tend_passphrase_dialog_parent_class)->dispose (object);
}

static void
tend_passphrase_dialog_class_init (TendPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_passphrase_dialog_dispose;

  g_type_ensure (TEND_TYPE_STEP);
  g_type_ensure (TEND_TYPE_PASSPHRASE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendPassphraseDialog, step);
  gtk_widget_class_bind_template_child (widget_class, TendPassphraseDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_passphrase_dialog_init (TendPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_passphrase_dialog_present (GtkWidget    *parent,
                                TendSession  *session,
                                void        (*on_set) (gpointer user_data),
                                gpointer      user_data)
{
  TendPassphraseDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (on_set != NULL);

  self = g_object_new (TEND_TYPE_PASSPHRASE_DIALOG,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->on_set = on_set;
  self->user_data = user_data;
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
  tend_step_begin (self->step);
}
