/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-visits.h"

#include "tend-clients.h"
#include "tend-pattern-dialog.h"
#include "tend-recurrence.h"
#include "tend-rows.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

#define PERIOD 28

struct _TendClientVisits
{
  TendClientTab        parent_instance;

  TendDate             from;     /* of the four weeks on view: a Monday */

  GtkWidget           *plan;     /* gone after a death */
  AdwPreferencesGroup *patterns;
  AdwPreferencesGroup *visits;
};

G_DEFINE_FINAL_TYPE (TendClientVisits, tend_client_visits, TEND_TYPE_CLIENT_TAB)

typedef struct
{
  GPtrArray *patterns; /* TendRecord, those that have not ended */
  GPtrArray *services; /* TendRecord, for their names */
  GPtrArray *visits;   /* TendVisit */
  gboolean   died;
} Visits;

static void
visits_free (gpointer data)
{
  Visits *visits = data;

  g_clear_pointer (&visits->patterns, g_ptr_array_unref);
  g_clear_pointer (&visits->services, g_ptr_array_unref);
  g_clear_pointer (&visits->visits, g_ptr_array_unref);
  g_free (visits);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *ask = data;
  Visits *visits = g_new0 (Visits, 1);
  g_autoptr(TendRecord) client =
    tend_record_load (vault, tend_kind_by_name ("client"), ask->client, NULL);

  visits->died = client != NULL && tend_record_is_set (client, "died_on");
  visits->visits = tend_visits_between (vault, ask->from, ask->to, ask->client, error);
  if (visits->visits != NULL)
    visits->services = tend_record_load_all (vault, tend_kind_by_name ("service"), error);
  if (visits->services != NULL)
    visits->patterns =
      tend_client_records (vault, tend_kind_by_name ("pattern"), ask->client, error);

  if (visits->patterns == NULL)
    g_clear_pointer (&visits, visits_free);
  else
    for (guint i = visits->patterns->len; i > 0; i--)
      {
        gint64 ends_on =
          tend_record_get_int (g_ptr_array_index (visits->patterns, i - 1), "ends_on");

        if (ends_on != TEND_DATE_NONE && ends_on < ask->today)
          g_ptr_array_remove_index (visits->patterns, i - 1);
      }

  return visits;
}

static void
open_visit_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.open", "(ss)", "visit", gtk_widget_get_name (row));
}

/* Repeating visits are changed from one of their days on: the next one. */
static void
open_pattern_cb (TendClientVisits *self,
                 GtkWidget        *row)
{
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  tend_pattern_dialog_present (GTK_WIDGET (self), session, gtk_widget_get_name (row));
}

/* (transfer full): "PATTERN@DATE" of the next day it falls on, or of its first */
static char *
next_occurrence (TendRecord *pattern,
                 TendDate    today)
{
  TendDate starts_on = (TendDate) tend_record_get_int (pattern, "starts_on");
  TendDate ends_on = (TendDate) tend_record_get_int (pattern, "ends_on");
  TendDate from = MAX (starts_on, today);
  g_autoptr(GArray) days = tend_recurrence_expand (tend_record_get_text (pattern, "rrule"),
                                                   starts_on, ends_on, from, from + 366);
  g_autofree char *day = tend_date_format_iso (days->len > 0 ? g_array_index (days, TendDate, 0)
                                                             : starts_on);

  return g_strdup_printf ("%s@%s", tend_record_get_id (pattern), day);
}

/* (nullable): the name of the service with that id */
static const char *
service_name (GPtrArray  *services,
              const char *id)
{
  for (guint i = 0; id != NULL && i < services->len; i++)
    if (g_str_equal (tend_record_get_id (g_ptr_array_index (services, i)), id))
      return tend_record_get_text (g_ptr_array_index (services, i), "name");

  return NULL;
}

