/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-page-private.h"

#include "tend-money.h"
#include "tend-pattern-dialog.h"
#include "tend-undo-toast.h"
#include "tend-visit-dialog.h"
#include "tend-week-text.h"

#include <glib/gi18n-lib.h>

#define NARROW 640 /* pixels below which one day is shown, at ordinary text */

G_DEFINE_FINAL_TYPE (TendRotaPage, tend_rota_page, TEND_TYPE_PAGE)

void
_tend_rota_page_say (TendRotaPage *self,
                     const char   *text)
{
  gtk_label_set_label (self->status, text);
}

TendVisit *
_tend_rota_page_visit (TendRotaPage *self,
                       const char   *id)
{
  for (guint i = 0; self->week != NULL && i < self->week->visits->len; i++)
    {
      TendVisit *visit = self->week->visits->pdata[i];

      if (g_str_equal (visit->id, id))
        return visit;
    }

  return NULL;
}

static TendDate
get_today (TendRotaPage *self)
{
  return tend_session_get_today (tend_page_get_session (TEND_PAGE (self)));
}

static gboolean
is_one_day (TendRotaPage *self)
{
  return self->one_day || self->narrow;
}

/* Showing */

static gboolean
is_narrow (TendRotaPage *self,
           int           width)
{
  return width < MAX (NARROW, tend_rota_view_get_gutter (self->view) * 12);
}

static void
show_totals (TendRotaPage *self)
{
  g_autofree char *hours = tend_minutes_format (self->week->minutes);
  g_autofree char *income = tend_money_format (self->week->income_pence);
  g_autofree char *miles = tend_tenths_format (self->week->miles_tenths);
  g_autofree char *said_miles = g_strdup_printf (_("%s miles"), miles);
  g_autofree char *unpriced = NULL;

  gtk_label_set_label (self->hours_label, hours);
  gtk_label_set_label (self->income_label, income);
  gtk_label_set_label (self->miles_label, said_miles);

  if (self->week->unpriced > 0)
    unpriced = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u visit has no price yet and is not counted.",
                                             "%u visits have no price yet and are not counted.",
                                             self->week->unpriced), self->week->unpriced);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->income_label), unpriced);
}

static void
clash_clicked_cb (TendRotaPage *self,
                  GtkWidget    *button)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (button));
  TendVisit *visit = _tend_rota_page_visit (self, id);

  gtk_menu_button_popdown (self->clash_button);
  if (visit == NULL)
    return;

  if (is_one_day (self))
    _tend_rota_page_go (self, tend_time_date (tend_visit_start (visit)));
  tend_rota_view_focus_visit (self->view, id);
}

static void
add_clash (TendRotaPage    *self,
           const TendClash *clash)
{
  TendVisit *visit = self->week->visits->pdata[clash->first];
  g_autofree char *text = tend_clash_describe (self->week, clash);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_name (button, visit->id);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clash_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->clash_box, button);
}

static void
show_clashes (TendRotaPage *self)
{
  guint n = self->week->clashes->len;
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clash this week",
                                  "%u clashes this week", n), n);
  g_autofree char *brief =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u clash", "%u clashes", n), n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->clash_box))) != NULL)
    gtk_box_remove (self->clash_box, child);
  for (guint i = 0; i < n; i++)
    add_clash (self, &g_array_index (self->week->clashes, TendClash, i));

  gtk_label_set_label (self->clash_label, self->narrow ? brief : text);
  gtk_widget_set_visible (GTK_WIDGET (self->clash_button), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clash_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static const char *
off_label (TendRotaPage *self,
           TendDate      date)
{
  for (guint i = 0; i < self->week->time_off->len; i++)
    {
      TendRecord *record = self->week->time_off->pdata[i];

      if (date >= tend_record_get_int (record, "starts_on") &&
          date <= tend_record_get_int (record, "ends_on"))
        return tend_field_choice_label (tend_kind_field (tend_record_get_kind (record), "kind"),
                                        tend_record_get_text (record, "kind"));
    }

  return NULL;
}

static void
show_days (TendRotaPage *self)
{
  g_autoptr(GPtrArray) details = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 7; i++)
    {
      const char *off = self->week != NULL ? off_label (self, self->monday + i) : NULL;
      guint n = 0;

      for (guint v = 0; self->week != NULL && v < self->week->visits->len; v++)
        {
          const TendVisit *visit = self->week->visits->pdata[v];

          if (tend_time_date (tend_visit_start (visit)) == self->monday + i &&
              (visit->status == TEND_VISIT_PLANNED || visit->status == TEND_VISIT_DONE))
            n++;
        }

      g_ptr_array_add (details, off != NULL ? g_strdup (off) : tend_visits_count (n));
    }

  tend_rota_days_show (self->days, self->monday, get_today (self),
                       (const char * const *) details->pdata,
                       is_one_day (self) ? self->day : TEND_DATE_NONE,
                       tend_rota_view_get_gutter (self->view));
}

