/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What whoever comes with the ambulance has to know of the medicines before they find the chart. */

#include "tend-compose-care-private.h"

#include "tend-mar-looks.h"
#include "tend-medicines.h"

#include <glib/gi18n-lib.h>

static gboolean
is_in_force (TendRecord *record,
             TendDate    date)
{
  TendDate last = tend_record_get_int (record, "ends_on");

  return tend_record_get_int (record, "starts_on") <= date &&
         (last == TEND_DATE_NONE || last >= date);
}

/* (transfer full): "Fentanyl patches (a patch, controlled drug)"; NULL of one that can wait for
 * the chart.  What may be on the skin, or must not be late, cannot. */
static char *
warning_text (TendMedicine *medicine)
{
  TendRecord *record = medicine->record;
  const char *parts[] = {
    tend_mar_is_patch (record) ? _("a patch") : NULL,
    tend_record_get_int (record, "controlled") ? _("controlled drug") : NULL,
    tend_record_get_int (record, "time_critical") ? _("must be on time") : NULL,
    /* As with warfarin: what is on the box is not what is taken. */
    medicine->doses->len > 0 ? _("the dose changes: see the chart") : NULL,
  };
  g_autofree char *title = tend_medicine_title (record);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return text->len > 0 ? g_strdup_printf ("%s (%s)", title, text->str) : NULL;
}

gboolean
tend_care_read_medicines (TendCareSource  *source,
                          GError         **error)
{
  TendCareHead *head = &source->values->head;
  TendDate on = source->request->on;
  g_autoptr(GPtrArray) medicines = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean any = FALSE;

  if (head->died != TEND_DATE_NONE)
    return TRUE;
  medicines = tend_medicines_between (source->vault, source->request->client, on, on, error);
  if (medicines == NULL)
    return FALSE;

  for (guint i = 0; i < medicines->len; i++)
    {
      TendMedicine *medicine = medicines->pdata[i];
      g_autofree char *warning = NULL;

      if (!is_in_force (medicine->record, on))
        continue;
      any = TRUE;
      warning = warning_text (medicine);
      if (warning != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", warning);
    }
  if (text->len > 0)
    g_string_append (text, ". ");
  g_string_append (text, _("All of them are on the medicine record (MAR chart)."));
  if (any)
    head->medicines = tend_care_keep (source, text->str);
  return TRUE;
}
