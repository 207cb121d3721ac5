/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-register-sheet.h"

#include "tend-blocks.h"
#include "tend-table.h"

/* What a heading takes, with the air round it. */
#define HEADING 48.0

static void
lay_table (TendFlow                *flow,
           const TendRegisterTable *table)
{
  g_autofree TendColumn *columns = g_new0 (TendColumn, table->n_columns);
  g_autoptr(TendTable) rows = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    columns[i] = (TendColumn) { table->columns[i], i == 0 ? TEND_COLUMN_TEXT : TEND_COLUMN_FLEX };
  rows = tend_table_new (flow, columns, table->n_columns);
  for (guint i = 0; i < table->n_rows; i++)
    tend_table_add (rows, TEND_ROW_BODY, table->cells + i * table->n_columns);

  tend_flow_need (flow, HEADING + tend_table_start (rows));
  tend_heading_lay (flow, table->heading);
  tend_table_lay (rows);
  flow->y += 8;
}

TendDocument *
tend_document_new_register (const TendRegisterSheet *sheet)
{
  g_autofree char *footer = NULL;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->title != NULL && sheet->carer != NULL, NULL);

  footer = g_strdup_printf ("%s · %s", sheet->title, sheet->carer);
  tend_flow_init (&flow, sheet->title, sheet->carer, sheet->language, TRUE);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, sheet->title, &flow.palette->accent);
  flow.y += 8;
  tend_flow_text (&flow, "P", TEND_TEXT_BODY, sheet->intro, &flow.palette->ink);
  for (gsize i = 0; i < sheet->n_tables; i++)
    if (sheet->tables[i].n_rows > 0)
      lay_table (&flow, &sheet->tables[i]);

  for (int i = 0; i < tend_document_get_n_pages (flow.document); i++)
    tend_flow_foot (&flow, i, 1, footer);
  return flow.document;
}
