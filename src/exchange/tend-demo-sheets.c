/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets on which families of the sample signed what they gave. */

#include "tend-demo-private.h"

#include "tend-clients.h"
#include "tend-compose-private.h"
#include "tend-kinds.h"
#include "tend-medicines.h"
#include "tend-quantity.h"
#include "tend-text-sheet.h"

#include <glib/gi18n-lib.h>

static gboolean
is_copied (TendRecord *entry,
           TendRecord *medication)
{
  return tend_record_get_int (entry, "copied") &&
         g_strcmp0 (tend_record_get_text (entry, "by"), "family") == 0 &&
         g_strcmp0 (tend_record_get_text (entry, "medication"),
                    tend_record_get_id (medication)) == 0;
}

static int
compare_given (gconstpointer a,
               gconstpointer b)
{
  gint64 first = tend_record_get_int (*(TendRecord * const *) a, "given_at");
  gint64 second = tend_record_get_int (*(TendRecord * const *) b, "given_at");

  return (first > second) - (first < second);
}

/* (element-type TendRecord): what was copied of @medication, in the order it was signed. */
static GPtrArray *
copied_of (GPtrArray  *entries,
           TendRecord *medication)
{
  GPtrArray *copied = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    if (is_copied (entries->pdata[i], medication))
      g_ptr_array_add (copied, entries->pdata[i]);
  g_ptr_array_sort (copied, compare_given);

  return copied;
}

/* "- **Sat 1 Aug, 12:33**: 4 *MD*" */
static void
add_dose (GString    *text,
          TendRecord *entry)
{
  TendInstant at = tend_record_get_int (entry, "given_at");
  g_autofree char *day = tend_date_format (tend_time_date (at), TEND_DATE_DAY);
  g_autofree char *clock = tend_clock_format (tend_time_clock (at));
  g_autofree char *quantity = tend_record_is_set (entry, "quantity")
                              ? tend_quantity_format (tend_record_get_int (entry, "quantity"))
                              : NULL;

  g_string_append_printf (text, "- **%s, %s**: %s *%s*\n", day, clock,
                          quantity != NULL ? quantity : "",
                          tend_record_get_text (entry, "initials"));
}

static TendDocument *
draw (TendRecord *client,
      TendRecord *medication,
      GPtrArray  *doses)
{
  g_autofree char *who = tend_client_name (client);
  g_autofree char *what = tend_medicine_title (medication);
  g_autoptr(GString) text = g_string_new (NULL);
  TendTextSheet sheet = { .title = _("Sheet the family signed"), .author = who,
                          .language = tend_compose_language () };

  g_string_append_printf (text, "# %s\n\n%s\n\n## %s\n\n%s\n\n", sheet.title,
                          _("A paper of Tend’s sample year. It is nobody’s, and proves nothing."),
                          what, who);
  for (guint i = 0; i < doses->len; i++)
    add_dose (text, doses->pdata[i]);

  sheet.markdown = text->str;
  return tend_document_new_text (&sheet);
}

static gboolean
keep_sheet (TendVault   *vault,
            TendRecord  *medication,
            GPtrArray   *doses,
            GError     **error)
{
  const char *id = tend_record_get_id (medication);
  g_autofree char *name = g_strdup_printf ("d-%s-sheet", id);
  g_autoptr(TendRecord) attachment = tend_record_new (&tend_attachment_kind);
  g_autoptr(TendRecord) client =
    tend_record_load (vault, &tend_client_kind, tend_record_get_text (medication, "client"),
                      error);
  TendDate last = tend_time_date (tend_record_get_int (doses->pdata[doses->len - 1],
                                                       "written_at"));

  if (client == NULL)
    return FALSE;

  tend_record_set_id (attachment, name);
  tend_record_set_text (attachment, "name", "family-sheet.pdf");
  tend_record_set_text (attachment, "title", _("Sheet the family signed"));
  tend_record_set_int (attachment, "dated_on", last);
  tend_record_set_int (attachment, "added_on", last);
  return tend_demo_keep (vault, medication, attachment, draw (client, medication, doses), error);
}

gboolean
tend_demo_keep_sheets (TendVault  *vault,
                       GError    **error)
{
  g_autoptr(GPtrArray) medications = tend_record_load_all (vault, &tend_medication_kind, error);
  g_autoptr(GPtrArray) entries =
    medications != NULL ? tend_record_load_all (vault, &tend_mar_entry_kind, error) : NULL;

  for (guint i = 0; entries != NULL && i < medications->len; i++)
    {
      g_autoptr(GPtrArray) doses = copied_of (entries, medications->pdata[i]);

      if (doses->len > 0 && !keep_sheet (vault, medications->pdata[i], doses, error))
        return FALSE;
    }

  return entries != NULL;
}
