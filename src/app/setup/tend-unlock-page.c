/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-unlock-page.h"

#include "tend-entry-row.h"
#include "tend-restore.h"
#include "tend-step.h"

#include <glib/gi18n-lib.h>

struct _TendUnlockPage
{
  AdwBin       parent_instance;

  TendOpening *opening;

  GtkStack    *stack;
  TendStep    *key_step;
  GtkWidget   *passphrase;
  GtkWidget   *recovery;
  GtkWidget   *slip;
  GtkWidget   *keyring_row;
  TendStep    *broken_step;
};

G_DEFINE_FINAL_TYPE (TendUnlockPage, tend_unlock_page, ADW_TYPE_BIN)

/* A locked vault without a passphrase is only covered up: the keyring opens it. */
static gboolean
opens_by_keyring (TendUnlockPage *self)
{
  return tend_opening_is_locked (self->opening) &&
         !tend_opening_has_passphrase (self->opening);
}

static const char *
title_for (TendUnlockPage   *self,
           TendOpeningState  state)
{
  if (state == TEND_OPENING_KEYRING)
    return _("Waiting for the keyring");

  return tend_opening_is_locked (self->opening) ? _("Tend is locked") : _("Open your records");
}

static char *
body_for (TendUnlockPage   *self,
          TendOpeningState  state)
{
  const char *message = tend_opening_get_message (self->opening);
  const char *ask = tend_opening_has_passphrase (self->opening)
                    ? _("Your passphrase or your recovery key opens them.")
                    : _("Your recovery key opens them.");

  if (state == TEND_OPENING_KEYRING)
    return g_strdup_printf ("%s %s",
                            _("It keeps the key to your records. If it asks for a password, "
                              "please type it there."), ask);

  if (opens_by_keyring (self))
    return g_strdup (_("The keyring of this computer opens your records again, whoever asks. A "
                       "passphrase would keep them to you: make one in Settings, Security."));

  if (tend_opening_is_locked (self->opening))
    return g_strdup (ask);

  return message != NULL ? g_strdup_printf ("%s %s", message, ask) : g_strdup (ask);
}

/* What is wrong is said under the entries, and by the entry to a screen reader. */
static void
show_slip (TendUnlockPage *self)
{
  const char *slip = tend_opening_get_slip (self->opening);
  gboolean by_passphrase = *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0';
  GtkWidget *row = by_passphrase ? self->passphrase : self->recovery;

  gtk_label_set_label (GTK_LABEL (self->slip), slip != NULL ? slip : "");
  gtk_widget_set_visible (self->slip, slip != NULL);
  tend_entry_row_describe (TEND_ENTRY_ROW (self->passphrase), NULL, FALSE);
  tend_entry_row_describe (TEND_ENTRY_ROW (self->recovery), NULL, FALSE);

  if (slip == NULL)
    return;

  tend_entry_row_describe (TEND_ENTRY_ROW (row), slip, TRUE);
  gtk_widget_grab_focus (row);
}

static void
show_key_step (TendUnlockPage   *self,
               TendOpeningState  state)
{
  g_autofree char *body = body_for (self, state);
  gboolean by_keyring = opens_by_keyring (self);

  g_object_set (self->key_step,
                "title", title_for (self, state),
                "body", body,
                "next-label", _("_Open"),
                NULL);
  gtk_widget_set_visible (self->passphrase, tend_opening_has_passphrase (self->opening));
  gtk_widget_set_visible (self->keyring_row,
                          state == TEND_OPENING_WANTED && !tend_opening_is_locked (self->opening));
  gtk_widget_set_visible (self->recovery, !by_keyring);
  tend_step_set_busy (self->key_step, state == TEND_OPENING_TRYING);
  show_slip (self);
  gtk_stack_set_visible_child_name (self->stack, "key");

  if (tend_opening_get_slip (self->opening) == NULL && state != TEND_OPENING_TRYING)
    tend_step_begin (self->key_step);
}

static void
show_broken_step (TendUnlockPage   *self,
                  TendOpeningState  state)
{
  g_object_set (self->broken_step,
                "title", state == TEND_OPENING_DAMAGED ? _("Your records are damaged")
                                                       : _("Your records cannot be opened"),
                "body", tend_opening_get_message (self->opening),
                NULL);
  gtk_stack_set_visible_child_name (self->stack, "broken");
  tend_step_begin (self->broken_step);
}

static void
changed_cb (TendUnlockPage *self)
{
  TendOpeningState state = tend_opening_get_state (self->opening);

  switch (state)
    {
    case TEND_OPENING_KEYRING:
    case TEND_OPENING_WANTED:
    case TEND_OPENING_TRYING:
      show_key_step (self, state);
      break;

    case TEND_OPENING_DAMAGED:
    case TEND_OPENING_FAILED:
      show_broken_step (self, state);
      break;

    case TEND_OPENING_NONE:
    case TEND_OPENING_OPEN:
      gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
      gtk_editable_set_text (GTK_EDITABLE (self->recovery), "");
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
open_cb (TendUnlockPage *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
  const char *recovery = gtk_editable_get_text (GTK_EDITABLE (self->recovery));

  if (opens_by_keyring (self) && *recovery == '\0')
    tend_opening_ask_keyring (self->opening);
  else if (*passphrase != '\0')
    tend_opening_try (self->opening, TEND_WORDS_PASSPHRASE, passphrase);
  else if (*recovery != '\0')
    tend_opening_try (self->opening, TEND_WORDS_RECOVERY, recovery);
  else
    tend_step_begin (self->key_step);
}

static void
keyring_cb (TendUnlockPage *self)
{
  tend_opening_ask_keyring (self->opening);
}

static void
again_cb (TendUnlockPage *self)
{
  tend_opening_restart (self->opening);
}

static void
snapshot_cb (TendUnlockPage *self)
{
  tend_restore_snapshot (GTK_WIDGET (self), self->opening);
}

static void
backup_cb (TendUnlockPage *self)
{
  tend_restore_backup (GTK_WIDGET (self), self->opening);
}

static void
tend_unlock_page_dispose (GObject *object)
{
  TendUnlockPage *self = TEND_UNLOCK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_UNLOCK_PAGE);
  g_clear_object (&self->opening);

  G_OBJECT_CLASS (tend_unlock_page_parent_class)->dispose (object);
}

static void
tend_unlock_page_class_init (TendUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_unlock_page_dispose;

  g_type_ensure (TEND_TYPE_ENTRY_ROW);
  g_type_ensure (TEND_TYPE_STEP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, key_step);
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, recovery);
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, slip);
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, keyring_row);
  gtk_widget_class_bind_template_child (widget_class, TendUnlockPage, broken_step);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, keyring_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, snapshot_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
}

static void
tend_unlock_page_init (TendUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tend_unlock_page_new (TendOpening *opening)
{
  TendUnlockPage *self;

  g_return_val_if_fail (TEND_IS_OPENING (opening), NULL);

  self = g_object_new (TEND_TYPE_UNLOCK_PAGE, NULL);
  self->opening = g_object_ref (opening);
  g_signal_connect_object (opening, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
