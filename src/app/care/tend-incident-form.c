/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-incident-form.h"

#include "tend-care-form.h"
#include "tend-privacy-forms.h"
#include "tend-privacy-log.h"
#include "tend-privacy.h"
#include "tend-rows.h"
#include "tend-safeguarding.h"

#include <glib/gi18n-lib.h>

/* What the hint about a breach is made of; kept by its row. */
typedef struct
{
  TendForm     *form;     /* the hint goes with it */
  TendSession  *session;
  TendCareEdit *edit;
  TendRecord   *breach;   /* the entry that is there; NULL: none */
  GCancellable *cancellable;
  GtkWidget    *group;
  GtkWidget    *row;
} Hint;

static void
hint_free (gpointer data)
{
  Hint *hint = data;

  g_cancellable_cancel (hint->cancellable);
  g_object_unref (hint->cancellable);
  g_clear_object (&hint->breach);
  g_object_unref (hint->session);
  g_free (hint);
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
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 hint->breach != NULL ? _("Its Entry in the Breach Log")
                                                      : _("Add It to the Breach Log…"));
  if (!breach || seen == TEND_INSTANT_NONE)
    return;

  day = tend_date_format (tend_time_date (tend_breach_due (seen)), TEND_DATE_DAY);
  clock = tend_clock_format (tend_time_clock (tend_breach_due (seen)));
  text = g_strdup_printf (_("By %s, %s: 72 hours after you noticed."), day, clock);
  tend_row_set_value (hint->row, text);
}

static void
set_breach (Hint       *hint,
            TendRecord *breach)
{
  g_set_object (&hint->breach, breach);
  update (hint->row);
}

static gpointer
find_breach (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  return tend_breach_of (vault, data, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) breach = tend_session_finish (TEND_SESSION (source), result, &error);

  /* While it is not known the row adds one, which only asks. */
  if (breach != NULL)
    set_breach (data, breach);
}

static void
look_for_breach (Hint *hint)
{
  TendRecord *incident = tend_form_get_record (hint->form);

  if (tend_record_is_stored (incident))
    tend_session_query (hint->session, find_breach, g_strdup (tend_record_get_id (incident)),
                        g_free, g_object_unref, hint->cancellable, found_cb, hint);
}

/* An incident that is not saved yet is told of it when it is. */
static void
saved_cb (TendRecord *breach,
          gpointer    row)
{
  Hint *hint = g_object_get_data (G_OBJECT (row), "hint");

  if (!tend_record_is_set (breach, "incident"))
    {
      g_free (hint->edit->breach);
      hint->edit->breach = g_strdup (tend_record_get_id (breach));
    }
  set_breach (hint, breach);
}

/* What is known of it need not be typed again. */
static void
add_to_log_cb (Hint *hint)
{
  TendRecord *incident = tend_form_get_record (hint->form);
  g_autoptr(TendRecord) breach = NULL;

  if (hint->breach != NULL)
    {
      tend_log_entry_present (hint->row, hint->session, hint->breach, saved_cb, hint->row);
      return;
    }

  breach = tend_record_new (tend_kind_by_name ("data_breach"));
  if (tend_record_is_stored (incident))
    tend_record_set_text (breach, "incident", tend_record_get_id (incident));
  tend_record_set_text (breach, "what", tend_record_get_text (incident, "facts"));
  tend_record_set_text (breach, "done", tend_record_get_text (incident, "action"));
  tend_record_set_int (breach, "aware_at", tend_record_get_int (incident, "happened_at"));
  tend_log_entry_present (hint->row, hint->session, breach, saved_cb, hint->row);
}

static void
add_hint (TendForm     *form,
          TendCareEdit *edit)
{
  Hint *hint = g_new0 (Hint, 1);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  hint->form = form;
  hint->session = g_object_ref (edit->session);
  hint->edit = edit;
  hint->cancellable = g_cancellable_new ();
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
  look_for_breach (hint);
}

void
tend_incident_form_prepare (TendForm     *form,
                            GtkWindow    *dialog,
                            TendCareEdit *edit)
{
  add_hint (form, edit);
  tend_safeguarding_prepare (form, dialog, edit);
}
