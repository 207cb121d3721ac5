# SPDX-License-Identifier: GPL-3.0-or-later
#
# The table's rows about starting: what, how much, the limit or "-", its unit.  Reads a
# line for each start: which window, the milliseconds until it was mapped and until it
# was at rest, and its memory in KB.

function median (name, column,    i, j, swap, values, n)
{
  n = count[name]
  for (i = 1; i <= n; i++)
    values[i] = runs[name, i, column] + 0
  for (i = 1; i <= n; i++)
    for (j = i + 1; j <= n; j++)
      if (values[j] < values[i])
        {
          swap = values[i]
          values[i] = values[j]
          values[j] = swap
        }
  return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
}

function row (what, digits, measured, limit, unit)
{
  printf "%s\t%." digits "f\t%s\t%s\n", what, measured, limit ? limit : "-", unit
}

{
  count[$1]++
  for (i = 2; i <= 4; i++)
    runs[$1, count[$1], i] = $i
}

END {
  row("First frame of Today, times the empty window’s", 2, median("tend", 2) / median("empty", 2),
      1.3, "×")
  row("  times one’s that is drawn with Cairo, too", 2, median("tend", 2) / median("cairo", 2),
      1.3, "×")
  row("  in milliseconds: Today’s", 0, median("tend", 2), 0, "ms")
  row("  the empty window’s", 0, median("empty", 2), 0, "ms")
  row("  the empty window’s with Cairo", 0, median("cairo", 2), 0, "ms")
  row("Today’s visits on view, and all at rest", 0, median("tend", 3), 0, "ms")
  row("Memory above the empty window’s", 1, (median("tend", 4) - median("empty", 4)) / 1024,
      60, "MB")
  row("  above one’s that is drawn with Cairo, too", 1,
      (median("tend", 4) - median("cairo", 4)) / 1024, 60, "MB")
  row("  all of Today’s", 1, median("tend", 4) / 1024, 0, "MB")
}
