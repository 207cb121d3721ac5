/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"

#define COLUMNS  2
#define CELL_GAP 12.0
#define CELL_PAD 11.0

static void
lay_group (TendFlow   *flow,
           double      x,
           double      width,
           double      height,
           int         number,
           const char *group)
{
  const TendPalette *palette = flow->palette;
  g_autofree char *label = g_strdup_printf ("%d", number);
  PangoLayout *count = tend_text_layout (flow->context, TEND_TEXT_STRONG, label, -1);
  PangoLayout *letters = tend_text_layout (flow->context, TEND_TEXT_KEY, group, -1);

  tend_page_fill (flow->page, x, flow->y, width, height, 6, &palette->band);
  tend_page_begin (flow->page, "LI");
  tend_page_begin (flow->page, "Lbl");
  tend_page_text (flow->page, count, x + CELL_PAD,
                  flow->y + (height - tend_text_height (count)) / 2, &palette->accent);
  tend_page_end (flow->page);
  tend_page_begin (flow->page, "LBody");
  tend_page_text (flow->page, letters, x + CELL_PAD + 24,
                  flow->y + (height - tend_text_height (letters)) / 2, &palette->ink);
  tend_page_end (flow->page);
  tend_page_end (flow->page);
}

static void
lay_groups (TendFlow                *flow,
            const TendRecoverySheet *sheet)
{
  double width = (tend_flow_width (flow) - CELL_GAP * (COLUMNS - 1)) / COLUMNS;
  PangoLayout *sample = tend_text_layout (flow->context, TEND_TEXT_KEY, "A", -1);
  double height = tend_text_height (sample) + 2 * CELL_PAD - 4;

  g_object_unref (sample);
  tend_page_begin (flow->page, "L");
  for (int i = 0; sheet->groups[i]; i++)
    {
      lay_group (flow, flow->left + (width + CELL_GAP) * (i % COLUMNS), width, height, i + 1,
                 sheet->groups[i]);
      if (i % COLUMNS == COLUMNS - 1 || sheet->groups[i + 1] == NULL)
        flow->y += height + CELL_GAP;
    }
  tend_page_end (flow->page);
}

static void
lay_heading (TendFlow   *flow,
             const char *text)
{
  tend_flow_space (flow, 16);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, text, &flow->palette->accent);
  flow->y += 6;
}

static void
lay_steps (TendFlow *flow)
{
  const char *const steps[] = {
    _("Start Tend on the computer that holds your records, or bring them back from a backup "
      "on another one."),
    _("Where it asks how to open them, choose the recovery key."),
    _("Type the groups in the order of their numbers. Capitals, spaces and dashes do not "
      "matter. If a letter is wrong, Tend says in which group."),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d.", (int) i + 1);

      tend_flow_put (flow, "Lbl", TEND_TEXT_BODY, number, flow->left, flow->y, -1, FALSE,
                     &flow->palette->accent);
      tend_flow_layout (flow, "LBody",
                        tend_text_layout (flow->context, TEND_TEXT_BODY, steps[i],
                                          tend_flow_width (flow) - 20),
                        20, &flow->palette->ink);
      flow->y += 5;
    }
}

TendDocument *
tend_document_new_recovery (const TendRecoverySheet *sheet)
{
  g_autofree char *made_on = NULL;
  g_autofree char *says = NULL;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->groups != NULL, NULL);

  made_on = tend_date_format (sheet->made_on, TEND_DATE_LONG);
  if (sheet->owner && *sheet->owner)
    says = g_strdup_printf (_("For the records of %s, made on %s"), sheet->owner, made_on);
  else
    says = g_strdup_printf (_("For records made on %s"), made_on);

  tend_flow_init (&flow, _("Tend recovery sheet"), sheet->owner, sheet->language, FALSE);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, _("Recovery sheet"), &flow.palette->accent);
  flow.y += 2;
  tend_flow_text (&flow, "P", TEND_TEXT_STRONG, says, &flow.palette->ink);
  flow.y += 18;
  tend_notice_lay (&flow, TEND_TEXT_HEADING, NULL,
                   _("Keep this away from the laptop. Without this computer, and without "
                     "this sheet or your passphrase, nobody can open your records."), FALSE);
  flow.y += 8;

  lay_heading (&flow, _("Your recovery key"));
  lay_groups (&flow, sheet);
  lay_heading (&flow, _("How to use it"));
  lay_steps (&flow);
  lay_heading (&flow, _("Where to keep it"));
  tend_flow_text (&flow, "P", TEND_TEXT_BODY,
                  _("With your other important papers, or with someone you trust. Anyone who has "
                    "both this sheet and the computer, or a backup, can read everything. If the "
                    "sheet is lost, make a new key in Tend’s settings; the old one then no longer "
                    "opens these records."), &flow.palette->ink);
  return tend_flow_finish (&flow, _("Tend recovery sheet"));
}
