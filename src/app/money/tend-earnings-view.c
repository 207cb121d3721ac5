/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-earnings-view.h"

#include "tend-chart-view.h"
#include "tend-choice-name.h"
#include "tend-earnings-save.h"
#include "tend-earnings-table.h"
#include "tend-flow-item.h"
#include "tend-form.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* A chart by week is for a year or two. */
#define MOST_DAYS_BY_WEEK (2 * 366)

typedef enum
{
  PERIOD_THIS_MONTH,
  PERIOD_LAST_MONTH,
  PERIOD_THREE_MONTHS,
  PERIOD_TAX_YEAR,
  PERIOD_LAST_TAX_YEAR,
  PERIOD_OWN,
} Period;

/* In the order of the list to choose from. */
static const TendEarningsBy choices[] = {
  TEND_EARNINGS_WEEK, TEND_EARNINGS_MONTH, TEND_EARNINGS_CLIENT,
  TEND_EARNINGS_SERVICE, TEND_EARNINGS_KIND, TEND_EARNINGS_FUNDING,
};

struct _TendEarningsView
{
  TendPage              parent_instance;

  TendForm             *dates;    /* an invoice's period stands for one's own */
  TendEarningsFigures  *figures;  /* what is shown; NULL until there is an answer */
  TendDate              from;     /* what was asked for last */
  TendDate              to;
  TendEarningsBy        by;

  GtkDropDown          *period_choice;
  GtkDropDown          *by_choice;
  GtkToggleButton      *hours_button;
  GtkRevealer          *own_dates;
  AdwPreferencesGroup  *dates_group;
  GtkLabel             *period_label;
  GtkLabel             *title_label;
  GtkStack             *stack;
  AdwBin               *chart_bin;
  TendChartView        *chart;
  GtkListBox           *table;
};

G_DEFINE_FINAL_TYPE (TendEarningsView, tend_earnings_view, TEND_TYPE_PAGE)

typedef struct
{
  TendDate          from;
  TendDate          to;
  TendEarningsBy    by;
  TendEarningsShow  show;
} Question;

static gpointer
ask (TendVault  *vault,
     gpointer    data,
     GError    **error)
{
  const Question *question = data;

  return tend_earnings_figures_load (vault, question->from, question->to, question->by,
                                     question->show, error);
}

/* The days that the list of periods stands for.  Returns whether there are any. */
static gboolean
chosen_days (TendEarningsView *self,
             Question         *question)
{
  TendDate today = tend_session_get_today (tend_page_get_session (TEND_PAGE (self)));
  TendRecord *own = tend_form_get_record (self->dates);
  TendDate month;
  int year, number;

  tend_date_get (today, &year, &number, NULL);
  month = tend_date_new (year, number, 1);
  question->to = today;

  switch ((Period) gtk_drop_down_get_selected (self->period_choice))
    {
    case PERIOD_THIS_MONTH:
      question->from = month;
      break;

    case PERIOD_LAST_MONTH:
      question->from = tend_date_add_months (month, -1);
      question->to = month - 1;
      break;

    case PERIOD_THREE_MONTHS:
      question->from = tend_date_add_months (month, -2);
      break;

    case PERIOD_TAX_YEAR:
      question->from = tend_tax_year_start (today);
      break;

    case PERIOD_LAST_TAX_YEAR:
      question->to = tend_tax_year_start (today) - 1;
      question->from = tend_tax_year_start (question->to);
      break;

    case PERIOD_OWN:
    default:
      question->from = tend_record_get_int (own, "period_from");
      question->to = tend_record_get_int (own, "period_to");
      break;
    }

  return question->from != TEND_DATE_NONE && question->to != TEND_DATE_NONE;
}

/* What is wrong with one's own dates, or NULL. */
static const char *
dates_fault (const Question *question)
{
  if (question->to < question->from)
    return _("The last day is before the first.");
  if (question->by == TEND_EARNINGS_WEEK && question->to - question->from > MOST_DAYS_BY_WEEK)
    return _("Choose at most two years for a chart by week, or look at it by month.");

  return NULL;
}

/* Showing. */

static void
row_focused_cb (int      row,
                gpointer data)
{
  TendEarningsView *self = data;

  tend_chart_view_set_current (self->chart, row);
}

static void
show_figures (TendEarningsView *self)
{
  TendChartSeries series[TEND_PALETTE_N_SERIES];
  TendChart chart = tend_earnings_figures_chart (self->figures, series);
  g_autofree char *from = tend_date_format (self->from, TEND_DATE_LONG);
  g_autofree char *to = tend_date_format (self->to, TEND_DATE_LONG);
  g_autofree char *period = g_strdup_printf (_("%s to %s"), from, to);

  gtk_label_set_label (self->title_label, self->figures->title);
  gtk_label_set_label (self->period_label, period);
  tend_chart_view_set_chart (self->chart, &chart, (const char *const *) self->figures->names,
                             self->figures->title);
  tend_earnings_table_fill (self->table, self->figures, row_focused_cb, self);
  gtk_stack_set_visible_child_name (self->stack, tend_earnings_figures_empty (self->figures)
                                                 ? "empty" : "figures");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "earnings.picture", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "earnings.print", TRUE);
}

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendEarningsView *self = TEND_EARNINGS_VIEW (page);

  if (data == NULL)
    return;

  g_clear_pointer (&self->figures, tend_earnings_figures_unref);
  self->figures = data;
  show_figures (self);
}

