/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of its faces the window shows: set-up, the way to unlock, or the places. */

#include "tend-window-private.h"

#include "tend-due-keeper.h"
#include "tend-restore.h"
#include "tend-setup.h"
#include "tend-unlock-page.h"

#include <glib/gi18n-lib.h>

/* An opening faster than this shows no spinner. */
#define SLOW_MS 400

static void
show_banner (TendWindow *self)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL || !tend_session_is_sample (self->session))
    {
      gtk_revealer_set_reveal_child (self->banner, FALSE);
      return;
    }

  day = tend_date_format (tend_session_get_today (self->session), TEND_DATE_FULL);
  /* TRANSLATORS: "%s" is a day: "Tuesday 2 June 2026". */
  text = g_strdup_printf (_("This is the sample: %s. Nothing in it is real, or kept."), day);
  gtk_label_set_label (self->banner_label, text);
  gtk_widget_set_visible (self->banner_button, self->own != NULL);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

static void
show_open (TendWindow *self)
{
  g_autofree char *matter = g_steal_pointer (&self->matter);

  gtk_stack_set_visible_child_name (self->states, "shell");
  _tend_window_show_place (self, self->place);
  show_banner (self);

  if (matter != NULL)
    tend_window_open_matter (self, matter);
}

static void
made_cb (TendWindow  *self,
         TendSession *session)
{
  tend_opening_take (self->opening, session);
}

static void
setup_restore_cb (TendWindow *self)
{
  tend_restore_backup (GTK_WIDGET (self), self->opening);
}

/* Puts @page into the stack of states in place of the one before. */
static void
show_state (TendWindow *self,
            const char *name,
            GtkWidget  *page)
{
  gtk_stack_add_named (self->states, page, name);
  gtk_stack_set_visible_child_name (self->states, name);
}

static void
drop_state (TendWindow *self,
            const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->states, name);

  if (page != NULL)
    gtk_stack_remove (self->states, page);
}

static void
show_setup (TendWindow *self)
{
  GtkWidget *setup;

  if (gtk_stack_get_child_by_name (self->states, "setup") != NULL)
    return;

  setup = tend_setup_new (tend_opening_get_dir (self->opening),
                          tend_opening_get_today (self->opening));
  g_signal_connect_object (setup, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (setup, "restore", G_CALLBACK (setup_restore_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (setup, "sample", G_CALLBACK (tend_window_visit_sample), self,
                           G_CONNECT_SWAPPED);
  show_state (self, "setup", setup);
}

static void
show_unlock (TendWindow *self)
{
  if (gtk_stack_get_child_by_name (self->states, "unlock") == NULL)
    show_state (self, "unlock", tend_unlock_page_new (self->opening));
}

/* The sample is being made, or the keyring waits for its password. */
static gboolean
slow_cb (gpointer data)
{
  TendWindow *self = data;

  self->slow = 0;

  if (tend_opening_get_state (self->opening) == TEND_OPENING_KEYRING)
    {
      show_unlock (self);
      return G_SOURCE_REMOVE;
    }

  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (self->wait_label, tend_opening_is_sample (self->opening));

  return G_SOURCE_REMOVE;
}

/* What is not there any more must not stay on the screen either. */
void
_tend_window_close_dialogs (TendWindow *self)
{
  g_autoptr(GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    {
      GtkWindow *window = l->data;

      while (window != NULL && window != GTK_WINDOW (self))
        window = gtk_window_get_transient_for (window);

      if (window != NULL && l->data != self)
        gtk_window_close (l->data);
    }
}

static void
set_session (TendWindow  *self,
             TendSession *session)
{
  if (session == self->session)
    return;

  if (self->session != NULL)
    _tend_window_close_dialogs (self);

  _tend_window_drop_pages (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    tend_due_keeper_attach (session);
}

static void
show_closed (TendWindow *self)
{
  switch (tend_opening_get_state (self->opening))
    {
    case TEND_OPENING_NONE:
      show_setup (self);
      break;

    case TEND_OPENING_KEYRING:
    case TEND_OPENING_TRYING:
      /* The shell is already there while the vault opens by itself, and the page
       * to unlock it when it has been asked.
       */
      if (gtk_stack_get_child_by_name (self->states, "unlock") == NULL)
        {
          gtk_stack_set_visible_child_name (self->states, "shell");
          self->slow = g_timeout_add (SLOW_MS, slow_cb, self);
        }
      break;

    case TEND_OPENING_WANTED:
    case TEND_OPENING_DAMAGED:
    case TEND_OPENING_FAILED:
      show_unlock (self);
      break;

    case TEND_OPENING_OPEN:
    default:
      g_assert_not_reached ();
    }
}

static void
opening_changed_cb (TendWindow *self)
{
  TendOpeningState state = tend_opening_get_state (self->opening);

  g_clear_handle_id (&self->slow, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->wait_label, FALSE);
  set_session (self, tend_opening_get_session (self->opening));
  _tend_window_update_actions (self);

  if (self->session != NULL)
    show_open (self);
  else
    show_closed (self);

  if (state != TEND_OPENING_NONE)
    drop_state (self, "setup");
  if (state == TEND_OPENING_NONE || state == TEND_OPENING_OPEN)
    drop_state (self, "unlock");
}

static void
mended_cb (TendWindow *self,
           const char *said)
{
  tend_window_toast (self, said);
}

void
_tend_window_follow (TendWindow  *self,
                     TendOpening *opening)
{
  if (self->opening != NULL)
    g_signal_handlers_disconnect_by_data (self->opening, self);

  g_set_object (&self->opening, opening);
  drop_state (self, "setup");
  drop_state (self, "unlock");
  g_signal_connect_object (opening, "changed",
                           G_CALLBACK (opening_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (opening, "mended",
                           G_CALLBACK (mended_cb), self, G_CONNECT_SWAPPED);
  opening_changed_cb (self);
}