static gboolean
is_at_today (TendRotaPage *self)
{
  TendDate today = get_today (self);

  return is_one_day (self) ? self->day == today : self->monday == tend_date_week_start (today);
}

static void
show_title (TendRotaPage *self)
{
  g_autofree char *week = tend_week_title (self->monday);
  g_autofree char *day = NULL;

  if (is_one_day (self))
    {
      day = tend_date_format (self->day, self->narrow ? TEND_DATE_DAY : TEND_DATE_FULL);
      adw_window_title_set_title (self->title, day);
    }
  else
    {
      adw_window_title_set_title (self->title, week);
    }

  /* Where there is no room for it, "Today" is in the menu. */
  gtk_widget_set_visible (self->today_button, !self->narrow);
  gtk_widget_set_sensitive (self->today_button, !is_at_today (self));
}

static void
show_range (TendRotaPage *self)
{
  if (is_one_day (self))
    tend_rota_view_set_days (self->view, self->day, 1);
  else
    tend_rota_view_set_days (self->view, self->monday, 7);

  show_title (self);
  show_days (self);
}

/* The first visit of the days on view stands near the top. */
static gboolean
scroll_cb (gpointer data)
{
  TendRotaPage *self = data;
  TendClock first = 9 * 60;

  if (self->week == NULL)
    return G_SOURCE_REMOVE;

  for (guint i = 0; i < self->week->visits->len; i++)
    {
      const TendVisit *visit = self->week->visits->pdata[i];

      if (tend_time_date (tend_visit_start (visit)) >= self->monday)
        first = MIN (first, tend_time_clock (tend_visit_start (visit)));
    }

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            tend_rota_view_get_y (self->view, MAX (first - 30, 0)));
  return G_SOURCE_REMOVE;
}

static void
restore_focus (TendRotaPage *self)
{
  if (self->focus_id != NULL)
    tend_rota_view_focus_visit (self->view, self->focus_id);
  else if (self->focus_date != TEND_DATE_NONE)
    tend_rota_view_focus_time (self->view, self->focus_date, self->focus_clock);

  g_clear_pointer (&self->focus_id, g_free);
  self->focus_date = TEND_DATE_NONE;
}

static void
show_week (TendRotaPage *self,
           TendWeek     *week)
{
  g_autoptr(TendWeek) before = g_steal_pointer (&self->week);
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    self->narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));

  self->week = week;
  tend_rota_view_set_week (self->view, week, get_today (self), tend_session_get_now (session));
  show_range (self);
  show_totals (self);
  show_clashes (self);
  gtk_stack_set_visible_child_name (self->stack, "week");

  if (!self->scrolled)
    g_idle_add_full (GTK_PRIORITY_RESIZE + 20, scroll_cb, g_object_ref (self), g_object_unref);
  self->scrolled = TRUE;
  restore_focus (self);
}

/* Asking */

static gpointer
load_week (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  return tend_week_load (vault, GPOINTER_TO_INT (data), 7, error);
}

static void
week_cb (TendPage     *page,
         gpointer      answer,
         const GError *error)
{
  TendRotaPage *self = TEND_ROTA_PAGE (page);
  TendWeek *week = answer;

  if (week == NULL)
    tend_rota_view_put_back (self->view);
  else if (week->monday == self->monday)
    show_week (self, week);
  else
    tend_week_free (week);
}

static void
tend_rota_page_reload (TendPage *page)
{
  TendRotaPage *self = TEND_ROTA_PAGE (page);

  tend_page_query (page, load_week, GINT_TO_POINTER (self->monday), NULL,
                   (GDestroyNotify) tend_week_free, week_cb);
}

void
_tend_rota_page_go (TendRotaPage *self,
                    TendDate      date)
{
  TendDate monday = tend_date_week_start (date);

  self->day = date;
  if (monday == self->monday)
    {
      show_range (self);
      restore_focus (self);
      return;
    }

  self->monday = monday;
  show_title (self);
  show_days (self);
  tend_page_reload (TEND_PAGE (self));
}

/* What the view says */

static void
open_cb (TendRotaPage *self,
         const char   *id)
{
  tend_visit_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), id);
}

static void
repeat_cb (TendRotaPage *self,
           const char   *id)
{
  tend_pattern_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), id);
}

static void
planned_cb (const char *id,
            gpointer    data)
{
  TendRotaPage *self = data;

  g_free (self->focus_id);
  self->focus_id = g_strdup (id);
}

