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
