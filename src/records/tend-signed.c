/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-signed.h"

#include "tend-attachments.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static gboolean
is_among (GPtrArray        *documents,
          const TendChoice *paper)
{
  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (tend_record_get_text (documents->pdata[i], "paper"), paper->value) == 0)
      return TRUE;

  return FALSE;
}

GPtrArray *
tend_pack_unsigned (TendVault   *vault,
                    const char  *client,
                    GError     **error)
{
  const TendChoice *papers = tend_kind_field (&tend_attachment_kind, "paper")->choices;
  g_autoptr(GPtrArray) documents = tend_attachments_about (vault, client, error);
  GPtrArray *missing;

  if (documents == NULL)
    return NULL;

  missing = g_ptr_array_new ();
  for (guint i = 0; i < TEND_PACK_PAPERS; i++)
    if (!is_among (documents, &papers[i]))
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
