/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-stock.h"

#include "tend-kinds.h"
#include "tend-mar.h"
#include "tend-record-private.h"

#include <string.h>

/* How far ahead the days that a stock lasts are counted. */
#define MOST_DAYS 366

typedef enum
{
  MOVE_BROUGHT_FORWARD, MOVE_RECEIVED, MOVE_RETURNED, MOVE_DESTROYED, MOVE_COUNTED, MOVE_DOSE,
} MoveKind;

/* When on a day each thing comes that has no time of its own: doses have theirs.  In the
 * order of MoveKind. */
static const struct
{
  const char *kind;
  int         sign;      /* 0: it says how much there is */
  TendClock   usual_at;
} moves[] = {
  { "brought_forward", 0, 0 }, { "received", 1, 0 }, { "returned", -1, 23 * 60 + 58 },
  { "destroyed", -1, 23 * 60 + 58 }, { "counted", 0, 23 * 60 + 59 },
};

/* All that moves a stock, in the order in which it happened. */
typedef struct
{
  TendInstant at;
  MoveKind    kind;
  int         order;     /* among those of one minute */
  int         sign;
  gboolean    is_count;
  gint64      quantity;
} Move;

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const Move *first = a, *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;

  return first->order - second->order;
}

GPtrArray *
tend_stock_records (TendVault   *vault,
                    const char  *medication,
                    TendDate     from,
                    TendDate     to,
                    GError     **error)
{
  g_autofree char *first = tend_date_format_iso (from);
  g_autofree char *last = tend_date_format_iso (to);

  return tend_records_select (vault, &tend_stock_kind, error,
                              "WHERE medication = :medication AND date >= :first"
                              " AND date <= :last ORDER BY date, id",
                              ":medication", medication, ":first", first, ":last", last, NULL);
}

static gboolean
add_records (TendVault   *vault,
             const char  *medication,
             TendDate     until,
             GArray      *list,
             GError     **error)
{
  g_autoptr(GPtrArray) records =
    tend_stock_records (vault, medication, TEND_DATE_NONE, until, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (moves); j++)
      if (strcmp (moves[j].kind, tend_record_get_text (records->pdata[i], "kind")) == 0)
        {
          TendClock clock = tend_record_get_int (records->pdata[i], "at");
          Move move = {
            .at = tend_time_resolve (tend_record_get_int (records->pdata[i], "date"),
                                     clock != TEND_CLOCK_NONE ? clock : moves[j].usual_at),
            .kind = j,
            .order = j,
            .sign = moves[j].sign,
            .is_count = strcmp (moves[j].kind, "counted") == 0,
            .quantity = tend_record_get_int (records->pdata[i], "quantity"),
          };

          g_array_append_val (list, move);
        }

  return records != NULL;
}

/* Doses that left the box, from @from on. */
#define USED \
  "SELECT coalesce (given_at, due_at), outcome, reason, quantity, counted FROM mar_entries AS e" \
  " WHERE medication = :medication AND (given_at >= :from OR due_at >= :from)" \
  " AND coalesce (given_at, due_at) BETWEEN :from AND :until" \
  " AND NOT EXISTS (SELECT 1 FROM mar_entries AS later WHERE later.supersedes = e.id)"

static void
add_dose (TendStatement *statement,
          TendMedicine  *medicine,
          GArray        *list)
{
  TendInstant at = tend_statement_get_int (statement, 0);
  TendOutcome outcome = tend_outcome_parse (tend_statement_get_text (statement, 1));
  gboolean taken = (outcome & (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
  Move move = { .at = at, .kind = MOVE_DOSE, .order = 2, .sign = -1 };
  Move count = { .at = at, .kind = MOVE_COUNTED, .order = 3, .is_count = TRUE };
  const char *code = tend_statement_get_text (statement, 2);

  /* Nobody had it: it is set out with what was destroyed, where the chart shows it. */
  if (!taken && g_strcmp0 (code, "D") == 0)
    move.kind = MOVE_DESTROYED;
  if (!tend_statement_is_null (statement, 3))
    move.quantity = tend_statement_get_int (statement, 3);
  else if (taken)
    move.quantity = tend_medicine_dose (medicine, tend_time_date (at), 0);
  if (taken || tend_mar_code_uses_stock (code))
    g_array_append_val (list, move);

  if (!tend_statement_is_null (statement, 4))
    {
      count.quantity = tend_statement_get_int (statement, 4);
      g_array_append_val (list, count);
    }
}

static gboolean
add_doses (TendVault     *vault,
           TendMedicine  *medicine,
           TendInstant    from,
           TendInstant    until,
           GArray        *list,
           GError       **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, USED, error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":medication", tend_record_get_id (medicine->record));
  tend_statement_bind_int (statement, ":from", from);
  tend_statement_bind_int (statement, ":until", until);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    add_dose (statement, medicine, list);

  return step == TEND_STEP_DONE;
}

static void
add_up (GArray    *list,
        TendStock *stock)
{
  gint64 since_count = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const Move *move = &g_array_index (list, Move, i);

      if (move->sign != 0)
        {
          stock->left += move->sign * move->quantity;
          since_count++;
          continue;
        }

      if (move->is_count)
        {
          stock->has_count = TRUE;
          stock->counted = move->quantity;
          stock->counted_on = tend_time_date (move->at);
          stock->discrepancy = stock->known ? move->quantity - stock->left : 0;
          stock->expected = stock->known ? stock->left : move->quantity;
          since_count = 0;
        }
      stock->known = TRUE;
      stock->left = move->quantity;
    }

  if (!stock->has_count || since_count > 0)
    stock->expected = stock->left;
}

