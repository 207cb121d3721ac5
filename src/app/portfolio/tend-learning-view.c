/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-learning-view.h"

#include "tend-kinds.h"
#include "tend-ledger.h"
#include "tend-papers.h"
#include "tend-portfolio-lists.h"
#include "tend-training-group.h"

#include <glib/gi18n-lib.h>

struct _TendLearningView
{
  TendPage            parent_instance;

  GtkFlowBox         *figures;
  TendTrainingGroup  *courses;
  TendPortfolioLists *lists;
};

G_DEFINE_FINAL_TYPE (TendLearningView, tend_learning_view, TEND_TYPE_PAGE)

typedef struct
{
  TendPortfolioAnswer *lists;
  GPtrArray           *papers; /* TendPaper */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->lists, tend_portfolio_answer_free);
  g_clear_pointer (&answer->papers, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const TendPortfolioAsk *ask = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->lists = tend_portfolio_answer_load (vault, "learning", ask->today, ask->now, error);
  if (answer->lists != NULL)
    answer->papers = tend_papers (vault, NULL, ask->today, error);

  return answer->papers != NULL ? g_steal_pointer (&answer) : NULL;
}

/* What the carer, and nobody else of the team, spent in learning from @from on. */
static gint64
minutes_since (GPtrArray *learnt,
               TendDate   from)
{
  gint64 minutes = 0;

  for (guint i = 0; i < learnt->len; i++)
    if (tend_record_get_int (learnt->pdata[i], "done_on") >= from &&
        !tend_record_is_set (learnt->pdata[i], "member"))
      minutes += tend_record_get_int (learnt->pdata[i], "minutes");

  return minutes;
}

static void
add_card (TendLearningView *self,
          const char       *title,
          gint64            minutes)
{
  g_autofree char *time = tend_minutes_format (minutes);

  tend_ledger_add_card (self->figures, title, time);
}

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendLearningView *self = TEND_LEARNING_VIEW (page);
  g_autoptr(Answer) answer = data;
  GPtrArray *learnt;
  TendDate today;

  if (answer == NULL)
    return;

  today = answer->lists->view.today;
  learnt = g_hash_table_lookup (answer->lists->records, tend_cpd_kind.name);
  tend_ledger_clear (self->figures);
  add_card (self, _("In the last 12 months"),
            minutes_since (learnt, tend_date_add_years (today, -1) + 1));
  add_card (self, _("In the last 3 years"),
            minutes_since (learnt, tend_date_add_years (today, -3) + 1));
  tend_training_group_show (self->courses, answer->papers, answer->lists->view.schemes);
  tend_portfolio_lists_show (self->lists, g_steal_pointer (&answer->lists));
}

static void
tend_learning_view_reload (TendPage *page)
{
  tend_page_query (page, load, tend_portfolio_ask_new (page), g_free, answer_free, answered);
}

static void
tend_learning_view_constructed (GObject *object)
{
  TendLearningView *self = TEND_LEARNING_VIEW (object);
  GtkBox *column = tend_portfolio_column (TEND_PAGE (self));
  GtkWidget *figures = gtk_flow_box_new ();
  GtkWidget *courses;

  G_OBJECT_CLASS (tend_learning_view_parent_class)->constructed (object);

  self->figures = GTK_FLOW_BOX (figures);
  gtk_widget_set_can_focus (figures, FALSE);
  gtk_flow_box_set_selection_mode (self->figures, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->figures, TRUE);
  gtk_flow_box_set_max_children_per_line (self->figures, 2);
  gtk_flow_box_set_column_spacing (self->figures, 12);
  gtk_flow_box_set_row_spacing (self->figures, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Time spent in learning"), -1);
  gtk_box_append (column, figures);
  self->lists = tend_portfolio_lists_new (TEND_PAGE (self), column, "learning");
  courses = tend_training_group_new (tend_page_get_session (TEND_PAGE (self)));
  self->courses = TEND_TRAINING_GROUP (courses);
  gtk_box_append (column, courses);
}

static void
tend_learning_view_finalize (GObject *object)
{
  tend_portfolio_lists_free (TEND_LEARNING_VIEW (object)->lists);

  G_OBJECT_CLASS (tend_learning_view_parent_class)->finalize (object);
}

static void
tend_learning_view_class_init (TendLearningViewClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = tend_learning_view_constructed;
  G_OBJECT_CLASS (klass)->finalize = tend_learning_view_finalize;
  TEND_PAGE_CLASS (klass)->reload = tend_learning_view_reload;
}

static void
tend_learning_view_init (TendLearningView *self)
{
}

GtkWidget *
tend_learning_view_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_LEARNING_VIEW, "session", session, NULL);
}
