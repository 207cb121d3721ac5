/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-papers-view.h"

#include "tend-attachments.h"
#include "tend-credential-form.h"
#include "tend-kinds.h"
#include "tend-papers.h"
#include "tend-policies.h"
#include "tend-policy-form.h"
#include "tend-portfolio-lists.h"
#include "tend-rows.h"
#include "tend-scheme-row.h"

#include <glib/gi18n-lib.h>

/* Of days left, that are counted out: further off the date says enough. */
#define MOST_DAYS 120

struct _TendPapersView
{
  TendPage             parent_instance;

  GtkBox              *column;
  GPtrArray           *asked;      /* AdwPreferencesGroup: one for each scheme, then the rest */
  AdwPreferencesGroup *policies;
  TendPortfolioLists  *lists;
};

G_DEFINE_FINAL_TYPE (TendPapersView, tend_papers_view, TEND_TYPE_PAGE)

typedef struct
{
  TendPortfolioAnswer *lists;
  GPtrArray           *papers;    /* TendPaper */
  GPtrArray           *policies;  /* TendRecord, those in force */
  GHashTable          *scanned;   /* ids of those of which a scan is kept */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->lists, tend_portfolio_answer_free);
  g_clear_pointer (&answer->papers, g_ptr_array_unref);
  g_clear_pointer (&answer->policies, g_ptr_array_unref);
  g_clear_pointer (&answer->scanned, g_hash_table_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
load_scans (Answer     *answer,
            TendVault  *vault,
            GError    **error)
{
  answer->scanned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < answer->papers->len; i++)
    {
      TendRecord *record = ((TendPaper *) answer->papers->pdata[i])->record;
      g_autoptr(GPtrArray) scans = NULL;

      if (record == NULL)
        continue;
      scans = tend_attachments_of (vault, record, error);
      if (scans == NULL)
        return FALSE;
      if (scans->len > 0)
        g_hash_table_add (answer->scanned, g_strdup (tend_record_get_id (record)));
    }

  return TRUE;
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const TendPortfolioAsk *ask = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  if ((answer->lists = tend_portfolio_answer_load (vault, "papers", ask->today, ask->now,
                                                   error)) == NULL ||
      (answer->papers = tend_papers (vault, NULL, ask->today, error)) == NULL ||
      (answer->policies = tend_policies_on (vault, ask->today, error)) == NULL ||
      !load_scans (answer, vault, error))
    return NULL;

  return g_steal_pointer (&answer);
}

static TendSession *
session_of (TendPapersView *self)
{
  return tend_page_get_session (TEND_PAGE (self));
}

static gboolean
has_choice (const TendKind *kind,
            const char     *value)
{
  const TendField *field = tend_kind_field (kind, "kind");

  for (const TendChoice *choice = field->choices; choice->value != NULL; choice++)
    if (g_str_equal (choice->value, value))
      return TRUE;

  return FALSE;
}

/* No word but "other" is both a credential and a policy, and nobody asks for that. */
static gboolean
is_policy (const TendPaper *paper)
{
  return has_choice (&tend_policy_kind, paper->kind) &&
         !has_choice (&tend_credential_kind, paper->kind);
}

/* Papers that are asked for */

static void
policy_cb (GtkWidget      *row,
           TendPapersView *self)
{
  tend_policy_present (GTK_WIDGET (self), session_of (self),
                       g_object_get_data (G_OBJECT (row), "kind"));
}

static void
paper_cb (GtkWidget      *row,
          TendPapersView *self)
{
  TendRecord *record = g_object_get_data (G_OBJECT (row), "record");

  tend_credential_present (GTK_WIDGET (self), session_of (self), record);
}

