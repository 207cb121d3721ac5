/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-show.h"

#include "tend-care-form.h"
#include "tend-care-plan-actions.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

void
tend_care_show_record (GtkWidget    *parent,
                       TendSession  *session,
                       TendCareFile *file,
                       TendRecord   *record)
{
  const TendCareSection *section = tend_care_section (tend_record_get_kind (record)->name);

  if (g_str_equal (section->kind, "care_plan"))
    tend_care_plan_open (parent, session, file, record);
  else
    tend_care_open (parent, session, section, file, record, tend_care_present);
}

/* A record on its way to its window. */
typedef struct
{
  char             *kind;
  char             *id;
  TendDate          today;
  TendInstant       now;
  TendCareShowFunc  first;
  TendRecord       *record; /* what was found */
  TendCareFile     *file;
} Showing;

static void
showing_clear (gpointer data)
{
  Showing *showing = data;

  g_free (showing->kind);
  g_free (showing->id);
  g_clear_object (&showing->record);
  g_clear_pointer (&showing->file, tend_care_file_unref);
}

static void
showing_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, showing_clear);
}

/* Of an incident at a visit that does not name the client, the visit's; @client is NULL for
 * what is on nobody's page. */
static gboolean
find_client (TendVault   *vault,
             TendRecord  *record,
             char       **client,
             GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autoptr(TendRecord) visit = NULL;

  if (tend_record_is_set (record, "client"))
    *client = g_strdup (tend_record_get_text (record, "client"));
  else if (tend_kind_field (kind, "visit") != NULL && tend_record_is_set (record, "visit"))
    {
      visit = tend_record_load (vault, tend_kind_by_name ("visit"),
                                tend_record_get_text (record, "visit"), error);
      if (visit == NULL)
        return FALSE;
      *client = g_strdup (tend_record_get_text (visit, "client"));
    }

  return TRUE;
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Showing *showing = data;
  g_autofree char *client = NULL;

  showing->record = tend_record_load (vault, tend_kind_by_name (showing->kind), showing->id, error);
  if (showing->record != NULL && find_client (vault, showing->record, &client, error))
    showing->file = tend_care_file_load (vault, client, showing->today, showing->now, error);

  return showing->file != NULL ? g_atomic_rc_box_acquire (showing) : NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  TendSession *session = TEND_SESSION (source);
  g_autoptr(GtkWidget) parent = data;
  g_autoptr(GError) error = NULL;
  Showing *showing = tend_session_finish (session, result, &error);

  if (showing == NULL)
    {
      tend_toast (parent, error->message);
      return;
    }

  if (showing->first != NULL && showing->file->client != NULL)
    showing->first (parent, showing->file->client);
  tend_care_show_record (parent, session, showing->file, showing->record);
  showing_unref (showing);
}

void
tend_care_show (GtkWidget        *parent,
                TendSession      *session,
                const char       *kind,
                const char       *id,
                TendCareShowFunc  first)
{
  Showing *showing = g_atomic_rc_box_new0 (Showing);

  showing->kind = g_strdup (kind);
  showing->id = g_strdup (id);
  showing->today = tend_session_get_today (session);
  showing->now = tend_session_get_now (session);
  showing->first = first;
  tend_session_query (session, load, showing, showing_unref, showing_unref, NULL,
                      loaded_cb, g_object_ref (parent));
}
