/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-today-rows.h"

#include "tend-ledger.h"
#include "tend-money.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

#define MINUTE  60
#define EARLY   (60 * MINUTE) /* a visit may be started so long before its time */

TendVisitPress
tend_visit_press (const TendVisit *visit,
                  TendInstant      now)
{
  if (visit->status != TEND_VISIT_PLANNED)
    return TEND_VISIT_PRESS_NONE;
  if (visit->actual_start != TEND_INSTANT_NONE)
    return TEND_VISIT_PRESS_FINISH;
  if (now >= visit->planned_end)
    return TEND_VISIT_PRESS_AS_PLANNED;

  return now >= visit->planned_start - EARLY ? TEND_VISIT_PRESS_START : TEND_VISIT_PRESS_NONE;
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "day-row");
  return row;
}

static void
activate_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "today.open", "s", gtk_widget_get_name (row));
}

/* Two lines of figures that stand below one another from row to row. */
static GtkWidget *
make_times (const TendVisit *visit,
            gboolean         with_day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *start = tend_clock_format (tend_time_clock (tend_visit_start (visit)));
  g_autofree char *end = tend_clock_format (tend_time_clock (tend_visit_end (visit)));
  g_autofree char *day = with_day ? tend_date_format (tend_time_date (tend_visit_start (visit)),
                                                      TEND_DATE_DAY) : NULL;
  GtkWidget *first = gtk_label_new (with_day ? day : start);
  g_autofree char *span = with_day ? g_strdup_printf ("%s–%s", start, end) : NULL;
  GtkWidget *second = gtk_label_new (with_day ? span : end);

  gtk_widget_add_css_class (first, "numeric");
  gtk_widget_add_css_class (first, "heading");
  gtk_widget_add_css_class (second, "numeric");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (first), 0);
  if (with_day) /* what comes after it stands below one another */
    gtk_label_set_width_chars (GTK_LABEL (first), 11);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "visit-times");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

