/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-incident-form.h"

#include "tend-care-form.h"
#include "tend-privacy-forms.h"
#include "tend-privacy.h"
#include "tend-rows.h"
#include "tend-safeguarding.h"

#include <glib/gi18n-lib.h>

/* What the hint about a breach is made of; kept by its row. */
typedef struct
{
  TendForm    *form;     /* the hint goes with it */
  TendSession *session;
  GtkWidget   *group;
  GtkWidget   *row;
} Hint;

static void
hint_free (gpointer data)
{
  g_object_unref (((Hint *) data)->session);
  g_free (data);
}

static void
update (GtkWidget *row)
{
  Hint *hint = g_object_get_data (G_OBJECT (row), "hint");
  TendRecord *incident = tend_form_get_record (hint->form);
  TendInstant seen = tend_record_get_int (incident, "happened_at");
  gboolean breach = g_strcmp0 (tend_record_get_text (incident, "what"), "data_breach") == 0;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (hint->group, breach);
  if (!breach || seen == TEND_INSTANT_NONE)
    return;

  day = tend_date_format (tend_time_date (tend_breach_due (seen)), TEND_DATE_DAY);
  clock = tend_clock_format (tend_time_clock (tend_breach_due (seen)));
  text = g_strdup_printf (_("By %s, %s: 72 hours after you noticed."), day, clock);
  tend_row_set_value (hint->row, text);
}

/* What is known of it need not be typed again. */
static void
add_to_log_cb (Hint *hint)
{
  TendRecord *incident = tend_form_get_record (hint->form);
  g_autoptr(TendRecord) breach = tend_record_new (tend_kind_by_name ("data_breach"));

  tend_record_set_text (breach, "what", tend_record_get_text (incident, "facts"));
  tend_record_set_text (breach, "done", tend_record_get_text (incident, "action"));
  tend_record_set_int (breach, "aware_at", tend_record_get_int (incident, "happened_at"));
  tend_breach_present (hint->row, hint->session, breach);
}

static void
add_hint (TendForm     *form,
          TendCareEdit *edit)
{
  Hint *hint = g_new0 (Hint, 1);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  hint->form = form;
  hint->session = g_object_ref (edit->session);
  hint->group = GTK_WIDGET (group);
  hint->row = tend_row_link (_("Add It to the Breach Log…"), "");

  adw_preferences_group_set_title (group, _("A Data Breach Has a Clock"));
  adw_preferences_group_set_description
    (group, _("The ICO hears of it within 72 hours after you noticed, unless it is unlikely to "
              "harm anyone. Either way it belongs in the log of breaches, under Privacy."));
  adw_preferences_group_add (group, hint->row);
  g_object_set_data_full (G_OBJECT (hint->row), "hint", hint, hint_free);
  g_signal_connect_swapped (hint->row, "activated", G_CALLBACK (add_to_log_cb), hint);
  tend_care_insert_group (form, edit->closed ? "follow_up" : "kind", hint->group);
  update (hint->row);
  g_signal_connect_object (form, "changed", G_CALLBACK (update), hint->row, G_CONNECT_SWAPPED);
}

void
tend_incident_form_prepare (TendForm     *form,
                            GtkWindow    *dialog,
                            TendCareEdit *edit)
{
  add_hint (form, edit);
  tend_safeguarding_prepare (form, dialog, edit);
}
