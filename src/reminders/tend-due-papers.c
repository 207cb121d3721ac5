/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A new certificate can join the Update Service within so many days (domain.md, section 5). */
#define JOIN_DAYS 30

static char *
subject_of (TendRecord *record)
{
  return g_strconcat (tend_record_get_kind (record)->name, "/", tend_record_get_id (record), NULL);
}

/* The carer's own words for it, and whose it is. */
static char *
credential_title (TendDueQuery *query,
                  TendRecord   *credential,
                  gboolean      late)
{
  const TendField *field = tend_kind_field (&tend_credential_kind, "kind");
  const char *title = tend_record_get_text (credential, "title");
  const char *member = tend_record_get_text (credential, "member");
  g_autoptr(TendRecord) person =
    member != NULL ? tend_record_load (query->vault, &tend_team_member_kind, member, NULL) : NULL;
  g_autofree char *name = NULL;

  if (title == NULL)
    title = tend_field_choice_label (field, tend_record_get_text (credential, "kind"));
  name = person == NULL ? g_strdup (title)
                        : g_strdup_printf ("%s (%s)", title, tend_record_get_text (person, "name"));
  return g_strdup_printf (late ? _("%s has run out") : _("%s runs out"), name);
}

static void
add_credential (TendDueQuery *query,
                TendRecord   *credential)
{
  TendDate last = tend_record_get_int (credential, "expires_on");
  const char *kind = tend_record_get_text (credential, "kind");
  g_autofree char *day = NULL;
  TendDueItem *item;

  if (last == TEND_DATE_NONE)
    return;

  day = tend_date_format (last, TEND_DATE_LONG);
  item = _tend_due_add (query, kind, tend_record_get_text (credential, "scheme"),
                        subject_of (credential), NULL, last,
                        credential_title (query, credential, last < query->on),
                        g_strdup_printf (last < query->on ? _("The last good day was %s.")
                                                          : _("The last good day is %s."), day));
  item->own = !tend_record_is_set (credential, "member");
}

static void
add_update_service (TendDueQuery *query,
                    TendRecord   *credential)
{
  TendDate until = tend_record_get_int (credential, "update_service_until");
  TendDate issued = tend_record_get_int (credential, "issued_on");
  TendDueItem *item = NULL;

  if (g_strcmp0 (tend_record_get_text (credential, "kind"), "dbs") != 0)
    return;

  if (until != TEND_DATE_NONE)
    item = _tend_due_add (query, "update_service", NULL, subject_of (credential), NULL, until,
                          NULL, NULL);
  /* Once the days are over there is nothing left to do. */
  else if (issued != TEND_DATE_NONE && issued + JOIN_DAYS >= query->on)
    item = _tend_due_add (query, "update_service_join", NULL, subject_of (credential), NULL,
                          issued + JOIN_DAYS, NULL, NULL);

  if (item != NULL)
    item->own = !tend_record_is_set (credential, "member");
}

/* The standards a scheme publishes change without notice: a year after they were signed, or
 * last looked at (ST27). */
static void
add_standards (TendDueQuery *query,
               TendRecord   *credential)
{
  TendDate looked = MAX (tend_record_get_int (credential, "issued_on"),
                         tend_record_get_int (credential, "checked_on"));

  if (g_strcmp0 (tend_record_get_text (credential, "kind"), "standards") == 0 &&
      looked != TEND_DATE_NONE)
    _tend_due_add (query, "standards_check", tend_record_get_text (credential, "scheme"),
                   subject_of (credential), NULL, tend_date_add_years (looked, 1), NULL, NULL);
}

static gboolean
is_same (TendRecord *first,
         TendRecord *second,
         const char *field)
{
  return g_strcmp0 (tend_record_get_text (first, field),
                    tend_record_get_text (second, field)) == 0;
}

/* Of these there may be several at once, told apart by their titles. */
static gboolean
has_others (TendRecord *credential)
{
  static const char * const kinds[] = { "training", "reference", "other", NULL };

  return g_strv_contains (kinds, tend_record_get_text (credential, "kind"));
}

/* Whether @other renews @credential: it says so, or is the same for longer. */
static gboolean
renews (TendRecord *other,
        TendRecord *credential)
{
  if (g_strcmp0 (tend_record_get_text (other, "replaces"), tend_record_get_id (credential)) == 0)
    return TRUE;

  return is_same (other, credential, "kind") && is_same (other, credential, "member") &&
         is_same (other, credential, "scheme") &&
         (!has_others (credential) || is_same (other, credential, "title")) &&
         tend_record_is_set (credential, "expires_on") &&
         tend_record_get_int (other, "expires_on") > tend_record_get_int (credential, "expires_on");
}

static gboolean
add_credentials (TendDueQuery  *query,
                 GError       **error)
{
  g_autoptr(GPtrArray) credentials = tend_record_load_all (query->vault, &tend_credential_kind,
                                                           error);

  for (guint i = 0; credentials != NULL && i < credentials->len; i++)
    {
      TendRecord *credential = credentials->pdata[i];
      gboolean old = FALSE;

      for (guint j = 0; !old && j < credentials->len; j++)
        old = renews (credentials->pdata[j], credential);
      if (old)
        continue;

      add_credential (query, credential);
      add_update_service (query, credential);
      add_standards (query, credential);
    }

  return credentials != NULL;
}

/* Whether @first takes the place of @second: the later version of the same policy. */
static gboolean
is_later (TendRecord *first,
          TendRecord *second)
{
  gint64 starts = tend_record_get_int (first, "starts_on");
  gint64 other = tend_record_get_int (second, "starts_on");

  if (!is_same (first, second, "kind") || !is_same (first, second, "title"))
    return FALSE;

  return starts != other ? starts > other
                         : tend_record_get_int (first, "version") >
                           tend_record_get_int (second, "version");
}

static gboolean
add_policies (TendDueQuery  *query,
              GError       **error)
{
  g_autoptr(GPtrArray) policies = tend_record_load_all (query->vault, &tend_policy_kind, error);

  for (guint i = 0; policies != NULL && i < policies->len; i++)
    {
      TendRecord *policy = policies->pdata[i];
      const TendField *field = tend_kind_field (&tend_policy_kind, "kind");
      const char *title = tend_record_get_text (policy, "title");
      gboolean current = tend_record_is_set (policy, "review_on");

      for (guint j = 0; current && j < policies->len; j++)
        current = !is_later (policies->pdata[j], policy);
      if (!current)
        continue;

      if (title == NULL)
        title = tend_field_choice_label (field, tend_record_get_text (policy, "kind"));
      _tend_due_add (query, "policy", NULL, subject_of (policy), NULL,
                     tend_record_get_int (policy, "review_on"),
                     g_strdup_printf (_("Read through your policy: %s"), title), NULL);
    }

  return policies != NULL;
}

gboolean
_tend_due_add_papers (TendDueQuery  *query,
                      GError       **error)
{
  return add_credentials (query, error) && add_policies (query, error);
}
