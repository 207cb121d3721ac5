/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-signed.h"

#include "tend-attachments.h"
#include "tend-clients.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The agreement that a contract must be of. */
typedef struct
{
  TendRecord *agreement;  /* NULL: nothing is agreed, and any contract counts */
  TendDate    since;      /* a contract kept elsewhere is of this day; NONE: of any */
} Agreed;

static gboolean
is_before (TendRecord *first,
           TendRecord *second)
{
  gint64 days = tend_record_get_int (second, "starts_on") -
                tend_record_get_int (first, "starts_on");

  return days > 0 || (days == 0 && tend_record_get_int (first, "version") <
                                   tend_record_get_int (second, "version"));
}

static gboolean
load_agreed (Agreed       *agreed,
             TendVault    *vault,
             const char   *client,
             TendDate      today,
             GError      **error)
{
  g_autoptr(GPtrArray) all = tend_client_records (vault, &tend_agreement_kind, client, error);
  g_autoptr(GError) failure = NULL;

  *agreed = (Agreed) { .since = TEND_DATE_NONE };
  if (all == NULL)
    return FALSE;

  agreed->agreement = tend_client_agreement_or_next (vault, client, today, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; agreed->agreement != NULL && i < all->len; i++)
    if (is_before (all->pdata[i], agreed->agreement))
      agreed->since = tend_record_get_int (agreed->agreement,
                                           tend_record_is_set (agreed->agreement, "signed_on")
                                           ? "signed_on" : "starts_on");

  return TRUE;
}

TendDate
tend_signed_copy_day (TendRecord *document)
{
  return tend_record_get_int (document, tend_record_is_set (document, "dated_on")
                                        ? "dated_on" : "added_on");
}

static gboolean
is_contract_of (TendRecord   *document,
                const Agreed *agreed)
{
  if (agreed->agreement == NULL)
    return TRUE;
  if (strcmp (tend_record_get_text (document, "subject_kind"), "agreement") == 0)
    return strcmp (tend_record_get_text (document, "subject"),
                   tend_record_get_id (agreed->agreement)) == 0;

  return agreed->since == TEND_DATE_NONE ||
         tend_signed_copy_day (document) >= agreed->since;
}

/* (nullable): the newest of @documents, which come in that order. */
static TendRecord *
find_copy (GPtrArray        *documents,
           const TendChoice *paper,
           const Agreed     *agreed)
{
  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (tend_record_get_text (documents->pdata[i], "paper"), paper->value) == 0 &&
        (strcmp (paper->value, "contract") != 0 || is_contract_of (documents->pdata[i], agreed)))
      return documents->pdata[i];

  return NULL;
}

static void
unref_copy (gpointer copy)
{
  g_clear_object ((TendRecord **) &copy);
}

GPtrArray *
tend_pack_signed (TendVault   *vault,
                  const char  *client,
                  TendDate     today,
                  GError     **error)
{
  const TendChoice *papers = tend_kind_field (&tend_attachment_kind, "paper")->choices;
  g_autoptr(GPtrArray) documents = tend_attachments_about (vault, client, error);
  GPtrArray *copies;
  Agreed agreed;

  if (documents == NULL || !load_agreed (&agreed, vault, client, today, error))
    return NULL;

  copies = g_ptr_array_new_with_free_func (unref_copy);
  for (guint i = 0; i < TEND_PACK_PAPERS; i++)
    {
      TendRecord *copy = find_copy (documents, &papers[i], &agreed);

      g_ptr_array_add (copies, copy != NULL ? g_object_ref (copy) : NULL);
    }
  g_clear_object (&agreed.agreement);

  return copies;
}

GPtrArray *
tend_pack_unsigned (TendVault   *vault,
                    const char  *client,
                    TendDate     today,
                    GError     **error)
{
  const TendChoice *papers = tend_kind_field (&tend_attachment_kind, "paper")->choices;
  g_autoptr(GPtrArray) copies = tend_pack_signed (vault, client, today, error);
  GPtrArray *missing;

  if (copies == NULL)
    return NULL;

  missing = g_ptr_array_new ();
  for (guint i = 0; i < TEND_PACK_PAPERS; i++)
    if (copies->pdata[i] == NULL)
      g_ptr_array_add (missing, (gpointer) &papers[i]);

  return missing;
}

/* As one writes them: in words up to ten. */
static char *
number_text (guint number)
{
  static const char *const words[] = {
    N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"),
    N_("eight"), N_("nine"), N_("ten"),
  };

  return number > 0 && number <= G_N_ELEMENTS (words) ? g_strdup (_(words[number - 1]))
                                                      : g_strdup_printf ("%u", number);
}

char *
tend_pack_unsigned_text (guint n_unsigned)
{
  g_autofree char *number = number_text (n_unsigned);
  g_autofree char *all = number_text (TEND_PACK_PAPERS);

  /* Translators: of the papers to sign, "two of seven" have not come back */
  return n_unsigned > 0 ? g_strdup_printf (_("Unsigned: %s of %s"), number, all) : NULL;
}
