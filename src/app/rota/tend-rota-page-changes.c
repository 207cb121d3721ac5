/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what the view asks for to a change of the vault: which moment is meant,
 * whether only this visit or later ones too, then the change and its undoing. */

#include "tend-rota-page-private.h"

#include "tend-pattern-edit.h"
#include "tend-question.h"
#include "tend-undo-toast.h"
#include "tend-visit-edit.h"
#include "tend-week-text.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CHANGE_MOVE,
  CHANGE_STRETCH,
  CHANGE_COPY,
  CHANGE_CANCEL,
  CHANGE_REMOVE,
} ChangeKind;

typedef struct
{
  TendRotaPage   *page;
  ChangeKind      kind;
  char           *id;
  gboolean        repeats;
  TendDate        date;   /* where it should start, local */
  TendClock       clock;
  TendInstant     start;
  TendInstant     end;
  TendInstant     at;     /* when it was called off */
  TendVisitScope  scope;
  char           *reason;
  gboolean        charge;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->page);
  g_free (change->id);
  g_free (change->reason);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static Change *
change_new (TendRotaPage *page,
            ChangeKind    kind,
            TendVisit    *visit)
{
  Change *change = g_new0 (Change, 1);

  change->page = g_object_ref (page);
  change->kind = kind;
  change->id = g_strdup (visit->id);
  change->repeats = visit->pattern != NULL;
  change->start = tend_visit_start (visit);
  change->end = tend_visit_end (visit);
  return change;
}

/* Making the change */

static gpointer
run_change (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Change *change = data;

  switch (change->kind)
    {
    case CHANGE_COPY:
      return tend_visit_edit_copy (vault, change->id, change->start, change->end, change->scope,
                                   error);
    case CHANGE_CANCEL:
      return tend_visit_edit_cancel (vault, change->id, change->reason, change->at,
                                     change->charge, change->scope, error);
    case CHANGE_REMOVE:
      return tend_visit_edit_remove (vault, change->id, error);
    case CHANGE_MOVE:
    case CHANGE_STRETCH:
    default:
      return tend_visit_edit_plan (vault, change->id, change->start, change->end, change->scope,
                                   error);
    }
}

static char *
describe_done (const Change *change)
{
  g_autofree char *moment = tend_moment_text (change->start, change->end);

  switch (change->kind)
    {
    case CHANGE_COPY:
      return g_strdup_printf (_("Copied to %s."), moment);
    case CHANGE_CANCEL:
      return change->scope == TEND_SCOPE_LATER ? g_strdup (_("The repeating visit has ended."))
             : change->charge ? g_strdup (_("Visit cancelled.")) : g_strdup (_("Visit skipped."));
    case CHANGE_REMOVE:
      return g_strdup (_("Visit removed."));
    case CHANGE_STRETCH:
      return g_strdup_printf (_("Changed to %s."), moment);
    case CHANGE_MOVE:
    default:
      return g_strdup_printf (_("Moved to %s."), moment);
    }
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Change) change = data;
  g_autoptr(GError) error = NULL;
  TendRotaPage *page = change->page;
  TendUndo *undo = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autofree char *text = NULL;

  if (page->week == NULL)
    {
      g_clear_pointer (&undo, tend_undo_free);
      return;
    }
  if (undo == NULL)
    {
      tend_rota_view_put_back (page->view);
      _tend_rota_page_say (page, error->message);
      tend_toast (GTK_WIDGET (page), error->message);
      return;
    }

  text = describe_done (change);
  _tend_rota_page_say (page, text);
  g_free (page->focus_id);
  page->focus_id = g_strdup (tend_undo_get_subject (undo));
  tend_undo_toast (GTK_WIDGET (page), TEND_SESSION (source), text, undo);

  if (change->kind == CHANGE_MOVE || change->kind == CHANGE_COPY)
    page->day = tend_time_date (change->start);
  if (tend_date_week_start (page->day) != page->monday)
    page->monday = tend_date_week_start (page->day);
  tend_page_reload (TEND_PAGE (page));
}

static void
make_change (Change *change)
{
  Change *copy = g_memdup2 (change, sizeof *change);

  /* The worker gets values alone; the page stays with the answer. */
  copy->page = NULL;
  copy->id = g_strdup (change->id);
  copy->reason = g_strdup (change->reason);
  tend_session_change (tend_page_get_session (TEND_PAGE (change->page)), run_change, copy,
                       change_free, (GDestroyNotify) tend_undo_free, changed_cb, change);
}

static void
drop_change (Change *change)
{
  tend_rota_view_put_back (change->page->view);
  _tend_rota_page_say (change->page, _("Left as it was."));
  change_free (change);
}

/* "Only this one" or "this and later ones" */

static void
scope_cb (const char *id,
          const char *reason,
          gpointer    data)
{
  Change *change = data;

  if (id == NULL)
    {
      drop_change (change);
      return;
    }

  change->scope = g_str_equal (id, "later") ? TEND_SCOPE_LATER : TEND_SCOPE_ONE;
  make_change (change);
}

static gpointer
describe_later (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  Change *change = data;

  return tend_pattern_edit_describe (vault, change->id, change->start, change->end,
                                     change->kind == CHANGE_COPY, error);
}

