/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scheme-return.h"

#include "tend-return.h"

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
is_of_scheme (TendRecord *record,
              const char *scheme)
{
  return strcmp (tend_record_get_text (record, "scheme"), scheme) == 0;
}

static gboolean
is_earlier (TendRecord *record,
            TendDate    on)
{
  TendQuarter quarter = tend_quarter_parse (tend_record_get_text (record, "quarter"));

  return quarter != TEND_QUARTER_NONE && tend_quarter_start (quarter) <= on;
}

gboolean
tend_scheme_return_joined (GPtrArray  *credentials,
                           GPtrArray  *returns,
                           const char *scheme,
                           TendDate    on)
{
  TendDate joined = TEND_DATE_NONE;
  gboolean later = FALSE;

  for (guint i = 0; i < returns->len; i++)
    if (is_of_scheme (returns->pdata[i], scheme))
      {
        if (is_earlier (returns->pdata[i], on))
          return TRUE;
        later = TRUE;
      }

  for (guint i = 0; i < credentials->len; i++)
    {
      TendDate issued = tend_record_get_int (credentials->pdata[i], "issued_on");

      if (tells_of_joining (credentials->pdata[i], scheme) &&
          (joined == TEND_DATE_NONE || issued < joined))
        joined = issued;
    }

  return joined == TEND_DATE_NONE ? !later : joined <= on;
}

gboolean
tend_scheme_return_was_sent (const TendScheme *self,
                             GPtrArray        *returns,
                             TendQuarter       quarter,
                             TendDate          on)
{
  g_autofree char *name = tend_quarter_format (quarter);

  for (guint i = 0; i < returns->len; i++)
    {
      TendRecord *record = returns->pdata[i];

      if (is_of_scheme (record, tend_scheme_get_id (self)) &&
          tend_record_is_set (record, "sent_on") &&
          tend_record_get_int (record, "sent_on") <= on &&
          strcmp (tend_record_get_text (record, "quarter"), name) == 0)
        return TRUE;
    }

  return FALSE;
}

GArray *
tend_scheme_returns_owed (const TendScheme  *self,
                          TendVault         *vault,
                          TendRecord        *provider,
                          GPtrArray         *credentials,
                          GPtrArray         *returns,
                          TendDate           on,
                          GError           **error)
{
  g_autoptr(GArray) owed = g_array_new (FALSE, FALSE, sizeof (TendQuarter));
  const char *scheme = tend_scheme_get_id (self);
  TendQuarter now = tend_quarter_of (on);

  for (TendQuarter quarter = now - TEND_SCHEME_RETURN_QUARTERS; quarter <= now; quarter++)
    {
      TendDate end =
        tend_quarter_end (quarter, tend_scheme_return_last_day (self, provider, quarter));
      gboolean has_work = FALSE;

      if (end >= on || tend_scheme_return_was_sent (self, returns, quarter, on) ||
          !tend_scheme_return_joined (credentials, returns, scheme, end))
        continue;
      if (!tend_return_has_work (vault, tend_quarter_start (quarter), end, &has_work, error))
        return NULL;
      if (has_work)
        g_array_append_val (owed, quarter);
    }

  return g_steal_pointer (&owed);
}
