/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage-output.h"

#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-mileage-csv.h"
#include "tend-page.h"
#include "tend-save-copy.h"

#include <glib/gi18n-lib.h>

/* What is asked for, until the answer has come. */
typedef struct
{
  GtkWidget *parent; /* weak */
  TendDate   year;
  TendDate   today;
} Request;

static Request *
request_new (GtkWidget   *parent,
             TendSession *session,
             TendDate     year)
{
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->parent, parent);
  request->year = year;
  request->today = tend_session_get_today (session);
  return request;
}

static void
request_free (Request *request)
{
  g_clear_weak_pointer (&request->parent);
  g_free (request);
}

static char *
file_name (const Request *request)
{
  g_autofree char *year = tend_tax_year_format (request->year);

  return g_strdup_printf (_("Mileage %s"), year);
}

/* On paper. */

static gpointer
load_values (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  const Request *request = data;

  return tend_compose_mileage_load (vault, request->year, request->today, error);
}

static void
values_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Request *request = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMileageValues) values =
    tend_session_finish (TEND_SESSION (session), result, &error);

  if (request->parent != NULL && values == NULL)
    {
      tend_toast (request->parent, error->message);
    }
  else if (request->parent != NULL)
    {
      g_autoptr(TendDocument) document = tend_compose_mileage_document (values);
      g_autofree char *name = file_name (request);

      tend_document_dialog_present (request->parent, document, name,
                                    _("where you have been, and the names of clients"),
                                    NULL, NULL, NULL);
    }

  request_free (request);
}

void
tend_mileage_print (GtkWidget   *parent,
                    TendSession *session,
                    TendDate     year)
{
  Request *request = request_new (parent, session, year);

  tend_session_query (session, load_values, request, NULL,
                      (GDestroyNotify) tend_mileage_values_free, NULL, values_cb, request);
}

/* For a spreadsheet. */

static gpointer
load_csv (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  return tend_mileage_csv (vault, ((Request *) data)->year, error);
}

static void
csv_cb (GObject      *session,
        GAsyncResult *result,
        gpointer      data)
{
  Request *request = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = tend_session_finish (TEND_SESSION (session), result, &error);

  if (request->parent != NULL && bytes == NULL)
    {
      tend_toast (request->parent, error->message);
    }
  else if (request->parent != NULL)
    {
      g_autofree char *stem = file_name (request);
      g_autofree char *name = g_strconcat (stem, ".csv", NULL);

      tend_save_copy (request->parent, _("Save for a Spreadsheet"), name,
                      _("where you have been, and the names of clients"),
                      tend_save_bytes, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
    }

  request_free (request);
}

void
tend_mileage_save_csv (GtkWidget   *parent,
                       TendSession *session,
                       TendDate     year)
{
  Request *request = request_new (parent, session, year);

  tend_session_query (session, load_csv, request, NULL, (GDestroyNotify) g_bytes_unref, NULL,
                      csv_cb, request);
}