static GtkWidget *
pattern_row (TendClientVisits *self,
             TendRecord       *pattern,
             GPtrArray        *services)
{
  TendDate starts_on = (TendDate) tend_record_get_int (pattern, "starts_on");
  TendDate ends_on = (TendDate) tend_record_get_int (pattern, "ends_on");
  g_autofree char *rule =
    tend_recurrence_describe (tend_record_get_text (pattern, "rrule"), starts_on);
  g_autofree char *at = tend_clock_format ((TendClock) tend_record_get_int (pattern, "starts_at"));
  g_autofree char *length = tend_minutes_format (tend_record_get_int (pattern, "minutes"));
  const char *service = service_name (services, tend_record_get_text (pattern, "service"));
  g_autoptr(GString) detail = g_string_new (NULL);
  GtkWidget *row;

  g_string_append_printf (detail, _("At %s for %s"), at, length);
  if (service != NULL)
    g_string_append_printf (detail, " · %s", service);
  if (ends_on != TEND_DATE_NONE)
    {
      g_autofree char *day = tend_date_format (ends_on, TEND_DATE_SHORT);

      g_string_append (detail, " · ");
      g_string_append_printf (detail, _("until %s"), day);
    }

  row = tend_row_link (rule, detail->str);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_pattern_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_patterns (TendClientVisits *self,
               Visits           *visits)
{
  TendDate today = tend_session_get_today (tend_page_get_session (TEND_PAGE (self)));

  tend_rows_begin (self->patterns);
  for (guint i = 0; i < visits->patterns->len; i++)
    {
      TendRecord *pattern = g_ptr_array_index (visits->patterns, i);

      g_autofree char *next = next_occurrence (pattern, today);

      tend_rows_add (self->patterns, pattern_row (self, pattern, visits->services), next);
    }
  if (visits->patterns->len == 0)
    tend_rows_add (self->patterns, tend_row_nothing (_("No visit repeats.")), NULL);
  tend_rows_end (self->patterns);
}

/* "Done", or what else is to be known of a visit; NULL when nothing is. */
static const char *
state_of (const TendVisit *visit,
          TendInstant      now)
{
  switch (visit->status)
    {
    case TEND_VISIT_DONE:
      return _("Done");
    case TEND_VISIT_CANCELLED:
      return _("Cancelled");
    case TEND_VISIT_MISSED:
      return _("Missed");
    case TEND_VISIT_PLANNED:
    default:
      return visit->planned_end < now ? _("Not recorded") : NULL;
    }
}

static GtkWidget *
visit_row (const TendVisit *visit,
           TendInstant      now)
{
  g_autofree char *day =
    tend_date_format (tend_time_date (tend_visit_start (visit)), TEND_DATE_DAY);
  g_autofree char *span = tend_time_format_span (tend_visit_start (visit), tend_visit_end (visit));
  g_autofree char *title = g_strdup_printf ("%s, %s", day, span);
  const char *state = state_of (visit, now);
  GtkWidget *row = tend_row_link (title, visit->service_name);

  if (state != NULL)
    tend_row_add_note (row, state, "dim-label");
  if (visit->has_concern)
    tend_row_add_note (row, _("Concern"), "warning");
  gtk_widget_add_css_class (row, "numeric");
  g_signal_connect (row, "activated", G_CALLBACK (open_visit_cb), NULL);

  return row;
}

static void
show_visits (TendClientVisits *self,
             GPtrArray        *visits)
{
  TendInstant now = tend_session_get_now (tend_page_get_session (TEND_PAGE (self)));
  g_autofree char *first = tend_date_format (self->from, TEND_DATE_SHORT);
  g_autofree char *last = tend_date_format (self->from + PERIOD - 1, TEND_DATE_SHORT);
  g_autofree char *period = g_strdup_printf (_("%s to %s"), first, last);

  adw_preferences_group_set_description (self->visits, period);
  tend_rows_begin (self->visits);
  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = g_ptr_array_index (visits, i);

      tend_rows_add (self->visits, visit_row (visit, now), visit->id);
    }
  if (visits->len == 0)
    tend_rows_add (self->visits, tend_row_nothing (_("No visits in these four weeks.")), NULL);
  tend_rows_end (self->visits);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendClientVisits *self = TEND_CLIENT_VISITS (page);
  Visits *visits = answer;

  if (visits == NULL)
    return;

  gtk_widget_set_visible (self->plan, !visits->died);
  show_patterns (self, visits);
  show_visits (self, visits->visits);
  visits_free (visits);
}

static void
tend_client_visits_reload (TendPage *page)
{
  TendClientVisits *self = TEND_CLIENT_VISITS (page);

  if (self->from == TEND_DATE_NONE)
    self->from = tend_date_week_start (tend_session_get_today (tend_page_get_session (page)));

  tend_client_tab_ask (TEND_CLIENT_TAB (self), load, visits_free, loaded_cb,
                       self->from, self->from + PERIOD - 1, 0);
}

static void
earlier_cb (TendClientVisits *self)
{
  self->from -= PERIOD;
  tend_page_reload (TEND_PAGE (self));
}

static void
later_cb (TendClientVisits *self)
{
  self->from += PERIOD;
  tend_page_reload (TEND_PAGE (self));
}

static void
plan_cb (TendClientVisits *self)
{
  tend_visit_new_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                          tend_client_tab_get_client (TEND_CLIENT_TAB (self)),
                          TEND_DATE_NONE, TEND_CLOCK_NONE, NULL, NULL);
}

static void
tend_client_visits_reset (TendClientTab *tab)
{
  TEND_CLIENT_VISITS (tab)->from = TEND_DATE_NONE;
}

static void
tend_client_visits_class_init (TendClientVisitsClass *klass)
{
  TEND_PAGE_CLASS (klass)->reload = tend_client_visits_reload;
  TEND_CLIENT_TAB_CLASS (klass)->reset = tend_client_visits_reset;
}

static void
tend_client_visits_init (TendClientVisits *self)
{
  TendClientTab *tab = TEND_CLIENT_TAB (self);
  GtkWidget *plan = tend_head_button (_("P_lan Visits…"), _("Plan visits"));
  GtkWidget *turn = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *earlier = tend_head_button (_("_Earlier"), _("Earlier visits"));
  GtkWidget *later = tend_head_button (_("La_ter"), _("Later visits"));

  gtk_box_append (GTK_BOX (turn), earlier);
  gtk_box_append (GTK_BOX (turn), later);
  gtk_widget_set_valign (turn, GTK_ALIGN_CENTER);
  self->plan = plan;
  self->patterns = tend_client_tab_add_group (tab, _("Repeating Visits"), plan);
  self->visits = tend_client_tab_add_group (tab, _("Visits"), turn);

  g_signal_connect_object (plan, "clicked", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (earlier, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (later, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_client_visits_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENT_VISITS, "session", session, NULL);
}
