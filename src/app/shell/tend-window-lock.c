/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locking: after a while without anybody, and whenever it is asked for. */

#include "tend-window-private.h"

#include "tend-passphrase-dialog.h"
#include "tend-question.h"

#include <glib/gi18n-lib.h>

/* Windows over this one first: what is typed in them is kept as long as the vault is open. */
static void
lock (TendWindow *self)
{
  _tend_window_close_dialogs (self);
  tend_opening_lock (self->opening);
}

void
_tend_window_lock_idle (TendWindow *self)
{
  /* The sample has nothing to hide, and could not be opened again. */
  if (!tend_opening_is_sample (self->opening))
    lock (self);
}

static void
passphrase_set_cb (gpointer data)
{
  lock (data);
}

static void
answered_cb (const char *answer,
             const char *reason,
             gpointer    data)
{
  g_autoptr(TendWindow) self = data;

  if (self->session == NULL || answer == NULL)
    return;

  if (g_str_equal (answer, "make"))
    tend_passphrase_dialog_present (GTK_WIDGET (self), self->session, passphrase_set_cb, self);
  else
    lock (self);
}

/* The keyring would lift the lock for whoever comes by. */
static void
offer_passphrase (TendWindow *self)
{
  GtkWindow *active =
    gtk_application_get_active_window (gtk_window_get_application (GTK_WINDOW (self)));
  const TendAnswer answers[] = {
    { "make", _("Make a passphrase, then lock"), _("Only it, or your recovery key, opens Tend "
                                                   "again.") },
    { "lock", _("Lock without one"), _("One press opens Tend again, whoever makes it.") },
  };

  tend_question_present (GTK_WIDGET (active != NULL ? active : GTK_WINDOW (self)),
                         _("Lock without a Passphrase?"),
                         _("You have not made one yet."), NULL, answers,
                         G_N_ELEMENTS (answers), answered_cb, g_object_ref (self));
}

void
tend_window_lock (TendWindow *self)
{
  g_return_if_fail (TEND_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  if (tend_opening_is_sample (self->opening))
    tend_window_toast (self, _("The sample has nothing to hide, so it is not locked."));
  else if (tend_vault_has_passphrase (tend_session_get_dir (self->session)))
    lock (self);
  else
    offer_passphrase (self);
}
