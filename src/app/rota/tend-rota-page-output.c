/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rota on paper and for other calendars, and time off. */

#include "tend-rota-page-private.h"

#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-ics.h"
#include "tend-save-copy.h"
#include "tend-time-off-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Printing */

typedef struct
{
  TendDate monday;
  gboolean with_income;
} Print;

static gpointer
load_values (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  Print *print = data;

  return tend_compose_rota_load (vault, print->monday, print->with_income, error);
}

static void
values_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendRotaPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRotaValues) values = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *week = NULL;
  g_autofree char *name = NULL;

  if (values == NULL)
    {
      tend_toast (GTK_WIDGET (self), error->message);
      return;
    }

  document = tend_compose_rota_document (values);
  week = tend_date_format_week (self->monday);
  name = g_strdup_printf (_("Rota %s"), week);
  tend_document_dialog_present (GTK_WIDGET (self), document, name,
                                _("the names of your clients and the times of their visits"),
                                NULL, NULL, NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);
  Print *print = g_new0 (Print, 1);

  print->monday = self->monday;
  print->with_income = g_str_equal (name, "rota.print");
  tend_session_query (tend_page_get_session (TEND_PAGE (self)), load_values, print, g_free,
                      (GDestroyNotify) tend_rota_values_free, NULL, values_cb,
                      g_object_ref (self));
}

/* For other calendars */

static void
calendar_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);
  g_autofree char *week = NULL;
  g_autofree char *file = NULL;
  char *text;

  if (self->week == NULL)
    return;

  week = tend_date_format_week (self->monday);
  file = g_strdup_printf ("%s %s.ics", _("Rota"), week);
  text = tend_ics_week (self->week,
                        tend_session_get_now (tend_page_get_session (TEND_PAGE (self))));
  tend_save_copy (widget, _("Save as Calendar"), file,
                  _("the names of your clients and the times of their visits"),
                  tend_save_bytes, g_bytes_new_take (text, strlen (text)),
                  (GDestroyNotify) g_bytes_unref);
}

static void
time_off_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);

  tend_time_off_dialog_present (widget, tend_page_get_session (TEND_PAGE (self)),
                                MAX (self->monday, tend_rota_view_get_day (self->view)));
}

void
_tend_rota_page_install_output (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rota.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "rota.print-plain", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "rota.calendar", NULL, calendar_action);
  gtk_widget_class_install_action (widget_class, "rota.time-off", NULL, time_off_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "rota.print", NULL);
}
