/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Round marks on an axis: numbers only.  tend-chart.c draws them. */

#include "tend-chart.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "tend-money.h"
#include "tend-text.h"

/* Steps of one round of ten in the unit people count in; minutes go by clock. */
static const gint64 tens[] = { 1, 2, 5, 10 };
static const gint64 clock_steps[] = { 15, 30, 60, 120, 180, 360, 720, 1440 };

static gint64
unit_size (TendChartUnit unit)
{
  switch (unit)
    {
    case TEND_CHART_PENCE:
      return 100;
    case TEND_CHART_TENTHS:
      return 10;
    case TEND_CHART_MINUTES:
    default:
      return 60;
    }
}

static gint64
floor_to (gint64 value,
          gint64 step)
{
  return value >= 0 ? value / step * step : -((-value + step - 1) / step) * step;
}

static gboolean
fits (gint64  lowest,
      gint64  highest,
      gint64  step,
      int     max_steps)
{
  return (-floor_to (-highest, step) - floor_to (lowest, step)) / step <= max_steps;
}

static gint64
find_step (gint64        lowest,
           gint64        highest,
           TendChartUnit unit,
           int           max_steps)
{
  gint64 power = unit_size (unit);

  if (unit == TEND_CHART_MINUTES)
    for (gsize i = 0; i < G_N_ELEMENTS (clock_steps); i++)
      if (fits (lowest, highest, clock_steps[i], max_steps))
        return clock_steps[i];
  for (;;)
    {
      for (gsize i = 0; i + 1 < G_N_ELEMENTS (tens); i++)
        if (fits (lowest, highest, tens[i] * power, max_steps))
          return tens[i] * power;
      g_assert (power < G_MAXINT64 / 100);
      power *= 10;
    }
}

TendAxis
tend_axis_new (gint64        lowest,
               gint64        highest,
               TendChartUnit unit,
               int           max_steps)
{
  TendAxis axis;

  lowest = CLAMP (lowest, -G_MAXINT64 / 1000, 0);
  highest = CLAMP (highest, 0, G_MAXINT64 / 1000);
  if (lowest == 0 && highest == 0)
    highest = unit_size (unit);

  axis.step = find_step (lowest, highest, unit, MAX (max_steps, 2));
  axis.lowest = floor_to (lowest, axis.step);
  axis.highest = -floor_to (-highest, axis.step);
  return axis;
}

char *
tend_axis_format (const TendAxis *axis,
                  gint64          value,
                  TendChartUnit   unit)
{
  g_autofree char *money = NULL;
  char *point;

  g_return_val_if_fail (axis != NULL, NULL);

  switch (unit)
    {
    case TEND_CHART_PENCE:
      money = tend_money_format (value);
      if (axis->step % 100 == 0 && (point = strrchr (money, '.')))
        *point = '\0';
      return g_steal_pointer (&money);
    case TEND_CHART_TENTHS:
      /* Translators: miles on the axis of a chart */
      return g_strdup_printf (_("%d mi"), (int) (value / 10));
    case TEND_CHART_MINUTES:
    default:
      if (axis->step % 60 != 0)
        return tend_text_minutes (value);
      /* Translators: hours on the axis of a chart */
      return g_strdup_printf (_("%d h"), (int) (value / 60));
    }
}

char *
tend_chart_format (gint64        value,
                   TendChartUnit unit)
{
  g_autofree char *miles = NULL;

  switch (unit)
    {
    case TEND_CHART_PENCE:
      return tend_money_format (value);
    case TEND_CHART_TENTHS:
      miles = tend_tenths_format (value);
      return g_strdup_printf (_("%s miles"), miles);
    case TEND_CHART_MINUTES:
    default:
      return tend_text_minutes (value);
    }
}
