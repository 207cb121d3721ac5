/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-keeper.h"

#include "tend-telling.h"

/* Changes come one upon the other: after the last, or nearly. */
#define PAUSE 5 /* seconds */

typedef struct
{
  TendSession *session; /* which owns this */
  guint        source;
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_handle_id (&keeper->source, g_source_remove);
  g_free (keeper);
}

static gpointer
refresh (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  g_autoptr(GPtrArray) items = tend_telling_refresh (vault, GPOINTER_TO_INT (data), error);

  return NULL;
}

static gboolean
pause_cb (gpointer data)
{
  Keeper *keeper = data;

  keeper->source = 0;
  tend_session_query (keeper->session, refresh,
                      GINT_TO_POINTER (tend_session_get_today (keeper->session)), NULL, NULL, NULL,
                      NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TendSession *session,
            Keeper      *keeper)
{
  if (keeper->source == 0)
    keeper->source = g_timeout_add_seconds (PAUSE, pause_cb, keeper);
}

void
tend_due_keeper_attach (TendSession *session)
{
  Keeper *keeper;

  g_return_if_fail (TEND_IS_SESSION (session));

  /* What is looked at on another day is not what is due. */
  if (tend_session_is_sample (session) ||
      tend_session_get_today (session) != tend_date_today (TEND_DATE_NONE))
    return;

  keeper = g_new0 (Keeper, 1);
  keeper->session = session;
  g_object_set_data_full (G_OBJECT (session), "due-keeper", keeper, keeper_free);
  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), keeper);
  changed_cb (session, keeper); /* days have gone by */
}
