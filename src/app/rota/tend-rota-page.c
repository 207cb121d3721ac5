/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-page-private.h"

#include "tend-pattern-dialog.h"
#include "tend-undo-toast.h"
#include "tend-visit-dialog.h"

#include <glib/gi18n-lib.h>

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

TendDate
_tend_rota_page_today (TendRotaPage *self)
{
  return tend_session_get_today (tend_page_get_session (TEND_PAGE (self)));
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
    _tend_rota_page_show_week (self, week);
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

  _tend_rota_page_go (self, self->day + (_tend_rota_page_is_one_day (self) ? step : step * 7));
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);

  _tend_rota_page_go (self, _tend_rota_page_today (self));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendRotaPage *self = TEND_ROTA_PAGE (widget);

  new_visit_cb (self,
                _tend_rota_page_is_one_day (self) ? self->day : tend_rota_view_get_day (self->view),
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
  _tend_rota_page_refold (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: what is being allocated must not change. */
static void
resized_cb (TendRotaPage *self,
            int           width)
{
  if (_tend_rota_page_is_narrow (self, width) != self->narrow && self->fold == 0)
    self->fold = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fold_cb, self, NULL);
}

/* The line of the present time moves on. */
static gboolean
minute_cb (gpointer data)
{
  TendRotaPage *self = data;
  TendSession *session = tend_page_get_session (TEND_PAGE (self));

  if (self->week != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tend_rota_view_set_now (self->view, _tend_rota_page_today (self),
                            tend_session_get_now (session));
  return G_SOURCE_CONTINUE;
}

static void
tend_rota_page_constructed (GObject *object)
{
  TendRotaPage *self = TEND_ROTA_PAGE (object);

  G_OBJECT_CLASS (tend_rota_page_parent_class)->constructed (object);

  self->day = _tend_rota_page_today (self);
  self->monday = tend_date_week_start (self->day);
  self->narrow = TRUE; /* until there is more room */
  self->minute = g_timeout_add_seconds (60, minute_cb, self);
  _tend_rota_page_show_title (self);
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
