/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-print.h"

#include "tend-compose-mar.h"
#include "tend-document-dialog.h"
#include "tend-mar.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

/* What is asked for, until the answer has come. */
typedef struct
{
  GtkWidget      *parent; /* weak */
  TendMarRequest  request;
  char           *client;
  char           *contains;
} Printing;

static void
printing_free (Printing *printing)
{
  g_clear_weak_pointer (&printing->parent);
  g_free (printing->client);
  g_free (printing->contains);
  g_free (printing);
}

/* A chart may have a hundred pages: it is laid out here, and the window goes on. */
static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  g_autoptr(TendMarValues) values =
    tend_compose_mar_load (vault, &((Printing *) data)->request, error);
  TendDocument *document = values != NULL ? tend_compose_mar_document (values) : NULL;

  if (document != NULL)
    tend_document_hand_over (document);
  return document;
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Printing *printing = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = tend_session_finish (TEND_SESSION (session), result, &error);

  if (printing->parent != NULL && document == NULL)
    {
      tend_toast (printing->parent, error->message);
    }
  else if (printing->parent != NULL)
    {
      g_autofree char *day = tend_date_format_iso (printing->request.from);
      g_autofree char *name = g_strdup_printf (_("MAR chart %s"), day);

      tend_document_dialog_present (printing->parent, document, name, printing->contains, NULL,
                                    NULL, NULL);
    }

  printing_free (printing);
}

void
tend_mar_print (GtkWidget   *parent,
                TendSession *session,
                const char  *client,
                const char  *name,
                TendDate     from,
                gboolean     blank)
{
  Printing *printing;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));

  printing = g_new0 (Printing, 1);
  g_set_weak_pointer (&printing->parent, parent);
  printing->client = g_strdup (client);
  printing->contains = g_strdup_printf (_("the medicines of %s, and what became of each dose"),
                                        name);
  printing->request = (TendMarRequest) {
    printing->client, from, TEND_MAR_CYCLE_DAYS, tend_session_get_now (session), blank
  };
  tend_session_query (session, load, printing, NULL, (GDestroyNotify) tend_document_unref, NULL,
                      loaded_cb, printing);
}