static void
tend_earnings_view_reload (TendPage *page)
{
  TendEarningsView *self = TEND_EARNINGS_VIEW (page);
  guint selected = gtk_drop_down_get_selected (self->by_choice);
  Question question = {
    .by = choices[MIN (selected, G_N_ELEMENTS (choices) - 1)],
    .show = gtk_toggle_button_get_active (self->hours_button) ? TEND_SHOW_HOURS : TEND_SHOW_MONEY,
  };

  if (!chosen_days (self, &question) || dates_fault (&question) != NULL)
    return;

  self->from = question.from;
  self->to = question.to;
  self->by = question.by;
  tend_page_query (page, ask, g_memdup2 (&question, sizeof question), g_free,
                   (GDestroyNotify) tend_earnings_figures_unref, answered);
}

/* Choosing. */

/* One's own dates begin as those that were shown. */
static void
offer_dates (TendEarningsView *self)
{
  TendRecord *own = tend_form_get_record (self->dates);

  if (tend_record_is_set (own, "period_from") || self->from == TEND_DATE_NONE)
    return;

  tend_record_set_int (own, "period_from", self->from);
  tend_record_set_int (own, "period_to", self->to);
  tend_form_show (self->dates, "period_from");
  tend_form_show (self->dates, "period_to");
}

static void
choice_cb (TendEarningsView *self)
{
  gboolean own = gtk_drop_down_get_selected (self->period_choice) == PERIOD_OWN;

  if (self->dates == NULL)
    return;

  tend_choice_name (self->period_choice, _("Period"));
  tend_choice_name (self->by_choice, _("Grouped by"));
  if (own)
    offer_dates (self);
  gtk_revealer_set_reveal_child (self->own_dates, own);
  tend_page_reload (TEND_PAGE (self));
}

static void
dates_changed_cb (TendEarningsView *self)
{
  Question question = { .by = self->by };

  if (gtk_drop_down_get_selected (self->period_choice) != PERIOD_OWN ||
      !chosen_days (self, &question) ||
      (question.from == self->from && question.to == self->to))
    return;

  if (dates_fault (&question) != NULL)
    {
      tend_toast (GTK_WIDGET (self), dates_fault (&question));
      return;
    }

  tend_page_reload (TEND_PAGE (self));
}

static void
picture_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  tend_earnings_save_picture (widget, TEND_EARNINGS_VIEW (widget)->figures);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendEarningsView *self = TEND_EARNINGS_VIEW (widget);

  tend_earnings_print (widget, tend_page_get_session (TEND_PAGE (self)), self->from, self->to,
                       self->by);
}

/* Class and instance. */

static void
tend_earnings_view_constructed (GObject *object)
{
  static const char * const fields[] = { "period_from", "period_to", NULL };
  TendEarningsView *self = TEND_EARNINGS_VIEW (object);
  g_autoptr(TendRecord) own = tend_record_new (&tend_invoice_kind);

  G_OBJECT_CLASS (tend_earnings_view_parent_class)->constructed (object);

  self->dates = tend_form_new (tend_page_get_session (TEND_PAGE (self)), own);
  tend_form_add (self->dates, self->dates_group, fields);
  g_signal_connect_object (self->dates, "changed", G_CALLBACK (dates_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_selected (self->by_choice, 1);
  gtk_drop_down_set_selected (self->period_choice, PERIOD_TAX_YEAR);
}

static void
tend_earnings_view_dispose (GObject *object)
{
  TendEarningsView *self = TEND_EARNINGS_VIEW (object);

  g_clear_pointer (&self->figures, tend_earnings_figures_unref);
  g_clear_object (&self->dates);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_EARNINGS_VIEW);

  G_OBJECT_CLASS (tend_earnings_view_parent_class)->dispose (object);
}

static void
tend_earnings_view_class_init (TendEarningsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tend_earnings_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = tend_earnings_view_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_earnings_view_reload;

  g_type_ensure (TEND_TYPE_FLOW_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-earnings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, period_choice);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, by_choice);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, hours_button);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, own_dates);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, dates_group);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, period_label);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, title_label);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, stack);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, TendEarningsView, table);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);

  gtk_widget_class_install_action (widget_class, "earnings.picture", NULL, picture_action);
  gtk_widget_class_install_action (widget_class, "earnings.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "earnings.print", NULL);
}

static void
tend_earnings_view_init (TendEarningsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->chart = TEND_CHART_VIEW (tend_chart_view_new ());
  adw_bin_set_child (self->chart_bin, GTK_WIDGET (self->chart));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "earnings.picture", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "earnings.print", FALSE);
}

GtkWidget *
tend_earnings_view_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_EARNINGS_VIEW, "session", session, NULL);
}