static void
ask_scope (Change     *change,
           const char *later)
{
  g_autofree char *moment = tend_moment_text (change->start, change->end);
  const char *heading = change->kind == CHANGE_COPY ? _("Copy only this visit?")
                        : change->kind == CHANGE_STRETCH ? _("Change only this visit?")
                        : _("Move only this visit?");
  const TendAnswer answers[] = {
    { "one", _("Only this one"), moment },
    { "later", change->kind == CHANGE_COPY ? _("Every time from then on")
                                           : _("This and later ones"), later },
  };

  tend_question_present (GTK_WIDGET (change->page), heading, _("It is one of a repeating visit."),
                         NULL, answers, later != NULL ? 2 : 1, scope_cb, change);
}

static void
described_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Change *change = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *later = tend_session_finish (TEND_SESSION (source), result, &error);

  if (error != NULL)
    {
      tend_toast (GTK_WIDGET (change->page), error->message);
      drop_change (change);
    }
  else if (later == NULL)
    make_change (change); /* all of them cannot be moved there: there is nothing to ask */
  else
    ask_scope (change, later);
}

static void
go_on (Change *change)
{
  Change *copy;

  if (!change->repeats)
    {
      make_change (change);
      return;
    }

  copy = g_memdup2 (change, sizeof *change);
  copy->page = NULL;
  copy->id = g_strdup (change->id);
  copy->reason = NULL;
  tend_session_query (tend_page_get_session (TEND_PAGE (change->page)), describe_later, copy,
                      change_free, g_free, NULL, described_cb, change);
}

/* Moving and copying */

static void
twice_cb (const char *id,
          const char *reason,
          gpointer    data)
{
  Change *change = data;
  TendInstant first, second, start;

  if (id == NULL)
    {
      drop_change (change);
      return;
    }

  tend_time_from_local (change->date, change->clock, &first, &second);
  start = g_str_equal (id, "second") ? second : first;
  change->end = tend_visit_edit_end (change->start, change->end, start);
  change->start = start;
  go_on (change);
}

void
_tend_rota_page_place (TendRotaPage *self,
                       const char   *id,
                       int           date,
                       int           clock,
                       gboolean      copy)
{
  TendVisit *visit = _tend_rota_page_visit (self, id);
  TendInstant first;
  Change *change;

  if (visit == NULL)
    {
      tend_rota_view_put_back (self->view);
      return;
    }

  change = change_new (self, copy ? CHANGE_COPY : CHANGE_MOVE, visit);
  change->date = date;
  change->clock = clock;
  if (tend_time_from_local (date, clock, &first, NULL) == TEND_LOCAL_TWICE)
    {
      tend_question_twice (GTK_WIDGET (self), date, clock, twice_cb, change);
      return;
    }

  change->end = tend_visit_edit_end (change->start, change->end, first);
  change->start = first;
  go_on (change);
}

void
_tend_rota_page_retime (TendRotaPage *self,
                        const char   *id,
                        gint64        start,
                        gint64        end)
{
  TendVisit *visit = _tend_rota_page_visit (self, id);
  Change *change;

  if (visit == NULL)
    {
      tend_rota_view_put_back (self->view);
      return;
    }

  change = change_new (self, CHANGE_STRETCH, visit);
  change->start = start;
  change->end = end;
  go_on (change);
}

/* Calling off */

static void
remove_cb (const char *id,
           const char *reason,
           gpointer    data)
{
  Change *change = data;

  if (id == NULL)
    {
      drop_change (change);
      return;
    }

  change->reason = g_strdup (reason);
  change->charge = g_str_equal (id, "cancel");
  change->scope = g_str_equal (id, "later") ? TEND_SCOPE_LATER : TEND_SCOPE_ONE;
  if (g_str_equal (id, "remove"))
    change->kind = CHANGE_REMOVE;
  make_change (change);
}

static const char *
find_hindrance (const TendVisit *visit)
{
  switch (visit->status)
    {
    case TEND_VISIT_DONE:
    case TEND_VISIT_MISSED:
      return _("This visit has been recorded. Open it to correct it.");
    case TEND_VISIT_CANCELLED:
      return _("This visit has been cancelled already. Open it to change that.");
    case TEND_VISIT_PLANNED:
    default:
      return NULL;
    }
}

void
_tend_rota_page_remove (TendRotaPage *self,
                        const char   *id)
{
  TendVisit *visit = _tend_rota_page_visit (self, id);
  TendSession *session = tend_page_get_session (TEND_PAGE (self));
  g_autofree char *moment = NULL;
  g_autofree char *body = NULL;
  gsize n = 0;
  TendAnswer answers[4];
  Change *change;

  if (visit == NULL || find_hindrance (visit) != NULL)
    {
      if (visit != NULL)
        _tend_rota_page_say (self, find_hindrance (visit));
      return;
    }

  answers[n++] = (TendAnswer) { "cancel", _("It was cancelled"),
                                _("Kept in the records, and charged if you have agreed that.") };
  answers[n++] = (TendAnswer) { "skip", _("Skip this one"),
                                _("Kept in the records, and never charged.") };
  if (visit->pattern != NULL)
    answers[n++] = (TendAnswer) { "later", _("Skip this and later ones"),
                                  _("The repeating visit ends before this day.") };
  else if (visit->stored)
    answers[n++] = (TendAnswer) { "remove", _("Remove it"),
                                  _("It was planned by mistake. Nothing is kept.") };

  moment = tend_moment_text (tend_visit_start (visit), tend_visit_end (visit));
  body = g_strdup_printf ("%s\n%s", visit->client_name, moment);
  change = change_new (self, CHANGE_CANCEL, visit);
  change->at = tend_session_get_now (session);
  tend_question_present (GTK_WIDGET (self), _("Call off this visit?"), body,
                         _("Why (may stay empty)"), answers, n, remove_cb, change);
}
