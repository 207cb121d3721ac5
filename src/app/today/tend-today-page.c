/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-today-page-private.h"

#include "tend-mar-rows.h"
#include "tend-pattern-dialog.h"
#include "tend-rows.h"
#include "tend-telling.h"
#include "tend-today-rows.h"
#include "tend-undo-toast.h"
#include "tend-visit-dialog.h"
#include "tend-visit-edit.h"
#include "tend-week-text.h"

#include <glib/gi18n-lib.h>

#define MOST_UNRECORDED 5
#define MOST_PROMPTS    3

G_DEFINE_FINAL_TYPE (TendTodayPage, tend_today_page, TEND_TYPE_PAGE)

TendSession *
_tend_today_page_session (TendTodayPage *self)
{
  return tend_page_get_session (TEND_PAGE (self));
}

gboolean
_tend_today_page_is_today (TendTodayPage *self)
{
  return self->date == tend_session_get_today (_tend_today_page_session (self));
}

/* Showing */

void
_tend_today_page_add_more (TendTodayPage       *self,
                           AdwPreferencesGroup *group,
                           guint                n,
                           GCallback            callback)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more",
                                                        "Show %u more", n), n);
  GtkWidget *row = tend_row_link (text, NULL);

  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  tend_rows_add (group, row, "more");
}

static void
show_greeting (TendTodayPage *self,
               TendToday     *today)
{
  int hour = tend_time_clock (tend_session_get_now (_tend_today_page_session (self))) / 60;
  const char *greeting = hour < 12 ? _("Good morning")
                         : hour < 18 ? _("Good afternoon") : _("Good evening");
  gboolean is_today = _tend_today_page_is_today (self);
  g_autofree char *day = tend_date_format (self->date, TEND_DATE_FULL);
  g_autofree char *text = NULL;

  if (!is_today)
    text = g_strdup (day);
  else if (today->provider_name != NULL)
    {
      g_auto(GStrv) names = g_strsplit (today->provider_name, " ", 2);

      /* Translators: "Good morning, Christine" */
      text = g_strdup_printf (_("%s, %s"), greeting, names[0]);
    }
  else
    text = g_strdup (greeting);

  gtk_label_set_label (self->greeting, text);
  adw_window_title_set_title (self->title, is_today ? _("Today") : _("Day"));
  adw_window_title_set_subtitle (self->title, day);
  gtk_widget_set_visible (self->today_button, !is_today);
}

static gboolean
counts (const TendVisit *visit)
{
  return visit->status == TEND_VISIT_PLANNED || visit->status == TEND_VISIT_DONE;
}

/* What one would be told on asking "what is on?" */
static void
show_summary (TendTodayPage   *self,
              TendToday       *today,
              TendInstant      now,
              const TendVisit *next)
{
  g_autofree char *count = NULL;
  g_autofree char *length = NULL;
  g_autofree char *text = NULL;
  gint64 minutes = 0;
  guint n = 0;

  for (guint i = 0; i < today->visits->len; i++)
    {
      const TendVisit *visit = today->visits->pdata[i];

      if (!counts (visit))
        continue;
      n++;
      minutes += tend_time_minutes (tend_visit_start (visit), tend_visit_end (visit));
    }

  count = tend_visits_count (n);
  length = tend_minutes_format (minutes);
  if (n == 0)
    text = g_strdup (_("No visits are planned."));
  else if (next != NULL && next->actual_start != TEND_INSTANT_NONE)
    text = g_strdup_printf (_("%s, %s. You are with %s."), count, length, next->client_name);
  else if (next != NULL)
    {
      g_autofree char *time = tend_clock_format (tend_time_clock (next->planned_start));

      text = g_strdup_printf (next->planned_start > now
                              ? _("%s, %s. Next is %s at %s.")
                              : _("%s, %s. %s was due at %s."), count, length, next->client_name,
                              time);
    }
  else
    text = g_strdup_printf (_("%s, %s."), count, length);

  gtk_label_set_label (self->summary, text);
}

