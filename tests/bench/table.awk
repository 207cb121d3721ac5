# SPDX-License-Identifier: GPL-3.0-or-later
#
# The table: what was measured, its limit, the one divided by the other, and whether it
# was kept.  Reads a line for each row: what, how much, the limit or "-", its unit.

# Blanks to fill a column; letters of more bytes than one are counted as one.
function fill (text, width)
{
  gsub (/[\200-\277]/, "", text)
  return text ~ /./ && length (text) < width ? sprintf ("%" (width - length (text)) "s", "") : ""
}

BEGIN {
  printf "%-54s%12s%11s%8s\n", "What", "Measured", "Limit", "Ratio"
}

{
  measured = $2 " " $4
  limit = ratio = verdict = ""
  if ($3 != "-")
    {
      limit = $3 " " $4
      ratio = sprintf ("%.2f", $2 / $3)
      verdict = $2 + 0 <= $3 + 0 ? "ok" : "MISSED"
    }
  line = sprintf ("%s%s%s%s%s%s%8s  %s", $1, fill($1, 54), fill(measured, 12), measured,
                  fill(limit, 11), limit, ratio, verdict)
  sub (/ +$/, "", line)
  print line
}
