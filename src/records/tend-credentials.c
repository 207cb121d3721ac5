/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-credentials.h"

#include "tend-figures-private.h"

#include <stdlib.h>
#include <string.h>

static gboolean
has_word (const char *text,
          GKeyFile   *file,
          const char *group,
          const char *key)
{
  g_auto(GStrv) words = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* A word alone does not say which training: with children in a title it is not of adults
 * alone, unless adults are named as well. */
static gboolean
title_speaks_of (const char *title,
                 GKeyFile   *file,
                 const char *subject)
{
  g_autofree char *text = g_utf8_casefold (title, -1);

  return has_word (text, file, subject, "words") &&
         (!has_word (text, file, subject, "not") || has_word (text, file, subject, "yet"));
}

static gboolean
covers (TendRecord *credential,
        GKeyFile   *file,
        const char *subject)
{
  const char *title = tend_record_get_text (credential, "title");
  g_auto(GStrv) ticked = tend_record_get_list (credential, "covers");

  if (ticked[0] != NULL)
    return g_strv_contains ((const char *const *) ticked, subject);

  return title != NULL && title_speaks_of (title, file, subject);
}

gboolean
tend_credential_covers (TendRecord *credential,
                        const char *subject)
{
  g_autoptr(GKeyFile) file = tend_figures_load ("training.ini");

  return covers (credential, file, subject);
}

/* (nullable): what follows a word for it in a title. */
static const char *
find_level (const char *text)
{
  g_autoptr(GKeyFile) file = tend_figures_load ("papers.ini");
  g_auto(GStrv) words = g_key_file_get_string_list (file, "level", "words", NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = strstr (text, words[i]);

      if (at != NULL)
        return at;
    }

  return NULL;
}

int
tend_credential_level (TendRecord *credential)
{
  const char *level = tend_record_get_text (credential, "level");
  const char *title = tend_record_get_text (credential, "title");
  g_autofree char *text = g_utf8_casefold (level != NULL ? level : title != NULL ? title : "", -1);
  const char *digits = level != NULL ? text : find_level (text);

  return digits != NULL ? atoi (digits + strcspn (digits, "0123456789")) : 0;
}

gboolean
tend_credential_is_enhanced (TendRecord *dbs)
{
  g_autoptr(GKeyFile) file = tend_figures_load ("papers.ini");
  const char *level = tend_record_get_text (dbs, "level");
  const char *title = tend_record_get_text (dbs, "title");
  g_autofree char *text = g_utf8_casefold (level != NULL ? level : title != NULL ? title : "", -1);

  return has_word (text, file, "enhanced", "words");
}

gboolean
tend_credential_is_registered (TendRecord *cqc)
{
  g_autoptr(GKeyFile) file = tend_figures_load ("papers.ini");
  g_auto(GStrv) words = g_key_file_get_string_list (file, "registered", "words", NULL, NULL);
  const char *level = tend_record_get_text (cqc, "level");
  g_autofree char *text = g_utf8_casefold (level != NULL ? level : "", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;

  return FALSE;
}

/* Years that a course is good for; the shortest of what it taught, 0 for ever. */
static int
years_of_training (TendRecord *credential)
{
  g_autoptr(GKeyFile) file = tend_figures_load ("training.ini");
  g_auto(GStrv) subjects = g_key_file_get_groups (file, NULL);
  int shortest = 0;

  for (guint i = 0; subjects[i] != NULL; i++)
    {
      int years = g_key_file_get_integer (file, subjects[i], "years", NULL);

      if (years > 0 && (shortest == 0 || years < shortest) &&
          covers (credential, file, subjects[i]))
        shortest = years;
    }

  return shortest;
}

gboolean
tend_credential_is_insurance (TendRecord *credential)
{
  const char *kind = tend_record_get_text (credential, "kind");

  return g_strcmp0 (kind, "public_liability") == 0 ||
         g_strcmp0 (kind, "professional_indemnity") == 0;
}

TendDate
tend_credential_last_day (TendRecord *credential)
{
  static const char *const yearly[] = { "public_liability", "employers_liability",
                                        "professional_indemnity", "motor_insurance", "mot", "ico",
                                        NULL };
  const char *kind = tend_record_get_text (credential, "kind");
  TendDate issued = tend_record_get_int (credential, "issued_on");

  if (tend_record_is_set (credential, "expires_on"))
    return tend_record_get_int (credential, "expires_on");
  if (issued == TEND_DATE_NONE || kind == NULL)
    return TEND_DATE_NONE;
  if (g_strv_contains (yearly, kind))
    return tend_date_add_years (issued, 1) - 1;

  if (strcmp (kind, "training") == 0)
    {
      int years = years_of_training (credential);

      return years > 0 ? tend_date_add_years (issued, years) : TEND_DATE_NONE;
    }

  return TEND_DATE_NONE;
}

gboolean
tend_credential_is_current (TendRecord *credential,
                            TendDate    on)
{
  TendDate last = tend_credential_last_day (credential);

  return tend_record_get_int (credential, "issued_on") <= on &&
         (last == TEND_DATE_NONE || last >= on);
}

/* One after another */

/* Days that can be compared: what never ends comes last. */
static TendDate
end_of (TendRecord *credential)
{
  TendDate last = tend_credential_last_day (credential);

  return last == TEND_DATE_NONE ? G_MAXINT : last;
}

static TendDate
start_of (TendRecord *credential)
{
  return tend_record_get_int (credential, "issued_on");
}

static gboolean
is_same (TendRecord *first,
         TendRecord *second,
         const char *field)
{
  return g_strcmp0 (tend_record_get_text (first, field),
                    tend_record_get_text (second, field)) == 0;
}

static gboolean
covers_as_much (TendRecord *other,
                TendRecord *credential)
{
  g_auto(GStrv) old = tend_record_get_list (credential, "covers");
  g_auto(GStrv) new = tend_record_get_list (other, "covers");

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) new, old[i]))
      return FALSE;

  return TRUE;
}