/* What is under way, else the first that has not ended. */
static const TendVisit *
find_next (TendTodayPage *self,
           TendToday     *today,
           TendInstant    now)
{
  const TendVisit *next = NULL;

  if (!_tend_today_page_is_today (self))
    return NULL;

  for (guint i = 0; i < today->visits->len; i++)
    {
      const TendVisit *visit = today->visits->pdata[i];

      if (visit->status != TEND_VISIT_PLANNED)
        continue;
      if (visit->actual_start != TEND_INSTANT_NONE)
        return visit;
      if (next == NULL && visit->planned_end > now)
        next = visit;
    }

  return next;
}

static void
show_visits (TendTodayPage   *self,
             TendToday       *today,
             TendInstant      now,
             const TendVisit *next)
{
  tend_rows_begin (self->visits);
  for (guint i = 0; i < today->visits->len; i++)
    {
      const TendVisit *visit = today->visits->pdata[i];

      tend_rows_add (self->visits,
                     tend_today_visit_row (visit, now, FALSE, visit == next), visit->id);
    }
  if (today->visits->len == 0)
    tend_rows_add (self->visits, tend_row_nothing (_("Nothing is planned for this day.")), NULL);
  tend_rows_end (self->visits);
}

static void
show_all_cb (TendTodayPage *self)
{
  self->all = TRUE;
  tend_page_reload (TEND_PAGE (self));
}

static void
show_unrecorded (TendTodayPage *self,
                 TendToday     *today,
                 TendInstant    now)
{
  guint n = _tend_today_page_is_today (self) ? today->unrecorded->len : 0;
  guint shown = self->all ? n : MIN (n, MOST_UNRECORDED);

  tend_rows_begin (self->unrecorded);
  for (guint i = 0; i < shown; i++)
    {
      const TendVisit *visit = today->unrecorded->pdata[i];

      tend_rows_add (self->unrecorded, tend_today_visit_row (visit, now, TRUE, FALSE), visit->id);
    }

  if (shown < n)
    _tend_today_page_add_more (self, self->unrecorded, n - shown, G_CALLBACK (show_all_cb));
  tend_rows_end (self->unrecorded);
  gtk_widget_set_visible (GTK_WIDGET (self->unrecorded), n > 0);
}

static void
show_overdue (TendTodayPage *self,
              TendToday     *today)
{
  guint n = _tend_today_page_is_today (self) ? today->overdue->len : 0;

  tend_rows_begin (self->overdue);
  for (guint i = 0; i < n; i++)
    {
      const TendInvoiceRow *invoice = today->overdue->pdata[i];

      tend_rows_add (self->overdue, tend_today_owed_row (invoice), invoice->id);
    }
  tend_rows_end (self->overdue);
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), n > 0);
}

/* What is not written of days before, doses that may be signed by now, and what is to be done
 * about a medicine. */
static void
show_medicines (TendTodayPage *self,
                GPtrArray     *round)
{
  guint n = _tend_today_page_is_today (self) ? round->len : 0;
  guint prompts = 0, rows;

  tend_rows_begin (self->medicines);
  rows = _tend_today_page_show_gaps (self);
  for (guint i = 0; i < n; i++)
    {
      TendMarPerson *person = round->pdata[i];
      GtkWidget *due = tend_mar_due_row (person);
      g_autofree char *key = g_strconcat ("mar ", person->client, NULL);

      if (due != NULL)
        tend_rows_add (self->medicines, due, key);
      rows += due != NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      TendMarPerson *person = round->pdata[i];

      for (guint j = 0; j < person->prompts->len; j++)
        {
          TendMarPrompt *prompt = person->prompts->pdata[j];

          /* A look at a patch is due today, as a dose is. */
          if (prompt->kind != TEND_MAR_LOOK && prompts++ >= MOST_PROMPTS)
            continue;
          tend_rows_add (self->medicines, tend_mar_prompt_row (person, prompt), NULL);
          rows++;
        }
    }
  tend_rows_end (self->medicines);
  gtk_widget_set_visible (GTK_WIDGET (self->medicines), rows > 0);
}

