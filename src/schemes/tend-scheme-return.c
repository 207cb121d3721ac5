/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scheme-return.h"

#include <string.h>

int
tend_scheme_return_last_day (const TendScheme *self,
                             TendRecord       *provider,
                             TendQuarter       quarter)
{
  const TendSchemeFigure *figure =
    tend_scheme_figure (self, "return_last_day", tend_quarter_end (quarter, 0));
  gboolean literal = g_strcmp0 (tend_record_get_text (provider, "quarter_ends"), "literal") == 0;

  return literal && figure != NULL ? (int) figure->value : 0;
}

/* A paper that names no scheme may be of another that asks for the like. */
static gboolean
tells_of_joining (TendRecord *credential,
                  const char *scheme)
{
  static const char *const kinds[] = { "standards", "conduct", "declaration", NULL };

  return g_strv_contains (kinds, tend_record_get_text (credential, "kind")) &&
         g_strcmp0 (tend_record_get_text (credential, "scheme"), scheme) == 0 &&
         tend_record_is_set (credential, "issued_on");
}

static gboolean
is_earlier (TendRecord *record,
            const char *scheme,
            TendDate    on)
{
  TendQuarter quarter = tend_quarter_parse (tend_record_get_text (record, "quarter"));

  return strcmp (tend_record_get_text (record, "scheme"), scheme) == 0 &&
         quarter != TEND_QUARTER_NONE && tend_quarter_start (quarter) <= on;
}

gboolean
tend_scheme_return_joined (GPtrArray  *credentials,
                           GPtrArray  *returns,
                           const char *scheme,
                           TendDate    on)
{
  TendDate joined = TEND_DATE_NONE;

  for (guint i = 0; i < returns->len; i++)
    if (is_earlier (returns->pdata[i], scheme, on))
      return TRUE;

  for (guint i = 0; i < credentials->len; i++)
    {
      TendDate issued = tend_record_get_int (credentials->pdata[i], "issued_on");

      if (tells_of_joining (credentials->pdata[i], scheme) &&
          (joined == TEND_DATE_NONE || issued < joined))
        joined = issued;
    }

  return joined == TEND_DATE_NONE || joined <= on;
}
