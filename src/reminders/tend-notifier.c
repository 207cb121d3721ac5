/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-notifier.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>

#define LONGEST (12 * 60 * 60) /* seconds */

#define NOTICES_TYPE "a(sss)"

struct _TendNotifier
{
  TendNotifierOpen  open;
  gpointer          data;
  GPtrArray        *shown; /* NotifyNotification */
  GMainLoop        *loop;
};

char *
tend_notices_to_text (GPtrArray *notices)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (NOTICES_TYPE));
  g_autoptr(GVariant) all = NULL;

  for (guint i = 0; i < notices->len; i++)
    {
      const TendNotice *notice = notices->pdata[i];

      g_variant_builder_add (&builder, "(sss)", notice->matter, notice->title, notice->body);
    }

  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (all, FALSE);
}

GPtrArray *
tend_notices_parse (const char *text)
{
  g_autoptr(GVariant) all = g_variant_parse (G_VARIANT_TYPE (NOTICES_TYPE), text, NULL, NULL,
                                             NULL);
  GPtrArray *notices;

  if (all == NULL)
    return NULL;

  notices = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_notice_free);
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      TendNotice *notice = g_new0 (TendNotice, 1);

      g_variant_get_child (all, i, "(sss)", &notice->matter, &notice->title, &notice->body);
      g_ptr_array_add (notices, notice);
    }

  return notices;
}

TendNotifier *
tend_notifier_new (TendNotifierOpen open,
                   gpointer         data)
{
  TendNotifier *self = g_new0 (TendNotifier, 1);

  self->open = open;
  self->data = data;
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->loop = g_main_loop_new (NULL, FALSE);
  return self;
}

void
tend_notifier_free (TendNotifier *self)
{
  g_ptr_array_unref (self->shown);
  g_main_loop_unref (self->loop);
  if (notify_is_initted ())
    notify_uninit ();
  g_free (self);
}

static void
open_cb (NotifyNotification *notification,
         char               *action,
         gpointer            data)
{
  TendNotifier *self = data;
  g_autofree char *token = g_strdup (notify_notification_get_activation_token (notification));

  self->open (g_object_get_data (G_OBJECT (notification), "matter"), token, self->data);
  /* Not every desktop closes what has been pressed. */
  notify_notification_close (notification, NULL);
}

static void
closed_cb (NotifyNotification *notification,
           TendNotifier       *self)
{
  if (g_ptr_array_remove (self->shown, notification) && self->shown->len == 0)
    g_main_loop_quit (self->loop);
}

static gboolean
show (TendNotifier      *self,
      const TendNotice  *notice,
      GError           **error)
{
  NotifyNotification *notification =
    notify_notification_new (notice->title, notice->body, TEND_APP_ID);

  g_ptr_array_add (self->shown, notification);
  g_object_set_data_full (G_OBJECT (notification), "matter", g_strdup (notice->matter), g_free);
  notify_notification_set_hint (notification, "desktop-entry",
                                g_variant_new_string (TEND_APP_ID));
  notify_notification_set_timeout (notification, NOTIFY_EXPIRES_NEVER);
  notify_notification_add_action (notification, "default", _("Open"), open_cb, self, NULL);
  g_signal_connect (notification, "closed", G_CALLBACK (closed_cb), self);
  if (notify_notification_show (notification, error))
    return TRUE;

  g_ptr_array_remove (self->shown, notification);
  return FALSE;
}

guint
tend_notifier_show (TendNotifier  *self,
                    GPtrArray     *notices,
                    GError       **error)
{
  g_autoptr(GError) failure = NULL;
  guint n = 0;

  if (notify_init (_("Tend")))
    while (n < notices->len && show (self, notices->pdata[n], &failure))
      n++;

  if (n == 0)
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                 _("This desktop showed no notice: %s"),
                 failure != NULL ? failure->message : _("it could not be asked."));
  return n;
}

static gboolean
long_enough_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE; /* tend_notifier_wait() takes it away */
}

void
tend_notifier_wait (TendNotifier *self)
{
  guint timeout = g_timeout_add_seconds (LONGEST, long_enough_cb, self->loop);

  if (self->shown->len > 0)
    g_main_loop_run (self->loop);
  g_source_remove (timeout);
}