/* Asking */

typedef struct
{
  TendDate     date;
  TendInstant  now;
  gboolean     real;   /* it is the day it is, of the carer's own records */
  TendToday   *today;  /* what was found */
  GPtrArray   *dues;   /* TendDueItem; none for another day */
  GPtrArray   *round;  /* TendMarPerson, of now whatever the day on view */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->today, tend_today_free);
  g_clear_pointer (&answer->dues, g_ptr_array_unref);
  g_clear_pointer (&answer->round, g_ptr_array_unref);
  g_free (answer);
}

/* What is due is told beside the records too, where it is really that day. */
static GPtrArray *
load_dues (TendVault    *vault,
           const Answer *question,
           GError      **error)
{
  if (question->date != tend_time_date (question->now))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) tend_due_item_free);

  return question->real ? tend_telling_refresh (vault, question->date, error)
                        : tend_due_items (vault, question->date, error);
}

static gpointer
load_today (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Answer *answer = g_memdup2 (data, sizeof (Answer));

  answer->today = tend_today_load (vault, answer->date, error);
  if (answer->today != NULL)
    answer->dues = load_dues (vault, answer, error);
  if (answer->dues != NULL)
    answer->round = tend_mar_round_load (vault, tend_time_date (answer->now), answer->now, error);
  if (answer->round == NULL)
    g_clear_pointer (&answer, answer_free);

  return answer;
}

static void
today_cb (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendTodayPage *self = TEND_TODAY_PAGE (page);
  Answer *answer = data;
  TendInstant now = tend_session_get_now (_tend_today_page_session (self));
  const TendVisit *next;
  TendToday *today;

  if (answer == NULL)
    return;

  g_clear_pointer (&self->dues, g_ptr_array_unref);
  self->dues = g_steal_pointer (&answer->dues);

  today = answer->today;
  next = find_next (self, today, now);
  show_greeting (self, today);
  show_summary (self, today, now, next);
  _tend_today_page_show_dues (self, today);
  show_medicines (self, answer->round);
  show_visits (self, today, now, next);
  show_unrecorded (self, today, now);
  show_overdue (self, today);
  gtk_stack_set_visible_child_name (self->stack, today->n_clients == 0 ? "empty" : "day");
  answer_free (answer);
}

static void
tend_today_page_reload (TendPage *page)
{
  TendTodayPage *self = TEND_TODAY_PAGE (page);
  TendSession *session = _tend_today_page_session (self);
  Answer question = { .date = self->date, .now = tend_session_get_now (session) };

  question.real = !tend_session_is_sample (session) &&
                  tend_session_get_today (session) == tend_date_today (TEND_DATE_NONE);

  tend_page_query (page, load_today, g_memdup2 (&question, sizeof question), g_free, answer_free,
                   today_cb);
}

static void
go (TendTodayPage *self,
    TendDate       date)
{
  self->date = date;
  self->all = self->all_coming = FALSE;
  tend_page_reload (TEND_PAGE (self));
}

/* Starting and finishing */

typedef struct
{
  char       *id;
  TendInstant now;
  gboolean    finish;
} Press;

static void
press_free (gpointer data)
{
  Press *press = data;

  g_free (press->id);
  g_free (press);
}

static gpointer
run_press (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Press *press = data;

  return press->finish ? tend_visit_edit_finish (vault, press->id, press->now, error)
                       : tend_visit_edit_start (vault, press->id, press->now, error);
}

/* What is said once it has been done, on its way with the page. */
typedef struct
{
  TendTodayPage *page;
  gboolean       finish;
  TendInstant    now;
} Pressed;