/* Days from the day after @on that the rest is enough for, by what is due on them. */
static int
count_days (TendMedicine *medicine,
            TendDate      on,
            gint64        left)
{
  g_autoptr(GArray) due = NULL;

  if (medicine->schedule.n_times == 0)
    return -1;

  due = tend_dose_schedule_expand (&medicine->schedule, on + 1, on + MOST_DAYS);
  for (guint i = 0; i < due->len; i++)
    {
      const TendDueDose *dose = &g_array_index (due, TendDueDose, i);
      TendDate date = tend_time_date (dose->due_at);
      gint64 quantity = tend_medicine_dose (medicine, date, dose->time);

      if (quantity == 0)
        return -1;
      if (left < quantity)
        return date - on - 1;
      left -= quantity;
    }

  return MOST_DAYS;
}

/* From where the doses have to be read: the last time that it was said how much there is;
 * for a count the time before, so that it can be told what there should have been.
 */
static TendInstant
find_beginning (GArray *list)
{
  TendInstant last = TEND_INSTANT_NONE, before = TEND_INSTANT_NONE;
  gboolean is_count = FALSE;

  g_array_sort (list, compare_moves);
  for (guint i = 0; i < list->len; i++)
    {
      const Move *move = &g_array_index (list, Move, i);

      if (move->sign != 0)
        continue;
      before = last;
      last = move->at;
      is_count = move->is_count;
    }

  return is_count ? before : last;
}

gboolean
tend_stock_load (TendVault     *vault,
                 TendMedicine  *medicine,
                 TendDate       on,
                 TendStock     *stock,
                 GError       **error)
{
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Move));
  const char *id = tend_record_get_id (medicine->record);
  TendInstant beginning;

  *stock = (TendStock) { .days_left = -1 };
  if (!add_records (vault, id, on, list, error))
    return FALSE;

  /* A stock that nobody keeps is not reckoned from the first dose on. */
  if (list->len == 0 && !tend_record_get_int (medicine->record, "controlled"))
    return TRUE;
  for (guint i = 0; i < list->len; i++)
    stock->known |= g_array_index (list, Move, i).sign > 0;
  beginning = find_beginning (list);

  if (!add_doses (vault, medicine, beginning, tend_time_resolve (on + 1, 0) - 1, list, error))
    return FALSE;

  for (guint i = list->len; i-- > 0;)
    if (g_array_index (list, Move, i).at < beginning)
      g_array_remove_index (list, i);
  g_array_sort (list, compare_moves);
  add_up (list, stock);
  if (stock->known)
    stock->days_left = count_days (medicine, on, stock->left);

  return TRUE;
}

/* What came and went on the days of @list; all of it is of those days. */
static void
add_moves (GArray       *list,
           TendDate      from,
           TendStockSum *sum)
{
  gint64 *const sums[] = {
    [MOVE_RECEIVED] = &sum->received, [MOVE_RETURNED] = &sum->returned,
    [MOVE_DESTROYED] = &sum->destroyed, [MOVE_DOSE] = &sum->given,
  };

  for (guint i = 0; i < list->len; i++)
    {
      const Move *move = &g_array_index (list, Move, i);

      if (move->sign != 0)
        *sums[move->kind] += move->quantity;
      /* Later ones are as good as a count. */
      else if (move->kind == MOVE_BROUGHT_FORWARD && (i == 0 || tend_time_date (move->at) == from))
        sum->brought_forward = move->quantity;
    }
}

gboolean
tend_stock_sum (TendVault     *vault,
                TendMedicine  *medicine,
                TendDate       from,
                TendDate       to,
                TendStockSum  *sum,
                GError       **error)
{
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Move));
  TendInstant start = tend_time_resolve (from, 0);
  TendStock before, after;

  *sum = (TendStockSum) { 0 };
  if (!tend_stock_load (vault, medicine, from - 1, &before, error) ||
      !tend_stock_load (vault, medicine, to, &after, error) ||
      !add_records (vault, tend_record_get_id (medicine->record), to, list, error) ||
      !add_doses (vault, medicine, start, tend_time_resolve (to + 1, 0) - 1, list, error))
    return FALSE;

  for (guint i = list->len; i-- > 0;)
    if (g_array_index (list, Move, i).at < start)
      g_array_remove_index (list, i);
  g_array_sort (list, compare_moves);
  sum->brought_forward = before.known ? before.left : 0;
  add_moves (list, from, sum);
  sum->put_right = after.expected - (sum->brought_forward + sum->received - sum->given -
                                     sum->returned - sum->destroyed);

  return TRUE;
}

gboolean
tend_stock_write (TendVault   *vault,
                  TendRecord  *record,
                  GError     **error)
{
  g_return_val_if_fail (tend_record_get_kind (record) == &tend_stock_kind, FALSE);

  if (!tend_record_is_set (record, "initials"))
    {
      g_autofree char *initials = tend_mar_own_initials (vault);

      tend_record_set_text (record, "initials", initials);
    }

  return tend_record_save (vault, record, NULL, error);
}
