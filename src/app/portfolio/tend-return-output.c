/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-return-output.h"

#include "tend-document-dialog.h"
#include "tend-form.h"
#include "tend-page.h"
#include "tend-save-copy.h"

#include <glib/gi18n-lib.h>

#define CONTAINS _("your name, and numbers of people without any name")

static char *
file_name (const TendReturnValues *values)
{
  g_autofree char *quarter = tend_quarter_format (tend_compose_return_figures (values)->quarter);

  return g_strdup_printf ("%s %s", tend_compose_return_sheet (values)->title, quarter);
}

void
tend_return_print (GtkWidget              *parent,
                   const TendReturnValues *values)
{
  g_autoptr(TendDocument) document = tend_compose_return_document (values);
  g_autofree char *name = file_name (values);

  tend_document_dialog_present (parent, document, name, CONTAINS, NULL, NULL, NULL);
}

/* One that was sent */

static gpointer
load_sent (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  return tend_compose_return_load_sent (vault, data, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GtkWidget) parent = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendReturnValues) values = tend_session_finish (TEND_SESSION (source), result, &error);

  if (values != NULL)
    tend_return_print (parent, values);
  else
    tend_toast (parent, error->message);
}

void
tend_return_present_sent (GtkWidget   *parent,
                          TendSession *session,
                          TendRecord  *record)
{
  tend_session_query (session, load_sent, g_object_ref (record), g_object_unref,
                      (GDestroyNotify) tend_return_values_free, NULL, sent_cb,
                      g_object_ref (parent));
}

void
tend_return_save_csv (GtkWidget              *parent,
                      const TendReturnValues *values)
{
  g_autofree char *stem = file_name (values);
  g_autofree char *name = g_strconcat (stem, ".csv", NULL);

  tend_save_copy (parent, _("Save for a Spreadsheet"), name, CONTAINS, tend_save_bytes,
                  tend_compose_return_csv (values), (GDestroyNotify) g_bytes_unref);
}

void
tend_return_copy (GtkWidget              *parent,
                  const TendReturnValues *values)
{
  g_autofree char *text = tend_compose_return_text (values);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (parent), text);
  tend_toast (parent, _("Copied: paste it into an email or the council’s form."));
}

void
tend_return_send (GtkWidget              *parent,
                  TendSession            *session,
                  const TendReturnValues *values)
{
  static const char *const fields[] = { "sent_on", "sent_how", "note", NULL };
  g_autoptr(TendRecord) record =
    tend_compose_return_sent (values, tend_session_get_today (session), NULL);
  TendRecordDialogOptions options = {
    .title = _("Mark as Sent"),
    .text = _("The figures are kept as they are now, whatever is put right afterwards. Sending it "
              "is up to you."),
    .accept = _("_Keep"),
    .fields = fields,
  };

  tend_record_dialog_present_full (parent, session, record, &options);
}
