/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of the business: who works in it, and where it is. */

#include "tend-check-private.h"

#include "tend-kinds.h"
#include "tend-quantity.h"
#include "tend-team.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ST01, WO01, CA01, FL04 (scenario S22): fewer than the limit, or with `inclusive` no more;
 * and no fewer than `least`.  Whoever employs is not one of the `employees`. */
static void
check_team (TendChecking   *self,
            const TendRule *rule)
{
  g_autofree char *count = tend_rule_get_text (rule, "count");
  gint64 limit = tend_checking_figure (self, rule, "figure");
  gint64 least = tend_checking_figure (self, rule, "least");
  TendTeamSize size = tend_team_measure (tend_checking_records (self, &tend_team_member_kind),
                                         self->provider, self->on);
  gboolean in_minutes = strcmp (count, "minutes") == 0;
  gint64 unit = in_minutes ? 1 : TEND_QUANTITY_UNIT;
  /* Heads in thousandths as well, so that one comparison serves. */
  gint64 n = strcmp (count, "heads") == 0 ? size.heads * TEND_QUANTITY_UNIT
             : strcmp (count, "employees") == 0 ? (size.heads - 1) * TEND_QUANTITY_UNIT
             : in_minutes ? size.minutes : size.shares;
  gint64 most = limit * unit - (tend_rule_get_flag (rule, "inclusive") ? 0 : 1);
  g_autofree char *n_text = tend_quantity_format (in_minutes ? n * TEND_QUANTITY_UNIT / 60 : n);
  g_autofree char *limit_text =
    tend_quantity_format (in_minutes ? limit * TEND_QUANTITY_UNIT / 60 : limit * unit);

  if (limit < 0)
    return;

  if (n > most)
    tend_checking_find (self, rule, "beyond", self->provider, "n", n_text, "limit", limit_text,
                        NULL);
  else if (n < least * unit)
    tend_checking_find (self, rule, "below", self->provider, "n", n_text, "limit", limit_text,
                        NULL);
  else if (strcmp (count, "heads") == 0 && n + unit > most)
    tend_checking_find (self, rule, "near", self->provider, "n", n_text, "limit", limit_text, NULL);
}

/* The office is in the county (CA02). */
static void
check_office (TendChecking   *self,
              const TendRule *rule)
{
  const char *postcode = tend_record_get_text (self->provider, "postcode");

  if (!tend_scheme_has_postcode (self->scheme, postcode))
    tend_checking_find (self, rule, "outside", self->provider, "postcode", postcode, NULL);
}

/* Proof of self-employment (ST30). */
static void
check_utr (TendChecking   *self,
           const TendRule *rule)
{
  if (!tend_record_is_set (self->provider, "utr"))
    tend_checking_find (self, rule, "missing", self->provider, NULL);
}

/* When the network last heard when the carer is free (ST38). */
static void
check_profile (TendChecking   *self,
               const TendRule *rule)
{
  gint64 most = tend_checking_figure (self, rule, "figure");
  TendDate last = tend_record_get_int (self->provider, "profile_updated_on");
  g_autofree char *n = g_strdup_printf ("%d", self->on - last);

  if (last == TEND_DATE_NONE)
    tend_checking_find (self, rule, "never", self->provider, NULL);
  else if (self->on - last > most)
    tend_checking_find (self, rule, "found", self->provider, "n", n, NULL);
}

/* Notice to leave the list is given in time (CA30). */
static void
check_leaving (TendChecking   *self,
               const TendRule *rule)
{
  GPtrArray *credentials = tend_checking_records (self, &tend_credential_kind);
  gint64 figure = tend_checking_figure (self, rule, "figure");
  g_autofree char *months = g_strdup_printf ("%" G_GINT64_FORMAT, figure);

  for (guint i = 0; i < credentials->len; i++)
    {
      TendRecord *notice = credentials->pdata[i];
      TendDate given = tend_record_get_int (notice, "issued_on");
      TendDate by = tend_date_add_months (given, figure);
      g_autofree char *day = tend_date_format (by, TEND_DATE_LONG);

      if (strcmp (tend_record_get_text (notice, "kind"), "leaving") == 0 &&
          given != TEND_DATE_NONE && tend_record_is_set (notice, "expires_on") &&
          tend_record_get_int (notice, "expires_on") < by &&
          tend_record_get_int (notice, "expires_on") >= self->on)
        tend_checking_find (self, rule, "short", notice, "months", months, "by", day, NULL);
    }
}

/* What does not exist in Tend at all, and what another rule counts: nothing to look for. */
static void
check_nothing (TendChecking   *self,
               const TendRule *rule)
{
}

const TendCheckFunc tend_team_checks[] = {
  { "team", check_team }, { "office", check_office }, { "utr", check_utr },
  { "profile", check_profile }, { "leaving", check_leaving }, { "guard", check_nothing },
  { "counted_in_FL01", check_nothing }, { NULL }
};