static void
pressed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Pressed *pressed = data;
  g_autoptr(TendTodayPage) self = pressed->page;
  g_autoptr(GError) error = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (source), result, &error);
  g_autofree char *time = tend_clock_format (tend_time_clock (pressed->now));
  g_autofree char *text = NULL;

  if (undo == NULL)
    {
      tend_toast (GTK_WIDGET (self), error->message);
      return;
    }

  text = pressed->finish ? g_strdup (_("Recorded. Open the visit to add a note."))
                         : g_strdup_printf (_("Started at %s."), time);
  tend_undo_toast (GTK_WIDGET (self), TEND_SESSION (source), text, undo);
}

static void
press_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);
  Press *press = g_new0 (Press, 1);
  Pressed *pressed = g_new0 (Pressed, 1);

  press->id = g_variant_dup_string (parameter, NULL);
  press->now = tend_session_get_now (_tend_today_page_session (self));
  press->finish = g_str_equal (name, "today.finish");
  pressed->page = g_object_ref (self);
  pressed->finish = press->finish;
  pressed->now = press->now;

  tend_session_change (_tend_today_page_session (self), run_press, press, press_free,
                       (GDestroyNotify) tend_undo_free, pressed_cb, pressed);
}

/* Actions */

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tend_visit_dialog_present (widget, _tend_today_page_session (TEND_TODAY_PAGE (widget)),
                             g_variant_get_string (parameter, NULL));
}

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);

  tend_visit_new_present (widget, _tend_today_page_session (self), NULL, self->date,
                          TEND_CLOCK_NONE, NULL, NULL);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);

  go (self, self->date + (g_str_equal (name, "today.next") ? 1 : -1));
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);

  go (self, tend_session_get_today (_tend_today_page_session (self)));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tend_undo_toast_last (widget);
}

/* At midnight the day on view goes with the day. */
static gboolean
minute_cb (gpointer data)
{
  TendTodayPage *self = data;
  TendDate today = tend_session_get_today (_tend_today_page_session (self));

  if (self->date == self->known)
    self->date = today;
  self->known = today;
  tend_page_tick (TEND_PAGE (self));
  return G_SOURCE_CONTINUE;
}

static void
tend_today_page_constructed (GObject *object)
{
  TendTodayPage *self = TEND_TODAY_PAGE (object);

  G_OBJECT_CLASS (tend_today_page_parent_class)->constructed (object);

  self->date = self->known = tend_session_get_today (_tend_today_page_session (self));
  self->minute = g_timeout_add_seconds (60, minute_cb, self);
}

static void
tend_today_page_dispose (GObject *object)
{
  TendTodayPage *self = TEND_TODAY_PAGE (object);

  g_clear_handle_id (&self->minute, g_source_remove);
  g_clear_pointer (&self->dues, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (tend_today_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "today.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "today.start", "s", press_action);
  gtk_widget_class_install_action (widget_class, "today.finish", "s", press_action);
  gtk_widget_class_install_action (widget_class, "today.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "today.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "today.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "today.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "today.undo", NULL, undo_action);
  _tend_today_page_install_answers (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "today.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                       "today.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "today.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "today.undo", NULL);
}

static void
tend_today_page_class_init (TendTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tend_today_page_constructed;
  object_class->dispose = tend_today_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_today_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, today_button);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, steps);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, late);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, coming);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, medicines);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, visits);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, unrecorded);
  gtk_widget_class_bind_template_child (widget_class, TendTodayPage, overdue);
  install_actions (widget_class);
}

static void
tend_today_page_init (TendTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
}

GtkWidget *
tend_today_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_TODAY_PAGE, "session", session, NULL);
}

void
tend_today_page_open (TendTodayPage *self,
                      const char    *id)
{
  TendDate date;

  g_return_if_fail (TEND_IS_TODAY_PAGE (self));
  g_return_if_fail (id != NULL);

  date = tend_date_parse_iso (id);
  if (date != TEND_DATE_NONE)
    go (self, date);
}