/* What is to be known of it in one line, below the name. */
static char *
describe (const TendVisit *visit)
{
  g_autoptr(GString) text = g_string_new (visit->service_name);
  const char *parts[3];
  gsize n = 0;

  if (visit->status == TEND_VISIT_PLANNED && visit->actual_start != TEND_INSTANT_NONE)
    parts[n++] = _("under way");
  if (visit->has_concern)
    parts[n++] = _("something concerned you");
  else if (visit->has_note)
    parts[n++] = _("with a note");

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_press (GtkWidget       *row,
           const TendVisit *visit,
           const char      *name,
           TendVisitPress   press,
           gboolean         next)
{
  static const struct
  {
    const char *label;
    const char *spoken; /* with the client's name, and the day where it is another */
    const char *action;
  } buttons[] = {
    [TEND_VISIT_PRESS_START] = { N_("Start now"), N_("Start now: %s"), "today.start" },
    [TEND_VISIT_PRESS_FINISH] = { N_("Finished"), N_("Finished: %s"), "today.finish" },
    [TEND_VISIT_PRESS_AS_PLANNED] = { N_("As planned"), N_("It happened as planned: %s"),
                                      "today.finish" },
  };
  GtkWidget *button = gtk_button_new_with_label (_(buttons[press].label));
  g_autofree char *spoken = g_strdup_printf (_(buttons[press].spoken), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "press");
  if (press == TEND_VISIT_PRESS_FINISH || next)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[press].action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", visit->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const struct
{
  const char *icon;
  const char *label;
  const char *css_class;
} states[] = {
  [TEND_VISIT_DONE] = { "object-select-symbolic", N_("Done"), "success" },
  [TEND_VISIT_CANCELLED] = { "action-unavailable-symbolic", N_("Cancelled"), "dim-label" },
  [TEND_VISIT_MISSED] = { "dialog-warning-symbolic", N_("Missed"), "warning" },
};

/* "Done, Personal care, with a note" */
static char *
describe_heard (const TendVisit *visit,
                const char      *subtitle)
{
  if (visit->status == TEND_VISIT_PLANNED)
    return g_strdup (subtitle);

  return g_strdup_printf ("%s%s%s", _(states[visit->status].label), *subtitle != '\0' ? ", " : "",
                          subtitle);
}

static void
add_state (GtkWidget       *row,
           const TendVisit *visit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (visit->status == TEND_VISIT_PLANNED)
    return;

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (states[visit->status].icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(states[visit->status].label)));
  gtk_widget_add_css_class (box, states[visit->status].css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
}

GtkWidget *
tend_today_visit_row (const TendVisit *visit,
                      TendInstant      now,
                      gboolean         with_day,
                      gboolean         next)
{
  g_autofree char *subtitle = describe (visit);
  g_autofree char *span = tend_time_format_span (tend_visit_start (visit), tend_visit_end (visit));
  g_autofree char *day = tend_date_format (tend_time_date (tend_visit_start (visit)),
                                           TEND_DATE_DAY);
  g_autofree char *who = with_day ? g_strdup_printf ("%s, %s", visit->client_name, day)
                                  : g_strdup (visit->client_name);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", who, span);
  g_autofree char *heard = describe_heard (visit, subtitle);
  GtkWidget *row = make_row (visit->client_name, subtitle);
  TendVisitPress press = tend_visit_press (visit, now);

  gtk_widget_set_name (row, visit->id);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_times (visit, with_day));
  if (press != TEND_VISIT_PRESS_NONE)
    add_press (row, visit, who, press, next);
  else
    add_state (row, visit);

  tend_row_set_name (row, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heard, -1);
  g_signal_connect (row, "activated", G_CALLBACK (activate_cb), NULL);
  return row;
}

/* Where a next step leads: an action of the window, with its subject or a word. */
typedef struct
{
  const char *icon;
  const char *action;
  const char *first;   /* of the target; NULL: none, or the subject alone */
  gboolean    subject; /* the subject is the target, or its second part */
} StepLead;

static const StepLead leads[] = {
  [TEND_NEXT_ADD_CLIENT] = { "tend-clients-symbolic", "win.new-client" },
  [TEND_NEXT_ADD_RATE] = { "tend-money-symbolic", "win.place", "clients" },
  [TEND_NEXT_PLAN_VISIT] = { "tend-rota-symbolic", "today.plan" },
  [TEND_NEXT_CONFIRM_RECOVERY] = { "dialog-password-symbolic", "win.check-recovery" },
  [TEND_NEXT_RECORD_VISITS] = { "document-edit-symbolic", "today.open", NULL, TRUE },
  [TEND_NEXT_SIGN_CONTRACT] = { "text-x-generic-symbolic", "win.open", "client", TRUE },
};

static GVariant *
make_target (const StepLead     *lead,
             const TendNextStep *step)
{
  const char *subject = step->subject;

  if (lead->subject && subject == NULL)
    return NULL;
  if (lead->first != NULL && lead->subject)
    return g_variant_new ("(ss)", lead->first, subject);
  if (lead->subject)
    return g_variant_new_string (subject);

  return lead->first != NULL ? g_variant_new_string (lead->first) : NULL;
}

GtkWidget *
tend_today_step_row (const TendNextStep *step)
{
  const StepLead *lead = &leads[step->kind];
  GtkWidget *row = make_row (step->title, step->detail);
  GtkWidget *icon = gtk_image_new_from_icon_name (lead->icon);

  gtk_widget_add_css_class (icon, "step-icon");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          make_target (lead, step));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), lead->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step->detail, -1);
  return row;
}

GtkWidget *
tend_today_owed_row (const TendInvoiceRow *invoice)
{
  g_autofree char *amount = tend_money_format (invoice->owed_pence);
  g_autofree char *subtitle =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Invoice %s, %d day late",
                                  "Invoice %s, %d days late", invoice->days_overdue),
                     invoice->number, (int) invoice->days_overdue);
  GtkWidget *row = tend_ledger_row (invoice->client_name, subtitle, amount, NULL);

  gtk_widget_add_css_class (row, "day-row");
  gtk_widget_set_name (row, invoice->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "invoice", invoice->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  return row;
}
