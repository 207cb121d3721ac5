/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rota page shows around its days: the title, the totals, what clashes; and one day
 * or a week of them, as there is room.
 */

#include "tend-rota-page-private.h"

#include "tend-money.h"
#include "tend-week-text.h"

#include <glib/gi18n-lib.h>

#define NARROW 640 /* pixels below which one day is shown, at ordinary text */

gboolean
_tend_rota_page_is_one_day (TendRotaPage *self)
{
  return self->one_day || self->narrow;
}

gboolean
_tend_rota_page_is_narrow (TendRotaPage *self,
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

  if (_tend_rota_page_is_one_day (self))
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

  tend_rota_days_show (self->days, self->monday, _tend_rota_page_today (self),
                       (const char * const *) details->pdata,
                       _tend_rota_page_is_one_day (self) ? self->day : TEND_DATE_NONE,
                       tend_rota_view_get_gutter (self->view));
}

static gboolean
is_at_today (TendRotaPage *self)
{
  TendDate today = _tend_rota_page_today (self);

  return _tend_rota_page_is_one_day (self) ? self->day == today
                                           : self->monday == tend_date_week_start (today);
}

void
_tend_rota_page_show_title (TendRotaPage *self)
{
  g_autofree char *week = tend_week_title (self->monday);
  g_autofree char *day = NULL;

  if (_tend_rota_page_is_one_day (self))
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
  if (_tend_rota_page_is_one_day (self))
    tend_rota_view_set_days (self->view, self->day, 1);
  else
    tend_rota_view_set_days (self->view, self->monday, 7);

  _tend_rota_page_show_title (self);
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

void
_tend_rota_page_show_week (TendRotaPage *self,
                           TendWeek     *week)
{
  g_autoptr(TendWeek) before = g_steal_pointer (&self->week);
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    self->narrow = _tend_rota_page_is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));

  self->week = week;
  tend_rota_view_set_week (self->view, week, _tend_rota_page_today (self),
                           tend_session_get_now (session));
  show_range (self);
  show_totals (self);
  show_clashes (self);
  gtk_stack_set_visible_child_name (self->stack, "week");

  if (!self->scrolled)
    g_idle_add_full (GTK_PRIORITY_RESIZE + 20, scroll_cb, g_object_ref (self), g_object_unref);
  self->scrolled = TRUE;
  restore_focus (self);
}

void
_tend_rota_page_refold (TendRotaPage *self)
{
  self->narrow = _tend_rota_page_is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (self->week != NULL)
    {
      show_range (self);
      show_clashes (self);
    }
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
  _tend_rota_page_show_title (self);
  show_days (self);
  tend_page_reload (TEND_PAGE (self));
}
