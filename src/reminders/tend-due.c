/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const int ladder[] = { 90, 60, 30, 14, 7, 1, 0 };

#define WEEK 7

void
tend_due_item_free (TendDueItem *self)
{
  g_free (self->id);
  g_free (self->scheme);
  g_free (self->subject);
  g_free (self->client);
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

gboolean
tend_due_step (int  days,
               int  lead,
               int *step)
{
  if (days > lead || days > ladder[0])
    return FALSE;

  if (days <= -WEEK)
    {
      *step = -(-days / WEEK * WEEK);
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ladder); i++)
    if (days <= ladder[i])
      *step = ladder[i];
  return TRUE;
}

char *
tend_due_when (TendDate due_on,
               TendDate on)
{
  int days = due_on - on;
  g_autofree char *day = tend_date_format (due_on, TEND_DATE_FULL);

  if (days > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %d day, on %s.",
                                         "In %d days, on %s.", days), days, day);
  if (days == 1)
    return g_strdup_printf (_("Tomorrow, %s."), day);
  if (days == 0)
    return g_strdup_printf (_("Today, %s."), day);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It was due on %s, %d day ago.",
                                       "It was due on %s, %d days ago.", -days), day, -days);
}

/* Of what makes it this matter and no other.  Sums of ids say nothing to anybody. */
static char *
make_id (const TendDueItem *item)
{
  g_autofree char *day = tend_date_format_iso (item->due_on);
  g_autofree char *whole = g_strjoin ("\n", item->kind, item->scheme != NULL ? item->scheme : "",
                                      item->subject, day, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  return g_strndup (sum, 20);
}

TendDueItem *
_tend_due_add (TendDueQuery *query,
               const char   *kind,
               const char   *scheme,
               char         *subject,
               const char   *client,
               TendDate      due_on,
               char         *title,
               char         *detail)
{
  const TendDueRule *rule = _tend_due_rule (kind);
  TendDueItem *item = g_new0 (TendDueItem, 1);

  g_assert (rule != NULL && due_on != TEND_DATE_NONE);

  item->kind = g_intern_string (kind);
  item->scheme = g_strdup (scheme);
  item->subject = subject;
  item->client = g_strdup (client);
  item->due_on = due_on;
  item->days = due_on - query->on;
  item->title = title != NULL ? title : _tend_due_notice (kind, item->days < 0);
  item->detail = detail != NULL ? detail : tend_due_when (due_on, query->on);
  item->own = rule->own && client == NULL;
  item->id = make_id (item);
  g_ptr_array_add (query->items, item);
  return item;
}

/* Answers */

/* The key under which an answer is found: one for each matter and day. */
static char *
answer_key (const char *matter,
            const char *subject,
            TendDate    due_on)
{
  return g_strdup_printf ("%s %s %d", matter, subject, due_on);
}

/* A matter of one scheme is not the same as that of another. */
static char *
matter_of (const TendDueItem *item)
{
  return item->scheme != NULL ? g_strdup_printf ("%s %s", item->kind, item->scheme)
                              : g_strdup (item->kind);
}

TendRecord *
tend_due_answer (const TendDueItem *item,
                 TendDueState       state,
                 TendDate           until,
                 const char        *reason,
                 TendDate           on)
{
  static const char * const states[] = {
    [TEND_DUE_SNOOZED] = "snoozed", [TEND_DUE_DONE] = "done",
    [TEND_DUE_NOT_APPLICABLE] = "not_applicable",
  };
  TendRecord *answer = tend_record_new (&tend_reminder_kind);
  g_autofree char *matter = matter_of (item);

  tend_record_set_text (answer, "matter", matter);
  tend_record_set_text (answer, "client", item->client);
  tend_record_set_text (answer, "subject", item->subject);
  tend_record_set_int (answer, "due_on", item->due_on);
  tend_record_set_text (answer, "state", states[state]);
  if (state == TEND_DUE_SNOOZED)
    tend_record_set_int (answer, "until", until);
  tend_record_set_text (answer, "reason", reason);
  tend_record_set_int (answer, "answered_on", on);
  return answer;
}

/* (element-type utf8 TendRecord): the last answer to each matter and day; ids sort by the
 * time they were made. */
static GHashTable *
load_answers (TendVault  *vault,
              GError    **error)
{
  g_autoptr(GPtrArray) records = tend_record_load_all (vault, &tend_reminder_kind, error);
  GHashTable *answers;

  if (records == NULL)
    return NULL;

  answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *answer = records->pdata[i];
      char *key = answer_key (tend_record_get_text (answer, "matter"),
                              tend_record_get_text (answer, "subject"),
                              tend_record_get_int (answer, "due_on"));
      TendRecord *other = g_hash_table_lookup (answers, key);

      if (other == NULL || tend_record_get_int (answer, "answered_on") >=
                           tend_record_get_int (other, "answered_on"))
        g_hash_table_replace (answers, key, g_object_ref (answer));
      else
        g_free (key);
    }

  return answers;
}

/* Takes out what is done with, and marks what is put off. */
static void
apply_answers (GPtrArray  *items,
               GHashTable *answers)
{
  for (guint i = items->len; i > 0; i--)
    {
      TendDueItem *item = items->pdata[i - 1];
      g_autofree char *matter = matter_of (item);
      g_autofree char *key = answer_key (matter, item->subject, item->due_on);
      TendRecord *answer = g_hash_table_lookup (answers, key);

      if (answer == NULL)
        continue;
      if (g_strcmp0 (tend_record_get_text (answer, "state"), "snoozed") == 0)
        item->until = tend_record_get_int (answer, "until");
      else
        g_ptr_array_remove_index (items, i - 1);
    }
}

/* Gathering */

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TendDueItem *first = *(TendDueItem **) a;
  const TendDueItem *second = *(TendDueItem **) b;

  if (first->due_on != second->due_on)
    return first->due_on < second->due_on ? -1 : 1;
  if (first->kind != second->kind)
    return g_strcmp0 (first->kind, second->kind);

  return g_strcmp0 (first->subject, second->subject);
}

GPtrArray *
_tend_due_known (TendVault  *vault,
                 TendDate    on,
                 GError    **error)
{
  static gboolean (* const sources[]) (TendDueQuery *query, GError **error) = {
    _tend_due_add_papers, _tend_due_add_scheme, _tend_due_add_care, _tend_due_add_privacy,
    _tend_due_add_money,
  };
  g_autoptr(GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_due_item_free);
  g_autoptr(GPtrArray) schemes = tend_schemes_of_carer (vault, error);
  g_autoptr(GHashTable) answers = schemes != NULL ? load_answers (vault, error) : NULL;
  TendDueQuery query = { vault, on, tend_time_now (on == tend_date_today (0) ? 0 : on), schemes,
                         items };

  if (answers == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    if (!sources[i] (&query, error))
      return NULL;

  apply_answers (items, answers);
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

void
_tend_due_filter (GPtrArray *items,
                  TendDate   on)
{
  for (guint i = items->len; i > 0; i--)
    {
      TendDueItem *item = items->pdata[i - 1];

      if (item->until > on ||
          !tend_due_step (item->days, _tend_due_rule (item->kind)->lead, &item->step))
        g_ptr_array_remove_index (items, i - 1);
    }
}

GPtrArray *
tend_due_items (TendVault  *vault,
                TendDate    on,
                GError    **error)
{
  GPtrArray *items = _tend_due_known (vault, on, error);

  if (items != NULL)
    _tend_due_filter (items, on);

  return items;
}
