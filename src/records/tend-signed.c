/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-signed.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

/* The signed copies of one person.  There are few of them, and each asks one table. */
static char *
clause_of_client (void)
{
  GString *clause = g_string_new ("WHERE paper IS NOT NULL AND CASE subject_kind"
                                  " WHEN 'client' THEN subject = :client");

  for (const TendKind *const *kinds = tend_kinds (); *kinds != NULL; kinds++)
    if (tend_kind_field (*kinds, "client") != NULL)
      g_string_append_printf (clause, " WHEN '%s' THEN EXISTS (SELECT 1 FROM %s AS r"
                              " WHERE r.id = subject AND r.client = :client)",
                              (*kinds)->name, (*kinds)->table);
  g_string_append (clause, " END");

  return g_string_free (clause, FALSE);
}

static gboolean
is_among (GPtrArray        *copies,
          const TendChoice *paper)
{
  for (guint i = 0; i < copies->len; i++)
    if (g_str_equal (tend_record_get_text (copies->pdata[i], "paper"), paper->value))
      return TRUE;

  return FALSE;
}

GPtrArray *
tend_pack_unsigned (TendVault   *vault,
                    const char  *client,
                    GError     **error)
{
  const TendChoice *papers = tend_kind_field (&tend_attachment_kind, "paper")->choices;
  g_autofree char *clause = clause_of_client ();
  g_autoptr(GPtrArray) copies = tend_records_select (vault, &tend_attachment_kind, error, clause,
                                                     ":client", client, NULL);
  GPtrArray *missing;

  if (copies == NULL)
    return NULL;

  missing = g_ptr_array_new ();
  for (guint i = 0; i < TEND_PACK_PAPERS; i++)
    if (!is_among (copies, &papers[i]))
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
