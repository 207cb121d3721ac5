/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-write-up.h"

#include "tend-care-form.h"
#include "tend-care-show.h"
#include "tend-clients.h"
#include "tend-page.h"

/* Asked and answered. */
typedef struct
{
  char         *visit;   /* NULL: a death */
  char         *client;  /* of a death */
  TendDate      today;
  TendInstant   now;
  TendCareFile *file;
  TendRecord   *incident;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->file, tend_care_file_unref);
  g_clear_object (&answer->incident);
  g_free (answer->visit);
  g_free (answer->client);
  g_free (answer);
}

static TendRecord *
begin (TendCareFile *file,
       TendRecord   *client,
       TendRecord   *visit)
{
  TendRecord *incident = tend_care_new (tend_care_section ("incident"), file);
  g_autofree char *address = tend_record_full_address (client);
  g_auto(GStrv) lines = g_strsplit (address, "\n", -1);
  g_autofree char *place = g_strjoinv (", ", lines);
  TendInstant start = tend_record_get_int (visit, "actual_start");

  if (start == TEND_INSTANT_NONE)
    start = tend_record_get_int (visit, "planned_start");

  tend_record_set_text (incident, "visit", tend_record_get_id (visit));
  tend_record_set_int (incident, "happened_at", start);
  tend_record_set_text (incident, "place", place);
  tend_record_set_text (incident, "facts", tend_record_get_text (visit, "concern"));
  return incident;
}

/* Where it was is not known from the record: it may have been a hospital. */
static TendRecord *
begin_death (TendCareFile *file,
             TendRecord   *client)
{
  GPtrArray *incidents = tend_care_file_get (file, tend_care_section ("incident"));
  TendRecord *incident;

  for (guint i = 0; i < incidents->len; i++)
    if (g_strcmp0 (tend_record_get_text (incidents->pdata[i], "what"), "death") == 0)
      return g_object_ref (incidents->pdata[i]);

  incident = tend_care_new (tend_care_section ("incident"), file);
  tend_record_set_text (incident, "kind", "incident");
  tend_record_set_text (incident, "what", "death");
  if (tend_record_is_set (client, "died_at"))
    tend_record_set_int (incident, "happened_at",
                         tend_time_resolve (tend_record_get_int (client, "died_on"),
                                            tend_record_get_int (client, "died_at")));
  else
    tend_record_clear (incident, "happened_at");
  return incident;
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Answer *asked = data;
  g_autoptr(TendRecord) visit = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendCareFile) file = NULL;
  const char *id = asked->client;
  Answer *answer;

  if (asked->visit != NULL)
    {
      visit = tend_record_load (vault, tend_kind_by_name ("visit"), asked->visit, error);
      if (visit == NULL)
        return NULL;
      id = tend_record_get_text (visit, "client");
    }

  client = tend_record_load (vault, tend_kind_by_name ("client"), id, error);
  if (client != NULL)
    file = tend_care_file_load (vault, id, asked->today, asked->now, error);
  if (file == NULL)
    return NULL;

  answer = g_new0 (Answer, 1);
  answer->incident = visit != NULL ? begin (file, client, visit) : begin_death (file, client);
  answer->file = g_steal_pointer (&file);
  return answer;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GtkWidget) parent = data;
  TendSession *session = TEND_SESSION (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  Answer *answer = tend_session_finish (session, result, &error);

  if (answer == NULL)
    {
      tend_toast (parent, error->message);
      return;
    }

  if (tend_record_is_stored (answer->incident))
    tend_care_show_record (parent, session, answer->file, answer->incident);
  else
    tend_care_present (parent, session, tend_care_section ("incident"), answer->file,
                       answer->incident, none);
  answer_free (answer);
}

static void
ask (GtkWidget   *parent,
     TendSession *session,
     const char  *visit,
     const char  *client)
{
  Answer *asked = g_new0 (Answer, 1);

  asked->visit = g_strdup (visit);
  asked->client = g_strdup (client);
  asked->today = tend_session_get_today (session);
  asked->now = tend_session_get_now (session);
  tend_session_query (session, load, asked, answer_free, answer_free, NULL, loaded_cb,
                      g_object_ref (parent));
}

void
tend_write_up_present (GtkWidget   *parent,
                       TendSession *session,
                       const char  *visit)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (visit != NULL);

  ask (parent, session, visit, NULL);
}

void
tend_write_up_death (GtkWidget   *parent,
                     TendSession *session,
                     const char  *client)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (client != NULL);

  ask (parent, session, NULL, client);
}