static void
add_part (GString    *text,
          const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* (nullable) */
static char *
describe_gap (const TendPaper *paper)
{
  g_autofree char *from = tend_date_format (paper->gap_from, TEND_DATE_LONG);
  g_autofree char *to = tend_date_format (paper->gap_to, TEND_DATE_LONG);

  if (paper->gap_from == TEND_DATE_NONE)
    return NULL;
  if (paper->gap_from == paper->gap_to)
    return g_strdup_printf (_("none in force on %s"), from);

  /* Translators: the days between one policy of insurance and the next */
  return g_strdup_printf (_("none in force from %s to %s"), from, to);
}

/* "" when there is nothing to say. */
static char *
describe_paper (const TendPaper *paper,
                gboolean         scanned)
{
  g_autofree char *last = tend_date_format (paper->last_day, TEND_DATE_LONG);
  g_autofree char *gap = describe_gap (paper);
  g_autofree char *until = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (paper->last_day != TEND_DATE_NONE && paper->days_left < 0)
    until = g_strdup_printf (ngettext ("Its last good day was %s, %d day ago",
                                       "Its last good day was %s, %d days ago",
                                       -paper->days_left), last, -paper->days_left);
  else if (paper->last_day != TEND_DATE_NONE && paper->days_left > MOST_DAYS)
    until = g_strdup_printf (_("Good until %s"), last);
  else if (paper->last_day != TEND_DATE_NONE)
    until = g_strdup_printf (ngettext ("Good until %s, %d day left",
                                       "Good until %s, %d days left", paper->days_left),
                             last, paper->days_left);

  if (paper->member != NULL)
    add_part (text, tend_record_get_text (paper->member, "name"));
  if (until != NULL)
    add_part (text, until);
  if (gap != NULL)
    add_part (text, gap);
  if (paper->record != NULL && !scanned && !is_policy (paper))
    add_part (text, _("no scan kept yet"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "MOT: Ford Fiesta": what somebody called it need not say what it is. */
static char *
name_paper (const TendPaper *paper)
{
  const char *kind = tend_field_choice_label (tend_kind_field (&tend_credential_kind, "kind"),
                                              paper->kind);

  return paper->scheme != NULL || is_policy (paper) || kind == NULL ||
         g_str_has_prefix (paper->title, kind)
         ? g_strdup (paper->title) : g_strdup_printf ("%s: %s", kind, paper->title);
}

static const char *
style_of (TendPaperState state)
{
  switch (state)
    {
    case TEND_PAPER_OK:
      return "success";

    case TEND_PAPER_ADVISED:
    case TEND_PAPER_NOT_APPLICABLE:
      return "dim-label";

    case TEND_PAPER_SOON:
    case TEND_PAPER_DUE:
    case TEND_PAPER_OVER:
    case TEND_PAPER_LOW:
    case TEND_PAPER_GAP:
    case TEND_PAPER_MISSING:
    default:
      return "warning";
    }
}

static void
add_paper (TendPapersView      *self,
           AdwPreferencesGroup *group,
           const TendPaper     *paper,
           const Answer        *answer)
{
  gboolean scanned = paper->record != NULL &&
                     g_hash_table_contains (answer->scanned, tend_record_get_id (paper->record));
  g_autofree char *subtitle = describe_paper (paper, scanned);
  g_autofree char *title = name_paper (paper);
  g_autofree char *key = g_strdup_printf ("%s %s", title, subtitle);
  GtkWidget *row = tend_row_link (title, *subtitle != '\0' ? subtitle : NULL);

  tend_row_add_note (row, tend_paper_state_title (paper->state), style_of (paper->state));
  if (is_policy (paper))
    {
      g_object_set_data (G_OBJECT (row), "kind", (gpointer) paper->kind);
      g_signal_connect (row, "activated", G_CALLBACK (policy_cb), self);
    }
  else
    {
      TendRecord *record = paper->record != NULL
                           ? g_object_ref (paper->record)
                           : tend_credential_new (paper->kind, paper->subject, paper->scheme);

      if (paper->record == NULL && paper->member != NULL)
        tend_record_set_text (record, "member", tend_record_get_id (paper->member));
      g_object_set_data_full (G_OBJECT (row), "record", record, g_object_unref);
      g_signal_connect (row, "activated", G_CALLBACK (paper_cb), self);
    }
  tend_rows_add (group, row, key);
}

/* The group that papers of @scheme are in: made when it is first needed, above the rest. */
static AdwPreferencesGroup *
group_of (TendPapersView *self,
          const char     *scheme,
          GPtrArray      *schemes)
{
  const char *name = scheme != NULL ? tend_scheme_row_name (schemes, scheme)
                                    : _("Other Papers");
  GtkWidget *group;

  for (guint i = 0; i < self->asked->len; i++)
    if (g_str_equal (adw_preferences_group_get_title (self->asked->pdata[i]), name))
      return self->asked->pdata[i];

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  gtk_box_insert_child_after (self->column, group,
                              self->asked->len > 0
                              ? GTK_WIDGET (self->asked->pdata[self->asked->len - 1]) : NULL);
  g_ptr_array_add (self->asked, group);
  tend_rows_begin (ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

/* Two rules of one scheme may ask for the same paper. */
static gboolean
is_said_already (GPtrArray *papers,
                 guint      index)
{
  const TendPaper *paper = papers->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const TendPaper *other = papers->pdata[i];

      if (g_strcmp0 (other->scheme, paper->scheme) == 0 && other->member == paper->member &&
          g_str_equal (other->title, paper->title) && other->record == paper->record &&
          other->state == paper->state)
        return TRUE;
    }

  return FALSE;
}

static void
show_papers (TendPapersView *self,
             const Answer   *answer)
{
  GPtrArray *schemes = answer->lists->view.schemes;

  for (guint i = 0; i < self->asked->len; i++)
    {
      tend_rows_begin (self->asked->pdata[i]);
      gtk_widget_set_visible (self->asked->pdata[i], FALSE);
    }
  for (guint i = 0; i < answer->papers->len; i++)
    {
      const TendPaper *paper = answer->papers->pdata[i];
      AdwPreferencesGroup *group;

      if (is_said_already (answer->papers, i))
        continue;
      group = group_of (self, paper->scheme, schemes);
      gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
      add_paper (self, group, paper, answer);
    }
  for (guint i = 0; i < self->asked->len; i++)
    tend_rows_end (self->asked->pdata[i]);
}

/* Policies */

static TendRecord *
find_policy (GPtrArray  *policies,
             const char *kind)
{
  for (guint i = 0; i < policies->len; i++)
    if (g_str_equal (tend_record_get_text (policies->pdata[i], "kind"), kind))
      return policies->pdata[i];

  return NULL;
}

static char *
describe_policy (TendRecord *policy)
{
  g_autofree char *from = NULL;
  g_autofree char *review = NULL;

  if (policy == NULL)
    return g_strdup (_("Tend has words for it: read them, and keep them as yours"));

  from = tend_date_format (tend_record_get_int (policy, "starts_on"), TEND_DATE_LONG);
  review = tend_date_format (tend_record_get_int (policy, "review_on"), TEND_DATE_LONG);
  return *review != '\0'
         ? g_strdup_printf (_("Version %d, from %s · to be read again by %s"),
                            (int) tend_record_get_int (policy, "version"), from, review)
         : g_strdup_printf (_("Version %d, from %s"),
                            (int) tend_record_get_int (policy, "version"), from);
}

static void
show_policies (TendPapersView *self,
               const Answer   *answer)
{
  const TendField *kinds = tend_kind_field (&tend_policy_kind, "kind");
  TendDate today = answer->lists->view.today;

  tend_rows_begin (self->policies);
  for (const TendChoice *choice = kinds->choices; choice->value != NULL; choice++)
    {
      TendRecord *policy = find_policy (answer->policies, choice->value);
      g_autofree char *subtitle = describe_policy (policy);
      g_autofree char *title = policy != NULL ? tend_policy_title (policy)
                                              : g_strdup (_(choice->label));
      GtkWidget *row;

      if (policy == NULL && g_str_equal (choice->value, "other"))
        continue;

      row = tend_row_link (title, subtitle);
      if (policy == NULL)
        tend_row_add_note (row, _("Not yet"), "dim-label");
      else if (tend_record_is_set (policy, "review_on") &&
               tend_record_get_int (policy, "review_on") < today)
        tend_row_add_note (row, _("Read it again"), "warning");
      g_object_set_data (G_OBJECT (row), "kind", (gpointer) choice->value);
      g_signal_connect (row, "activated", G_CALLBACK (policy_cb), self);
      tend_rows_add (self->policies, row, choice->value);
    }
  tend_rows_end (self->policies);
}

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendPapersView *self = TEND_PAPERS_VIEW (page);
  g_autoptr(Answer) answer = data;

  if (answer == NULL)
    return;

  show_papers (self, answer);
  show_policies (self, answer);
  tend_portfolio_lists_show (self->lists, g_steal_pointer (&answer->lists));
}

static void
tend_papers_view_reload (TendPage *page)
{
  tend_page_query (page, load, tend_portfolio_ask_new (page), g_free, answer_free, answered);
}

static void
tend_papers_view_finalize (GObject *object)
{
  TendPapersView *self = TEND_PAPERS_VIEW (object);

  g_ptr_array_unref (self->asked);
  tend_portfolio_lists_free (self->lists);

  G_OBJECT_CLASS (tend_papers_view_parent_class)->finalize (object);
}

static void
tend_papers_view_class_init (TendPapersViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_papers_view_finalize;
  TEND_PAGE_CLASS (klass)->reload = tend_papers_view_reload;
}

static void
tend_papers_view_init (TendPapersView *self)
{
  self->asked = g_ptr_array_new ();
  self->column = tend_portfolio_column (TEND_PAGE (self));
  self->policies =
    tend_portfolio_group (self->column, _("Policies"),
                          _("How you work, written down once for everybody you support."), NULL);
  self->lists = tend_portfolio_lists_new (TEND_PAGE (self), self->column, "papers");
}

GtkWidget *
tend_papers_view_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_PAPERS_VIEW, "session", session, NULL);
}
