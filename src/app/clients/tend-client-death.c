/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When somebody has died: one quiet window that asks the day, says what comes of it and
 * does all of it at once; and the way back from a mistake.
 */

#include "tend-client-actions.h"

#include "tend-clients.h"
#include "tend-compat.h"
#include "tend-death.h"
#include "tend-form.h"
#include "tend-page.h"
#include "tend-rows.h"
#include "tend-undo-toast.h"
#include "tend-write-up.h"

#include <glib/gi18n-lib.h>

/* The window's own, kept with it. */
typedef struct
{
  TendSession *session;
  GtkWidget   *parent;      /* weak */
  char        *client;
  char        *name;        /* of the person, and on a bill: */
  char        *bill_name;
  GtkWidget   *visits_row;
  gboolean     writes_up;   /* an incident comes next */
  TendUndo    *undo;        /* filled in the worker while the window waits for it */
} Death;

static void
death_free (gpointer data)
{
  Death *death = data;

  g_object_unref (death->session);
  g_clear_weak_pointer (&death->parent);
  g_clear_pointer (&death->undo, tend_undo_free);
  g_free (death->client);
  g_free (death->name);
  g_free (death->bill_name);
  g_free (death);
}

static TendDeath *
load_death (TendVault   *vault,
            TendRecord  *client,
            GError     **error)
{
  return tend_death_load (vault, tend_record_get_id (client),
                          (TendDate) tend_record_get_int (client, "died_on"),
                          (TendClock) tend_record_get_int (client, "died_at"), error);
}

/* Saving */

static gboolean
note_all (TendUndo   *undo,
          TendVault  *vault,
          TendDeath  *death,
          GError    **error)
{
  for (guint i = 0; i < death->records->len; i++)
    if (!tend_undo_note (undo, vault, tend_record_get_kind (death->records->pdata[i]),
                         tend_record_get_id (death->records->pdata[i]), error))
      return FALSE;

  return TRUE;
}

static TendRecord *
save_death (TendVault   *vault,
            TendRecord  *client,
            gpointer     data,
            GError     **error)
{
  Death *window = data;
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendDeath) death = load_death (vault, client, error);

  if (death == NULL || !note_all (undo, vault, death, error) ||
      !tend_death_record (vault, death, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  g_clear_pointer (&window->undo, tend_undo_free);
  window->undo = g_steal_pointer (&undo);
  return g_object_ref (death->records->pdata[0]);
}

static void
saved_cb (TendRecord *client,
          gpointer    data)
{
  Death *death = data;

  if (death->parent == NULL)
    return;

  tend_undo_toast (death->parent, death->session, _("The death was recorded."),
                   g_steal_pointer (&death->undo));
  if (death->writes_up)
    tend_write_up_death (death->parent, death->session, death->client);
}

/* Showing what comes of it */

static TendInstant
moment (TendRecord *client)
{
  return tend_time_resolve ((TendDate) tend_record_get_int (client, "died_on"),
                            (TendClock) tend_record_get_int (client, "died_at"));
}

static void
check (TendRecord *client,
       TendFaults *faults,
       gpointer    data)
{
  Death *death = data;

  if (!tend_record_is_set (client, "died_on"))
    tend_faults_add (faults, "died_on", _("Say on which day it was."));
  else if (tend_record_get_int (client, "died_on") > tend_session_get_today (death->session))
    tend_faults_add (faults, "died_on", _("That is still to come: check the date."));
  else if (tend_record_is_set (client, "died_at") && moment (client) >
           tend_session_get_now (death->session))
    tend_faults_add (faults, "died_at", _("That is still to come: check the time."));
}

static gpointer
count (TendVault  *vault,
       gpointer    data,
       GError    **error)
{
  return load_death (vault, data, error);
}

static char *
visits_text (const TendDeath *death)
{
  g_autofree char *visits =
    g_strdup_printf (ngettext ("%u planned visit is cancelled", "%u planned visits are cancelled",
                               death->n_visits), death->n_visits);
  g_autofree char *patterns =
    g_strdup_printf (ngettext ("%u repeating visit ends", "%u repeating visits end",
                               death->n_patterns), death->n_patterns);

  if (death->n_visits == 0 && death->n_patterns == 0)
    return g_strdup (_("Nothing is planned after that day."));
  if (death->n_visits == 0)
    return g_strdup_printf (_("%s. What has been recorded stays."), patterns);
  if (death->n_patterns == 0)
    return g_strdup_printf (_("%s. What has been recorded stays."), visits);

  return g_strdup_printf (_("%s, and %s. What has been recorded stays."), visits, patterns);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GtkWidget) row = data;
  g_autoptr(TendDeath) death = tend_session_finish (TEND_SESSION (source), result, NULL);
  g_autofree char *text = death != NULL ? visits_text (death) : NULL;

  if (text != NULL)
    tend_row_set_value (row, text);
}

static void
changed_cb (TendForm *form,
            Death    *death)
{
  TendRecord *client = tend_form_get_record (form);

  if (tend_record_is_set (client, "died_on"))
    tend_session_query (death->session, count, tend_record_copy (client), g_object_unref,
                        (GDestroyNotify) tend_death_free, NULL, counted_cb,
                        g_object_ref (death->visits_row));
}

