/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-everything-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-text-sheet.h"

#define ENTRY_NEED 48.0

/* From the line that begins the table; returns how many lines it took. */
static gsize
lay_table (TendFlow                 *flow,
           const TendEverythingLine *lines,
           gsize                     n_lines)
{
  g_autoptr(TendTable) table = tend_table_new (flow, lines->columns, TEND_EVERYTHING_COLUMNS);
  gsize n = 1;

  for (; n < n_lines && lines[n].level == TEND_EVERYTHING_ROW; n++)
    tend_table_add (table, TEND_ROW_BODY, lines[n].cells);

  tend_table_lay (table);
  tend_flow_space (flow, 8);
  return n;
}

static void
lay_line (TendFlow                 *flow,
          const TendEverythingLine *line,
          gboolean                  first)
{
  switch (line->level)
    {
    case TEND_EVERYTHING_PART:
      tend_heading_lay (flow, line->label);
      break;

    case TEND_EVERYTHING_ENTRY:
      if (first)
        break;
      tend_flow_space (flow, 4);
      tend_flow_need (flow, ENTRY_NEED);
      tend_flow_rule (flow);
      flow->y += 8;
      break;

    case TEND_EVERYTHING_WITHIN:
      tend_flow_space (flow, 4);
      tend_flow_need (flow, ENTRY_NEED);
      tend_flow_text (flow, "P", TEND_TEXT_STRONG, line->label, &flow->palette->soft_ink);
      flow->y += 4;
      break;

    case TEND_EVERYTHING_FIELD:
    case TEND_EVERYTHING_TABLE:
    case TEND_EVERYTHING_ROW:
    default:
      tend_field_lay (flow, line->label, line->text);
      break;
    }
}

TendDocument *
tend_document_new_everything (const TendEverythingSheet *sheet)
{
  const char *title = _("Everything I keep about you");
  g_autofree char *made_on = NULL;
  g_autofree char *about = NULL;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  made_on = tend_date_format (sheet->made_on, TEND_DATE_LONG);
  about = g_strdup_printf (_("This is what my records held on %s, in the words in which they were "
                             "written."), made_on);

  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_flow_text (&flow, "P", TEND_TEXT_BODY, about, &flow.palette->ink);
  flow.y += 8;
  if (sheet->left_out != NULL)
    tend_notice_lay (&flow, TEND_TEXT_CELL, _("What is not in this copy"), sheet->left_out, FALSE);

  for (gsize i = 0; i < sheet->n_lines;)
    if (sheet->lines[i].level == TEND_EVERYTHING_TABLE)
      i += lay_table (&flow, &sheet->lines[i], sheet->n_lines - i);
    else
      {
        lay_line (&flow, &sheet->lines[i],
                  i > 0 && sheet->lines[i - 1].level == TEND_EVERYTHING_PART);
        i++;
      }

  if (sheet->privacy != NULL)
    {
      const TendTextSheet text = { .title = "", .markdown = sheet->privacy };

      tend_flow_new_page (&flow);
      tend_text_sheet_lay (&flow, &text);
    }

  return tend_care_finish (&flow, &sheet->head, title);
}
