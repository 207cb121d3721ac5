/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-safeguarding-numbers.h"

#include "tend-entry-row.h"
#include "tend-page.h"
#include "tend-rows.h"
#include "tend-safeguarding-team.h"

#include <glib/gi18n-lib.h>

/* The two rows of one team, in the group as long as it lives. */
typedef struct
{
  TendSession          *session;
  TendSafeguardingTeam *team;    /* as it is kept */
  GtkWidget            *phone;
  GtkWidget            *out_of_hours;
} Team;

static void
team_free (gpointer data)
{
  Team *self = data;

  g_object_unref (self->session);
  tend_safeguarding_team_free (self->team);
  g_free (self);
}

/* On its way to the worker. */
typedef struct
{
  char     *scheme;
  char     *phone;
  char     *out_of_hours;
  TendDate  today;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->scheme);
  g_free (keeping->phone);
  g_free (keeping->out_of_hours);
  g_free (keeping);
}

static gpointer
keep (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  Keeping *keeping = data;

  tend_safeguarding_team_keep (vault, keeping->scheme, keeping->phone, keeping->out_of_hours,
                               keeping->today, error);
  return NULL;
}

/* What is typed, "" while it cannot be a number. */
static char *
typed (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return tend_safeguarding_is_number (text) ? g_steal_pointer (&text) : g_strdup ("");
}

/* Says how the number stands, to be seen at its end and heard after it. */
static void
describe (GtkWidget  *row,
          const Team *self)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "label");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  gboolean wrong = !tend_safeguarding_is_number (text);
  gboolean is_kept = g_strcmp0 (text, self->team->phone) == 0 ||
                     g_strcmp0 (text, self->team->out_of_hours) == 0;
  g_autofree char *said = NULL;

  if (*text == '\0')
    said = g_strdup (_("Find and enter this number"));
  else if (wrong)
    said = g_strdup (_("Digits and spaces, please"));
  else
    said = tend_date_format (is_kept ? self->team->checked_on
                                     : tend_session_get_today (self->session), TEND_DATE_SHORT);

  gtk_label_set_label (GTK_LABEL (label), said);
  tend_entry_row_describe (TEND_ENTRY_ROW (row), said, wrong);
}

static void
leave_cb (Team *self)
{
  g_autofree char *phone = typed (self->phone);
  g_autofree char *out_of_hours = typed (self->out_of_hours);
  Keeping *keeping;

  if (g_str_equal (phone, self->team->phone != NULL ? self->team->phone : "") &&
      g_str_equal (out_of_hours,
                   self->team->out_of_hours != NULL ? self->team->out_of_hours : ""))
    return;

  g_free (self->team->phone);
  g_free (self->team->out_of_hours);
  self->team->phone = g_strdup (phone);
  self->team->out_of_hours = g_strdup (out_of_hours);
  self->team->checked_on = tend_session_get_today (self->session);

  keeping = g_new0 (Keeping, 1);
  keeping->scheme = g_strdup (self->team->scheme);
  keeping->phone = g_steal_pointer (&phone);
  keeping->out_of_hours = g_steal_pointer (&out_of_hours);
  keeping->today = self->team->checked_on;
  tend_session_change (self->session, keep, keeping, keeping_free, NULL, NULL, NULL);
}

static void
changed_cb (GtkWidget *row,
            Team      *self)
{
  describe (row, self);
}

static GtkWidget *
add_row (GtkWidget  *group,
         Team       *self,
         const char *council,
         const char *when,
         const char *number)
{
  g_autofree char *title = g_strdup_printf ("%s, %s", council, when);
  GtkWidget *row = tend_entry_row_new (title);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "max-width-chars", 14,
                                   "xalign", 1.0, "valign", GTK_ALIGN_CENTER,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  g_object_set_data (G_OBJECT (row), "label", label);
  tend_entry_row_add_suffix (TEND_ENTRY_ROW (row), label);
  g_object_set (row, "input-hints", GTK_INPUT_HINT_NO_SPELLCHECK, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), number != NULL ? number : "");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (row, "unmap", G_CALLBACK (leave_cb), self);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), self);
  describe (row, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_team (GtkWidget            *group,
          TendSession          *session,
          TendSafeguardingTeam *team)
{
  const char *council = *team->council != '\0' ? team->council : _("Council where they live");
  g_autofree char *key = g_strdup_printf ("team-%s", team->scheme);
  Team *self = g_new0 (Team, 1);

  self->session = g_object_ref (session);
  self->team = team;
  g_object_set_data_full (G_OBJECT (group), key, self, team_free);
  self->phone = add_row (group, self, council, _("adult safeguarding"), team->phone);
  self->out_of_hours = add_row (group, self, council, _("nights and weekends"),
                                team->out_of_hours);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  return tend_safeguarding_teams (vault, data, NULL, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GtkWidget) group = data;
  g_autoptr(GPtrArray) teams = tend_session_finish (TEND_SESSION (source), result, NULL);

  while (teams != NULL && teams->len > 0)
    add_team (group, TEND_SESSION (source), g_ptr_array_steal_index (teams, 0));
}

GtkWidget *
tend_safeguarding_numbers_new (TendSession *session,
                               const char  *client)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Whom to Ring"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tend_row_value (_("In danger, or a crime is happening"), "999"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tend_row_value (_("Police, when it is not urgent"), "101"));
  tend_session_query (session, load, g_strdup (client), g_free,
                      (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb,
                      g_object_ref_sink (group));
  return group;
}