static GtkWidget *
add_group (TendForm   *form,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *day = gtk_widget_get_ancestor (tend_form_find_row (form, "died_on"),
                                            ADW_TYPE_PREFERENCES_GROUP);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (day)), group);
  return group;
}

static GtkWidget *
add_row (GtkWidget  *group,
         const char *title,
         const char *text)
{
  GtkWidget *row = tend_row_value (title, text);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
write_up_cb (GtkSwitch  *widget,
             GParamSpec *pspec,
             Death      *death)
{
  death->writes_up = gtk_switch_get_active (widget);
}

static void
toggle_cb (GtkSwitch *widget)
{
  gtk_widget_grab_focus (GTK_WIDGET (widget));
  gtk_switch_set_active (widget, !gtk_switch_get_active (widget));
}

/* Whom the carer told is written there, once, and no field of it is here.  Not the row's
 * activatable widget, which would be named twice and stop the Tab key twice. */
static void
add_write_up (Death     *death,
              GtkWidget *group)
{
  const char *title = _("Record this as an incident");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("It comes next: what you saw, and whom you told and when, such "
                                 "as the GP, the family, the coroner and the council."));
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "activated", G_CALLBACK (toggle_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect (widget, "notify::active", G_CALLBACK (write_up_cb), death);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Death *death = data;
  g_autofree char *bills =
    g_strdup_printf (_("Care up to that day can still be billed, to “%s” unless a council or an "
                       "organisation pays. Nothing after it is charged."), death->bill_name);
  GtkWidget *group = add_group (form, _("What Recording It Does"));

  death->visits_row = add_row (group, _("Visits"),
                               _("Planned visits after that day are cancelled, and repeating "
                                 "visits end. What has been recorded stays."));
  add_row (group, _("Reminders"), _("Reviews and reminders about them stop."));
  add_row (group, _("Chart of medicines"),
           _("Every medicine ends on that day, and nothing falls due after it. Doses that were "
             "taken before can still be written down."));
  add_row (group, _("Agreement"), _("It ends on that day. No notice is charged."));
  add_row (group, _("Who acted for them"),
           _("A power of attorney, a deputyship and every other authority end with a death. "
             "Whoever deals with the estate decides from here."));
  add_row (group, _("Invoices"), bills);
  add_row (group, _("Their record"),
           _("Nothing is removed. It is closed, and how long it is kept counts from that day."));

  group = add_group (form, _("What Is Left to Do"));
  add_row (group, _("Medicines"),
           _("Leave them where they are until the family or the coroner decide."));
  add_write_up (death, group);

  g_signal_connect (form, "changed", G_CALLBACK (changed_cb), death);
}

void
tend_client_record_death (GtkWidget   *parent,
                          TendSession *session,
                          TendRecord  *client)
{
  static const char *const fields[] = { "died_on", "died_at", NULL };
  Death *death = g_new0 (Death, 1);
  g_autoptr(TendRecord) copy = tend_record_copy (client);
  g_autofree char *text = NULL;
  TendRecordDialogOptions options = {
    .title = _("Record a Death"), .accept = _("_Record"), .fields = fields,
    .check = check, .prepare = prepare, .save = save_death, .save_data = death,
    .on_saved = saved_cb, .user_data = death, .free_user_data = death_free,
  };

  death->session = g_object_ref (session);
  g_set_weak_pointer (&death->parent, parent);
  death->client = g_strdup (tend_record_get_id (client));
  death->name = tend_client_name (client);
  tend_record_set_int (copy, "died_on", tend_session_get_today (session));
  death->bill_name = tend_client_bill_name (copy);
  text = g_strdup_printf (_("We are sorry that %s has died. There is no hurry with this."),
                          death->name);
  options.text = text;
  tend_record_dialog_present_full (parent, session, client, &options);
}

/* Taking it back */

static gpointer
take_back (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  tend_death_take_back (vault, data, error);
  return NULL;
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(GtkWidget) parent = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  tend_toast (parent, error != NULL ? error->message : _("It is as it was before."));
}

static void
accepted_cb (gpointer data)
{
  Death *death = data;

  if (death->parent != NULL)
    tend_session_change (death->session, take_back, g_strdup (death->client), g_free, NULL,
                         taken_back_cb, g_object_ref (death->parent));
}

void
tend_client_take_back_death (GtkWidget   *parent,
                             TendSession *session,
                             TendRecord  *client)
{
  Death *death = g_new0 (Death, 1);
  g_autofree char *body = NULL;

  death->session = g_object_ref (session);
  g_set_weak_pointer (&death->parent, parent);
  death->client = g_strdup (tend_record_get_id (client));
  death->name = tend_client_name (client);
  /* The question may never be answered. */
  g_object_set_data_full (G_OBJECT (parent), "tend-death", death, death_free);

  body = g_strdup_printf (_("For a death that was recorded by mistake. The visits, the agreement, "
                            "the medicines and whoever acts for %s are as they were before, but "
                            "for what has been changed since."), death->name);
  tend_compat_confirm (parent, _("Take Back the Death?"), body, _("_Take It Back"), FALSE,
                       accepted_cb, death);
}