static void
new_visit_cb (TendRotaPage *self,
              int           date,
              int           clock)
{
  tend_visit_new_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), NULL,
                          date, clock, planned_cb, self);
}

static void
beyond_cb (TendRotaPage *self,
           int           date,
           int           clock)
{
  self->focus_date = date;
  self->focus_clock = clock;
  _tend_rota_page_go (self, date);
}

static void
chosen_cb (TendRotaPage *self,
           int           date)
{
  if (self->day == date && self->one_day && !self->narrow)
    self->one_day = FALSE;
  else
    self->one_day = TRUE;

  _tend_rota_page_go (self, date);
}

/* Actions */

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);
  int step = g_str_equal (name, "rota.next") ? 1 : -1;

  _tend_rota_page_go (self, is_one_day (self) ? self->day + step : self->day + step * 7);
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);

  _tend_rota_page_go (self, get_today (self));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);

  new_visit_cb (self, is_one_day (self) ? self->day : tend_rota_view_get_day (self->view),
                TEND_CLOCK_NONE);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (!tend_undo_toast_last (widget))
    _tend_rota_page_say (TEND_ROTA_PAGE (widget), _("There is nothing to undo."));
}

/* Width */

static gboolean
fold_cb (gpointer data)
{
  TendRotaPage *self = data;

  self->fold = 0;
  self->narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (self->week != NULL)
    {
      show_range (self);
      show_clashes (self);
    }
  return G_SOURCE_REMOVE;
}

/* Not at once: what is being allocated must not change. */
static void
resized_cb (TendRotaPage *self,
            int           width)
{
  if (is_narrow (self, width) != self->narrow && self->fold == 0)
    self->fold = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fold_cb, self, NULL);
}

/* The line of the present time moves on. */
static gboolean
minute_cb (gpointer data)
{
  TendRotaPage *self = data;
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  if (self->week != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tend_rota_view_set_now (self->view, get_today (self), tend_session_get_now (session));
  return G_SOURCE_CONTINUE;
}

static void
tend_rota_page_constructed (GObject *object)
{
  TendRotaPage *self = TEND_ROTA_PAGE (object);

  G_OBJECT_CLASS (tend_rota_page_parent_class)->constructed (object);

  self->day = get_today (self);
  self->monday = tend_date_week_start (self->day);
  self->narrow = TRUE; /* until there is more room */
  self->minute = g_timeout_add_seconds (60, minute_cb, self);
  show_title (self);
}

static void
tend_rota_page_dispose (GObject *object)
{
  TendRotaPage *self = TEND_ROTA_PAGE (object);

  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_handle_id (&self->minute, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_ROTA_PAGE);
  g_clear_pointer (&self->week, tend_week_free);
  g_clear_pointer (&self->focus_id, g_free);

  G_OBJECT_CLASS (tend_rota_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, title);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, hours_label);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, income_label);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, miles_label);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, clash_button);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, clash_label);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, clash_box);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, days);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, view);
  gtk_widget_class_bind_template_child (widget_class, TendRotaPage, status);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeat_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_visit_cb);
  gtk_widget_class_bind_template_callback (widget_class, beyond_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "place_cb",
                                                G_CALLBACK (_tend_rota_page_place));
  gtk_widget_class_bind_template_callback_full (widget_class, "retime_cb",
                                                G_CALLBACK (_tend_rota_page_retime));
  gtk_widget_class_bind_template_callback_full (widget_class, "remove_cb",
                                                G_CALLBACK (_tend_rota_page_remove));
  gtk_widget_class_bind_template_callback_full (widget_class, "status_cb",
                                                G_CALLBACK (_tend_rota_page_say));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rota.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "rota.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "rota.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "rota.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "rota.undo", NULL, undo_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "rota.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                       "rota.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "rota.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "rota.undo", NULL);
  _tend_rota_page_install_output (widget_class);
}

static void
tend_rota_page_class_init (TendRotaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tend_rota_page_constructed;
  object_class->dispose = tend_rota_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_rota_page_reload;

  g_type_ensure (TEND_TYPE_ROTA_DAYS);
  g_type_ensure (TEND_TYPE_ROTA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-rota-page.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
tend_rota_page_init (TendRotaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
}

GtkWidget *
tend_rota_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_ROTA_PAGE, "session", session, NULL);
}

void
tend_rota_page_open (TendRotaPage *self,
                     const char   *id)
{
  TendDate date;

  g_return_if_fail (TEND_IS_ROTA_PAGE (self));
  g_return_if_fail (id != NULL);

  date = tend_date_parse_iso (id);
  if (date == TEND_DATE_NONE)
    date = tend_date_parse_week (id);
  if (date == TEND_DATE_NONE)
    return;

  self->focus_date = date;
  self->focus_clock = 9 * 60;
  _tend_rota_page_go (self, date);
}
