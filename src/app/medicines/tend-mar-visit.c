/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-visit.h"

#include "tend-mar-draft.h"
#include "tend-mar-panel.h"
#include "tend-mar-signing.h"
#include "tend-mar-words.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendMarVisit
{
  AdwPreferencesGroup  parent_instance;

  TendSession         *session;
  char                *client;
  TendInstant          from;
  TendInstant          to;
  TendMarSheet        *sheet;   /* of the cycle of the visit; NULL until read */
  GCancellable        *asking;
};

G_DEFINE_FINAL_TYPE (TendMarVisit, tend_mar_visit, ADW_TYPE_PREFERENCES_GROUP)

/* Signing */

static TendMarSlot *
slot_of (GtkWidget    *widget,
         TendMarLine **line)
{
  *line = g_object_get_data (G_OBJECT (widget), "line");
  return g_object_get_data (G_OBJECT (widget), "slot");
}

static TendMarPanel *
open_dose (TendMarVisit *self,
           TendMarLine  *line,
           TendMarSlot  *slot)
{
  TendMarPanel *panel = tend_mar_window_present (GTK_WIDGET (self), self->session);

  tend_mar_panel_show_dose (panel, self->sheet, line, slot, NULL);
  return panel;
}

static void
open_cb (TendMarVisit *self,
         GtkWidget    *row)
{
  TendMarLine *line;
  TendMarSlot *slot = slot_of (row, &line);

  tend_mar_panel_begin (open_dose (self, line, slot));
}

static void
signed_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendMarVisit) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) entry = tend_session_finish (TEND_SESSION (session), result, &error);

  if (entry == NULL && self->session != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
}

/* As it is due, where nothing more has to be said; else the window says what. */
static void
given_cb (TendMarVisit *self,
          GtkWidget    *button)
{
  TendMarLine *line;
  TendMarSlot *slot = slot_of (button, &line);
  TendInstant now = tend_session_get_now (self->session);
  g_autoptr(TendRecord) draft = tend_mar_draft_new (line, slot, NULL, now);
  g_autoptr(TendFaults) faults = tend_mar_draft_faults (line->medicine, draft, now);

  if (tend_faults_count (faults) > 0)
    {
      tend_mar_panel_sign (open_dose (self, line, slot));
      return;
    }

  tend_mar_sign_async (self->session, draft, FALSE, signed_cb, g_object_ref (self));
}

/* Rows */

static void
set_dose (GtkWidget         *widget,
          const TendMarDose *dose)
{
  g_object_set_data (G_OBJECT (widget), "line", dose->line);
  g_object_set_data (G_OBJECT (widget), "slot", dose->slot);
}

static void
add_dose (TendMarVisit      *self,
          const TendMarDose *dose)
{
  TendInstant now = tend_session_get_now (self->session);
  TendMarLine *line = dose->line;
  g_autofree char *name = tend_medicine_title (line->medicine->record);
  g_autofree char *clock = tend_clock_format (tend_time_clock (dose->slot->due_at));
  g_autofree char *title = g_strdup_printf ("%s %s", clock, name);
  g_autofree char *state = tend_mar_state_words (line, dose->slot, NULL, now);
  g_autofree char *key = tend_mar_dose_key (line, dose->slot->due_at);
  GtkWidget *row = tend_row_link (title, state);

  set_dose (row, dose);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  if (tend_mar_slot_is_open (line, dose->slot, now))
    {
      GtkWidget *button = gtk_button_new_with_label (_("Given"));
      g_autofree char *spoken = g_strdup_printf (_("Given: %s"), title);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      set_dose (button, dose);
      g_signal_connect_object (button, "clicked", G_CALLBACK (given_cb), self, G_CONNECT_SWAPPED);
      tend_row_add_suffix (row, button);
    }
  tend_rows_add (ADW_PREFERENCES_GROUP (self), row, key);
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendMarVisit) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarSheet) sheet = tend_session_finish (TEND_SESSION (session), result, &error);
  g_autoptr(GArray) doses = NULL;

  if (sheet == NULL || self->session == NULL)
    return;

  doses = tend_mar_chart_doses (sheet->chart, self->from, self->to);
  tend_rows_begin (ADW_PREFERENCES_GROUP (self));
  for (guint i = 0; i < doses->len; i++)
    add_dose (self, &g_array_index (doses, TendMarDose, i));
  tend_rows_end (ADW_PREFERENCES_GROUP (self));
  gtk_widget_set_visible (GTK_WIDGET (self), doses->len > 0);

  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);
  self->sheet = g_steal_pointer (&sheet);
}

static void
reload (TendMarVisit *self)
{
  TendMarQuestion *question =
    tend_mar_question_new (self->client, tend_time_date (self->from),
                           tend_session_get_now (self->session));

  tend_session_query (self->session, tend_mar_question_answer, question, tend_mar_question_free,
                      (GDestroyNotify) tend_mar_sheet_unref, self->asking, loaded_cb,
                      g_object_ref (self));
}

/* Class */

static void
tend_mar_visit_dispose (GObject *object)
{
  TendMarVisit *self = TEND_MAR_VISIT (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sheet, tend_mar_sheet_unref);
  g_clear_pointer (&self->client, g_free);

  G_OBJECT_CLASS (tend_mar_visit_parent_class)->dispose (object);
}

static void
tend_mar_visit_class_init (TendMarVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_mar_visit_dispose;
}

static void
tend_mar_visit_init (TendMarVisit *self)
{
  self->asking = g_cancellable_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Medicines"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tend_mar_visit_new (TendSession *session,
                    const char  *client,
                    TendInstant  from,
                    TendInstant  to)
{
  TendMarVisit *self = g_object_new (TEND_TYPE_MAR_VISIT, NULL);

  self->session = g_object_ref (session);
  self->client = g_strdup (client);
  self->from = from;
  self->to = to;
  g_signal_connect_object (session, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
