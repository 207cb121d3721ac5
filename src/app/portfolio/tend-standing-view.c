/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-standing-view.h"

#include "tend-mend.h"
#include "tend-portfolio-parts.h"
#include "tend-rows.h"
#include "tend-scheme-row.h"

#include <glib/gi18n-lib.h>

/* Of one severity, until all are asked for. */
#define MOST_SHOWN 8
#define N_SEVERITIES (TEND_SEVERITY_ADVICE + 1)

struct _TendStandingView
{
  TendPage             parent_instance;

  GPtrArray           *schemes;   /* TendScheme; as shown */
  GPtrArray           *findings;  /* TendFinding; as shown */
  gboolean             whole[N_SEVERITIES];
  AdwPreferencesGroup *summary;
  AdwPreferencesGroup *groups[N_SEVERITIES];
};

G_DEFINE_FINAL_TYPE (TendStandingView, tend_standing_view, TEND_TYPE_PAGE)

/* What each severity means for the carer. */
static const char * const meanings[N_SEVERITIES] = {
  [TEND_SEVERITY_STOP] = N_("This waits until it is put right, or until you have said why it "
                            "cannot wait."),
  [TEND_SEVERITY_BREACH] = N_("A scheme asks for it, and it is not so at the moment."),
  [TEND_SEVERITY_WARN] = N_("Worth doing soon, or worth a look."),
  [TEND_SEVERITY_ADVICE] = N_("Nobody counts it against you."),
};

typedef struct
{
  GPtrArray *schemes;
  GPtrArray *findings;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->schemes, g_ptr_array_unref);
  g_clear_pointer (&answer->findings, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  const TendDate *today = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->schemes = tend_schemes_of_carer (vault, error);
  if (answer->schemes != NULL)
    answer->findings = tend_check (vault, NULL, *today, error);

  return answer->findings != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
mend_cb (GtkWidget        *row,
         TendStandingView *self)
{
  tend_mend_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                     g_object_get_data (G_OBJECT (row), "finding"),
                     g_object_get_data (G_OBJECT (row), "mend"));
}

static void
all_cb (GtkWidget        *row,
        TendStandingView *self)
{
  self->whole[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "severity"))] = TRUE;
  tend_page_reload (TEND_PAGE (self));
}

static void
add_finding (TendStandingView  *self,
             TendFinding       *finding)
{
  g_autofree char *mend = tend_mend_of (self->schemes, finding);
  g_autofree char *subject = tend_finding_subject (finding);
  g_autofree char *key = g_strdup_printf ("%s %s %s", finding->rule, subject, finding->message);
  const char *scheme = tend_scheme_row_name (self->schemes, finding->scheme);
  g_autofree char *subtitle =
    finding->override != NULL
    /* Translators: the name of a scheme and the reason that was typed */
    ? g_strdup_printf (_("%s. You went on because: %s"), scheme, finding->override)
    : g_strdup (scheme);
  GtkWidget *row = tend_row_link (finding->message, subtitle);

  tend_row_add_note (row, tend_mend_label (finding, mend), "dim-label");
  g_object_set_data (G_OBJECT (row), "finding", finding);
  g_object_set_data_full (G_OBJECT (row), "mend", g_steal_pointer (&mend), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (mend_cb), self);
  tend_rows_add (self->groups[finding->severity], row, key);
}

static void
add_all_row (TendStandingView *self,
             TendSeverity      severity,
             guint             n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n), n);
  GtkWidget *row = tend_row_link (text, NULL);

  g_object_set_data (G_OBJECT (row), "severity", GUINT_TO_POINTER (severity));
  g_signal_connect (row, "activated", G_CALLBACK (all_cb), self);
  tend_rows_add (self->groups[severity], row, "all");
}

static void
show_severity (TendStandingView *self,
               TendSeverity      severity)
{
  guint n = 0, shown = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n += ((TendFinding *) self->findings->pdata[i])->severity == severity;

  tend_rows_begin (self->groups[severity]);
  for (guint i = 0; i < self->findings->len; i++)
    {
      TendFinding *finding = self->findings->pdata[i];

      if (finding->severity != severity ||
          (shown == MOST_SHOWN && n > MOST_SHOWN + 1 && !self->whole[severity]))
        continue;
      add_finding (self, finding);
      shown++;
    }
  if (shown < n)
    add_all_row (self, severity, n);
  tend_rows_end (self->groups[severity]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[severity]), n > 0);
}

static void
settings_cb (GtkWidget        *row,
             TendStandingView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.settings", NULL);
}

/* Which schemes are looked at; without any there is nothing to stand against. */
static void
show_summary (TendStandingView *self)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint grave = 0;
  GtkWidget *row;

  for (guint i = 0; i < self->schemes->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            tend_scheme_get_name (self->schemes->pdata[i]));
  for (guint i = 0; i < self->findings->len; i++)
    grave += ((TendFinding *) self->findings->pdata[i])->severity <= TEND_SEVERITY_BREACH;

  if (self->schemes->len == 0)
    {
      row = tend_row_link (_("You are on no council’s list"),
                           _("Say in Settings which you belong to, and Tend knows what each asks "
                             "for."));
      g_signal_connect (row, "activated", G_CALLBACK (settings_cb), self);
    }
  else if (self->findings->len == 0)
    row = tend_row_value (names->str, _("All is as it is asked for"));
  else
    {
      g_autofree char *text =
        grave == 0
        ? g_strdup (_("All that is asked for is there"))
        : g_strdup_printf (ngettext ("%u thing is not as your schemes ask",
                                     "%u things are not as your schemes ask", grave), grave);

      row = tend_row_value (names->str, text);
    }

  tend_rows_begin (self->summary);
  tend_rows_add (self->summary, row, "summary");
  row = tend_row_link (_("Put Together a Portfolio…"),
                       _("What a council asks to see, as one document"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.bundle");
  tend_rows_add (self->summary, row, "bundle");
  tend_rows_end (self->summary);
}

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendStandingView *self = TEND_STANDING_VIEW (page);
  g_autoptr(Answer) answer = data;
  g_autoptr(GPtrArray) shown = NULL;

  if (answer == NULL)
    return;

  /* The rows on view point into what was shown before. */
  shown = g_steal_pointer (&self->findings);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  self->schemes = g_steal_pointer (&answer->schemes);
  self->findings = g_steal_pointer (&answer->findings);

  show_summary (self);
  for (guint i = 0; i < N_SEVERITIES; i++)
    show_severity (self, i);
}

static void
tend_standing_view_reload (TendPage *page)
{
  TendDate today = tend_session_get_today (tend_page_get_session (page));

  tend_page_query (page, load, g_memdup2 (&today, sizeof today), g_free, answer_free, answered);
}

static void
tend_standing_view_finalize (GObject *object)
{
  TendStandingView *self = TEND_STANDING_VIEW (object);

  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (tend_standing_view_parent_class)->finalize (object);
}

static void
tend_standing_view_class_init (TendStandingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_standing_view_finalize;
  TEND_PAGE_CLASS (klass)->reload = tend_standing_view_reload;
}

static void
tend_standing_view_init (TendStandingView *self)
{
  GtkBox *column = tend_portfolio_column (TEND_PAGE (self));

  self->summary = tend_portfolio_group (column, NULL, NULL, NULL);
  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      self->groups[i] = tend_portfolio_group (column, tend_severity_title (i), _(meanings[i]),
                                              NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), FALSE);
    }
}

GtkWidget *
tend_standing_view_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_STANDING_VIEW, "session", session, NULL);
}
