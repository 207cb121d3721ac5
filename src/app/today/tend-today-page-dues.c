/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-today-page-private.h"

#include "tend-due-rows.h"
#include "tend-rows.h"
#include "tend-today-rows.h"

#define MOST_STEPS  3
#define MOST_COMING 5
/* What is due so soon is a next step. */
#define SOON_DAYS   7
/* What is due later than that is asked for. */
#define COMING_DAYS 30

static void
add_due (AdwPreferencesGroup *group,
         const TendDueItem   *item)
{
  tend_rows_add (group, tend_due_row (item), item->id);
}

static gboolean
is_one_of (const TendDueItem  *item,
           const char * const *kinds)
{
  return g_strv_contains (kinds, item->kind);
}

/* What has a list of its own on the page. */
static gboolean
is_elsewhere (const TendDueItem *item)
{
  static const char * const elsewhere[] = { "mar_gap", "invoice", NULL };

  return is_one_of (item, elsewhere);
}

/* What the law presses for, then what is to be done here, then whom somebody waits for, then
 * what is due within days; what can wait is last, however long it has waited.
 * Returns: (element-type TendDueItem) (transfer container): what is left */
static GPtrArray *
show_steps (TendTodayPage *self,
            TendToday     *today)
{
  static const char * const pressing[] = { "data_breach", "people_told", NULL };
  static const char * const asked[] = { "information_request", "data_complaint",
                                        "service_request", "feedback", NULL };
  static const char * const waiting[] = { "unbilled", "back_up", "retention", NULL };
  g_autoptr(GPtrArray) soon = g_ptr_array_new ();
  g_autoptr(GPtrArray) last = g_ptr_array_new ();
  GPtrArray *left = g_ptr_array_new ();
  guint n_asked;
  guint n_steps = _tend_today_page_is_today (self) ? today->next_steps->len : 0;
  guint n = 0;

  tend_rows_begin (self->steps);
  for (guint i = 0; i < self->dues->len; i++)
    {
      TendDueItem *item = self->dues->pdata[i];

      if (is_elsewhere (item))
        continue;
      if (is_one_of (item, pressing) && n < MOST_STEPS)
        {
          add_due (self->steps, item);
          n++;
        }
      else
        {
          g_ptr_array_add (is_one_of (item, asked) ? left
                           : is_one_of (item, waiting) ? last : soon, item);
        }
    }
  n_asked = left->len;
  g_ptr_array_extend (left, soon, NULL, NULL);
  g_ptr_array_extend (left, last, NULL, NULL);

  for (guint i = 0; i < n_steps && n < MOST_STEPS; i++, n++)
    {
      const TendNextStep *step = today->next_steps->pdata[i];

      tend_rows_add (self->steps, tend_today_step_row (step), step->title);
    }

  while (left->len > 0 && n < MOST_STEPS &&
         (n_asked > 0 || ((TendDueItem *) left->pdata[0])->days <= SOON_DAYS))
    {
      add_due (self->steps, g_ptr_array_steal_index (left, 0));
      n_asked -= n_asked > 0;
      n++;
    }
  tend_rows_end (self->steps);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), n > 0);
  return left;
}

static void
show_all_coming_cb (TendTodayPage *self)
{
  self->all_coming = TRUE;
  tend_page_reload (TEND_PAGE (self));
}

/* What is past and what is to come, each in its own list. */
static void
show_left (TendTodayPage       *self,
           AdwPreferencesGroup *group,
           GPtrArray           *left,
           gboolean             late)
{
  guint shown = 0, n = 0;

  tend_rows_begin (group);
  for (guint i = 0; i < left->len; i++)
    {
      const TendDueItem *item = left->pdata[i];

      if ((item->days < 0) != late)
        continue;
      n++;
      if (!self->all_coming && (shown >= MOST_COMING || item->days > COMING_DAYS))
        continue;
      add_due (group, item);
      shown++;
    }
  if (shown < n)
    _tend_today_page_add_more (self, group, n - shown, G_CALLBACK (show_all_coming_cb));
  tend_rows_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

guint
_tend_today_page_show_gaps (TendTodayPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->dues->len; i++)
    {
      const TendDueItem *item = self->dues->pdata[i];

      if (!g_str_equal (item->kind, "mar_gap"))
        continue;
      add_due (self->medicines, item);
      n++;
    }

  return n;
}

void
_tend_today_page_show_dues (TendTodayPage *self,
                            TendToday     *today)
{
  g_autoptr(GPtrArray) left = show_steps (self, today);

  show_left (self, self->late, left, TRUE);
  show_left (self, self->coming, left, FALSE);
}

/* Answers */

/* What is due, by its id; NULL once it has gone from the page. */
static const TendDueItem *
find_due (TendTodayPage *self,
          const char    *id)
{
  for (guint i = 0; self->dues != NULL && i < self->dues->len; i++)
    if (g_str_equal (((TendDueItem *) self->dues->pdata[i])->id, id))
      return self->dues->pdata[i];

  return NULL;
}

static void
due_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);
  const TendDueItem *item = find_due (self, g_variant_get_string (parameter, NULL));

  if (item == NULL)
    return;
  if (g_str_equal (name, "today.due-done"))
    tend_due_say_done (widget, _tend_today_page_session (self), item);
  else if (g_str_equal (name, "today.due-day"))
    tend_due_ask_day (widget, _tend_today_page_session (self), item);
  else
    tend_due_ask_reason (widget, _tend_today_page_session (self), item);
}

static void
due_later_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TendTodayPage *self = TEND_TODAY_PAGE (widget);
  const TendDueItem *item;
  const char *id;
  int days;

  g_variant_get (parameter, "(&si)", &id, &days);
  item = find_due (self, id);
  if (item != NULL)
    tend_due_say_later (widget, _tend_today_page_session (self), item, days);
}

void
_tend_today_page_install_answers (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "today.due-done", "s", due_action);
  gtk_widget_class_install_action (klass, "today.due-day", "s", due_action);
  gtk_widget_class_install_action (klass, "today.due-not-mine", "s", due_action);
  gtk_widget_class_install_action (klass, "today.due-later", "(si)", due_later_action);
}