/* Whether two are about the same thing.  Of some papers a carer has one, whatever it is called
 * and whoever issued it; courses are told apart by what they taught, the rest by their names. */
static gboolean
is_same_paper (TendRecord *other,
               TendRecord *credential)
{
  static const char *const single[] = { "dbs", "public_liability", "employers_liability",
                                        "professional_indemnity", "driving_licence", "ico",
                                        "care_certificate", "self_employment", "standards",
                                        "conduct", "declaration", "cqc", NULL };
  const char *kind = tend_record_get_text (credential, "kind");

  if (kind == NULL || !is_same (other, credential, "kind") ||
      !is_same (other, credential, "member") || !is_same (other, credential, "scheme"))
    return FALSE;
  if (g_strv_contains (single, kind))
    return TRUE;

  return covers_as_much (other, credential) &&
         tend_credential_level (other) >= tend_credential_level (credential) &&
         (is_same (other, credential, "title") ||
          (strcmp (kind, "training") == 0 && tend_record_is_set (credential, "covers")));
}

static gboolean
says_it_replaces (TendRecord *other,
                  TendRecord *credential)
{
  return g_strcmp0 (tend_record_get_text (other, "replaces"),
                    tend_record_get_id (credential)) == 0;
}

/* A later one of the same. */
static gboolean
is_next (TendRecord *other,
         TendRecord *credential)
{
  return other != credential &&
         (says_it_replaces (other, credential) ||
          (start_of (other) > start_of (credential) && is_same_paper (other, credential)));
}

static gboolean
is_as_good (TendRecord *other,
            TendRecord *credential)
{
  return end_of (other) >= end_of (credential) && covers_as_much (other, credential) &&
         tend_record_get_int (other, "cover_pence") >=
         tend_record_get_int (credential, "cover_pence");
}

gboolean
tend_credential_is_renewed (TendRecord *credential,
                            GPtrArray  *all,
                            TendDate    on)
{
  for (guint i = 0; i < all->len; i++)
    {
      TendRecord *other = all->pdata[i];

      if (is_next (other, credential) && start_of (other) <= on &&
          (says_it_replaces (other, credential) || end_of (credential) < on ||
           is_as_good (other, credential)))
        return TRUE;
    }

  return FALSE;
}

/* From @last into whatever of @fit begins by the day after. */
static TendDate
follow (GPtrArray *fit,
        TendDate   last)
{
  gboolean longer = TRUE;

  while (longer && last != G_MAXINT)
    {
      longer = FALSE;
      for (guint i = 0; i < fit->len; i++)
        if (end_of (fit->pdata[i]) > last && start_of (fit->pdata[i]) <= last + 1)
          {
            last = end_of (fit->pdata[i]);
            longer = TRUE;
          }
    }

  return last;
}

TendRecord *
tend_credentials_in_force (GPtrArray *fit,
                           TendDate   on,
                           TendDate  *last_day)
{
  TendRecord *found = NULL;
  TendDate last;

  for (guint i = 0; i < fit->len; i++)
    if (start_of (fit->pdata[i]) <= on &&
        (found == NULL || end_of (fit->pdata[i]) >= end_of (found)))
      found = fit->pdata[i];

  last = found != NULL ? end_of (found) : TEND_DATE_NONE;
  if (found != NULL && last >= on)
    last = follow (fit, last);
  *last_day = last == G_MAXINT ? TEND_DATE_NONE : last;
  return found;
}

TendDate
tend_credential_good_until (TendRecord *credential,
                            GPtrArray  *all,
                            TendDate    on)
{
  g_autoptr(GPtrArray) next = g_ptr_array_new ();
  TendDate last = end_of (credential);

  for (guint i = 0; last >= on && i < all->len; i++)
    if (is_next (all->pdata[i], credential))
      g_ptr_array_add (next, all->pdata[i]);

  last = follow (next, last);
  return last == G_MAXINT ? TEND_DATE_NONE : last;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  TendDate first = start_of (*(TendRecord **) a);
  TendDate second = start_of (*(TendRecord **) b);

  return (first > second) - (first < second);
}

GArray *
tend_credentials_gaps (GPtrArray *fit)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (TendCredentialGap));
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  TendDate until = TEND_DATE_NONE;

  for (guint i = 0; i < fit->len; i++)
    if (start_of (fit->pdata[i]) != TEND_DATE_NONE)
      g_ptr_array_add (sorted, fit->pdata[i]);
  g_ptr_array_sort (sorted, compare_starts);

  for (guint i = 0; i < sorted->len && until != G_MAXINT; i++)
    {
      TendCredentialGap gap = { .next = sorted->pdata[i], .from = until + 1,
                                .to = start_of (sorted->pdata[i]) - 1 };

      if (i > 0 && gap.to >= gap.from)
        g_array_append_val (gaps, gap);
      until = MAX (until, end_of (sorted->pdata[i]));
    }

  return gaps;
}
