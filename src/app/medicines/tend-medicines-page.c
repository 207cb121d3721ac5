/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicines-page.h"

#include "tend-mar-print.h"
#include "tend-mar-rows.h"
#include "tend-mar-view.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TendMedicinesPage
{
  TendPage             parent_instance;

  char                *client;   /* whose chart is on view; NULL: everybody */
  TendDate             date;     /* a day of the cycle */
  TendDate             from;     /* the first of the cycle on view */
  char                *left;     /* whose chart has just been left: its row has the focus */
  char                *key;      /* the dose to go to once it is there; "" for the first */
  TendMarView         *view;
  guint                minute;   /* source: the time goes on */

  AdwHeaderBar        *header;
  AdwWindowTitle      *title;
  GtkWidget           *back_button;
  GtkMenuButton       *menu_button;
  GtkMenuButton       *prn_button;
  GtkStack            *stack;
  GtkLabel            *cycle_label;
  GtkBox              *chart_box;
  AdwPreferencesGroup *people;
};

G_DEFINE_FINAL_TYPE (TendMedicinesPage, tend_medicines_page, TEND_TYPE_PAGE)

static TendSession *
get_session (TendMedicinesPage *self)
{
  return tend_page_get_session (TEND_PAGE (self));
}

/* Everybody */

/* The day of a dose's key, "MEDICATION@2026-06-02T08:00"; today for no dose. */
static TendDate
key_day (TendMedicinesPage *self,
         const char        *key)
{
  const char *at = key != NULL ? strrchr (key, '@') : NULL;
  g_autofree char *day = at != NULL ? g_strndup (at + 1, 10) : NULL;
  TendDate date = day != NULL ? tend_date_parse_iso (day) : TEND_DATE_NONE;

  return date != TEND_DATE_NONE ? date : tend_session_get_today (get_session (self));
}

static void
open_person (TendMedicinesPage *self,
             const char        *client,
             const char        *key)
{
  g_free (self->client);
  self->client = g_strdup (client);
  g_free (self->key);
  self->key = g_strdup (key != NULL ? key : "");
  self->date = key_day (self, key);
  tend_page_reload (TEND_PAGE (self));
}

static void
person_cb (TendMedicinesPage *self,
           GtkWidget         *row)
{
  open_person (self, gtk_widget_get_name (row), NULL);
}

static void
show_face (TendMedicinesPage *self,
           const char        *face)
{
  gboolean chart = g_str_equal (face, "chart");

  gtk_stack_set_visible_child_name (self->stack, face);
  gtk_widget_set_visible (self->back_button, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), chart);
}

static void
show_people (TendMedicinesPage *self,
             GPtrArray         *people)
{
  GtkWidget *focus = NULL;

  tend_rows_begin (self->people);
  for (guint i = 0; i < people->len; i++)
    {
      TendMarPerson *person = people->pdata[i];
      GtkWidget *row = tend_mar_person_row (person);

      g_signal_connect_object (row, "activated", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
      tend_rows_add (self->people, row, person->client);
      if (g_strcmp0 (self->left, person->client) == 0)
        focus = row;
    }
  tend_rows_end (self->people);
  show_face (self, people->len > 0 ? "people" : "empty");
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  g_clear_pointer (&self->left, g_free);
}

static gpointer
load_people (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  TendInstant now = *(TendInstant *) data;

  return tend_mar_round_load (vault, tend_time_date (now), now, error);
}

static void
people_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (page);
  g_autoptr(GPtrArray) people = answer;

  if (people == NULL)
    return;

  adw_window_title_set_title (self->title, _("Medicines"));
  adw_window_title_set_subtitle (self->title, "");
  show_people (self, people);
}

/* One person */

/* A menu of what can be given as needed. */
static void
fill_prn (TendMedicinesPage *self,
          TendMarSheet      *sheet)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < sheet->chart->lines->len; i++)
    {
      TendMarLine *line = sheet->chart->lines->pdata[i];
      const TendDoseSchedule *schedule = &line->medicine->schedule;
      g_autofree char *title = tend_medicine_title (line->medicine->record);
      g_autoptr(GMenuItem) item = NULL;

      if (schedule->n_times > 0 || sheet->today < schedule->starts_on ||
          (schedule->ends_on != TEND_DATE_NONE && sheet->today > schedule->ends_on))
        continue;
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, "medicines.give", "s",
                                         tend_record_get_id (line->medicine->record));
      g_menu_append_item (menu, item);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->prn_button),
                          g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_menu_button_set_menu_model (self->prn_button, G_MENU_MODEL (menu));
}

static void
show_cycle (TendMedicinesPage *self,
            TendMarSheet      *sheet)
{
  g_autofree char *from = tend_date_format (sheet->chart->from, TEND_DATE_SHORT);
  g_autofree char *to = tend_date_format (sheet->chart->to, TEND_DATE_SHORT);
  g_autofree char *text = g_strdup_printf (_("%s to %s"), from, to);
  g_autofree char *chart = g_strdup_printf (_("Chart %d"), sheet->chart->version);

  self->from = sheet->chart->from;
  gtk_label_set_label (self->cycle_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cycle_label), chart);
  adw_window_title_set_title (self->title, sheet->name);
  adw_window_title_set_subtitle (self->title, _("Medicines"));
}

