/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-return-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-letterhead.h"
#include "tend-table.h"

static void
lay_lines (TendFlow              *flow,
           const TendReturnSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Figure"), TEND_COLUMN_FLEX },
    { "", TEND_COLUMN_FIGURES },
    { _("How it is worked out"), TEND_COLUMN_FLEX | TEND_COLUMN_SOFT },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < sheet->n_lines; i++)
    {
      const TendReturnLine *line = &sheet->lines[i];
      const char *cells[] = { line->label, line->value, line->meaning };

      tend_table_add (table, line->value != NULL ? TEND_ROW_BODY : TEND_ROW_GROUP, cells);
    }
  tend_table_lay (table);
}

TendDocument *
tend_document_new_return (const TendReturnSheet *sheet)
{
  g_autofree char *period = NULL;
  g_autofree char *due = NULL;
  g_autofree char *title = NULL;
  const char *provider;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->title != NULL, NULL);
  g_return_val_if_fail (sheet->provider.name != NULL, NULL);

  period = tend_text_period (sheet->from, sheet->to);
  due = tend_date_format (sheet->due_on, TEND_DATE_LONG);
  title = g_strdup_printf ("%s, %s", sheet->title, period);
  provider = tend_party_get_title (&sheet->provider);

  tend_flow_init (&flow, title, provider, sheet->language, FALSE);
  tend_letterhead_lay (&flow, &sheet->provider, sheet->title, NULL);
  {
    const TendFact facts[] = {
      { _("For"), sheet->scheme, NULL, 0 },
      { _("Quarter"), sheet->quarter, period, 1 },
      { _("To arrive by"), due, NULL, 2 },
    };

    tend_facts_lay (&flow, facts, G_N_ELEMENTS (facts));
  }
  lay_lines (&flow, sheet);
  tend_section_lay (&flow, _("About these figures"), sheet->notes);
  return tend_flow_finish (&flow, title);
}
