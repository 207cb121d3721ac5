/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rate-row.h"

#include "tend-draft.h"
#include "tend-field-text.h"
#include "tend-form.h"
#include "tend-money.h"
#include "tend-price-list.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

static const char *const fields[] = {
  "amount_pence", "unit", "service",
  "", "applies", "fixed_date", "starts_at", "ends_at",
  "", "valid_from", "valid_to", "note", NULL
};

char *
tend_rate_format_price (TendRecord *rate)
{
  g_autofree char *amount = tend_money_format (tend_record_get_int (rate, "amount_pence"));
  const char *unit = tend_record_get_text (rate, "unit");

  if (g_strcmp0 (unit, "visit") == 0)
    return g_strdup_printf (_("%s a visit"), amount);
  if (g_strcmp0 (unit, "night") == 0)
    return g_strdup_printf (_("%s a night"), amount);
  if (g_strcmp0 (unit, "mile") == 0)
    return g_strdup_printf (_("%s a mile"), amount);

  return g_strdup_printf (_("%s an hour"), amount);
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
add_dates (GString    *text,
           TendRecord *rate)
{
  g_autofree char *from = tend_field_text_show (rate, "valid_from");
  g_autofree char *to = tend_field_text_show (rate, "valid_to");
  g_autofree char *part = NULL;

  if (*from != '\0' && *to != '\0')
    part = g_strdup_printf (_("%s to %s"), from, to);
  else if (*from != '\0')
    part = g_strdup_printf (_("from %s"), from);
  else if (*to != '\0')
    part = g_strdup_printf (_("until %s"), to);
  add_part (text, part);
}

/* "Personal care · Saturday · 22:00 to 06:00 · from 1 Apr 2026" */
static char *
describe (TendRecord *rate,
          GPtrArray  *services)
{
  const char *service = tend_record_get_text (rate, "service");
  g_autofree char *starts_at = tend_field_text_show (rate, "starts_at");
  g_autofree char *ends_at = tend_field_text_show (rate, "ends_at");
  g_autofree char *day = tend_field_text_show (rate, "fixed_date");
  g_autofree char *applies = tend_field_text_show (rate, "applies");
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; service != NULL && i < services->len; i++)
    if (g_str_equal (tend_record_get_id (g_ptr_array_index (services, i)), service))
      add_part (text, tend_record_get_text (g_ptr_array_index (services, i), "name"));
  if (service == NULL)
    add_part (text, g_strcmp0 (tend_record_get_text (rate, "unit"), "mile") == 0
              ? _("Driving with a client")
              : _("Every service"));

  if (g_strcmp0 (tend_record_get_text (rate, "applies"), "any") != 0)
    add_part (text, *day != '\0' ? day : applies);
  if (*starts_at != '\0')
    {
      g_autofree char *band = g_strdup_printf (_("%s to %s"), starts_at, ends_at);

      add_part (text, band);
    }
  add_dates (text, rate);
  add_part (text, tend_record_get_text (rate, "note"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
edit (GtkWidget   *parent,
      TendSession *session,
      TendRecord  *rate,
      const char  *title)
{
  TendRecordDialogOptions options = {
    .title = title, .fields = fields, .service_label = _("Every service"),
  };

  tend_record_dialog_present_full (parent, session, rate, &options);
}

static TendRecord *
rate_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "rate");
}

static void
edit_cb (GtkWidget   *row,
         TendSession *session)
{
  edit (row, session, rate_of (row), _("Correct a Price"));
}

static void
change_cb (GtkWidget *button,
           GtkWidget *row)
{
  tend_rate_change (row, g_object_get_data (G_OBJECT (row), "session"), rate_of (row));
}

GtkWidget *
tend_rate_row_new (TendSession *session,
                   TendRecord  *rate,
                   GPtrArray   *services)
{
  g_autofree char *price = tend_rate_format_price (rate);
  g_autofree char *detail = describe (rate, services);
  g_autofree char *name = g_strdup_printf (_("New price instead of %s, %s"), price, detail);
  GtkWidget *row = tend_row_link (price, detail);

  gtk_widget_add_css_class (row, "numeric");
  g_object_set_data_full (G_OBJECT (row), "rate", g_object_ref (rate), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), session, 0);

  if (!tend_rate_is_past (rate, tend_session_get_today (session)))
    {
      GtkWidget *button = tend_head_button (_("New Price…"), name);

      g_signal_connect_object (button, "clicked", G_CALLBACK (change_cb), row, 0);
      tend_row_add_suffix (row, button);
    }

  return row;
}

void
tend_rate_add (GtkWidget   *parent,
               TendSession *session,
               const char  *client)
{
  g_autoptr(TendRecord) rate = tend_record_new (tend_kind_by_name ("rate"));

  tend_record_set_text (rate, "client", client);
  edit (parent, session, rate, client != NULL ? _("Add Their Own Price") : _("Add a Price"));
}

TendRecord *
tend_rate_change_save (TendVault   *vault,
                       TendRecord  *rate,
                       gpointer     old_id,
                       GError     **error)
{
  g_autoptr(TendRecord) old = tend_record_load (vault, tend_kind_by_name ("rate"), old_id, error);
  gint64 from = tend_record_get_int (rate, "valid_from");

  if (old == NULL)
    return NULL;
  if (from == TEND_DATE_NONE || from <= tend_record_get_int (old, "valid_from"))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("Say from which day the new price counts: a day after the old price "
                             "began. To mend a mistake, correct the old price instead."));
      return NULL;
    }

  tend_record_set_int (old, "valid_to", from - 1);
  if (!tend_record_save (vault, old, _("A new price."), error) ||
      !tend_record_save (vault, rate, _("A new price."), error))
    return NULL;

  return g_object_ref (rate);
}

void
tend_rate_change (GtkWidget   *parent,
                  TendSession *session,
                  TendRecord  *rate)
{
  static const char *const changed[] = { "amount_pence", "valid_from", "note", NULL };
  g_autoptr(TendRecord) next = tend_record_new (tend_kind_by_name ("rate"));
  g_autofree char *price = tend_rate_format_price (rate);
  g_autofree char *text = g_strdup_printf (
    _("It is %s now. Visits before the day you give keep that price; tell the people it is for "
      "in good time."),
    price);
  TendRecordDialogOptions options = {
    .title = _("New Price"), .text = text, .fields = changed, .save = tend_rate_change_save,
    .save_data = g_strdup (tend_record_get_id (rate)), .free_save_data = g_free,
  };

  tend_draft_reset (next, rate);
  tend_record_clear (next, "amount_pence");
  tend_record_clear (next, "valid_from");
  tend_record_clear (next, "note");
  tend_record_dialog_present_full (parent, session, next, &options);
}