/* An arrow led out of the cycle: on with the first day beyond. */
static void
show_day_cb (TendMedicinesPage *self,
             int                date)
{
  self->date = date;
  tend_page_reload (TEND_PAGE (self));
}

static void
show_dose_cb (TendMedicinesPage *self,
              const char        *key)
{
  g_autofree char *client = g_strdup (self->client);

  open_person (self, client, key);
}

static void
sheet_cb (TendPage     *page,
          gpointer      answer,
          const GError *error)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (page);
  g_autoptr(TendMarSheet) sheet = answer;

  if (sheet == NULL)
    return;

  if (self->view == NULL)
    {
      self->view = TEND_MAR_VIEW (tend_mar_view_new (get_session (self)));
      gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
      g_signal_connect_object (self->view, "show-day", G_CALLBACK (show_day_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->view, "show-dose", G_CALLBACK (show_dose_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->chart_box, GTK_WIDGET (self->view));
    }
  show_cycle (self, sheet);
  fill_prn (self, sheet);
  tend_mar_view_set_sheet (self->view, sheet);
  show_face (self, "chart");
  if (self->key != NULL)
    tend_mar_view_focus (self->view, *self->key != '\0' ? self->key : NULL);
  g_clear_pointer (&self->key, g_free);
}

static void
tend_medicines_page_reload (TendPage *page)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (page);
  TendInstant now = tend_session_get_now (get_session (self));
  if (self->client == NULL)
    {
      tend_page_query (page, load_people, g_memdup2 (&now, sizeof now), g_free,
                       (GDestroyNotify) g_ptr_array_unref, people_cb);
      return;
    }

  tend_page_query (page, tend_mar_question_answer,
                   tend_mar_question_new (self->client, self->date, now), tend_mar_question_free,
                   (GDestroyNotify) tend_mar_sheet_unref, sheet_cb);
}

/* Actions */

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (widget);

  g_free (self->left);
  self->left = g_steal_pointer (&self->client);
  tend_page_reload (TEND_PAGE (self));
}

static void
turn_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (widget);

  if (self->client != NULL && self->view != NULL)
    tend_mar_view_turn (self->view, g_str_equal (name, "medicines.later") ? 1 : -1);
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (widget);
  g_autofree char *client = g_strdup (self->client);

  if (client != NULL)
    open_person (self, client, NULL);
}

static void
give_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (widget);

  if (self->view != NULL)
    tend_mar_view_give (self->view, g_variant_get_string (parameter, NULL), NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (widget);

  if (self->client != NULL && self->view != NULL)
    tend_mar_print (widget, get_session (self), self->client,
                    adw_window_title_get_title (self->title), self->from,
                    g_str_equal (name, "medicines.print-blank"));
}

/* Where the person's lines are added and changed. */
static void
lines_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (widget);

  if (self->client != NULL)
    gtk_widget_activate_action (widget, "win.open", "(ss)", "medicines", self->client);
  else
    gtk_widget_activate_action (widget, "win.place", "s", "clients");
}

/* Windows open meanwhile; what is due changes with the time alone. */
static gboolean
minute_cb (gpointer data)
{
  tend_page_tick (TEND_PAGE (data));
  return G_SOURCE_CONTINUE;
}

static void
tend_medicines_page_dispose (GObject *object)
{
  TendMedicinesPage *self = TEND_MEDICINES_PAGE (object);

  g_clear_handle_id (&self->minute, g_source_remove);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->key, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_MEDICINES_PAGE);

  G_OBJECT_CLASS (tend_medicines_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "medicines.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "medicines.earlier", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "medicines.later", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "medicines.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "medicines.give", "s", give_action);
  gtk_widget_class_install_action (widget_class, "medicines.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "medicines.print-blank", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "medicines.lines", NULL, lines_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "medicines.earlier", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                       "medicines.later", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "medicines.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "medicines.print", NULL);
}

static void
tend_medicines_page_class_init (TendMedicinesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_medicines_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_medicines_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-medicines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, title);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, prn_button);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, cycle_label);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TendMedicinesPage, people);
  install_actions (widget_class);
}

static void
tend_medicines_page_init (TendMedicinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
  self->minute = g_timeout_add_seconds (60, minute_cb, self);
}

GtkWidget *
tend_medicines_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_MEDICINES_PAGE, "session", session, NULL);
}

void
tend_medicines_page_open (TendMedicinesPage *self,
                          const char        *id)
{
  g_auto(GStrv) parts = NULL;

  g_return_if_fail (TEND_IS_MEDICINES_PAGE (self));
  g_return_if_fail (id != NULL && *id != '\0');

  parts = g_strsplit (id, "/", 2);
  open_person (self, parts[0], parts[1]);
}
