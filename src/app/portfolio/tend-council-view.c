/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-council-view.h"

#include "tend-figure-group.h"
#include "tend-kinds.h"
#include "tend-portfolio-lists.h"
#include "tend-return-group.h"

struct _TendCouncilView
{
  TendPage            parent_instance;

  TendReturnGroup    *figures;
  TendFigureGroup    *counts;   /* what the schemes count with */
  TendPortfolioLists *lists;
  guint               clock;    /* while it is on view */
  gint64              shown;    /* the minute that is told */
};

G_DEFINE_FINAL_TYPE (TendCouncilView, tend_council_view, TEND_TYPE_PAGE)

typedef struct
{
  TendPortfolioAsk *ask;
  TendQuarter       quarter;
  char             *scheme; /* (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->ask);
  g_free (question->scheme);
  g_free (question);
}

typedef struct
{
  TendPortfolioAnswer *lists;
  TendReturnValues    *figures;
  TendRecord          *sent;    /* (nullable) */
  GPtrArray           *corrections; /* scheme_figure */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->lists, tend_portfolio_answer_free);
  g_clear_pointer (&answer->figures, tend_return_values_free);
  g_clear_object (&answer->sent);
  g_clear_pointer (&answer->corrections, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const Question *question = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  g_autoptr(GError) failure = NULL;

  answer->lists = tend_portfolio_answer_load (vault, "council", question->ask->today,
                                              question->ask->now, error);
  if (answer->lists != NULL)
    answer->figures = tend_compose_return_load (vault, question->scheme, question->quarter, error);
  if (answer->figures != NULL)
    answer->corrections = tend_record_load_all (vault, &tend_scheme_figure_kind, error);
  if (answer->corrections == NULL)
    return NULL;

  if (question->scheme != NULL)
    answer->sent = tend_return_sent (vault, question->scheme, question->quarter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&answer);
}

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendCouncilView *self = TEND_COUNCIL_VIEW (page);
  g_autoptr(Answer) answer = data;

  if (answer == NULL)
    return;

  tend_return_group_show (self->figures, answer->lists->view.schemes,
                          g_steal_pointer (&answer->figures), answer->sent);
  tend_figure_group_show (self->counts, answer->lists->view.schemes, answer->corrections);
  tend_portfolio_lists_show (self->lists, g_steal_pointer (&answer->lists));
}

static void
tend_council_view_reload (TendPage *page)
{
  TendCouncilView *self = TEND_COUNCIL_VIEW (page);
  Question *question = g_new0 (Question, 1);

  question->ask = tend_portfolio_ask_new (page);
  question->quarter = tend_return_group_get_quarter (self->figures);
  question->scheme = g_strdup (tend_return_group_get_scheme (self->figures));
  tend_page_query (page, load, question, question_free, answer_free, answered);
}

/* The council's clock goes on with the minutes of the computer's. */

#define LOOK_EVERY 5 /* seconds */

static void
tick (TendCouncilView *self)
{
  TendInstant now = tend_session_get_now (tend_page_get_session (TEND_PAGE (self)));

  /* What is left is told in whole minutes: the second after one begins, there is one less. */
  if ((now - 1) / 60 == self->shown)
    return;

  self->shown = (now - 1) / 60;
  tend_portfolio_lists_tick (self->lists, now);
}

static gboolean
tick_cb (gpointer data)
{
  tick (data);
  return G_SOURCE_CONTINUE;
}

static void
tend_council_view_map (GtkWidget *widget)
{
  TendCouncilView *self = TEND_COUNCIL_VIEW (widget);

  GTK_WIDGET_CLASS (tend_council_view_parent_class)->map (widget);
  tick (self);
  self->clock = g_timeout_add_seconds (LOOK_EVERY, tick_cb, self);
}

static void
tend_council_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TEND_COUNCIL_VIEW (widget)->clock, g_source_remove);

  GTK_WIDGET_CLASS (tend_council_view_parent_class)->unmap (widget);
}

static void
tend_council_view_constructed (GObject *object)
{
  TendCouncilView *self = TEND_COUNCIL_VIEW (object);
  GtkBox *column = tend_portfolio_column (TEND_PAGE (self));
  GtkWidget *figures, *counts;

  G_OBJECT_CLASS (tend_council_view_parent_class)->constructed (object);

  figures = tend_return_group_new (tend_page_get_session (TEND_PAGE (self)));
  self->figures = TEND_RETURN_GROUP (figures);
  gtk_box_append (column, figures);
  g_signal_connect_object (figures, "chosen", G_CALLBACK (tend_page_reload), self,
                           G_CONNECT_SWAPPED);
  self->lists = tend_portfolio_lists_new (TEND_PAGE (self), column, "council");
  counts = tend_figure_group_new (tend_page_get_session (TEND_PAGE (self)));
  self->counts = TEND_FIGURE_GROUP (counts);
  gtk_box_append (column, counts);
}

static void
tend_council_view_finalize (GObject *object)
{
  tend_portfolio_lists_free (TEND_COUNCIL_VIEW (object)->lists);

  G_OBJECT_CLASS (tend_council_view_parent_class)->finalize (object);
}

static void
tend_council_view_class_init (TendCouncilViewClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = tend_council_view_constructed;
  G_OBJECT_CLASS (klass)->finalize = tend_council_view_finalize;
  GTK_WIDGET_CLASS (klass)->map = tend_council_view_map;
  GTK_WIDGET_CLASS (klass)->unmap = tend_council_view_unmap;
  TEND_PAGE_CLASS (klass)->reload = tend_council_view_reload;
}

static void
tend_council_view_init (TendCouncilView *self)
{
}

GtkWidget *
tend_council_view_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_COUNCIL_VIEW, "session", session, NULL);
}
