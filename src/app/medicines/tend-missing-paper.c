/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one missing paper is called, and where it is written. */

#include "tend-medicine-missing.h"

#include "tend-care-form.h"
#include "tend-care-show.h"
#include "tend-credential-form.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

const char *
tend_missing_title (TendMissing what)
{
  static const char *const titles[] = {
    [TEND_MISSING_REQUEST] = N_("Written Request"),
    [TEND_MISSING_SIGNATURE] = N_("Signature on the Request"),
    [TEND_MISSING_GP] = N_("GP Told"),
    [TEND_MISSING_CHECK] = N_("Asked about Special Training"),
    [TEND_MISSING_TRAINING] = N_("Training in Medicines"),
    [TEND_MISSING_SPECIALIST] = N_("Trained and Approved by a Health Professional"),
    [TEND_MISSING_INSURER] = N_("Insurance That Covers Medicines"),
  };

  return _(titles[what]);
}

/* A new request, once the person's file is there. */
typedef struct
{
  GtkWidget   *parent;    /* taken back in the interface's thread */
  char        *client;
  char        *medicine;
  TendDate     today;
  TendInstant  now;
} NewRequest;

static void
new_request_clear (gpointer data)
{
  NewRequest *request = data;

  g_free (request->client);
  g_free (request->medicine);
}

static void
new_request_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, new_request_clear);
}

static gpointer
load_file (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  NewRequest *request = data;

  return tend_care_file_load (vault, request->client, request->today, request->now, error);
}

static void
file_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  NewRequest *request = data;
  const TendCareSection *section = tend_care_section ("medicine_request");
  g_autoptr(GtkWidget) parent = request->parent;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  TendCareFile *file = tend_session_finish (TEND_SESSION (source), result, &error);

  if (file != NULL && gtk_widget_get_root (parent) != NULL)
    {
      g_autoptr(TendRecord) record = tend_care_new (section, file);

      tend_record_set_text (record, "medicine", request->medicine);
      tend_care_present (parent, TEND_SESSION (source), section, file, record, none);
    }
  else if (error != NULL)
    tend_toast (parent, error->message);

  g_clear_pointer (&file, tend_care_file_unref);
  new_request_unref (request);
}

static void
write_request (GtkWidget   *parent,
               TendSession *session,
               TendRecord  *medication)
{
  NewRequest *request = g_atomic_rc_box_new0 (NewRequest);

  request->parent = g_object_ref (parent);
  request->client = g_strdup (tend_record_get_text (medication, "client"));
  request->medicine = g_strdup (tend_record_get_text (medication, "name"));
  request->today = tend_session_get_today (session);
  request->now = tend_session_get_now (session);
  tend_session_query (session, load_file, g_atomic_rc_box_acquire (request), new_request_unref,
                      (GDestroyNotify) tend_care_file_unref, NULL, file_cb, request);
}

/* The window stays where it is: the person is on view already. */
static void
stay (GtkWidget  *parent,
      const char *client)
{
}

void
tend_missing_mend (GtkWidget              *parent,
                   TendSession            *session,
                   const TendMissingPaper *paper,
                   TendRecord             *medication)
{
  switch (paper->what)
    {
    case TEND_MISSING_REQUEST:
    case TEND_MISSING_SIGNATURE:
    case TEND_MISSING_GP:
    case TEND_MISSING_CHECK:
      if (paper->subject != NULL)
        tend_care_show (parent, session, "medicine_request", paper->subject, stay);
      else
        write_request (parent, session, medication);
      break;

    case TEND_MISSING_TRAINING:
      tend_credential_add_present (parent, session, "training");
      break;

    case TEND_MISSING_INSURER:
      tend_credential_add_present (parent, session, "public_liability");
      break;

    case TEND_MISSING_SPECIALIST: /* written with the medicine itself */
      break;
    }
}
