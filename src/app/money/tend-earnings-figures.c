/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-earnings-figures.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const struct
{
  TendEarningsBy  by;
  const char     *heading; /* N_(): of the column */
  const char     *money;   /* N_(): of the chart */
  const char     *hours;
} words[] = {
  { TEND_EARNINGS_WEEK, N_("Week"), N_("Money by week"), N_("Hours by week") },
  { TEND_EARNINGS_MONTH, N_("Month"), N_("Money by month"), N_("Hours by month") },
  { TEND_EARNINGS_CLIENT, N_("Client"), N_("Work done, by client"), N_("Hours by client") },
  { TEND_EARNINGS_SERVICE, N_("Service"), N_("Work done, by service"), N_("Hours by service") },
  { TEND_EARNINGS_KIND, N_("Kind of service"), N_("Work done, by kind of service"),
    N_("Hours by kind of service") },
  { TEND_EARNINGS_FUNDING, N_("Who pays"), N_("Work done, by who pays"), N_("Hours by who pays") },
};

static void
clear (gpointer data)
{
  TendEarningsFigures *self = data;

  for (gsize i = 0; self->values != NULL && i < self->n_columns; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free (self->totals);
  g_free (self->title);
  g_free (self->heading);
  g_strfreev (self->keys);
  g_strfreev (self->names);
  g_strfreev (self->columns);
}

TendEarningsFigures *
tend_earnings_figures_ref (TendEarningsFigures *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tend_earnings_figures_unref (TendEarningsFigures *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
is_in_time (TendEarningsBy by)
{
  return by == TEND_EARNINGS_WEEK || by == TEND_EARNINGS_MONTH;
}

/* The first day of the week or month with this key. */
static TendDate
first_day (TendEarningsBy  by,
           const char     *key)
{
  g_autofree char *first = NULL;

  if (by == TEND_EARNINGS_WEEK)
    return tend_date_parse_week (key);

  first = g_strconcat (key, "-01", NULL);
  return tend_date_parse_iso (first);
}

/* "23 Nov", "Nov", and "Jan 2026" where the months begin and in January. */
static char *
short_key (const TendEarningsRow *row,
           TendEarningsBy         by,
           gboolean               is_first)
{
  g_autofree char *month_name = NULL;
  int year, month, day;

  if (!is_in_time (by))
    return g_strdup (row->label);

  tend_date_get (first_day (by, row->key), &year, &month, &day);
  month_name = g_utf8_substring (tend_month_name (month), 0, 3);

  if (by == TEND_EARNINGS_WEEK)
    return g_strdup_printf ("%d %s", day, month_name);

  return is_first || month == 1 ? g_strdup_printf ("%s %d", month_name, year)
                                : g_steal_pointer (&month_name);
}

static char *
full_name (const TendEarningsRow *row,
           TendEarningsBy         by)
{
  g_autofree char *monday = NULL;

  if (by != TEND_EARNINGS_WEEK)
    return g_strdup (row->label);

  monday = tend_date_format (first_day (by, row->key), TEND_DATE_SHORT);
  /* Translators: %s is the Monday, "18 Aug 2025" */
  return g_strdup_printf (_("Week of %s"), monday);
}

static TendEarningsFigures *
figures_new (TendEarnings     *earnings,
             TendEarningsBy    by,
             TendEarningsShow  show)
{
  TendEarningsFigures *self = g_atomic_rc_box_new0 (TendEarningsFigures);

  self->by = by;
  self->unit = show == TEND_SHOW_MONEY ? TEND_CHART_PENCE : TEND_CHART_MINUTES;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].by == by)
      {
        self->heading = g_strdup (_(words[i].heading));
        self->title = g_strdup (show == TEND_SHOW_MONEY ? _(words[i].money) : _(words[i].hours));
      }

  self->n_rows = earnings->rows->len;
  self->keys = g_new0 (char *, self->n_rows + 1);
  self->names = g_new0 (char *, self->n_rows + 1);
  for (gsize i = 0; i < self->n_rows; i++)
    {
      self->keys[i] = short_key (earnings->rows->pdata[i], by, i == 0);
      self->names[i] = full_name (earnings->rows->pdata[i], by);
    }

  return self;
}

static void
set_columns (TendEarningsFigures *self,
             gsize                n_columns)
{
  self->n_columns = n_columns;
  self->columns = g_new0 (char *, n_columns + 1);
  self->totals = g_new0 (gint64, n_columns + 1);
  self->values = g_new0 (gint64 *, n_columns + 1);
  for (gsize i = 0; i < n_columns; i++)
    self->values[i] = g_new0 (gint64, self->n_rows + 1);
}

static void
add_totals (TendEarningsFigures *self)
{
  for (gsize column = 0; column < self->n_columns; column++)
    for (gsize row = 0; row < self->n_rows; row++)
      self->totals[column] += self->values[column][row];
}

static void
fill_money (TendEarningsFigures *self,
            TendEarnings        *earnings)
{
  set_columns (self, 3);
  self->columns[0] = g_strdup (_("Worked"));
  self->columns[1] = g_strdup (_("Invoiced"));
  self->columns[2] = g_strdup (_("Received"));
  self->kind = is_in_time (self->by) ? TEND_CHART_COLUMNS : TEND_CHART_BARS;
  self->n_series = self->kind == TEND_CHART_COLUMNS ? 3 : 1;

  for (gsize i = 0; i < self->n_rows; i++)
    {
      const TendEarningsRow *row = earnings->rows->pdata[i];

      self->values[0][i] = row->worked_pence;
      self->values[1][i] = row->invoiced_pence;
      self->values[2][i] = row->received_pence;
    }
}

static void
fill_hours (TendEarningsFigures *self,
            TendEarnings        *earnings)
{
  set_columns (self, 1);
  self->columns[0] = g_strdup (_("Hours"));
  self->kind = TEND_CHART_BARS;
  self->n_series = 1;

  for (gsize i = 0; i < self->n_rows; i++)
    self->values[0][i] = ((TendEarningsRow *) earnings->rows->pdata[i])->minutes;
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  const TendEarningsRow *first = *(TendEarningsRow * const *) a;
  const TendEarningsRow *second = *(TendEarningsRow * const *) b;

  if (first->minutes != second->minutes)
    return first->minutes > second->minutes ? -1 : 1;

  return g_strcmp0 (first->key, second->key);
}

/* The column of a kind of service in @kinds, or -1. */
static int
find_kind (GPtrArray  *kinds,
           const char *kind)
{
  for (guint i = 0; i < kinds->len; i++)
    if (g_str_equal (kinds->pdata[i], kind))
      return i;

  return -1;
}

/* The kinds worked in the period, most hours first, as columns; then their sum. */
static void
set_kind_columns (TendEarningsFigures *self,
                  TendEarnings        *by_kind,
                  GPtrArray           *kinds)
{
  gsize n = 0;

  g_ptr_array_sort (by_kind->rows, compare_minutes);
  for (guint i = 0; i < by_kind->rows->len; i++)
    if (((TendEarningsRow *) by_kind->rows->pdata[i])->minutes > 0)
      n++;

  set_columns (self, n > 1 ? n + 1 : 1);
  self->n_series = MAX (n, 1);
  self->kind = TEND_CHART_STACKED;
  for (gsize i = 0; i < n; i++)
    {
      const TendEarningsRow *row = by_kind->rows->pdata[i];

      g_ptr_array_add (kinds, g_strdup (row->key));
      self->columns[i] = g_strdup (row->label);
    }
  if (n == 0)
    self->columns[0] = g_strdup (_("Hours"));
  else if (n > 1)
    self->columns[n] = g_strdup (_("All hours"));
}

/* Each week or month is asked for on its own, by kind of service. */
static gboolean
fill_hours_by_kind (TendEarningsFigures  *self,
                    TendVault            *vault,
                    TendEarnings         *earnings,
                    TendDate              from,
                    TendDate              to,
                    GError              **error)
{
  g_autoptr(TendEarnings) whole = tend_earnings_load (vault, from, to, TEND_EARNINGS_KIND, error);
  g_autoptr(GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);

  if (whole == NULL)
    return FALSE;

  set_kind_columns (self, whole, kinds);
  for (gsize i = 0; i < self->n_rows; i++)
    {
      const TendEarningsRow *row = earnings->rows->pdata[i];
      TendDate first = first_day (self->by, row->key);
      TendDate last = self->by == TEND_EARNINGS_WEEK ? first + 6
                                                     : tend_date_add_months (first, 1) - 1;
      g_autoptr(TendEarnings) part = NULL;

      if (row->minutes == 0)
        continue;

      part = tend_earnings_load (vault, MAX (first, from), MIN (last, to), TEND_EARNINGS_KIND,
                                 error);
      if (part == NULL)
        return FALSE;

      for (guint k = 0; k < part->rows->len; k++)
        {
          const TendEarningsRow *share = part->rows->pdata[k];
          int column = find_kind (kinds, share->key);

          if (column >= 0)
            self->values[column][i] += share->minutes;
        }
      if (self->n_columns > self->n_series)
        self->values[self->n_columns - 1][i] = part->total.minutes;
    }

  return TRUE;
}

TendEarningsFigures *
tend_earnings_figures_load (TendVault         *vault,
                            TendDate           from,
                            TendDate           to,
                            TendEarningsBy     by,
                            TendEarningsShow   show,
                            GError           **error)
{
  g_autoptr(TendEarnings) earnings = tend_earnings_load (vault, from, to, by, error);
  g_autoptr(TendEarningsFigures) self = NULL;

  if (earnings == NULL)
    return NULL;

  if (show == TEND_SHOW_HOURS && !is_in_time (by))
    g_ptr_array_sort (earnings->rows, compare_minutes);

  self = figures_new (earnings, by, show);
  if (show == TEND_SHOW_MONEY)
    fill_money (self, earnings);
  else if (!is_in_time (by))
    fill_hours (self, earnings);
  else if (!fill_hours_by_kind (self, vault, earnings, from, to, error))
    return NULL;

  add_totals (self);
  return g_steal_pointer (&self);
}

TendChart
tend_earnings_figures_chart (const TendEarningsFigures *self,
                             TendChartSeries           *series)
{
  for (gsize i = 0; i < self->n_series; i++)
    series[i] = (TendChartSeries) { self->columns[i], self->values[i] };

  return (TendChart) {
    .kind = self->kind,
    .unit = self->unit,
    .keys = (const char *const *) self->keys,
    .n_keys = self->n_rows,
    .series = series,
    .n_series = self->n_series,
  };
}

char *
tend_earnings_figures_text (const TendEarningsFigures *self,
                            gint64                     value)
{
  return tend_chart_format (value, self->unit);
}

gboolean
tend_earnings_figures_empty (const TendEarningsFigures *self)
{
  for (gsize column = 0; column < self->n_columns; column++)
    for (gsize row = 0; row < self->n_rows; row++)
      if (self->values[column][row] != 0)
        return FALSE;

  return TRUE;
}
